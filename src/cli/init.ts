/** `build-edition init <path>`: a commented skeleton of an edition, and what to do with it. */
import { initEdition } from "../store/init-edition.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { CommonOptions } from "./options.js";
import { createReporter } from "./report.js";
import { worded, writeEvent, writeLine } from "./write-data.js";

/** Of the shape of what --json prints. */
const SCHEMA_VERSION = 1;

export async function runInit(path: string, options: CommonOptions): Promise<ExitCode> {
  const reporter = createReporter(options);
  const { value: written, diagnostics } = await initEdition(path);
  reporter.diagnostics(diagnostics);
  const exitCode = diagnostics.some(({ severity }) => severity === "error") ? EXIT.usage : EXIT.clean;
  if (options.json) {
    const told = worded(diagnostics);
    writeEvent({ event: "result", schemaVersion: SCHEMA_VERSION, exitCode, written, diagnostics: told });
    return exitCode;
  }
  for (const file of written) writeLine(file);
  if (exitCode === EXIT.clean) {
    reporter.say(`Put your page texts into ${path}/pages, then: npx build-edition ${path}`);
  }
  return exitCode;
}
