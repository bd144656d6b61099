/**
 * In what order the parts of a page are read. Of two, the one above comes first where they share a column; else the one
 * on the left, unless something leads from the right one down to the left one: a headline over both columns, a rule
 * through both, or a chain of such. So storeys are read one after the other and in each its own columns, without a
 * grid that holds for the whole page (Breuel, High Performance Document Layout Analysis, 2003).
 *
 *     ┌ a ┬ b ┐    a b: nothing between them
 *     ├───c───┤    b c d: c stands under b and over d, so that b is read before d though d is on its left
 *     └ d ┴ e ┘
 *
 * Staggered pages can lead in a ring (each of four before the next); there what stands above counts, then the left.
 * It refuses to know what the parts are about.
 */
import { byPlace, middle, overlapX, type Rect, widthOf } from "../rect.js";

/** Share of the narrower of two that the other must cover for both to stand in one column: boxes of neighbours overlap a bit. */
const shared = 0.3;
/** Parts and rules of a page at most; more are no print, and every pair is looked at. */
export const mostParts = 1500;

/** Whether two stand in one column. Parts without breadth share what they stand in. */
export const isOneColumn = (a: Rect, b: Rect): boolean =>
  overlapX(a, b) >= shared * Math.min(widthOf(a), widthOf(b));

/** Whether a rule parts what is above it from what is below. */
const isLevel = (rule: Rect): boolean => widthOf(rule) > 2 * (rule.y1 - rule.y0);

/** For each of a list sorted downwards, which of those after it can be reached by going down: a bit for each. */
function reachDown(parts: readonly Rect[]): Uint32Array[] {
  const words = Math.ceil(parts.length / 32);
  const reach = parts.map(() => new Uint32Array(words));
  for (let from = parts.length - 1; from >= 0; from -= 1) {
    const row = reach[from] as Uint32Array;
    for (let to = from + 1; to < parts.length; to += 1) {
      if (hasBit(row, to) || !isOneColumn(parts[from] as Rect, parts[to] as Rect)) continue;
      (reach[to] as Uint32Array).forEach((bits, at) => {
        row[at] = (row[at] as number) | bits;
      });
      row[to >> 5] = (row[to >> 5] as number) | (1 << (to & 31));
    }
  }
  return reach;
}

const hasBit = (row: Uint32Array, at: number): boolean => ((row[at >> 5] as number) & (1 << (at & 31))) !== 0;

/** What `walk` knows of a part: how many are to be read before it, because they are above or because they are left of it. */
interface Awaited {
  above: number;
  left: number;
}

/** The parts in reading order; `rules` part the page and are not in it. Undefined where there are too many to tell. */
export function readingOrder<T extends Rect>(parts: readonly T[], rules: readonly Rect[]): T[] | undefined {
  if (parts.length + rules.length > mostParts) return undefined;
  const own = new Set<Rect>(parts);
  const all = [...parts, ...rules.filter(isLevel)].sort(
    (a, b) => byPlace(a, b) || middle(a) - middle(b) || a.x1 - b.x1,
  );
  const reach = reachDown(all);
  const places = all.flatMap((part, at) => (own.has(part) ? [at] : []));
  /** 2: above it; 1: left of it; 0: neither. */
  const precedes = (a: number, b: number): 0 | 1 | 2 => {
    if (a < b ? hasBit(reach[a] as Uint32Array, b) : hasBit(reach[b] as Uint32Array, a)) return a < b ? 2 : 0;
    const apart = centre(all[a] as Rect) - centre(all[b] as Rect);
    return apart < 0 || (apart === 0 && a < b) ? 1 : 0;
  };
  return walk(places, precedes).map((at) => all[at] as T);
}

const centre = ({ x0, x1 }: Rect): number => x0 + x1;

/** Takes the first that waits for no other; in a ring the one that waits for none above it and for the fewest left of it. */
function walk(places: readonly number[], precedes: (a: number, b: number) => 0 | 1 | 2): number[] {
  const awaited = new Map(places.map((at): [number, Awaited] => [at, { above: 0, left: 0 }]));
  const count = (a: number, by: 1 | -1): void => {
    for (const [b, waits] of awaited) {
      const how = a === b ? 0 : precedes(a, b);
      if (how === 2) waits.above += by;
      else if (how === 1) waits.left += by;
    }
  };
  for (const at of places) count(at, 1);
  const order: number[] = [];
  while (awaited.size > 0) {
    let next: [number, Awaited] | undefined;
    for (const entry of awaited) {
      const [, { above, left }] = entry;
      if (above === 0 && (!next || left < next[1].left)) next = entry;
    }
    if (!next) break;
    order.push(next[0]);
    awaited.delete(next[0]);
    count(next[0], -1);
  }
  return order;
}
