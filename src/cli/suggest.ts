/** “Did you mean check?” for a word that stands where a command could. Options are commander's own to suggest. */

/** More slips than this in a word make it another word: `chek`, `explian`, `artciles` are within. */
const SLIPS = 2;

/** The nearest of `known`, or undefined where none is near. `chek` → `check`; `papers` → undefined. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const near = known
    .map((name) => ({ name, slips: countSlips(word.toLowerCase(), name) }))
    .filter(({ name, slips }) => slips <= SLIPS && slips < name.length / 2)
    .sort((a, b) => a.slips - b.slips || (a.name < b.name ? -1 : 1));
  return near[0]?.name;
}

/** Edits from one word to the other: a letter more, less or other. Long words are far from everything. */
function countSlips(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > SLIPS) return Number.POSITIVE_INFINITY;
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const here = [row];
    for (let column = 1; column <= to.length; column++) {
      const other = from[row - 1] === to[column - 1] ? 0 : 1;
      here.push(
        Math.min((above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + other),
      );
    }
    above = here;
  }
  return above[to.length] ?? 0;
}
