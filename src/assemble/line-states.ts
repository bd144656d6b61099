/**
 * What a printed line can be within its page, and the questions about a line that all costs ask: does it fill its
 * column, does a sentence end with it, is it set apart from the line before.
 */
import type { LineWords } from "./line-words.js";
import type { PageMeasure } from "./measure-page.js";
import type { Piece } from "./pieces.js";
import type { RoleReading } from "./roles/read-role.js";

export type LineState =
  | "first"
  | "more"
  | "heading"
  | "mark"
  | "byline"
  | "byline-more"
  | "credit"
  | "furniture"
  | "notice-head"
  | "dateline";
export const states: readonly LineState[] = [
  "first",
  "more",
  "heading",
  "mark",
  "byline",
  "byline-more",
  "credit",
  "furniture",
  "notice-head",
  "dateline",
];

export interface StatedPiece {
  readonly piece: Piece;
  readonly state: LineState;
  readonly rule: string;
  /** Cost by which the second-best state of this piece alone was worse, given its neighbours' states. */
  readonly margin: number;
  /** A line of verse. */
  readonly verse?: boolean;
}

/** No page does this. */
export const never = 1e6;

export const isBody = (state: LineState): boolean => state === "first" || state === "more";
export const ended = (piece: Piece, measure: PageMeasure): boolean =>
  piece.ends === "sentence" || (measure.pausesEnd && piece.ends === "pause");

/** How far a line falls short of its column, in ems, at its widest setting. */
export function shortfall(piece: Piece, m: number): number {
  if (piece.place) return piece.place.room;
  if (piece.spaced) return piece.stretched > 0.3 ? 0 : Math.max(0, m - piece.width);
  return Math.max(0, m - piece.most);
}

/** How far a width lies outside what the line can have been set to. */
export const misfit = (piece: Piece, target: number): number =>
  Math.max(0, piece.least - target, target - piece.most);

/** What a line's width can be wrong by: letters are estimated, ideographs are not. */
export const slack = (piece: Piece, m: number): number => (piece.spaced ? 0.085 * m : 0.6);

export function capitalShare(text: string): number {
  const words = text.split(" ").filter((word) => /\p{L}{3,}/u.test(word));
  if (words.length === 0) return 0;
  return words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length / words.length;
}
export const isAllCapitals = (text: string): boolean =>
  /\p{Lu}{2,}/u.test(text) && text === text.toUpperCase();

export interface SegmentContext {
  /** Whether a text begins as a dispatch does: 本报讯. */
  readonly opensDispatch: (text: string) => boolean;
  /** Titles that stand on bylines, lower-cased: staff writer. */
  readonly titles: readonly string[];
  /** Whether a text begins a question, an answer, an item of a list, a letter. */
  readonly opensItem: (text: string) => boolean;
  /** Whether a text begins as captions do: 图为, “Foto:”. */
  readonly opensCaption: (text: string) => boolean;
  /** Whether a text ends as captions do, with who took the picture: “(Foto: Anna Weber)”. */
  readonly closesCaption: (text: string) => boolean;
  readonly pieces: readonly Piece[];
  readonly readings: readonly (readonly RoleReading[])[];
  readonly measure: PageMeasure;
  /** Absent where boxes tell headings and paragraphs: better than words do. */
  readonly words?: LineWords;
}

export const blankBefore = (context: SegmentContext, i: number): boolean =>
  (context.pieces[i]?.line.blanksBefore ?? 0) > 0 && context.pieces[i]?.line !== context.pieces[i - 1]?.line;
/** Set apart from the line before: a blank line, where blank lines mean something. */
export const apart = (context: SegmentContext, i: number): boolean =>
  context.measure.blanks === "blocks" && blankBefore(context, i);
/** In pitch pages two lines without a blank between are lines of one headline. */
export const tight = (context: SegmentContext, i: number): boolean =>
  i > 0 && !blankBefore(context, i) && context.measure.blanks !== "none";

export const isLikeBody = (
  { pieces, measure }: Pick<SegmentContext, "pieces" | "measure">,
  i: number,
): boolean => {
  const piece = pieces[i];
  const m = measure.measure[i] ?? 0;
  return (
    piece !== undefined &&
    !piece.mark &&
    (piece.stretched > 0.3 || Math.abs(piece.width - m) < slack(piece, m))
  );
};
