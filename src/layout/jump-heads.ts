/**
 * Jump heads: on a later page a story's headline is printed again over the rest of it. Text that comes from another page
 * and stands beside such a headline is of it, though it begins level with it and not under it.
 *
 *     p. 1   Orange on its way           p. 2   (from p. 1) scanners.  │ Orange on its way
 *            …                                  At first the old …     │ The last two days …
 */
import type { Chain } from "./chain-lines.js";
import type { Hanging } from "./hang-chains.js";
import { lettersOfChain } from "./letters-of.js";

/** Letters that a headline has at least to be known again, and share of its pairs of letters that must meet. */
const fewestLetters = 4;
const alike = 0.6;
/** Headlines that are looked for at most, those of the last pages, and letters of each. */
const mostCompared = 300;
const mostLetters = 80;

const headlineOf = (chain: Chain): string => lettersOfChain(chain).slice(0, mostLetters);

/** A headline's letters, and each with the one after it. */
interface Letters {
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}
const pairUp = (text: string): Letters => ({
  text,
  pairs: new Set(Array.from(text).map((letter, i, all) => letter + (all[i + 1] ?? ""))),
});

/** Whether two are the same words; an OCR may have misread a letter of either. */
function isSame(a: Letters, b: Letters): boolean {
  if (a.text === b.text) return true;
  const [shorter, longer] = [a.text.length, b.text.length].sort((one, other) => one - other);
  if ((shorter ?? 0) < alike * (longer ?? 0)) return false;
  const shared = [...a.pairs].filter((pair) => b.pairs.has(pair)).length;
  return shared >= alike * Math.max(a.pairs.size, b.pairs.size);
}

/** Headlines of a page whose text goes on elsewhere; a name of a column that every page has is none of these. */
export const headlinesOf = (hangings: readonly Hanging[]): string[] =>
  hangings
    .filter(({ chains }) => chains.some(({ leaves }) => leaves))
    .flatMap(({ chains }) => chains.filter(({ display }) => display).map(headlineOf))
    .filter((text) => text.length >= fewestLetters);

/** The heading chains of a page that print a headline of an earlier page again; none where no text comes from another page. */
export function findJumpHeads(chains: readonly Chain[], earlier: readonly string[]): Set<Chain> {
  if (earlier.length === 0 || !chains.some(({ arrives }) => arrives)) return new Set();
  const known = [...new Set(earlier)].slice(-mostCompared).map(pairUp);
  return new Set(
    chains.filter((chain) => {
      const text = chain.display ? headlineOf(chain) : "";
      if (text.length < fewestLetters) return false;
      const own = pairUp(text);
      return known.some((other) => isSame(own, other));
    }),
  );
}
