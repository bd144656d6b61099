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
import { byPlace, middle, overlapX, overlapY, type Rect, type Span, widthOf } from "../rect.js";

/**
 * Share of the narrower of two that the other must cover for both to stand in one column. Boxes of neighbouring columns
 * overlap a bit; a folio or a title over a gutter covers less than half of itself on either side.
 */
const shared = 0.2;
/** Parts and rules of a page at most; more are no print, and every pair is looked at. */
export const mostParts = 1000;

const isOneColumn = (a: Span, b: Span): boolean =>
  overlapX(a, b) >= shared * Math.min(widthOf(a), widthOf(b));

/** Whether a rule parts what is above it from what is below. */
const isLevel = (rule: Rect): boolean => widthOf(rule) > 2 * heightOf(rule);

/** The breadth of the first of some that holds a part with room to spare, and nothing that stands beside the part. */
function firstAround(part: Rect, others: readonly Rect[], beside: readonly Rect[], em: number): Span[] {
  const around = others.find(
    (other) =>
      other.x0 <= part.x0 + em &&
      other.x1 >= part.x1 - em &&
      widthOf(other) > widthOf(part) + 2 * em &&
      !beside.some((neighbour) => isOneColumn(neighbour, other)),
  );
  return around ? [{ x0: Math.min(part.x0, around.x0), x1: Math.max(part.x1, around.x1) }] : [];
}

/**
 * What each stands for, of a list sorted downwards: a short line (a title, a signature) stands for the column that it is
 * set in, which is as broad as the text under or over it.
 */
function columnsOf(all: readonly Rect[], parts: ReadonlySet<Rect>, em: number): Span[] {
  return all.map((part, at) => {
    if (!parts.has(part)) return part;
    const beside = all.filter(
      (other) =>
        overlapY(other, part) > 0.5 * Math.min(heightOf(part), heightOf(other)) && !isOneColumn(other, part),
    );
    const found = [all.slice(at + 1), all.slice(0, at).reverse()].flatMap((others) =>
      firstAround(
        part,
        others.filter((other) => parts.has(other)),
        beside,
        em,
      ),
    );
    return found.sort((a, b) => widthOf(a) - widthOf(b))[0] ?? part;
  });
}

const heightOf = ({ y0, y1 }: Rect): number => y1 - y0;

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

/**
 * The parts in reading order; `rules` part the page and are not in it. `em` is how far a line may hang out of its column.
 * Undefined where there are too many to tell.
 */
export function readingOrder<T extends Rect>(
  parts: readonly T[],
  rules: readonly Rect[],
  em: number,
): T[] | undefined {
  if (parts.length + rules.length > mostParts) return undefined;
  const own = new Set<Rect>(parts);
  const all = [...parts, ...rules.filter(isLevel)].sort(
    (a, b) => byPlace(a, b) || middle(a) - middle(b) || a.x1 - b.x1,
  );
  const columns = columnsOf(all, own, em);
  const reach = reachDown(columns);
  const places = all.flatMap((part, at) => (own.has(part) ? [at] : []));
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
