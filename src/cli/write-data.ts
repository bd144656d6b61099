/** Writes data to stdout, and nothing else goes there. */

export const writeLine = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** One JSON object on one line. */
export const writeEvent = (event: Readonly<Record<string, unknown>>): void =>
  writeLine(JSON.stringify(event));
