/**
 * White that runs through all columns of a page parts it like a printed rule. Not all of it does: two columns often have
 * a gap at one height by chance. That three have one is rare (each has perhaps five, of two lines, among eighty); and
 * where the columns above are others than those below, it is no chance at all; nor is it under a line that stands by
 * itself over the middle of the page.
 *
 *     ─────a───── ─────b─────
 *     ──c── ──d── ──e──          white, and d stands under both a and b: b is read before c
 */
import { around, type Frame, overlapX, type Rect, type Span, widthOf } from "../rect.js";
import { isOneColumn } from "./one-column.js";

/** A part with the column that it stands for. */
export interface Standing {
  readonly rect: Rect;
  readonly column: Span;
}

/** Pitches of white, besides the leading that is under every line. */
const leastWhite = 1;
const manyColumns = 3;
/** Columns are the same where one covers this share of the other. */
const same = 0.85;

/** No page has more, and nobody must look further. */
const mostColumns = 40;

/** Those of a list, the nearest first, that no nearer one hides. */
function nearestOf(parts: readonly Standing[]): Standing[] {
  const near: Standing[] = [];
  for (const part of parts) {
    if (near.length > mostColumns) break;
    if (!near.some((other) => isOneColumn(other.column, part.column))) near.push(part);
  }
  return near;
}
/** Whether one reaches from one column of the others into another without covering it. */
const isStaggered = (part: Standing, others: readonly Standing[]): boolean =>
  others.filter(({ column }) => {
    const narrower = Math.min(widthOf(part.column), widthOf(column));
    const shared = overlapX(part.column, column);
    return shared > (1 - same) * narrower && shared < same * narrower;
  }).length > 1;

function isParted(above: readonly Standing[], below: readonly Standing[]): boolean {
  return (
    (above.length >= manyColumns && below.length >= manyColumns) ||
    above.some((part) => isStaggered(part, below)) ||
    below.some((part) => isStaggered(part, above))
  );
}

/** A line by itself over the middle of everything: the folio, the name of the paper, a title of the whole page. */
function isHeadLine(row: readonly Standing[], { x0, x1 }: Span): boolean {
  const [line] = row;
  if (!line || row.length > 1) return false;
  return Math.abs(line.rect.x0 + line.rect.x1 - x0 - x1) / 2 < offMiddle * (x1 - x0);
}
/** Share of the page's breadth by which it may be off the middle. */
const offMiddle = 0.05;

/** Whether a printed rule runs down through the white: the columns that it parts go on. */
const isRunThrough = ({ y0, y1 }: Rect, rules: readonly Rect[], pitch: number): boolean =>
  rules.some((rule) => rule.y1 - rule.y0 > widthOf(rule) && rule.y0 < y0 - pitch && rule.y1 > y1 + pitch);

/** White bands that part the page, as if they were printed rules; `sorted` goes downwards. */
export function whiteBands(
  sorted: readonly Standing[],
  { rules, pitch }: Pick<Frame, "rules" | "pitch">,
): Rect[] {
  const bands: Rect[] = [];
  const { x0, x1 } = around(sorted.map(({ rect }) => rect));
  // Only what stands since the last white is above a band: a title alone between two is at the head of a column.
  let from = 0;
  let foot = -Infinity;
  sorted.forEach(({ rect }, at) => {
    if (at > 0 && rect.y0 - foot > leastWhite * pitch) {
      const row = sorted.slice(from, at);
      const band = { x0, x1, y0: foot, y1: rect.y0 };
      const above = nearestOf([...row].sort((a, b) => b.rect.y1 - a.rect.y1));
      const parts =
        (from === 0 && isHeadLine(row, { x0, x1 })) || isParted(above, nearestOf(sorted.slice(at)));
      if (parts && !isRunThrough(band, rules, pitch)) bands.push(band);
      from = at;
    }
    foot = Math.max(foot, rect.y1);
  });
  return bands;
}
