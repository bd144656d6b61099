/**
 * A step of the store that cannot go on for a reason the user can mend: a held lock, a folder that is not ours.
 * It carries a diagnostic, so that the words stay in one place. A bug is never a Refusal.
 */
import type { Diagnostic, Place } from "../model/diagnostic.js";

export class Refusal extends Error {
  readonly diagnostic: Diagnostic;

  constructor(code: string, place: Place, details: Diagnostic["details"] = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = "Refusal";
    this.diagnostic = { code, severity: "error", place, details };
  }
}

/** The error code of the operating system (`ENOENT`, `EACCES` …), or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
