/**
 * The page as its readers see it: lines in one frame, where text runs to the right and lines follow downwards. A page
 * set vertically is turned for it, so that its tiers (段) are columns and all later rules hold for both.
 *
 *     vertical:  x' = y,  y' = 1 − x   (the first line, at the right edge, comes out on top)
 *     leftwards: x' = 1 − x            (scripts that run to the left: so do the columns)
 */
import { type Box, linesOf, type Page } from "../model/page.js";
import { squash } from "../text/squash.js";
import { typicalWidth } from "../text/widths.js";
import { joinFragments } from "./join-fragments.js";
import { type PlacedLine, sizeLines } from "./line-sizes.js";
import { weightedMedian } from "./median.js";
import { type Frame, middle, overlapX, type Rect, type Spot, widthOf } from "./rect.js";
import { setApart } from "./set-apart.js";
import { boxesOf, sidesOf } from "./zones/boxes.js";
import { runsLeftwards } from "./zones/runs-leftwards.js";
import { upright } from "./zones/skew.js";
import { wallsOf } from "./zones/walls.js";

/** Whether the frame shows the page from right to left. */
export const isMirrored = (page: Page): boolean => page.direction !== "vertical" && runsLeftwards(page);

/** From a box on the page to one in the frame. */
export function placer(page: Page, aspect: number, skew = 0): (box: Box) => Rect {
  const turn = ({ x, y, width, height }: Box): Rect =>
    page.direction === "vertical"
      ? { x0: y * aspect, x1: (y + height) * aspect, y0: 1 - x - width, y1: 1 - x }
      : { x0: x, x1: x + width, y0: y * aspect, y1: (y + height) * aspect };
  if (!isMirrored(page)) return (box) => upright(turn(box), skew);
  return (box) => upright(turn({ ...box, x: 1 - box.x - box.width }), skew);
}

/** Ems that a word space takes; the spaces that an OCR writes between ideographs are none. */
const wordSpace = 0.26;
function amountOf(line: string): number {
  const { text } = squash(line);
  return Math.max(0.5, typicalWidth(text) + wordSpace * (text.split(" ").length - 1));
}

/** Sources draw a line's box round its ink, its type or its leading; here it is one em high, in the same middle. */
function asHighAsType(rect: Rect, em: number): Rect {
  const centre = middle(rect);
  return { ...rect, y0: centre - em / 2, y1: centre + em / 2 };
}

export interface MeasuredLine extends PlacedLine {
  /** One em of its type. */
  readonly em: number;
}

export interface MeasuredPage {
  /** From a box on the page to one in the frame. */
  readonly place: (box: Box) => Rect;
  readonly lines: readonly MeasuredLine[];
  /** One em of the body type. */
  readonly em: number;
  /** The source says type sizes itself, so that a small difference is one. */
  readonly exact: boolean;
}

/** The lines of a page where its readers see them, before any is put together. Undefined where nothing can be measured. */
export function measureLines(page: Page, skew = 0): MeasuredPage | undefined {
  const { aspect } = page;
  if (aspect === undefined) return undefined;
  const place = placer(page, aspect, skew);
  const placed = linesOf(page)
    .flatMap((line) => (line.box ? [{ line, rect: place(line.box), amount: amountOf(line.text) }] : []))
    // Where two stand at one place their numbers tell, in whatever order the blocks come.
    .sort((a, b) => a.line.number - b.line.number);
  const { ems, exact } = sizeLines(placed, aspect);
  const lines = placed.map((line, i) => ({ ...line, em: ems[i] ?? 0 }));
  const em = weightedMedian(lines.map((line) => [line.em, line.amount]));
  return em > 0 ? { place, lines, em, exact } : undefined;
}

/**
 * The lines of a page that have boxes, as they would stand on a page that was not turned by `skew`. Undefined where they
 * are too few to measure anything by.
 */
export function frameOf(page: Page, skew = 0): Frame | undefined {
  const { aspect } = page;
  if (aspect === undefined) return undefined;
  const measured = measureLines(page, skew);
  if (!measured) return undefined;
  const { place, lines, exact } = measured;
  const alone = lines.map(
    ({ line, rect, amount, em }): Spot => ({
      lines: [line],
      ...asHighAsType(rect, em),
      amount,
      em,
      bold: line.bold === true,
    }),
  );
  const spots = joinFragments(alone, exact ? undefined : measured.em);
  const em = weightedMedian(spots.map((spot) => [spot.em, spot.amount]));
  if (!(em > 0)) return undefined;
  const judged = spots.map((spot) => (isMisjudged(spot, spots, em, exact) ? { ...spot, em } : spot));
  const rects = (boxes: readonly Box[] = []): Rect[] => boxes.map(place);
  const rules = rects(page.separators).flatMap((rule) => sidesOf(rule, em));
  const pictures = rects(page.pictures);
  const pitch = usualPitch(spots, em);
  const boxes = boxesOf(rules, em);
  return {
    spots: exact ? judged : setApart({ spots: judged, rules, boxes, pictures, em, pitch }),
    rules,
    boxes,
    pictures,
    walls: wallsOf(judged, rules, { em, pitch }),
    em,
    pitch,
    bold: weightedMedian(spots.map(({ bold, amount }) => [bold ? 1 : 0, amount])) === 1,
    exact,
    height: page.direction === "vertical" ? 1 : aspect,
    skew,
  };
}

/**
 * A line between two lines of body type, as wide as they are and close to both, is body type whatever was measured; so
 * is, where an OCR measured, one that is set in as a paragraph's first line is and ends with the line under it.
 */
const misjudged = {
  larger: 1.15,
  reach: 2,
  width: 0.9,
  edge: 0.6,
  setIn: 3,
  end: 1.2,
  like: 0.1,
  flush: 0.4,
  hardly: 1.4,
};

function isMisjudged(spot: Spot, spots: readonly Spot[], em: number, exact: boolean): boolean {
  if (spot.em < misjudged.larger * em) return false;
  const near = spots.filter(
    (other) =>
      other !== spot &&
      Math.abs(middle(other) - middle(spot)) < misjudged.reach * em &&
      Math.abs(other.em / em - 1) < (exact ? misjudged.like : misjudged.larger - 1),
  );
  const isOver = (other: Spot): boolean => middle(other) < middle(spot);
  const isAsWide = (other: Spot): boolean =>
    Math.abs(other.x0 - spot.x0) < misjudged.edge * em &&
    widthOf(other) > misjudged.width * widthOf(spot) &&
    widthOf(spot) > misjudged.width * widthOf(other);
  const alike = near.filter(isAsWide);
  if (alike.some(isOver) && !alike.every(isOver)) return true;
  if (exact) return false;
  const inset = (other: Spot): number => (spot.x0 - other.x0) / em;
  const isUnder = (other: Spot): boolean =>
    !isOver(other) &&
    inset(other) > -misjudged.edge &&
    inset(other) < misjudged.setIn &&
    Math.abs(other.x1 - spot.x1) < misjudged.end * em;
  if (isJustified(spot, spots, em)) return true;
  return near.some(
    (below) =>
      isUnder(below) &&
      near.some((above) => isOver(above) && Math.abs(inset(above) - inset(below)) < misjudged.edge),
  );
}

/** Whether a line, hardly larger than body type, fills its column as the two lines under it do. */
function isJustified(spot: Spot, spots: readonly Spot[], em: number): boolean {
  if (spot.em > misjudged.hardly * em) return false;
  const isUnder = (other: Spot): boolean =>
    middle(other) > middle(spot) && middle(other) < middle(spot) + 2 * misjudged.reach * em;
  const isFlush = (other: Spot): boolean =>
    Math.abs(other.x0 - spot.x0) < misjudged.flush * em &&
    Math.abs(other.x1 - spot.x1) < misjudged.flush * em;
  return spots.filter((other) => isUnder(other) && isFlush(other)).length > 1;
}

/** No body text is set with its lines further apart than this, in ems. */
const widestPitch = 2.6;
const usualLeading = 1.3;

/** How far the next line of body type below stands, for most lines. */
function usualPitch(spots: readonly Spot[], em: number): number {
  const body = spots.filter((spot) => Math.abs(spot.em / em - 1) < 0.1).sort((a, b) => middle(a) - middle(b));
  const pitches = body.flatMap((spot, i): [number, number][] => {
    const next = body
      .slice(i + 1, i + 60)
      .find(
        (other) =>
          overlapX(spot, other) > 0.5 * Math.min(widthOf(spot), widthOf(other)) &&
          middle(other) > middle(spot) + 0.6 * em,
      );
    const pitch = next ? middle(next) - middle(spot) : 0;
    return pitch > 0 && pitch < widestPitch * em ? [[pitch, spot.amount]] : [];
  });
  return weightedMedian(pitches) || usualLeading * em;
}
