/**
 * Jump heads: on a later page a story's headline is printed again over the rest of it. Text that comes from another page
 * and stands beside such a headline is of it, though it begins level with it and not under it.
 *
 *     p. 1   Orange on its way           p. 2   (from p. 1) scanners.  │ Orange on its way
 *            …                                  At first the old …     │ The last two days …
 */
import { squash } from "../text/squash.js";
import type { Chain } from "./chain-lines.js";
import type { Hanging } from "./hang-chains.js";

/** Letters that a headline has at least to be known again, and share of its pairs of letters that must meet. */
const fewestLetters = 4;
const alike = 0.6;

const lettersOf = ({ spots }: Chain): string =>
  spots
    .flatMap(({ lines }) => lines.map(({ text }) => squash(text).text))
    .join("")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from(text).map((letter, i, all) => letter + (all[i + 1] ?? "")));

/** Whether two are the same words; an OCR may have misread a letter of either. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < alike * Math.max(a.length, b.length)) return false;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared >= alike * Math.max(left.size, right.size);
}

/** Headlines of a page whose text goes on elsewhere; a name of a column that every page has is none of these. */
export const headlinesOf = (hangings: readonly Hanging[]): string[] =>
  hangings
    .filter(({ chains }) => chains.some(({ leaves }) => leaves))
    .flatMap(({ chains }) => chains.filter(({ display }) => display).map(lettersOf))
    .filter((text) => text.length >= fewestLetters);

/** The heading chains of a page that print a headline of an earlier page again; none where no text comes from another page. */
export function findJumpHeads(chains: readonly Chain[], earlier: readonly string[]): Set<Chain> {
  if (earlier.length === 0 || !chains.some(({ arrives }) => arrives)) return new Set();
  return new Set(
    chains.filter((chain) => {
      const text = chain.display ? lettersOf(chain) : "";
      return text.length >= fewestLetters && earlier.some((other) => isSame(text, other));
    }),
  );
}
