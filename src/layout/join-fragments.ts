/**
 * Puts fragments of one printed line together: a source that sets lines apart by their type gives “本报讯” in bold and the
 * rest of its line as two. Two lines side by side at one height are one where no column begins between them.
 */
import { areHeadingHalves, areTwoHeadings } from "./heading-halves.js";
import { weightedMedian } from "./median.js";
import { around, middle, type Spot } from "./rect.js";

/** Ems between two fragments at most : the gap after a dateline, stretched with its line. */
const widestGap = 1.45;
/** The same in a line that is stretched to fill its column, where the line over or under it shows the column. */
const widestStretch = 7;
/** Ems of a paragraph's indent at most. */
const deepestIndent = 2.6;
/** Ems by which neighbours may overlap, and by which their heights may differ. */
const overlap = 0.4;
const sameHeight = 0.35;
/** So many lines that begin at one place, within so many ems of height, make a column's edge. */
const fewestAtEdge = 4;
const edgeReach = 25;
/** Ems to either side; opening quotation marks hang out of a column's left edge. */
const atEdge = { x0: 0.75, x1: 0.4 };

/** `em`: one of the body type, where an OCR measured it; a source that knows its type breaks no heading at a gutter. */
export function joinFragments(spots: readonly Spot[], em?: number): Spot[] {
  const sorted = [...spots].sort((a, b) => middle(a) - middle(b) || a.x0 - b.x0);
  const isEdge = (spot: Spot, edge: "x0" | "x1"): boolean =>
    sorted.filter(
      (other) =>
        Math.abs(other[edge] - spot[edge]) < atEdge[edge] * spot.em &&
        Math.abs(middle(other) - middle(spot)) < edgeReach * spot.em,
    ).length >= fewestAtEdge;
  const body = em ?? weightedMedian(spots.map((spot) => [spot.em, spot.amount]));
  const joined: Spot[] = [];
  for (const spot of [...sorted].sort((a, b) => a.x0 - b.x0)) {
    const left = joined
      .filter(
        (other) =>
          Math.abs(middle(other) - middle(spot)) < sameHeight * Math.min(other.em, spot.em) &&
          spot.x0 - other.x1 < widestStretch * spot.em &&
          spot.x0 - other.x1 > -overlap * spot.em &&
          Math.max(other.em, spot.em) < 1.25 * Math.min(other.em, spot.em),
      )
      .sort((a, b) => b.x1 - a.x1)[0];
    if (left && areStretches(left, spot)) {
      joined.push(spot);
      continue;
    }
    if (left && areTwoHeadings(left, spot, sorted, body)) {
      joined.push(spot);
      continue;
    }
    const near = left && spot.x0 - left.x1 < widestGap * spot.em;
    const whole =
      left &&
      ((!isEdge(spot, "x0") && !isEdge(left, "x1") && (near || isSpanned(sorted, left, spot))) ||
        (near && em !== undefined && areHeadingHalves(left, spot, sorted, em)));
    if (left && whole) joined[joined.indexOf(left)] = put(left, spot);
    else joined.push(spot);
  }
  return joined;
}

/** Stretches of a line that was cut at a gutter: what the page shows there is more than what these two show. */
const areStretches = (left: Spot, right: Spot): boolean => {
  const [last, first] = [left.lines.at(-1), right.lines[0]];
  return last?.stretch !== undefined && first?.stretch !== undefined && last.number === first.number;
};

/** A line over or under the two begins where the left one does, or by an indent left of it, and ends where the right one does. */
const isSpanned = (spots: readonly Spot[], left: Spot, right: Spot): boolean =>
  spots.some(
    (other) =>
      left.x0 - other.x0 < deepestIndent * left.em &&
      other.x0 - left.x0 < atEdge.x0 * left.em &&
      Math.abs(other.x1 - right.x1) < atEdge.x1 * right.em &&
      Math.abs(middle(other) - middle(left)) < 2.5 * left.em,
  );

function put(left: Spot, right: Spot): Spot {
  const main = right.amount > left.amount ? right : left;
  return {
    ...around([left, right]),
    lines: [...left.lines, ...right.lines],
    em: main.em,
    bold: main.bold,
    amount: left.amount + right.amount,
  };
}
