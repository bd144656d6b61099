/**
 * Whether two pieces of display type side by side are one heading that an OCR broke at the gutter under it:
 *
 *            打流感疫苗，│先看这六条           centred over both columns: one heading
 *     Clinic adds hours │ Brass moves indoors    each at home in its own column: two
 *
 * It is told by the text under and over them, and refuses where there is none.
 */
import { displayScale } from "./chain-lines.js";
import { median } from "./median.js";
import { middle, middleX, overlapX, type Span, type Spot, widthOf } from "./rect.js";

/** Pieces of one heading are measured alike to this ratio. */
const alike = 1.2;
/** Ems up and down in which lines tell the columns; shorter ones tell none. */
const reach = 14;
const tellingWidth = 6;
/** Ems by which a heading may be off the middle, and its own column's edge. */
const centred = 1;
const atHome = 0.6;
/** Ems by which only a line that goes on steps into the gutter. */
const inGutter = 0.4;
/** Ems by which two headings that are set in alike may differ in that. */
const alikeSetIn = 0.25;

/** The column that the text under or over a piece makes; undefined where none does. */
function columnOf(piece: Spot, other: Spot, spots: readonly Spot[], em: number): Span | undefined {
  const own = spots.filter(
    (spot) =>
      spot.em < displayScale * em &&
      widthOf(spot) > tellingWidth * em &&
      Math.abs(middle(spot) - middle(piece)) < reach * em &&
      overlapX(spot, piece) > 0.5 * Math.min(widthOf(spot), widthOf(piece)) &&
      overlapX(spot, other) < 0.5 * widthOf(other),
  );
  return own.length < 2
    ? undefined
    : { x0: median(own.map(({ x0 }) => x0)), x1: median(own.map(({ x1 }) => x1)) };
}

const isAtHome = (piece: Spot, column: Span, em: number): boolean =>
  Math.abs(piece.x0 - column.x0) < atHome * em || Math.abs(middleX(piece) - middleX(column)) < atHome * em;

/** `em` is one of the body type. */
export function areHeadingHalves(left: Spot, right: Spot, spots: readonly Spot[], em: number): boolean {
  const [smaller, larger] = [Math.min(left.em, right.em), Math.max(left.em, right.em)];
  if (smaller < displayScale * em || larger > alike * smaller) return false;
  const first = columnOf(left, right, spots, em);
  const second = columnOf(right, left, spots, em);
  if (!first || !second || first.x1 > second.x0) return false;
  if (left.x1 > first.x1 + inGutter * em && left.x1 - first.x1 > 0.5 * (second.x0 - first.x1)) return true;
  // Two headings of one style are set in alike; the rest of one heading begins at the gutter.
  const [setIn, other] = [left.x0 - first.x0, right.x0 - second.x0];
  if (Math.min(setIn, other) > atHome * em && Math.abs(setIn - other) < alikeSetIn * em) return false;
  const over = { x0: left.x0, x1: right.x1 };
  const both = { x0: first.x0, x1: second.x1 };
  return (
    Math.abs(middleX(over) - middleX(both)) < centred * em &&
    !(isAtHome(left, first, em) && isAtHome(right, second, em))
  );
}

/** Two headings that a source sets side by side on one line: each at home in its own column, the gutter between them. */
export function areTwoHeadings(left: Spot, right: Spot, spots: readonly Spot[], em: number): boolean {
  if (Math.min(left.em, right.em) < displayScale * em) return false;
  const first = columnOf(left, right, spots, em);
  const second = columnOf(right, left, spots, em);
  return (
    first !== undefined &&
    second !== undefined &&
    first.x1 < second.x0 &&
    left.x1 < second.x0 &&
    right.x0 > first.x1 &&
    isAtHome(left, first, em) &&
    isAtHome(right, second, em)
  );
}
