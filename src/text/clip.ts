/**
 * The beginning of a text with “…”: where words are spaced the last one is whole, unless it is longer than words are.
 *
 *     The Lake Orrin Transit Board voted 5-2 on Mond|ay → The Lake Orrin Transit Board voted 5-2 on…
 */
import { isSpace } from "./scripts.js";
import { widthOf } from "./widths.js";

/** Letters that are given back at most for a word's sake. */
const longestWord = 24;
const wordSpace = 0.26;
/** What may stand at the end: a text may be cut behind it, but not a word. */
const ends = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{P}]$/u;
const loose = /[\s,;:，；：、–—-]+$/u;

const asOne = (): number => 1;
/** Ems that a letter takes. */
export const inEms = (letter: string): number => (isSpace(letter) ? wordSpace : widthOf(letter));

/** @param most letters, or what `measure` makes of them */
export function clipText(text: string, most: number, measure: (letter: string) => number = asOne): string {
  const letters = Array.from(text);
  let taken = 0;
  const end = letters.findIndex((letter) => {
    taken += measure(letter);
    return taken > most;
  });
  if (end < 0) return text;
  const isWhole = (at: number): boolean => isSpace(letters[at] as string) || ends.test(letters[at - 1] ?? "");
  const whole = Array.from({ length: Math.min(longestWord, end) }, (_, back) => end - back).find(isWhole);
  return `${letters
    .slice(0, whole ?? end)
    .join("")
    .replace(loose, "")}…`;
}
