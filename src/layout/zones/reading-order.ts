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
import { byPlace, type Frame, isLevelRule, middle, type Rect, type Span } from "../rect.js";
import { columnsOf, isOneColumn } from "./one-column.js";
import { whiteBands } from "./white-bands.js";

/** Parts and rules of a page at most; more are no print, and every pair is looked at. */
export const mostParts = 1000;

/** For each of a list sorted downwards, which of those after it can be reached by going down: a bit for each. */
function reachDown(parts: readonly Span[]): Uint32Array[] {
  const words = Math.ceil(parts.length / 32);
  const reach = parts.map(() => new Uint32Array(words));
  for (let from = parts.length - 1; from >= 0; from -= 1) {
    const row = reach[from] as Uint32Array;
    for (let to = from + 1; to < parts.length; to += 1) {
      if (hasBit(row, to) || !isOneColumn(parts[from] as Span, parts[to] as Span)) continue;
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

const sortDown = <T extends Rect>(rects: readonly T[]): T[] =>
  [...rects].sort((a, b) => byPlace(a, b) || middle(a) - middle(b) || a.x1 - b.x1);

/** What the order of a page's parts is told by, besides the parts. */
export type Print = Pick<Frame, "rules" | "em" | "pitch">;

/** The parts in reading order. Undefined where there are too many to tell. */
export function readingOrder<T extends Rect>(
  parts: readonly T[],
  { rules, em, pitch }: Print,
): T[] | undefined {
  if (parts.length + rules.length > mostParts) return undefined;
  const sorted = sortDown(parts);
  const columnOf = new Map<Rect, Span>(columnsOf(sorted, em).map((column, at) => [sorted[at] as T, column]));
  const bands = whiteBands(
    sorted.map((rect) => ({ rect, column: columnOf.get(rect) ?? rect })),
    { rules, pitch },
  );
  const all = sortDown<Rect>([...sorted, ...rules.filter(isLevelRule), ...bands]);
  const columns = all.map((part) => columnOf.get(part) ?? part);
  const reach = reachDown(columns);
  const places = all.flatMap((part, at) => (columnOf.has(part) ? [at] : []));
  /** 2: above it; 1: left of it; 0: neither. */
  const precedes = (a: number, b: number): 0 | 1 | 2 => {
    if (a < b ? hasBit(reach[a] as Uint32Array, b) : hasBit(reach[b] as Uint32Array, a)) return a < b ? 2 : 0;
    const apart = centre(columns[a] as Span) - centre(columns[b] as Span);
    return apart < 0 || (apart === 0 && a < b) ? 1 : 0;
  };
  return walk(places, precedes).map((at) => all[at] as T);
}

const centre = ({ x0, x1 }: Span): number => x0 + x1;

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
