/** Rectangles, printed lines and the page in the frame that layout sees them in: text runs right, lines go down. */
import type { Line } from "../model/page.js";

/** A rectangle in the frame; unit: the page's width as printed. */
export interface Rect {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** A printed line in the frame. */
export interface Spot extends Rect {
  /** One as a rule; more where the source broke it (a dateline in bold type, then the rest), from left to right. */
  readonly lines: readonly Line[];
  /** One em of its type. */
  readonly em: number;
  /** How much text it holds, in ems of any size. */
  readonly amount: number;
  /** Most of it is set in bold type. */
  readonly bold: boolean;
}

export interface Frame {
  readonly spots: readonly Spot[];
  readonly rules: readonly Rect[];
  readonly pictures: readonly Rect[];
  /** Rules between columns that part stories. */
  readonly walls: readonly Rect[];
  /** What rules enclose on all four sides, smallest first. */
  readonly boxes: readonly Rect[];
  /** One em of the body type, and the usual distance from one line of it to the next. */
  readonly em: number;
  readonly pitch: number;
  /** Whether the body itself is set in bold type. */
  readonly bold: boolean;
  /** The source says type sizes itself, so that a small difference is one. */
  readonly exact: boolean;
  /** How far down the frame reaches. */
  readonly height: number;
  /** How far its columns leaned to the right for each step down before they were put upright. */
  readonly skew: number;
}

export const middle = ({ y0, y1 }: Rect): number => (y0 + y1) / 2;
/** What a rectangle takes up of the line's direction. */
export type Span = Pick<Rect, "x0" | "x1">;
export const widthOf = ({ x0, x1 }: Span): number => x1 - x0;
export const heightOf = ({ y0, y1 }: Rect): number => y1 - y0;
export const middleX = ({ x0, x1 }: Span): number => (x0 + x1) / 2;
/** How far two rectangles share a stretch of the line's direction. */
export const overlapX = (a: Span, b: Span): number => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
export const overlapY = (a: Rect, b: Rect): number => Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
/** Whether two stand side by side, about level, as what is printed on one line does. */
export const areLevel = (a: Rect, b: Rect): boolean =>
  overlapY(a, b) > 0.5 * Math.min(heightOf(a), heightOf(b));
/** Whether a rule runs along the lines, so that it parts what is above it from what is below. */
export const isLevelRule = (rule: Rect): boolean => widthOf(rule) > 2 * heightOf(rule);
/** Share of a breadth that a rule through all columns takes. */
const throughout = 0.8;
/** Whether it runs through all columns of some text. */
export const isThroughout = (rule: Rect, text: Rect): boolean =>
  isLevelRule(rule) && widthOf(rule) > throughout * widthOf(text);
/** From top to bottom, side by side from left to right. */
export const byPlace = (a: Rect, b: Rect): number => a.y0 - b.y0 || a.x0 - b.x0;
/** The smallest around some; a hostile page has more than a call takes arguments. */
export const around = (rects: readonly Rect[]): Rect =>
  rects.reduce(
    (whole, { x0, x1, y0, y1 }) => ({
      x0: Math.min(whole.x0, x0),
      x1: Math.max(whole.x1, x1),
      y0: Math.min(whole.y0, y0),
      y1: Math.max(whole.y1, y1),
    }),
    { x0: Infinity, x1: -Infinity, y0: Infinity, y1: -Infinity },
  );
