/**
 * Closes words whose letters were set apart: `S p e r r s c h r i f t`, `N O T I C E`, `O  p  e  n     n  o  w`.
 * Where the gaps between words are wider than those between letters the words survive. Where they are alike, the
 * edition's own words find the borders; failing that, a short row is one word and a long one is left and reported.
 * It refuses rows of fewer than four letters that are no known word (`A B C`, initials), and never touches the gaps
 * between whole words.
 */
import { isSpace } from "../../text/scripts.js";
import type { Vocabulary } from "../../text/vocabulary.js";
import type { Replacement } from "../apply-edits.js";
import { findGaps, type Gap } from "../measure-gaps.js";
import type { LineRule } from "./line-rule.js";

/** Letters in a row that cannot be a list or initials. */
const LEAST_LETTERS = 4;
export interface LetterRow {
  /** The gaps between the letters, left to right. */
  readonly gaps: readonly Gap[];
  /** The letters, punctuation that clings to them included. */
  readonly cells: readonly string[];
}

const singleLetter = /^\p{P}{0,2}[\p{L}\p{N}]\p{M}{0,2}\p{P}{0,2}$/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const letterOf = (cell: string): string => cell.replace(/[^\p{L}\p{N}\p{M}]/gu, "");
/** `J.` is an initial, `1,` an item: a mark after each cell makes a list of the row. */
const isDotted = (cell: string): boolean => /[.,;]$/.test(cell);

/** Rows of letters that stand apart, at least three long. `accepts` says which single characters count. */
export function findLetterRows(text: string, accepts: (cell: string) => boolean): LetterRow[] {
  const gaps = findGaps(text);
  const rows: LetterRow[] = [];
  let from = 0;
  let row: { gaps: Gap[]; cells: string[] } = { gaps: [], cells: [] };
  const close = () => {
    if (row.cells.length > 2) rows.push({ gaps: row.gaps.slice(0, row.cells.length - 1), cells: row.cells });
    row = { gaps: [], cells: [] };
  };
  for (let i = 0; i <= gaps.length; i += 1) {
    const gap = gaps[i];
    const cell = text.slice(from, gap ? gap.at : text.length);
    if (accepts(cell)) {
      row.cells.push(cell);
      if (gap) row.gaps.push(gap);
    } else close();
    from = gap ? gap.at + gap.raw.length : text.length;
  }
  close();
  return rows;
}

const isSpacedLetter = (cell: string): boolean =>
  cell.length <= 8 && singleLetter.test(cell) && !unspaced.test(cell);

export const closeSpacedLatin: LineRule = (text, { evidence, habits }) =>
  findLetterRows(text, isSpacedLetter).flatMap((row) => {
    const closed = closeRow(row, evidence.vocabulary, habits.longestWord);
    return closed ? [...closed, ...closeBeforeStop(text, row)] : [];
  });

/** `U n f u g .`: a stop that was set apart from its word like the letters of the word. */
function closeBeforeStop(text: string, { gaps }: LetterRow): Replacement[] {
  const base = gaps.reduce((least, gap) => Math.min(least, gap.width), gaps[0]?.width ?? 1);
  const last = gaps.at(-1);
  const after = last && findGaps(text).find((gap) => gap.at > last.at);
  if (!after || after.width > base || !/^[.,;:!?](?:\s|$)/u.test(text.slice(after.at + after.raw.length)))
    return [];
  return [{ rule: "close-spaced-latin", at: after.at, removed: after.raw, inserted: "" }];
}

/** Rows that were left as they are, for the report. */
export const findUnrestoredRows = (text: string, vocabulary: Vocabulary, longestWord: number): LetterRow[] =>
  findLetterRows(text, isSpacedLetter).filter(
    (row) => isSpacedWriting(row, vocabulary) && !closeRow(row, vocabulary, longestWord),
  );

function isSpacedWriting(row: LetterRow, vocabulary: Vocabulary): boolean {
  const letters = row.cells.map(letterOf);
  if (!letters.some((letter) => /\p{L}/u.test(letter))) return false;
  if (row.cells.slice(0, -1).filter(isDotted).length > row.cells.length / 4) return false;
  if (vocabulary.count(letters.join("")) > 0) return true;
  return letters.filter((letter) => /\p{L}/u.test(letter)).length >= LEAST_LETTERS && !isAlphabet(letters);
}

/** `A B C D` is a list. */
const isAlphabet = (letters: readonly string[]): boolean =>
  letters
    .slice(1)
    .every((letter, index) => letter.charCodeAt(0) === (letters[index] ?? "").charCodeAt(0) + 1);

/** The changes that restore a row, or undefined where its words cannot be told. */
function closeRow(row: LetterRow, vocabulary: Vocabulary, longestWord: number): Replacement[] | undefined {
  if (!isSpacedWriting(row, vocabulary)) return undefined;
  const base = row.gaps.reduce((least, gap) => Math.min(least, gap.width), row.gaps[0]?.width ?? 1);
  const borders = new Set(row.gaps.flatMap((gap, index) => (gap.width > base ? [index] : [])));
  if (borders.size === 0) {
    const letters = row.cells.map(letterOf);
    const words = splitIntoWords(letters, vocabulary) ?? splitAtCapitals(letters, longestWord);
    if (!words) return undefined;
    for (const border of words) borders.add(border);
  }
  return row.gaps.flatMap((gap, index) =>
    borders.has(index) ? [] : [{ rule: "close-spaced-latin", at: gap.at, removed: gap.raw, inserted: "" }],
  );
}

/** Letters of a row without capitals, or without small letters, that is believed to be one word. */
const longestPlain = 14;

/** Longest word looked for among evenly spaced letters. */
const LONGEST_WORD = 24;

/**
 * Borders (index of the gap) of the fewest known words that make up the letters, or undefined. Pieces have two
 * letters at least, so that no row falls apart into letters again.
 */
function splitIntoWords(letters: readonly string[], vocabulary: Vocabulary): number[] | undefined {
  const best: ({ words: number; from: number } | undefined)[] = [{ words: 0, from: 0 }];
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = undefined;
    for (let from = Math.max(0, end - LONGEST_WORD); from <= end - 2; from += 1) {
      const before = best[from];
      if (!before || vocabulary.count(letters.slice(from, end).join("")) === 0) continue;
      if ((best[end]?.words ?? Number.POSITIVE_INFINITY) > before.words + 1)
        best[end] = { words: before.words + 1, from };
    }
  }
  if (!best[letters.length]) return undefined;
  const borders: number[] = [];
  for (let end = letters.length; end > 0; ) {
    const from = best[end]?.from ?? 0;
    if (from > 0) borders.push(from - 1);
    end = from;
  }
  return borders.reverse();
}

/** F r e i h e r r T e c k: a capital after a small letter begins a word. Undefined where one of them is too long to be one. */
function splitAtCapitals(letters: readonly string[], longestWord: number): number[] | undefined {
  const borders = letters.flatMap((letter, i) =>
    i > 0 && /\p{Lu}/u.test(letter) && /\p{Ll}/u.test(letters[i - 1] ?? "") ? [i - 1] : [],
  );
  const starts = [0, ...borders.map((border) => border + 1), letters.length];
  // Small letters alone, or capitals alone, show no beginning of a word: they may be several.
  const mixed = letters.some((letter) => /\p{Ll}/u.test(letter));
  const most = (from: number): number =>
    mixed && /\p{Lu}/u.test(letters[from] ?? "") ? longestWord : longestPlain;
  return starts.slice(1).every((end, k) => end - (starts[k] ?? 0) <= most(starts[k] ?? 0))
    ? borders
    : undefined;
}

/** Whether a text has any gap at all; most lines of most rules end here. */
export const hasGap = (text: string): boolean => [...text].some(isSpace);
