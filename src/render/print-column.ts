/**
 * The column of its page that a story begins in, as `printColumn` of JSON-LD has it: counted in the direction of reading, in
 * vertical text the tiers from the top. Told only where a page has one grid of columns, which nearly all its text stands in;
 * a page of several widths has no column that everybody would count alike.
 *
 *     columns at 0.05, 0.29 and 0.77, a fourth without text at 0.53  →  the story in the last begins in column 4
 */
import type { Article } from "../model/article.js";
import type { LineId } from "../model/ids.js";
import { type Line, linesOf, type Page } from "../model/page.js";
import { directionOf } from "./words/index.js";

interface Stretch {
  readonly from: number;
  readonly to: number;
}
interface Column extends Stretch {
  readonly lines: number;
}

export interface ColumnGrid {
  readonly first: number;
  readonly pitch: number;
  readonly width: number;
  readonly count: number;
}

/** What is set in about the size of the body; headings stand over several columns. */
const bodyScale = { least: 0.8, most: 1.25 };
/** Columns are one where they share this much of the wider one. */
const same = 0.8;
/** Fewer lines are a caption, or a signature. */
const leastLines = 4;
/** Of the lines of that size, in the columns; the others are bylines, decks and folios, which stand as they like. */
const mostOfIt = 0.75;
/** Widths by the usual one, and places by the pitch, may differ by so much. */
const tolerance = 0.15;

const isVertical = ({ direction }: Page): boolean => direction === "vertical";

/** The column that layout measured the line in, along the page's lines. */
function columnOf({ box, place }: Line, vertical: boolean): Stretch | undefined {
  if (!box || !place || place.width <= 0) return undefined;
  const [start, length] = vertical ? [box.y, box.height] : [box.x, box.width];
  const em = length / place.width;
  const from = start - place.inset * em;
  const to = from + place.column * em;
  return Number.isFinite(from) && to > from ? { from, to } : undefined;
}

const shared = (a: Stretch, b: Stretch): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);
const lengthOf = ({ from, to }: Stretch): number => to - from;
const areSame = (a: Stretch, b: Stretch): boolean =>
  shared(a, b) >= same * Math.max(lengthOf(a), lengthOf(b));
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function gatherColumns(stretches: readonly Stretch[]): Column[] {
  const columns: { from: number; to: number; lines: number }[] = [];
  for (const stretch of stretches) {
    const known = columns.find((column) => areSame(column, stretch));
    if (known) known.lines += 1;
    else columns.push({ ...stretch, lines: 1 });
  }
  return columns.filter(({ lines }) => lines >= leastLines).sort((a, b) => a.from - b.from);
}

/** Undefined where the page has no places, one column only, or no single grid. */
function findGrid(page: Page): ColumnGrid | undefined {
  const vertical = isVertical(page);
  const printed = linesOf(page);
  const body = printed.flatMap((line) => {
    const scale = line.place?.scale ?? 0;
    const column = columnOf(line, vertical);
    return column && scale >= bodyScale.least && scale <= bodyScale.most ? [column] : [];
  });
  const columns = gatherColumns(body);
  if (columns.length < 2) return undefined;
  if (columns.reduce((sum, { lines }) => sum + lines, 0) < mostOfIt * body.length) return undefined;
  const width = median(columns.map(lengthOf));
  if (columns.some((column) => Math.abs(lengthOf(column) / width - 1) > tolerance)) return undefined;
  const steps = columns.slice(1).map(({ from }, at) => from - (columns[at] as Column).from);
  const pitch = Math.min(...steps);
  if (pitch < width * (1 - tolerance)) return undefined;
  if (steps.some((step) => Math.abs(step / pitch - Math.round(step / pitch)) > tolerance)) return undefined;
  const [begin, end] = [(columns[0] as Column).from, (columns.at(-1) as Column).to];
  // What stands beside the text, a picture's caption or a heading, has columns too.
  const edges = printed.flatMap(({ box }) =>
    box ? (vertical ? [box.y, box.y + box.height] : [box.x, box.x + box.width]) : [],
  );
  const before = Math.max(0, Math.round((begin - Math.min(begin, ...edges)) / pitch - tolerance));
  const after = Math.max(0, Math.round((Math.max(end, ...edges) - end) / pitch - tolerance));
  const between = Math.round((end - width - begin) / pitch) + 1;
  return { first: begin - before * pitch, pitch, width, count: before + between + after };
}

/** The grid of each page that has one, by its number. */
export const gridsOf = (pages: readonly Page[]): ReadonlyMap<number, ColumnGrid> =>
  new Map(
    pages.flatMap((page): [number, ColumnGrid][] => {
      const grid = findGrid(page);
      return grid ? [[page.number, grid]] : [];
    }),
  );

/** The column that the story's text begins in, from 1; undefined where its page's columns cannot be counted. */
export function findPrintColumn(
  article: Article,
  pages: readonly Page[],
  lines: ReadonlyMap<LineId, Line>,
  grids: ReadonlyMap<number, ColumnGrid>,
): number | undefined {
  const id = article.body[0]?.passage.spans[0]?.line;
  const line = id === undefined ? undefined : lines.get(id);
  const page = line && pages.find(({ number }) => number === line.page);
  const grid = page && grids.get(page.number);
  const own = line && page && columnOf(line, isVertical(page));
  if (!grid || !own) return undefined;
  const at = Math.round((own.from - grid.first) / grid.pitch);
  const column = { from: grid.first + at * grid.pitch, to: grid.first + at * grid.pitch + grid.width };
  if (at < 0 || at >= grid.count || !areSame(column, own)) return undefined;
  const toLeft = page !== undefined && !isVertical(page) && directionOf(page.language) === "rtl";
  return toLeft ? grid.count - at : at + 1;
}
