/** Coordinates of a file, in whatever unit it uses, → boxes as fractions of the page. */
import type { Box } from "../model/page.js";

export interface PageMeasure {
  /** In the file's own unit. */
  readonly width: number;
  readonly height: number;
}

/** How far outside the page a box may reach and still be meant: skewed scans have words on the edge. */
const slack = 0.02;

/** Share of the page that nothing printed is narrower than: a tenth of one unit of the finest measure there is. */
const thinnest = 1e-7;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** A page size that boxes can be measured by. Nothing measures more than a million of any unit. */
export const isMeasure = ({ width, height }: PageMeasure): boolean =>
  width > 0 && height > 0 && width < 1e6 && height < 1e6;

/**
 * A box in the file's unit → fractions of the page; undefined where it makes no sense: a number missing or not
 * finite, a negative size or next to none, or a place outside the page. Edges that hang over the page a little are cut.
 */
export function placeBox(
  page: PageMeasure,
  x: number,
  y: number,
  width: number,
  height: number,
): Box | undefined {
  const [left, top] = [x / page.width, y / page.height];
  const [right, bottom] = [(x + width) / page.width, (y + height) / page.height];
  if (![left, top, right, bottom].every(Number.isFinite) || width <= 0 || height <= 0) return undefined;
  if (left < -slack || top < -slack || right > 1 + slack || bottom > 1 + slack) return undefined;
  const [x0, y0] = [clamp(left), clamp(top)];
  const [x1, y1] = [clamp(right), clamp(bottom)];
  return x1 - x0 > thinnest && y1 - y0 > thinnest
    ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }
    : undefined;
}

/** The smallest box around boxes; undefined around none. */
export function aroundBoxes(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  let [x0, y0, x1, y1] = [1, 1, 0, 0];
  for (const box of boxes) {
    x0 = Math.min(x0, box.x);
    y0 = Math.min(y0, box.y);
    x1 = Math.max(x1, box.x + box.width);
    y1 = Math.max(y1, box.y + box.height);
  }
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}
