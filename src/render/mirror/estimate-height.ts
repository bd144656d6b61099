/**
 * Estimates how high a story stands when it is set over a number of columns, and how large its headline can be there:
 * as large as its longest printed line allows, within what its rank on the page allows. Everything in ems of body type.
 */
import type { PartMeasure } from "./measure-part.js";

/** Ems between columns. */
export const gutter = 1.6;
/** Line pitch of the body type, in ems. */
export const leading = 1.65;
const headlinePitch = 1.22;
const lesserSize = 1.15;
const lesserPitch = 1.4;
/** Ems of white above and below a story. */
const padding = 2.5;

/** Largest headline type by columns spanned: a one-column story never shouts down the lead. */
const largestByColumns = [1.35, 1.9, 2.5, 3, 3.3];
/** A jump head is set smaller than the headline it repeats. */
const resumedCap = 1.9;
/** Nothing on the page is larger than its lead, and a lead may go a step further. */
const leadFactor = 1.2;
const smallestHeadline = 1.1;

export interface ColumnGrid {
  /** Ems of one column. */
  readonly measure: number;
  readonly columns: number;
}

export const spanWidth = (grid: ColumnGrid, columns: number): number =>
  columns * grid.measure + (columns - 1) * gutter;

/** Headline size in ems of body type for a story over `columns` columns; `rank` 0 is the page's lead. */
export function headlineSize(part: PartMeasure, rank: number, columns: number, grid: ColumnGrid): number {
  const longest = Math.max(0, ...part.headlineWidths);
  if (longest === 0) return smallestHeadline;
  const cap =
    (largestByColumns[Math.min(columns, largestByColumns.length) - 1] ?? smallestHeadline) *
    (rank === 0 ? leadFactor : 1);
  const fitting = (spanWidth(grid, columns) / longest) * 0.96;
  const kindCap = part.kind !== "story" ? Math.min(cap, 1.5) : part.resumed ? Math.min(cap, resumedCap) : cap;
  return Math.max(smallestHeadline, Math.min(fitting, kindCap));
}

const wrappedLines = (widths: readonly number[], size: number, room: number): number =>
  widths.reduce((sum, width) => sum + Math.max(1, Math.ceil((width * size) / room)), 0);

/** Height in ems of a story set over `columns` columns of the grid. */
export function estimateHeight(part: PartMeasure, rank: number, columns: number, grid: ColumnGrid): number {
  const room = spanWidth(grid, columns);
  const size = headlineSize(part, rank, columns, grid);
  const headline = wrappedLines(part.headlineWidths, size, room) * size * headlinePitch;
  const lesser = wrappedLines(part.lesserWidths, lesserSize, room) * lesserSize * lesserPitch;
  // Each paragraph wastes on average half of its last line.
  const lines = Math.ceil(part.ems / grid.measure + part.paragraphs * 0.5);
  return padding + headline + lesser + Math.ceil(lines / columns) * leading;
}
