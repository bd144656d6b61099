/**
 * How far a page is turned on its scan, told by the edges of its columns: lines that begin one under the other do so
 * further and further to the side. Indents and short lines are outvoted.
 */
import type { Chain } from "../chain-lines.js";
import { median } from "../median.js";
import type { Rect, Spot } from "../rect.js";

/** Lines that are compared stand so many lines apart: over less, an indent weighs more than the slant. */
const strides = [6, 12, 24];
/** Fewer pairs than this tell nothing. */
const fewestPairs = 40;
/** Sideways by the way down. Less than the first is the print's own; more than the second is no skew but another make-up. */
const [least, most] = [0.002, 0.12];
/** Share of a box that is left of it at least, however far the page is turned. */
const leastLeft = 0.25;

const slants = (above: Spot, below: Spot): number[] => {
  const down = below.y0 - above.y0;
  return down > 0 ? [(below.x0 - above.x0) / down, (below.x1 - above.x1) / down] : [];
};

/** How far columns lean to the right for each step down (the tangent of the angle); 0 where they stand upright or nothing tells. */
export function skewOf(chains: readonly Chain[]): number {
  const found = chains
    .filter(({ display }) => !display)
    .flatMap(({ spots }) =>
      strides.flatMap((stride) => spots.slice(stride).flatMap((below, i) => slants(spots[i] as Spot, below))),
    );
  const skew = found.length < 2 * fewestPairs ? 0 : median(found);
  return Math.abs(skew) < least || Math.abs(skew) > most ? 0 : skew;
}

/**
 * A box on a page turned by `skew` as it would be on the upright page: its middle is turned back, and what the slant
 * added to its breadth and height is taken off.
 */
export function upright({ x0, x1, y0, y1 }: Rect, skew: number): Rect {
  if (skew === 0) return { x0, x1, y0, y1 };
  const [x, y, wide, high] = [(x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0];
  const length = Math.hypot(1, skew);
  const [cx, cy] = [(x - y * skew) / length, (y + x * skew) / length];
  const lean = Math.abs(skew);
  const [halfWide, halfHigh] = [
    Math.max(leastLeft * wide, wide - high * lean) / 2,
    Math.max(leastLeft * high, high - wide * lean) / 2,
  ];
  return { x0: cx - halfWide, x1: cx + halfWide, y0: cy - halfHigh, y1: cy + halfHigh };
}
