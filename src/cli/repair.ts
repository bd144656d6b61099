/** `build-edition repair`: one page of text from stdin, mended, to stdout. */
import { buffer } from "node:stream/consumers";
import { repairText } from "../build/repair-text.js";
import { CommandError, EXIT, type ExitCode } from "./exit-codes.js";
import type { InputOptions } from "./options.js";
import { createReporter } from "./report.js";
import { worded, writeEvent } from "./write-data.js";

interface RepairOptions extends InputOptions {
  readonly language?: string;
}

/** Of the shape of what --json prints. */
const SCHEMA_VERSION = 1;

export async function runRepair(options: RepairOptions): Promise<ExitCode> {
  const reporter = createReporter(options);
  if (process.stdin.isTTY) {
    throw new CommandError(
      EXIT.usage,
      "There is no text on stdin",
      "Give it a page: build-edition repair < page.txt",
    );
  }
  const { text, language, changed, diagnostics } = repairText(await buffer(process.stdin), options);
  // What was inferred means nothing for a filter; what is wrong with the text does.
  const told = diagnostics.filter(({ severity }) => severity !== "info" || options.verbose);
  reporter.diagnostics(told);
  if (options.json)
    writeEvent({ schemaVersion: SCHEMA_VERSION, language, text, changed, diagnostics: worded(told) });
  else process.stdout.write(text);
  return told.some(({ severity }) => severity === "error") ? EXIT.errors : EXIT.clean;
}
