/**
 * Directions of reading on a page, and coordinates along and across each. In its frame every line runs to the right
 * and the next one stands below it, whether it is printed across the page, down it or up its edge: `u` runs along the
 * line, `v` from line to line.
 *
 *     angle 0:   u = x, v = y       a line of English
 *     angle 90:  u = y, v = −x      a column of Chinese, and English turned to read down the page
 */
import type { PdfRectangle } from "../../model/pdf-content.js";

/** Degrees that a line may lean and still be upright or level: scans are skewed. */
const skew = 8;
/** Slanted stamps are put together by so many degrees. */
const step = 5;

/** Any angle → the frame it belongs to, in degrees from 0 to 359. */
export function snapAngle(angle: number): number {
  const turns = Math.round(angle / 90);
  const snapped = Math.abs(angle - turns * 90) <= skew ? turns * 90 : Math.round(angle / step) * step;
  return ((snapped % 360) + 360) % 360;
}

/** Exact for quarters: sin(180°) is not quite 0 in floating point. */
function directionOf(angle: number): readonly [number, number] {
  const quarter = angle % 90 === 0 ? (angle / 90) % 4 : -1;
  if (quarter >= 0) return [[1, 0, -1, 0][quarter] ?? 1, [0, 1, 0, -1][quarter] ?? 0];
  const radians = (angle * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
}

export function toFrame(angle: number, x: number, y: number): readonly [number, number] {
  const [cos, sin] = directionOf(angle);
  return [x * cos + y * sin, y * cos - x * sin];
}

export function fromFrame(angle: number, u: number, v: number): readonly [number, number] {
  const [cos, sin] = directionOf(angle);
  return [u * cos - v * sin, u * sin + v * cos];
}

/** A stretch along the line and across it. */
export interface Extent {
  readonly u0: number;
  readonly u1: number;
  readonly v0: number;
  readonly v1: number;
}

/** A rectangle of the page in a frame; around it where the frame is slanted. */
export function extentOf(angle: number, { x, y, width, height }: PdfRectangle): Extent {
  const corners = [
    toFrame(angle, x, y),
    toFrame(angle, x + width, y),
    toFrame(angle, x, y + height),
    toFrame(angle, x + width, y + height),
  ];
  const [us, vs] = [corners.map(([u]) => u), corners.map(([, v]) => v)];
  return { u0: Math.min(...us), u1: Math.max(...us), v0: Math.min(...vs), v1: Math.max(...vs) };
}

/** The way back: an extent as a rectangle of the page. */
export function rectangleOf(angle: number, { u0, u1, v0, v1 }: Extent): PdfRectangle {
  const corners = [
    fromFrame(angle, u0, v0),
    fromFrame(angle, u1, v0),
    fromFrame(angle, u0, v1),
    fromFrame(angle, u1, v1),
  ];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
