/**
 * Packs the stories of a page into a rectangle as a make-up editor does: cutting it across or down, again and again,
 * until each story has a piece of its own. Pieces that come of cutting cannot overlap, whatever grows in them later.
 * Stories come weightiest first, so the lead stands at the top. Of all ways to cut, the one with the least white
 * paper and the fewest misshapen stories wins; equal costs keep the first found, so the result is always the same.
 */
import { type ColumnGrid, estimateHeight } from "./estimate-height.js";
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
/** A story on several columns should have some lines in each. */
const fewestEmsPerColumn = 40;
const thinColumnPrice = 0.6;
/** Above this many stories the cuts are sought in groups of this size, so that time grows with the count only. */
const groupSize = 14;

function priceStory(part: PartMeasure, index: number, columns: number, grid: ColumnGrid): Packing {
  const height = estimateHeight(part, index, columns, grid);
  const width = columns * grid.measure;
  const skew = Math.max(Math.log2(height / width / highestShape), Math.log2(width / height / widestShape), 0);
  const thin = columns > 1 && part.ems < fewestEmsPerColumn * columns ? thinColumnPrice : 0;
  const across = index > 0 && columns >= severalColumns && columns === grid.columns ? acrossPrice : 0;
  const cost = width * height * (skew * shapePrice + thin + across);
  return { cut: { kind: "story", index, columns }, height, cost };
}

const flatten = (kind: "across" | "down", cut: Cut): readonly Cut[] =>
  cut.kind === kind ? cut.pieces : [cut];
const put = (kind: "across" | "down", columns: number, a: Cut, b: Cut): Cut => ({
  kind,
  columns,
  pieces: [...flatten(kind, a), ...flatten(kind, b)],
});

function packGroup(parts: readonly PartMeasure[], offset: number, grid: ColumnGrid): Packing {
  const known = new Map<number, Packing>();
  const size = parts.length + 1;
  const pack = (from: number, to: number, columns: number): Packing => {
    const key = (from * size + to) * (grid.columns + 1) + columns;
    const found = known.get(key);
    if (found) return found;
    const best = packAnew(from, to, columns);
    known.set(key, best);
    return best;
  };
  const packAnew = (from: number, to: number, columns: number): Packing => {
    const first = parts[from];
    if (first === undefined) return { cut: { kind: "across", columns, pieces: [] }, height: 0, cost: 0 };
    if (to - from === 1) return priceStory(first, offset + from, columns, grid);
    let best: Packing | undefined;
    for (let middle = from + 1; middle < to; middle += 1) {
      const above = pack(from, middle, columns);
      const below = pack(middle, to, columns);
      const across = above.cost + below.cost;
      if (!best || across < best.cost)
        best = {
          cut: put("across", columns, above.cut, below.cut),
          height: above.height + below.height,
          cost: across,
        };
      for (let left = 1; left < columns; left += 1) {
        const a = pack(from, middle, left);
        const b = pack(middle, to, columns - left);
        const height = Math.max(a.height, b.height);
        const white = ((height - a.height) * left + (height - b.height) * (columns - left)) * grid.measure;
        const down = a.cost + b.cost + white;
        if (down < best.cost) best = { cut: put("down", columns, a.cut, b.cut), height, cost: down };
      }
    }
    return best as Packing;
  };
  return pack(0, parts.length, grid.columns);
}

/** @param parts weightiest first. `index` in the result is the place in this list. */
export function packRegions(parts: readonly PartMeasure[], grid: ColumnGrid): Packing {
  let whole: Packing = { cut: { kind: "across", columns: grid.columns, pieces: [] }, height: 0, cost: 0 };
  for (let from = 0; from < parts.length; from += groupSize) {
    const group = packGroup(parts.slice(from, from + groupSize), from, grid);
    whole = {
      cut: put("across", grid.columns, whole.cut, group.cut),
      height: whole.height + group.height,
      cost: whole.cost + group.cost,
    };
  }
  return whole;
}
