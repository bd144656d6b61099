/**
 * The grid of a page whose columns are all of one measure, and its storeys: what stands between rules through all columns,
 * each with its columns from left to right. It takes the page as it stands, whether its columns are read so or not.
 */
import type { Chain } from "../chain-lines.js";
import { median } from "../median.js";
import { around, type Frame, isThroughout, middle, overlapX, type Rect, widthOf } from "../rect.js";

/** Lines of text that show a column's measure; a column may differ from another's to this share. */
const telling = 3;
export const wide = 1.3;
/** Of more rules between storeys on a page the upper ones are taken. */
const mostRules = 40;
/** Ems by which a heading may hang out of its column. */
const hang = 1;

export interface Storey {
  /** Headings over all its columns. */
  readonly heads: readonly Chain[];
  readonly columns: readonly (readonly Chain[])[];
}

/** The columns of the page, by the text that fills them. */
export function gridOf(chains: readonly Chain[]): Rect[] | undefined {
  const text = chains.filter(({ display, spots }) => !display && spots.length >= telling);
  const usual = median(text.map(widthOf));
  const columns: Rect[] = [];
  // Few lines at a column's foot show where it is as well.
  const full = chains.filter((one) => !one.display && Math.abs(widthOf(one) / usual - 1) < 0.2);
  for (const chain of full.sort((a, b) => a.x0 - b.x0)) {
    const column = columns.findIndex((other) => overlapX(other, chain) > 0.5 * usual);
    if (column < 0) columns.push(chain);
    else columns[column] = around([columns[column] as Rect, chain]);
  }
  return columns.some((column) => widthOf(column) > wide * usual) ? undefined : columns;
}

const columnOf = (grid: readonly Rect[], chain: Rect): number =>
  grid.reduce(
    (best, column, at) => (overlapX(column, chain) > overlapX(grid[best] as Rect, chain) ? at : best),
    0,
  );

export const isInColumn = (frame: Frame, grid: readonly Rect[], chain: Rect): boolean =>
  grid.some(({ x0, x1 }) => chain.x0 > x0 - hang * frame.em && chain.x1 < x1 + hang * frame.em);

/** The page cut at rules through all columns; in each storey its columns, from top to bottom. */
export function storeysOf(frame: Frame, chains: readonly Chain[], grid: readonly Rect[]): Storey[] {
  const all = around(grid);
  const cuts = frame.rules
    .filter((rule) => isThroughout(rule, all))
    .map(middle)
    .sort((a, b) => a - b)
    .slice(0, mostRules);
  const parts = [-Infinity, ...cuts].map((from, i) =>
    chains.filter((chain) => middle(chain) > from && middle(chain) <= (cuts[i] ?? Infinity)),
  );
  return parts
    .filter((part) => part.length > 0)
    .map((part): Storey => {
      const text = part.filter(({ display }) => !display);
      const top = Math.min(...text.map(({ y0 }) => y0));
      const heads = part
        .filter((chain) => chain.display && !isInColumn(frame, grid, chain) && chain.y0 < top)
        .sort((a, b) => a.y0 - b.y0);
      // What stands over such a heading, or between its lines, is of it too: a rubric, a kicker.
      const foot = heads.at(-1)?.y1 ?? -Infinity;
      const over = part.filter(
        (chain) => chain.y1 <= foot + frame.em / 2 && (chain.display || chain.y1 < top),
      );
      const head = new Set([...heads, ...over]);
      const columns = grid.map((_, at) =>
        part.filter((chain) => !head.has(chain) && columnOf(grid, chain) === at).sort((a, b) => a.y0 - b.y0),
      );
      return { heads: [...head].sort((a, b) => a.y0 - b.y0), columns };
    });
}
