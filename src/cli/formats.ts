/** `build-edition formats`: what is read, and how a file is told to be it. The list is the readers' own. */
import { formats } from "../read/index.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { CommonOptions } from "./options.js";
import { createReporter } from "./report.js";
import { writeEvent, writeLine } from "./write-data.js";

/** Of the shape of what --json prints. */
const SCHEMA_VERSION = 1;
/** Blanks between the column of names and what is said of them. */
const GAP = 2;

export function runFormats(options: CommonOptions): ExitCode {
  if (options.json) {
    for (const format of formats) writeEvent({ event: "format", ...format });
    writeEvent({ event: "result", schemaVersion: SCHEMA_VERSION, exitCode: EXIT.clean });
    return EXIT.clean;
  }
  const width = Math.max(...formats.map(({ name }) => name.length)) + GAP;
  for (const { name, describes, knownBy } of formats)
    writeLine(`${name.padEnd(width)}${describes}\n${" ".repeat(width)}known by ${knownBy}`);
  createReporter(options).say(
    "A file is known by its content; its name says only which page it is (pages/01.xml, page-02.hocr, p3.txt).",
  );
  return EXIT.clean;
}
