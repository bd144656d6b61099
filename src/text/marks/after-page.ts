/**
 * What may follow the page of a mark on its line: the column (Page 4, col. 2), more pages (A6, A7; págs. 4 y 5), or, in
 * capitals, what stands there (LIRE PAGE 2 L’ÉDITORIAL DE JEAN MARCEAU).
 */
import { readPageNumber } from "./read-page-number.js";

interface Word {
  readonly text: string;
  readonly raw: string;
}

const isNumber = (word: Word | undefined): boolean =>
  word !== undefined && readPageNumber(word.raw) !== undefined;
/** Between the last two pages of a list. */
const between = new Set(["and", "und", "et", "en", "y", "e", "a", "bis"]);

/** How many words from `at` say the column: col. 2, Spalte 3, 2e kolom. */
export function columnAt(words: readonly Word[], at: number, columns: readonly string[]): number {
  const [first, second] = [words[at], words[at + 1]];
  const says =
    (columns.includes(first?.text ?? "") && isNumber(second)) ||
    (columns.includes(second?.text ?? "") && isNumber(first));
  return says ? 2 : 0;
}

/** Whether the words from `at` are pages and nothing else. */
export const areMorePages = (words: readonly Word[], at: number): boolean =>
  words.slice(at).every((word) => isNumber(word) || between.has(word.text)) && isNumber(words.at(-1));
