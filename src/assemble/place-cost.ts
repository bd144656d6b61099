/**
 * What the type and the place of a line say of it, where it has a box: a heading is set in larger or bolder type, body
 * text in the body's. Lines whose words give them away (bylines, marks) may be set in any type, but none of them stands
 * in the middle of a paragraph, whatever its words are:
 *
 *     rieb den Staub, der bis dahin        fills its column,
 *     von den Trägern gefallen war.        so this is no byline though it begins as one (von …)
 *
 * Without a box it says nothing.
 */
import type { LineState, SegmentContext } from "./line-states.js";
import type { Piece } from "./pieces.js";

/** Type so much larger than the body's is no body text. */
const larger = 1.17;
const largerMeasured = 1.18;
/** In nats: a line of larger type as body text; a line of body type as a heading, and one that fills its column at that. */
const largeBody = 7;
const boldBody = 2.5;
const plainHeading = 1.5;
const fullHeading = 2.5;
/** In nats: a line of body type as a heading that stands flush in a column of it. */
const flushHeading = 2.5;
/** In nats that larger or bold type speaks for a heading. */
const largeHeading = 4;
const boldHeading = 1.5;
/** Ems of room at a line's end below which it fills its column, and of an indent at least. */
const full = 1;
const leastIndent = 0.6;
/** In nats: a line in the middle of a paragraph as something else. */
const insideParagraph = 8;

/** In nats: a line over the larger type of a headline as no part of it, though it reads as the section's name. */
const overHeadline = 8;
const muchLarger = 1.1;

/** In nats that its place at the edge of the page speaks for a folio or a nameplate. */
const edgeOfPage = 18;

/** What lines can be by their words alone. */
const byWords: ReadonlySet<LineState> = new Set(["byline", "credit", "furniture", "notice-head", "dateline"]);

/** Whether a line stands directly under another of its column, in the same type. */
export const isUnder = (piece: Piece, above: Piece | undefined): boolean =>
  piece.line.blanksBefore === 0 &&
  !piece.place?.rough &&
  above?.place !== undefined &&
  above.place.hanging === piece.place?.hanging &&
  above.place.scale === piece.place.scale &&
  above.place.bold === piece.place.bold;

/** Whether the line before fills its column and this one is no first line by its indent: a paragraph goes on. */
function isInsideParagraph({ pieces, measure }: SegmentContext, i: number): boolean {
  const [piece, above] = [pieces[i] as Piece, pieces[i - 1]];
  const { place } = piece;
  if (!place || place.rough || place.bold || place.scale >= larger) return false;
  return (
    isUnder(piece, above) &&
    (above?.place?.room ?? 0) < full &&
    // A full line that ends no sentence goes on, in lists that hang out too.
    (measure.setIn[i] === false || place.inset < leastIndent || (piece.spaced && above?.ends === "open"))
  );
}

const isOverHeadline = ({ place }: Piece, next: Piece | undefined): boolean =>
  place !== undefined &&
  next?.place?.hanging === place.hanging &&
  next.place.scale >= larger &&
  next.place.scale > muchLarger * place.scale;

/** Whether a bold line goes on from a bold question that its column cut. */
function goesOnFromItem({ pieces, opensItem }: SegmentContext, i: number): boolean {
  const [place, above] = [pieces[i]?.place, pieces[i - 1]];
  return (
    place !== undefined &&
    above?.place?.bold === true &&
    above.place.hanging === place.hanging &&
    above.place.scale === place.scale &&
    above.place.room < full &&
    above.ends === "open" &&
    opensItem(above.text)
  );
}

export function placeCost(context: SegmentContext, i: number, state: LineState): number {
  const { pieces, opensItem } = context;
  const piece = pieces[i];
  const place = piece?.place;
  if (!piece || !place) return 0;
  if (place.edge) return state === "furniture" ? -edgeOfPage : 0;
  const above = pieces[i - 1];
  if (state === "furniture" && isOverHeadline(piece, pieces[i + 1])) return overHeadline;
  if (byWords.has(state)) return isInsideParagraph(context, i) ? insideParagraph : 0;
  const isLarge = place.scale >= (place.rough ? largerMeasured : larger) || place.setOff === true;
  // Questions are set in bold type, and are no headings for that.
  const isBold = place.bold && !opensItem(piece.text) && !goesOnFromItem(context, i);
  if (state === "first" || state === "more") {
    if (isLarge) return largeBody;
    return isBold && !(state === "more" && above && isUnder(piece, above)) ? boldBody : 0;
  }
  if (state !== "heading") return 0;
  if (isLarge) return -largeHeading;
  if (goesOnFromItem(context, i)) return insideParagraph;
  if (isBold) return -boldHeading;
  const next = pieces[i + 1];
  const over = next?.place ?? above?.place;
  const fills = place.room < full && over?.column === place.column;
  const isFlush =
    !place.bold &&
    place.inset < leastIndent &&
    (isUnder(piece, above) || (next !== undefined && isUnder(next, piece)));
  return plainHeading + (fills ? fullHeading : 0) + (isFlush ? flushHeading : 0);
}
