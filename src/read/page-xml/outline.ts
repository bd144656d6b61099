/**
 * The points of an outline → what stands around them. PAGE has written points in two ways; outlines are polygons, and
 * of a polygon only its bounding box is kept.
 *
 *     <Coords points="701,980 718,949 1990,917"/>                          since 2013
 *     <Coords><Point x="701" y="980"/><Point x="718" y="949"/></Coords>    2009 and 2010
 */
import { type Extent, numberIn } from "./raw-page.js";

const nowhere = (): Extent => ({
  left: Number.POSITIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
  broken: false,
});

/** Widens an extent by a point; a coordinate that is no number breaks it for good. */
export function addPoint(extent: Extent, x: string | undefined, y: string | undefined): void {
  const [across, down] = [numberIn(x), numberIn(y)];
  if (across === undefined || down === undefined) {
    extent.broken = true;
    return;
  }
  extent.left = Math.min(extent.left, across);
  extent.top = Math.min(extent.top, down);
  extent.right = Math.max(extent.right, across);
  extent.bottom = Math.max(extent.bottom, down);
}

/** The extent of a `points` value; one that is missing or empty gives an extent that has no points yet. */
export function readPoints(points: string | undefined): Extent {
  const extent = nowhere();
  for (const pair of (points ?? "").split(/\s/)) {
    if (pair === "") continue;
    const comma = pair.indexOf(",");
    if (comma < 0) extent.broken = true;
    else addPoint(extent, pair.slice(0, comma), pair.slice(comma + 1));
  }
  return extent;
}

/** Whether anything was drawn: segmenters write `points=""` for an element that has no outline, which is no fault. */
export const isDrawn = (extent: Extent | undefined): extent is Extent =>
  extent !== undefined && (extent.broken || extent.left <= extent.right);
