/**
 * The order of a measured page's stories, as a reader's eye takes them: the one under the largest type first, but
 * none before what stands above it in its columns; then from the top, and from the side the script begins on.
 */
import type { Box } from "../../model/page.js";

export interface PlacedStory {
  /** Absent where nothing of the story has a place: such come last. */
  readonly area?: Box;
  /** Largest type, in ems of the body. */
  readonly type: number;
  /** Notices and adverts come after stories of the same size. */
  readonly minor: boolean;
}

/** Stories whose areas share this much of the narrower's width stand in one column. */
const sharedColumn = 0.3;
/** Type this many times larger is larger to the eye. */
const step = 1.25;

const rankOf = ({ type, minor }: PlacedStory): number =>
  minor ? -1 : Math.floor(Math.log(Math.max(type, 1)) / Math.log(step) + 0.5);

function isAbove(a: Box, b: Box): boolean {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return a.y < b.y && shared > Math.min(a.width, b.width) * sharedColumn;
}

/** @returns places in the list given, in order */
export function orderByPlace(stories: readonly PlacedStory[], vertical: boolean): number[] {
  const start = ({ x, width }: Box): number => (vertical ? 1 - x - width : x);
  const waiting = stories.map((_, index) => index).filter((index) => stories[index]?.area);
  const before = (a: number, b: number): number => {
    const [one, two] = [stories[a] as PlacedStory, stories[b] as PlacedStory];
    const [first, second] = [one.area as Box, two.area as Box];
    return rankOf(two) - rankOf(one) || first.y - second.y || start(first) - start(second) || a - b;
  };
  waiting.sort(before);
  const areaOf = (index: number): Box => stories[index]?.area as Box;
  const above = stories.map(({ area }) =>
    area ? waiting.reduce((count, other) => count + (isAbove(areaOf(other), area) ? 1 : 0), 0) : 0,
  );
  const order: number[] = [];
  while (waiting.length > 0) {
    // What stands above is higher, so the highest is always free.
    const at = waiting.findIndex((index) => above[index] === 0);
    const [next = 0] = waiting.splice(Math.max(0, at), 1);
    order.push(next);
    for (const index of waiting)
      if (isAbove(areaOf(next), areaOf(index))) above[index] = (above[index] ?? 0) - 1;
  }
  return [...order, ...stories.map((_, index) => index).filter((index) => !stories[index]?.area)];
}
