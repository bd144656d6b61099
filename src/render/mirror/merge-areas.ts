/**
 * The rectangles a story takes on its measured page. Its lines, in reading order, are joined into ever larger
 * rectangles as long as nothing of another story comes to lie inside, so a story that stands whole is one rectangle
 * and an L-shaped one (a headline over three columns, its text in the first) is two or three.
 * No rectangle of one story overlaps one of another: where boxes in the file do, both end in the middle.
 */
import type { Box } from "../../model/page.js";

/** A line belongs to a rectangle's neighbour unless more than this share of its thickness is inside: scans lean. */
const hem = 0.3;
/** White around the lines of an area, in ems of the page's body type. */
const padding = { along: 0.5, across: 0.35 };

const rightOf = (box: Box): number => box.x + box.width;
const bottomOf = (box: Box): number => box.y + box.height;

function between(left: number, top: number, right: number, bottom: number): Box {
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
const unite = (a: Box, b: Box): Box =>
  between(
    Math.min(a.x, b.x),
    Math.min(a.y, b.y),
    Math.max(rightOf(a), rightOf(b)),
    Math.max(bottomOf(a), bottomOf(b)),
  );
const overlap = (a: Box, b: Box): { width: number; height: number } => ({
  width: Math.min(rightOf(a), rightOf(b)) - Math.max(a.x, b.x),
  height: Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y, b.y),
});
/** Asked for every line against every other: no object is made for it. */
const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The core of a line's box, without the hem that may lean over a border. */
function coreOf(box: Box): Box {
  const edge = Math.min(box.width, box.height) * hem;
  return between(box.x + edge, box.y + edge, rightOf(box) - edge, bottomOf(box) - edge);
}

/** What must stay outside a story's areas: lines of other stories, and areas that were joined before. */
interface Obstacle {
  /** Whose it is; nobody's is nobody's. */
  readonly story: number | undefined;
  readonly core: Box;
}

function join(lines: readonly Box[], story: number, obstacles: readonly Obstacle[]): Box[] {
  const areas: Box[] = [];
  for (const line of lines) {
    let area = line;
    for (let last = areas.at(-1); last !== undefined; last = areas.at(-1)) {
      const both = unite(last, area);
      if (obstacles.some((each) => each.story !== story && meets(both, each.core))) break;
      area = both;
      areas.pop();
    }
    areas.push(area);
  }
  return areas;
}

/** Takes from both what they share, along the side where they share least. */
function part(a: Box, b: Box): [Box, Box] {
  const { width, height } = overlap(a, b);
  if (width <= 0 || height <= 0) return [a, b];
  if (width <= height) {
    const [left, right] = a.x + rightOf(a) <= b.x + rightOf(b) ? [a, b] : [b, a];
    const middle = (Math.max(left.x, right.x) + Math.min(rightOf(left), rightOf(right))) / 2;
    const cut = between(left.x, left.y, middle, bottomOf(left));
    const rest = between(middle, right.y, rightOf(right), bottomOf(right));
    return left === a ? [cut, rest] : [rest, cut];
  }
  const [upper, lower] = a.y + bottomOf(a) <= b.y + bottomOf(b) ? [a, b] : [b, a];
  const middle = (Math.max(upper.y, lower.y) + Math.min(bottomOf(upper), bottomOf(lower))) / 2;
  const cut = between(upper.x, upper.y, rightOf(upper), middle);
  const rest = between(lower.x, middle, rightOf(lower), bottomOf(lower));
  return upper === a ? [cut, rest] : [rest, cut];
}

/**
 * @param stories the boxes of each story's lines, in reading order
 * @param strangers lines of no story
 * @returns for each story its areas, the one it begins in first
 */
export function mergeAreas(
  stories: readonly (readonly Box[])[],
  strangers: readonly Box[],
  em: number,
  aspect: number,
): Box[][] {
  const obstacles: Obstacle[] = strangers.map((box) => ({ story: undefined, core: coreOf(box) }));
  stories.forEach((lines, story) => {
    for (const box of lines) obstacles.push({ story, core: coreOf(box) });
  });
  const joined = stories.map((lines, story) => {
    const areas = join(lines, story, obstacles);
    for (const box of areas) obstacles.push({ story, core: coreOf(box) });
    return areas;
  });
  const areas = joined.map((list) =>
    list.map((area) =>
      between(
        Math.max(0, area.x - em * padding.along),
        Math.max(0, area.y - em * padding.across),
        Math.min(1, rightOf(area) + em * padding.along),
        Math.min(aspect, bottomOf(area) + em * padding.across),
      ),
    ),
  );
  const flat = areas.flatMap((list, story) => list.map((_, index) => ({ story, index })));
  flat.forEach((one, at) => {
    for (let next = at + 1; next < flat.length; next += 1) {
      const other = flat[next] as (typeof flat)[number];
      if (other.story === one.story) continue;
      const [mine, yours] = [areas[one.story] as Box[], areas[other.story] as Box[]];
      if (!meets(mine[one.index] as Box, yours[other.index] as Box)) continue;
      const [a, b] = part(mine[one.index] as Box, yours[other.index] as Box);
      mine[one.index] = a;
      yours[other.index] = b;
    }
  });
  return areas.map((list) => list.filter(({ width, height }) => width > 0 && height > 0));
}
