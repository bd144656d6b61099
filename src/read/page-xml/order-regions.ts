/**
 * In which order the regions of a page are read, and the lines of a region. The file's `ReadingOrder` is followed by
 * its indexes, not by the order in which it happens to be written; a region in a region that it names follows that
 * region; what it does not name follows at the end, in file order. Never loses a region and never gives one twice.
 *
 *     <OrderedGroup><RegionRefIndexed index="1" regionRef="r2"/><RegionRefIndexed index="0" regionRef="r9"/>  →  r9, r2
 */
import { customValue } from "./custom-value.js";
import { numberIn, type RawLine, type RawOrder, type RawPage, type RawRegion } from "./raw-page.js";

export interface OrderedRegions {
  readonly regions: readonly RawRegion[];
  /** Whether the file says of at least two regions which comes first. An unordered group says nothing. */
  readonly stated: boolean;
  /** Regions that the reading order names and the file does not have. */
  readonly missing: number;
  /** Regions it neither names nor has inside one it names. */
  readonly unnamed: ReadonlySet<RawRegion>;
}

/** Items by their number; items without one keep their place after the item before them. */
function byIndex<T>(items: readonly T[], indexOf: (item: T) => number | undefined): T[] {
  let last = Number.NEGATIVE_INFINITY;
  const keyed = items.map((item) => {
    last = indexOf(item) ?? last;
    return { item, key: last };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}

/** Ids in the order they are read. A group that names a region stands for that region and what is in it. */
function namedIds(order: RawOrder, ids: string[]): void {
  if (order.regionRef !== undefined) ids.push(order.regionRef);
  const members = order.ordered ? byIndex(order.members, ({ index }) => index) : order.members;
  for (const member of members) namedIds(member, ids);
}

const namesRegion = (order: RawOrder): boolean =>
  order.regionRef !== undefined || order.members.some(namesRegion);

const statesOrder = (order: RawOrder): boolean =>
  (order.ordered && order.members.filter(namesRegion).length > 1) || order.members.some(statesOrder);

export function orderRegions({ root, elements, order }: RawPage): OrderedRegions {
  const inFile = elements.flatMap((element) => (element.what === "region" ? [element] : []));
  const byId = new Map<string, RawRegion>();
  for (const region of inFile)
    if (region.values.id !== undefined && region !== root && !byId.has(region.values.id))
      byId.set(region.values.id, region);
  const ids: string[] = [];
  if (order) namedIds(order, ids);
  const named = new Set(ids.flatMap((id) => byId.get(id) ?? []));
  const regions = new Set<RawRegion>();
  const add = (region: RawRegion): void => {
    if (regions.has(region)) return;
    regions.add(region);
    for (const inner of region.regions) if (!named.has(inner)) add(inner);
  };
  for (const region of named) add(region);
  const followed = new Set(regions);
  for (const region of inFile) {
    // The page holds all regions; adding it whole would put them before their turn.
    if (region === root) regions.add(region);
    else add(region);
  }
  return {
    regions: [...regions],
    stated: order !== undefined && named.size > 1 && statesOrder(order),
    missing: new Set(ids.filter((id) => !byId.has(id))).size,
    unnamed: new Set(named.size === 0 ? [] : inFile.filter((region) => !followed.has(region))),
  };
}

/** A number for each line where each has one and no two the same. */
function distinct(lines: readonly RawLine[], indexOf: (line: RawLine) => number | undefined) {
  const numbers = new Map<RawLine, number>();
  for (const line of lines) {
    const number = indexOf(line);
    if (number === undefined) return undefined;
    numbers.set(line, number);
  }
  return new Set(numbers.values()).size === lines.length ? numbers : undefined;
}

/**
 * The lines of a region as they are read: by `index` (2019), else, in a file without a reading order, by Transkribus's
 * own `readingOrder {index:N;}`, else in file order.
 */
export function orderLines(lines: readonly RawLine[], hasReadingOrder: boolean): readonly RawLine[] {
  const numbers =
    distinct(lines, ({ values }) => numberIn(values.index)) ??
    (hasReadingOrder
      ? undefined
      : distinct(lines, ({ values }) => numberIn(customValue(values.custom, "readingOrder", "index"))));
  return numbers ? byIndex(lines, (line) => numbers.get(line)) : lines;
}
