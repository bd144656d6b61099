/**
 * Whether an edition's Korean lines break only between words, as text does that was wrapped by words: then lines end at all
 * widths, and no word of two lines has to be put together. Where lines break after any syllable all are full.
 */
import { isHangul } from "./scripts.js";
import { typicalWidth } from "./widths.js";

/** Lines on either side that are of the same column, as a rule. */
const neighbours = 4;
/** Ems that a line must be short of its column to be called short: a syllable would have found room. */
const shortBy = 1.4;
/** In ems, of a word space as it is set. */
const spaceWidth = 0.35;
/** Of text wrapped by words more lines are short than this; of text that breaks anywhere hardly one is. */
const shareShort = 0.3;
/** Fewer lines tell nothing. */
const leastLines = 20;

const widthOf = (line: string): number => typicalWidth(line) + spaceWidth * (line.split(" ").length - 1);

/** Whether a line goes on in the next one inside a sentence: Hangul meets Hangul. */
const goesOn = (line: string, next: string | undefined): boolean =>
  next !== undefined && isHangul([...line].at(-1) ?? "") && isHangul([...next][0] ?? "");

/** @param lines squashed, in file order */
export function wrapsWords(lines: readonly string[]): boolean {
  const printed = lines.filter((line) => line !== "");
  const widths = printed.map(widthOf);
  let open = 0;
  let short = 0;
  printed.forEach((line, i) => {
    if (!goesOn(line, printed[i + 1])) return;
    const column = Math.max(...widths.slice(Math.max(0, i - neighbours), i + neighbours + 1));
    const width = widths[i] ?? 0;
    // Much shorter lines are of headlines and lists.
    if (width < 0.6 * column) return;
    open += 1;
    if (column - width > shortBy) short += 1;
  });
  return open >= leastLines && short > shareShort * open;
}
