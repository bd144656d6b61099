/**
 * Letter-spaced Hangul: `대 한  민 국` can be restored, since its word gaps are wider than its letter gaps;
 * `대 한 민 국` cannot, for the spaces that part its words are the same as those that part its syllables.
 * Such a line is left as it is and reported. It refuses lines that are not stretched from end to end.
 */
import { isHangul } from "../../text/scripts.js";
import { findLetterRows, type LetterRow } from "./close-spaced-latin.js";
import type { LineRule } from "./line-rule.js";

/** Korean has words of one syllable; six in a row are letter-spacing. */
const LEAST_SYLLABLES = 6;
const isSyllable = (cell: string): boolean =>
  cell.length <= 4 && [...cell].filter(isHangul).length === 1 && /^\p{P}{0,2}.\p{P}{0,2}$/u.test(cell);

const spacedRows = (text: string): LetterRow[] =>
  findLetterRows(text, isSyllable).filter((row) => row.cells.length >= LEAST_SYLLABLES);
const narrowest = (row: LetterRow): number =>
  row.gaps.reduce((least, gap) => Math.min(least, gap.width), row.gaps[0]?.width ?? 1);

export const closeSpacedHangul: LineRule = (text) =>
  spacedRows(text).flatMap((row) => {
    const base = narrowest(row);
    if (row.gaps.every((gap) => gap.width === base)) return [];
    return row.gaps
      .filter((gap) => gap.width === base)
      .map((gap) => ({ rule: "close-spaced-hangul", at: gap.at, removed: gap.raw, inserted: "" }));
  });

/** Whether the line is letter-spaced Hangul whose words cannot be told apart. */
export const isLostHangul = (text: string): boolean =>
  spacedRows(text).some((row) => row.gaps.every((gap) => gap.width === narrowest(row)));
