/**
 * Packs the stories of a page into a rectangle as a make-up editor does: cutting it across or down, again and again,
 * until each story has a piece of its own. Pieces that come of cutting cannot overlap, whatever grows in them later.
 * Stories come weightiest first, so the lead stands at the top. Of all ways to cut, the one with the least white
 * paper and the fewest misshapen stories wins; equal costs keep the first found, so the result is always the same.
 */
import { type ColumnGrid, estimateHeight, headlineSize, spanWidth } from "./estimate-height.js";
import type { PartMeasure } from "./measure-part.js";

/** `across`: pieces one below the other. `down`: pieces side by side. `columns` is the width of the piece. */
export type Cut =
  | { readonly kind: "story"; readonly index: number; readonly columns: number }
  | { readonly kind: "across" | "down"; readonly columns: number; readonly pieces: readonly Cut[] };

export interface Packing {
  readonly cut: Cut;
  /** Ems. */
  readonly height: number;
  readonly cost: number;
}

/** A story higher than so many times its width, or wider than so many times its height, looks misshapen. */
const highestShape = 2.6;
const widestShape = 1.8;
/** What a misshapen story costs, as a share of its area per doubling beyond that. */
const shapePrice = 0.4;
/** Only the lead runs across a page of several columns; any other story that does costs this share of its area. */
const acrossPrice = 0.25;
const severalColumns = 3;
/** The lead of a page of so many columns stands over more than one; one that does not costs this share of its area. */
const leadColumns = 4;
const narrowLeadPrice = 0.5;
/** A story on several columns should have some lines in each. */
const fewestEmsPerColumn = 40;
const thinColumnPrice = 0.6;
/** A headline fills its width: one whose longest line takes less than this share of it was set narrower. */
const emptiestHeadline = 0.55;
/** What an emptier one costs, as a share of the area, per doubling. */
const emptyHeadlinePrice = 0.5;
/** A printed headline line that must be broken even in small type was set wider; cost as above, per doubling. */
const brokenHeadlinePrice = 1;
/** Above this many stories the cuts are sought in groups of this size, so that time grows with the count only. */
export const groupSize = 14;

function priceStory(
  part: PartMeasure,
  index: number,
  columns: number,
  grid: ColumnGrid,
): { height: number; cost: number } {
  const height = estimateHeight(part, index, columns, grid);
  const width = columns * grid.measure;
  const skew = Math.max(Math.log2(height / width / highestShape), Math.log2(width / height / widestShape), 0);
  const thin = columns > 1 && part.ems < fewestEmsPerColumn * columns ? thinColumnPrice : 0;
  const across = index > 0 && columns >= severalColumns && columns === grid.columns ? acrossPrice : 0;
  const narrowLead = index === 0 && columns === 1 && grid.columns >= leadColumns ? narrowLeadPrice : 0;
  const longest = Math.max(0, ...part.headlineWidths) * headlineSize(part, index, columns, grid);
  const fill = longest / spanWidth(grid, columns);
  const empty = columns > 1 && longest > 0 ? Math.max(0, Math.log2(emptiestHeadline / fill)) : 0;
  const broken = Math.max(0, Math.log2(Math.max(fill, 1)));
  const prices =
    skew * shapePrice +
    thin +
    across +
    narrowLead +
    empty * emptyHeadlinePrice +
    broken * brokenHeadlinePrice;
  const cost = width * height * prices;
  return { height, cost };
}

const flatten = (kind: "across" | "down", cut: Cut): readonly Cut[] =>
  cut.kind === kind ? cut.pieces : [cut];
const put = (kind: "across" | "down", columns: number, a: Cut, b: Cut): Cut => ({
  kind,
  columns,
  pieces: [...flatten(kind, a), ...flatten(kind, b)],
});

/** The best way to set a run of stories on a number of columns. `left` is 0 for a cut across, else the columns left of a cut down. */
interface Choice {
  readonly height: number;
  readonly cost: number;
  readonly middle: number;
  readonly left: number;
}

function packGroup(parts: readonly PartMeasure[], offset: number, grid: ColumnGrid): Packing {
  const known: (Choice | undefined)[] = [];
  const size = parts.length + 1;
  const choose = (from: number, to: number, columns: number): Choice => {
    const key = (from * size + to) * (grid.columns + 1) + columns;
    const found = known[key] ?? chooseAnew(from, to, columns);
    known[key] = found;
    return found;
  };
  const chooseAnew = (from: number, to: number, columns: number): Choice => {
    if (to - from === 1) {
      const { height, cost } = priceStory(parts[from] as PartMeasure, offset + from, columns, grid);
      return { height, cost, middle: from, left: 0 };
    }
    let best: Choice | undefined;
    for (let middle = from + 1; middle < to; middle += 1) {
      const above = choose(from, middle, columns);
      const below = choose(middle, to, columns);
      const across = above.cost + below.cost;
      if (!best || across < best.cost)
        best = { height: above.height + below.height, cost: across, middle, left: 0 };
      for (let left = 1; left < columns; left += 1) {
        const a = choose(from, middle, left);
        const b = choose(middle, to, columns - left);
        const height = Math.max(a.height, b.height);
        const white = ((height - a.height) * left + (height - b.height) * (columns - left)) * grid.measure;
        const down = a.cost + b.cost + white;
        if (down < best.cost) best = { height, cost: down, middle, left };
      }
    }
    return best as Choice;
  };
  const build = (from: number, to: number, columns: number): Cut => {
    if (to - from === 1) return { kind: "story", index: offset + from, columns };
    const { middle, left } = choose(from, to, columns);
    if (left === 0) return put("across", columns, build(from, middle, columns), build(middle, to, columns));
    return put("down", columns, build(from, middle, left), build(middle, to, columns - left));
  };
  const { height, cost } = choose(0, parts.length, grid.columns);
  return { cut: build(0, parts.length, grid.columns), height, cost };
}

/** @param parts weightiest first. `index` in the result is the place in this list. */
export function packRegions(parts: readonly PartMeasure[], grid: ColumnGrid): Packing {
  const pieces: Cut[] = [];
  let height = 0;
  let cost = 0;
  for (let from = 0; from < parts.length; from += groupSize) {
    const group = packGroup(parts.slice(from, from + groupSize), from, grid);
    pieces.push(...flatten("across", group.cut));
    height += group.height;
    cost += group.cost;
  }
  const [only] = pieces;
  return {
    cut: pieces.length === 1 && only ? only : { kind: "across", columns: grid.columns, pieces },
    height,
    cost,
  };
}
