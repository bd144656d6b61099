/**
 * Printed rules out of painted paths: `40 185 389 1 re f` (a bar filled) and `40 185 m 429 185 l S` (a line stroked)
 * are both a rule over a column. Only what runs along the page's edges is one: slanted lines and curves are drawings.
 * The four sides of a frame are four rules.
 */

import type { PdfRectangle } from "../../model/pdf-content.js";
import { apply, type Matrix } from "./matrix.js";

/** pdf.js' numbers for the parts of a path, and how many numbers follow each. */
const drawTo = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;
const numbersAfter: readonly number[] = [2, 2, 6, 4, 0];
/** Thickest rule in points: broadsheets print bars of up to a pica over heads; thicker is a tinted box. */
const thickest = 12;
/** Shortest rule in points, and its least length by its thickness: shorter is a dash or an ornament. */
const shortest = 12;
const leastSlenderness = 6;
/** How far from upright or level a rule may lean, in points over its whole length. */
const lean = 1;

type Point = readonly [number, number];

/** The straight outlines of a path, each closed or open; one with a curve in it is left out. */
export function outlinesOf(path: ArrayLike<number>): Point[][] {
  const outlines: Point[][] = [];
  let points: Point[] = [];
  let isStraight = true;
  const finish = () => {
    if (isStraight && points.length > 1) outlines.push(points);
    points = [];
    isStraight = true;
  };
  for (let at = 0; at < path.length; ) {
    const kind = path[at] ?? 0;
    const count = numbersAfter[kind];
    if (count === undefined) break;
    const [x, y] = [path[at + count - 1] ?? 0, path[at + count] ?? 0];
    at += 1 + count;
    if (kind === drawTo.move) finish();
    if (kind === drawTo.close) {
      if (points[0]) points.push(points[0]);
    } else {
      isStraight &&= kind === drawTo.move || kind === drawTo.line;
      points.push([x, y]);
    }
  }
  finish();
  return outlines;
}

function asRule(x0: number, y0: number, x1: number, y1: number): PdfRectangle | undefined {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  const [length, thickness] = [Math.max(width, height), Math.min(width, height)];
  const isRule =
    Number.isFinite(length) &&
    thickness <= thickest &&
    length >= shortest &&
    length >= leastSlenderness * thickness;
  return isRule ? { x: Math.min(x0, x1), y: Math.min(y0, y1), width, height } : undefined;
}

/** Rules that stroking or filling a path paints; `lineWidth` in the path's own unit. */
export function rulesOfPath(
  path: ArrayLike<number>,
  place: Matrix,
  painted: { readonly stroke: boolean; readonly fill: boolean },
  lineWidth: number,
): PdfRectangle[] {
  const rules: (PdfRectangle | undefined)[] = [];
  const half = (lineWidth * Math.sqrt(Math.abs(place[0] * place[3] - place[1] * place[2]))) / 2;
  for (const outline of outlinesOf(path)) {
    const points = outline.map(([x, y]) => apply(place, x, y));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    if (painted.fill && points.length > 2)
      rules.push(asRule(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)));
    if (!painted.stroke) continue;
    for (const [nth, [x1, y1]] of points.entries()) {
      const [x0, y0] = points[nth - 1] ?? [x1, y1];
      if (nth === 0 || Math.min(Math.abs(x1 - x0), Math.abs(y1 - y0)) > lean) continue;
      const isLevel = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
      const [low, high] = isLevel
        ? [Math.min(y0, y1), Math.max(y0, y1)]
        : [Math.min(x0, x1), Math.max(x0, x1)];
      rules.push(isLevel ? asRule(x0, low - half, x1, high + half) : asRule(low - half, y0, high + half, y1));
    }
  }
  return rules.filter((rule) => rule !== undefined);
}
