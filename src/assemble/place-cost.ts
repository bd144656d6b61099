/**
 * What the type and the place of a line say of it, where it has a box: a heading is set in larger or bolder type, body
 * text in the body's. Lines whose words give them away (bylines, marks) may be set in any type. Without a box it says
 * nothing.
 */
import type { LineState, SegmentContext } from "./line-states.js";

/** Type so much larger than the body's is no body text. */
const larger = 1.18;
/** In nats: a line of larger type as body text; a line of body type as a heading, and one that fills its column at that. */
const largeBody = 7;
const boldBody = 2.5;
const plainHeading = 1.5;
const fullHeading = 2.5;
/** In nats that larger or bold type speaks for a heading. */
const largeHeading = 4;
const boldHeading = 1.5;
/** Ems of room at a line's end below which it fills its column. */
const full = 1;

export function placeCost({ pieces }: SegmentContext, i: number, state: LineState): number {
  const piece = pieces[i];
  const place = piece?.place;
  if (!piece || !place) return 0;
  const isLarge = place.scale >= larger || place.setOff === true;
  const isBold = place.bold;
  if (state === "first" || state === "more") return isLarge ? largeBody : isBold ? boldBody : 0;
  if (state !== "heading") return 0;
  if (isLarge) return -largeHeading;
  if (isBold) return -boldHeading;
  const over = pieces[i + 1]?.place ?? pieces[i - 1]?.place;
  const fills = place.room < full && over?.column === place.column;
  return plainHeading + (fills ? fullHeading : 0);
}
