/**
 * The page as its readers see it: lines in one frame, where text runs to the right and lines follow downwards. A page
 * set vertically is turned for it, so that its tiers (段) are columns and all later rules hold for both.
 *
 *     vertical:  x' = y,  y' = 1 − x   (the first line, at the right edge, comes out on top)
 */
import type { Box, Line, Page } from "../model/page.js";
import { typicalWidth } from "../text/widths.js";
import { joinFragments } from "./join-fragments.js";
import { type Frame, middle, overlapX, type Rect, type Spot, widthOf } from "./rect.js";

/** The value below which half of the weight lies; 0 of nothing. */
function weightedMedian(values: readonly (readonly [value: number, weight: number])[]): number {
  const sorted = [...values].sort(([a], [b]) => a - b);
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let seen = 0;
  for (const [value, weight] of sorted) {
    seen += weight;
    if (seen >= half) return value;
  }
  return 0;
}

/** A box of the page in the frame. */
export const turn = (vertical: boolean, aspect: number, { x, y, width, height }: Box): Rect =>
  vertical
    ? { x0: y * aspect, x1: (y + height) * aspect, y0: 1 - x - width, y1: 1 - x }
    : { x0: x, x1: x + width, y0: y * aspect, y1: (y + height) * aspect };

/** Ems that a word space takes. */
const wordSpace = 0.26;
const amountOf = (text: string): number =>
  Math.max(0.5, typicalWidth(text) + wordSpace * (text.split(" ").length - 1));

/** Printers set a page in no more sizes than this; a source with more has measured them. */
const mostSizes = 24;

/** Fewer ems of text than this do not tell a line's type size by its length. */
const tellingAmount = 4;
/** A line's box is higher or lower than its neighbours' by the letters that stand in it; only beyond this is its type another. */
const sameHeight = [0.7, 1.2] as const;

/** Sources draw a line's box round its ink, its type or its leading; here it is one em high, in the same middle. */
function asHighAsType(rect: Rect, em: number): Rect {
  const centre = middle(rect);
  return { ...rect, y0: centre - em / 2, y1: centre + em / 2 };
}

const saysSizes = (lines: readonly { line: Line }[]): boolean =>
  2 * lines.filter(({ line }) => line.typeSize !== undefined).length > lines.length;

/** One em of each line: as the source says, else by the height of its box against the others'. */
function sizeLines(lines: readonly { rect: Rect; line: Line; amount: number }[], aspect: number): number[] {
  if (saysSizes(lines)) {
    const usual = weightedMedian(
      lines.map(({ line, amount }) => [line.typeSize ?? 0, line.typeSize === undefined ? 0 : amount]),
    );
    return lines.map(({ line }) => (line.typeSize ?? usual) * aspect);
  }
  const thick = ({ y0, y1 }: Rect): number => y1 - y0;
  const telling = lines.filter(({ amount }) => amount >= tellingAmount);
  const em = weightedMedian(telling.map(({ rect, amount }) => [widthOf(rect) / amount, amount]));
  const height = weightedMedian(telling.map(({ rect, amount }) => [thick(rect), amount]));
  return lines.map(({ rect }) => {
    const ratio = thick(rect) / height;
    return em * (ratio >= sameHeight[0] && ratio <= sameHeight[1] ? 1 : ratio);
  });
}

/** The lines of a page that have boxes. Undefined where they are too few to measure anything by. */
export function frameOf(page: Page): Frame | undefined {
  const { aspect } = page;
  if (aspect === undefined) return undefined;
  const vertical = page.direction === "vertical";
  const lines = page.blocks
    .flatMap((block) => block.lines)
    .flatMap((line) =>
      line.box ? [{ line, rect: turn(vertical, aspect, line.box), amount: amountOf(line.text) }] : [],
    )
    // Where two stand at one place their numbers tell, in whatever order the blocks come.
    .sort((a, b) => a.line.number - b.line.number);
  if (lines.length === 0) return undefined;
  const sizes = sizeLines(lines, aspect);
  const alone = lines.map(
    ({ line, rect, amount }, i): Spot => ({
      lines: [line],
      ...asHighAsType(rect, sizes[i] ?? 0),
      amount,
      em: sizes[i] ?? 0,
      bold: line.bold === true,
    }),
  );
  const spots = joinFragments(alone);
  const em = weightedMedian(spots.map((spot) => [spot.em, spot.amount]));
  if (!(em > 0)) return undefined;
  const judged = spots.map((spot) => (isMisjudged(spot, spots, em) ? { ...spot, em } : spot));
  const rects = (boxes: readonly Box[] = []): Rect[] => boxes.map((box) => turn(vertical, aspect, box));
  return {
    spots: judged,
    rules: rects(page.separators),
    pictures: rects(page.pictures),
    em,
    pitch: usualPitch(spots, em),
    bold: weightedMedian(spots.map(({ bold, amount }) => [bold ? 1 : 0, amount])) === 1,
    exact: saysSizes(lines) && new Set(sizes).size <= Math.max(mostSizes, lines.length / 8),
    height: vertical ? 1 : aspect,
  };
}

/** A line between two lines of body type, as wide as they are and close to both, is body type whatever was measured. */
const misjudged = { larger: 1.15, reach: 2, width: 0.9, edge: 0.6 };

function isMisjudged(spot: Spot, spots: readonly Spot[], em: number): boolean {
  if (spot.em < misjudged.larger * em) return false;
  const isLike = (other: Spot): boolean =>
    Math.abs(other.em / em - 1) < 0.1 &&
    Math.abs(other.x0 - spot.x0) < misjudged.edge * em &&
    widthOf(other) > misjudged.width * widthOf(spot) &&
    widthOf(spot) > misjudged.width * widthOf(other);
  const near = spots.filter(
    (other) =>
      other !== spot && Math.abs(middle(other) - middle(spot)) < misjudged.reach * em && isLike(other),
  );
  return (
    near.some((other) => middle(other) < middle(spot)) && near.some((other) => middle(other) > middle(spot))
  );
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
