#!/usr/bin/env node
/** The program's door: runs one command and turns whatever it ends with into an exit code and plain words. */
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { Refusal, systemCode } from "../store/refusal.js";
import { CommandError, EXIT } from "./exit-codes.js";
import { createProgram } from "./program.js";
import { createReporter, wantsStacks } from "./report.js";

// `build-edition articles … | head` closes the pipe early. That is no fault, and a build goes on without it.
process.stdout.on("error", swallowClosedPipe);
process.stderr.on("error", swallowClosedPipe);

const asked = (flag: string): boolean => process.argv.includes(flag);
const options = { verbose: asked("--verbose") || asked("-v"), color: !asked("--no-color") };
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

try {
  await createProgram(version, (exitCode) => {
    process.exitCode = exitCode;
  }).parseAsync(process.argv);
} catch (error) {
  process.exitCode = explainEnd(error);
}

/** Says what went wrong and gives the exit code for it. */
function explainEnd(error: unknown): number {
  const reporter = createReporter(options);
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage; // it has spoken already
  if (error instanceof CommandError) {
    reporter.fail(error.message, error.advice);
    return error.exitCode;
  }
  const diagnostic =
    error instanceof Refusal
      ? error.diagnostic
      : systemCode(error) !== undefined && error instanceof Error && "syscall" in error
        ? ({
            code: "JL6109",
            severity: "error",
            place: "path" in error ? { file: String(error.path) } : {},
            details: { reason: String(error.syscall), code: systemCode(error) ?? "" },
          } as const)
        : undefined;
  if (diagnostic !== undefined) {
    reporter.diagnostics([diagnostic]);
    if (wantsStacks(options) && error instanceof Error) reporter.fail(error.stack ?? error.message);
    return diagnostic.code === "JL6100"
      ? EXIT.locked
      : diagnostic.code === "JL6109"
        ? EXIT.errors
        : EXIT.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  reporter.fail(
    `This is a fault in build-edition, not in your files: ${message}`,
    wantsStacks(options) && error instanceof Error
      ? (error.stack ?? "")
      : "Run it again with --verbose and report what it says.",
  );
  return EXIT.bug;
}

function swallowClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
