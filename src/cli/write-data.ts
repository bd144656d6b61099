/** Writes data to stdout, and nothing else goes there. */
import type { Diagnostic } from "../model/diagnostic.js";
import { adviseOn, wordDiagnostic } from "../model/diagnostic-words.js";

export const writeLine = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** One JSON object on one line. */
export const writeEvent = (event: Readonly<Record<string, unknown>>): void =>
  writeLine(JSON.stringify(event));

/** Diagnostics for machines: the data, and the words a person would have read. */
export const worded = (list: readonly Diagnostic[]): readonly object[] =>
  list.map((diagnostic) => ({
    ...diagnostic,
    message: wordDiagnostic(diagnostic),
    advice: adviseOn(diagnostic),
  }));
