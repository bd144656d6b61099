/**
 * Jump lines that stand with the wrong story are given to the right one. Alike marks to one page ((下转3版) twice, or
 * set far from their text) cannot be told apart on their own page; the continuations on the other page can tell: where
 * another story of the page goes on in one of them far better than the one that holds the mark, the mark is its.
 * It refuses to make or drop a mark: it only moves one, and only for clear evidence.
 */
import type { DraftUnit } from "./draft-units.js";
import { solveAssignment } from "./solve-assignment.js";
import type { Story } from "./stories.js";

/** What evidence must be worth, in nats, to take a mark from the story it was grouped with. */
const movePrice = 2.2;
/** And if the taker has a jump line of its own already. */
const secondMarkPrice = 4;
/** A continuation is left to nobody rather than to a story with less than this. */
const least = -1;

/** @param judge what speaks for the story at the second position going on from the one at the first, in nats. */
export function settleMarks(stories: readonly Story[], judge: (from: number, to: number) => number): Story[] {
  const settled = [...stories];
  const pages = [...new Set(stories.map((story) => story.page))].sort((a, b) => a - b);
  for (const from of pages) for (const to of pages) if (from !== to) settlePair(settled, from, to, judge);
  return settled;
}

const marksTo = (story: Story, page: number): DraftUnit[] =>
  story.forward.filter((unit) => unit.mark?.page === page);

function settlePair(
  stories: Story[],
  from: number,
  to: number,
  judge: (from: number, to: number) => number,
): void {
  const second = stories.flatMap((story, i) =>
    story.page === to && story.backward.some((unit) => unit.mark?.page === from) ? [i] : [],
  );
  const first = stories.flatMap((story, i) => (story.page === from && story.body.length > 0 ? [i] : []));
  const marks = stories.reduce(
    (sum, story) => sum + (story.page === from ? marksTo(story, to).length : 0),
    0,
  );
  if (second.length === 0 || marks === 0 || first.length === 0) return;
  const worth = (x: number, z: number): number => {
    const story = stories[x] as Story;
    const price = marksTo(story, to).length > 0 ? 0 : story.forward.length > 0 ? secondMarkPrice : movePrice;
    return judge(x, z) - price;
  };
  const size = first.length + second.length;
  const matrix = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => {
      const z = second[row];
      const x = first[column];
      return z === undefined || x === undefined ? 0 : Math.min(0, least - worth(x, z)) || 0.001;
    }),
  );
  const chosen = solveAssignment(matrix);
  const holders = second.flatMap((_, row) => {
    const x = first[chosen[row] ?? -1];
    return x === undefined || (matrix[row]?.[chosen[row] ?? -1] ?? 0) >= 0 ? [] : [x];
  });
  for (const taker of holders) {
    if (marksTo(stories[taker] as Story, to).length > 0) continue;
    const giver = first.find((x) => {
      const spare = marksTo(stories[x] as Story, to).length;
      return spare > 1 || (spare === 1 && !holders.includes(x));
    });
    if (giver !== undefined) moveMark(stories, giver, taker, to);
  }
}

function moveMark(stories: Story[], giver: number, taker: number, page: number): void {
  const from = stories[giver] as Story;
  const to = stories[taker] as Story;
  const mark = marksTo(from, page).at(-1);
  if (!mark) return;
  const without = (list: readonly DraftUnit[]): DraftUnit[] => list.filter((unit) => unit !== mark);
  const margin = from.margins.get(mark) ?? 1;
  stories[giver] = { ...from, forward: without(from.forward), units: without(from.units) };
  stories[taker] = {
    ...to,
    forward: [...to.forward, mark],
    units: [...to.units, mark],
    margins: new Map([...to.margins, [mark, margin]]),
  };
}
