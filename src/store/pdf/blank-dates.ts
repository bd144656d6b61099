/**
 * When a PDF was printed says nothing of the edition and would differ with every build: the dates in it are overwritten with
 * blanks, of which a PDF takes no notice, so that all its offsets stay right.
 */

const dates = /\/(?:CreationDate|ModDate) \(D:\d{14}(?:Z|[+-]\d{2}'\d{2}'?)?\)/g;

/** Changes the bytes in place. In texts a bracket is written `\(`, so what a headline says is not taken for a date. */
export function blankDates(pdf: Buffer): void {
  // Latin-1: a character is a byte.
  for (const { 0: found, index } of pdf.toString("latin1").matchAll(dates))
    pdf.fill(" ", index, index + found.length);
}
