/**
 * Lines of a plain-text page → blocks. A block is a run of lines without a blank line between them; what the blank
 * lines mean (a paragraph, or only the line pitch of the extractor) is not for reading to say. Each line keeps its
 * text exactly as the file has it.
 */
import type { SourceBlock, SourceLine } from "./source-page.js";
import { isBlank, type RawLine } from "./split-lines.js";

/** Blocks of one page, in file order. Blank lines are counted on the line after them; those at the page's ends are not. */
export function readPlainText(lines: readonly RawLine[]): SourceBlock[] {
  const runs: SourceLine[][] = [];
  let blanks = 0;
  for (const { number, original } of lines) {
    if (isBlank(original)) {
      blanks += 1;
      continue;
    }
    if (blanks > 0 || runs.length === 0) runs.push([]);
    const blanksBefore = runs.length === 1 && runs[0]?.length === 0 ? 0 : blanks;
    runs.at(-1)?.push({ number, original, blanksBefore });
    blanks = 0;
  }
  return runs.map((run) => ({ lines: run }));
}
