/** Turns whatever ends a command into plain words on stderr and an exit code. No stack unless it is asked for. */
import { CommanderError } from "commander";
import { templateDiagnostic } from "../build/build-edition.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { TemplateFault } from "../render/environment.js";
import { Refusal, systemCode } from "../store/refusal.js";
import { CommandError, EXIT, type ExitCode } from "./exit-codes.js";
import { type Reporter, type ReportOptions, wantsStacks } from "./report.js";

/** Refusals that are no wrong usage. */
const ends: Readonly<Record<string, ExitCode>> = {
  JL6008: EXIT.unreadable,
  JL6100: EXIT.locked,
  JL6109: EXIT.errors,
};

export function explainEnd(error: unknown, reporter: Reporter, options: ReportOptions): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage; // it has spoken already
  if (error instanceof CommandError) {
    reporter.fail(error.message, error.advice);
    return error.exitCode;
  }
  const stack = wantsStacks(options) && error instanceof Error ? (error.stack ?? "") : "";
  const diagnostic =
    error instanceof Refusal
      ? error.diagnostic
      : error instanceof TemplateFault
        ? templateDiagnostic(error)
        : describeSystemError(error);
  if (diagnostic !== undefined) {
    reporter.diagnostics([diagnostic]);
    if (stack !== "") reporter.detail(stack);
    return ends[diagnostic.code] ?? EXIT.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  const advice = stack === "" ? "Run it again with --verbose and report what it says." : stack;
  reporter.fail(`This is a fault in build-edition, not in your files: ${message}`, advice);
  return EXIT.bug;
}

/** A full disk or a missing right is the machine's, not a fault of ours. */
function describeSystemError(error: unknown): Diagnostic | undefined {
  const code = systemCode(error);
  if (code === undefined || !(error instanceof Error) || !("syscall" in error)) return undefined;
  const place = "path" in error ? { file: String(error.path) } : {};
  return { code: "JL6109", severity: "error", place, details: { reason: String(error.syscall), code } };
}
