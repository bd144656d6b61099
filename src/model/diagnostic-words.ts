/**
 * The one place where diagnostics get words: what happened, and what to do about it. `{name}` takes a detail.
 * Codes: JL1xxx reading, JL2xxx repair, JL3xxx assembly, JL4xxx review, JL5xxx render and publish, JL6xxx store.
 */
import type { Diagnostic } from "./diagnostic.js";

interface Wording {
  readonly what: string;
  readonly todo?: string;
}

const wordings: Readonly<Record<string, Wording>> = {
};

const fill = (template: string, details: Diagnostic["details"]): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? String(details[name]) : whole));

/** What happened, in a sentence. An unknown code is worded by its code, so that nothing is ever silent. */
export function wordDiagnostic(diagnostic: Diagnostic): string {
  const wording = wordings[diagnostic.code];
  return wording ? fill(wording.what, diagnostic.details) : `${diagnostic.code} ${JSON.stringify(diagnostic.details)}`;
}

/** What to do about it; empty where there is nothing to do. */
export function adviseOn(diagnostic: Diagnostic): string {
  const todo = wordings[diagnostic.code]?.todo;
  return todo ? fill(todo, diagnostic.details) : "";
}

/** `file:line` as editors and terminals understand it; empty where the diagnostic has no file. */
export function wherePlace({ place }: Diagnostic): string {
  const file = place.file ?? (place.page === undefined ? "" : `page ${place.page}`);
  return place.line === undefined ? file : `${file}:${place.line}`;
}

/** Every code that has words; a test holds it against the codes the source uses. */
export const wordedCodes = (): string[] => Object.keys(wordings).sort();
