/**
 * Headings in type of the body's size. An OCR says of no line that it is bold, and what it measures of small
 * differences in size is noise; but printers set a heading apart by white too, and that is measured well:
 *
 *     they took in. “I trust everybody.”
 *                                              as much white as over a heading
 *     Rain or shine                            short, without a full stop
 *                                              white below too
 *        The last market at the old            a paragraph begins
 *
 * It refuses to call a line a heading that closes a paragraph, ends a sentence, or stands at a headline, a picture or a
 * rule at the head of the page.
 */
import { endsSentence } from "../text/ends-sentence.js";
import {
  areLevel,
  around,
  isLevelRule,
  middle,
  middleX,
  overlapX,
  overlapY,
  type Rect,
  type Spot,
  widthOf,
} from "./rect.js";
import { isInside } from "./zones/boxes.js";

/** Lines that a heading has at most, and pitches from one to the next. */
const mostLines = 3;
const oneHeading = 1.3;
/** Pitches of white over and under a heading: so much is more than leading; so much stands over nothing any more. */
const leastWhite = 1.35;
const mostWhite = 3.3;
/** Ems that a heading's last line leaves free in its column; by which a line in the middle may miss it; of an indent. */
const leastRoom = 1.5;
const offMiddle = 1.2;
const leastIndent = 0.6;
/** Lines of a column that show its measure; ems that a line holds at least to be a heading. */
const shown = 6;
const leastAmount = 2;
/** Type of these sizes, by the body's, is of the body's size as far as an OCR can tell. */
const bodySize = [0.8, 1.18] as const;
/** The size, by the body's, that a heading is given which nothing but white stands round: it is a headline. */
export const headlineSize = 1.2;
/** A page with more lines is none of print, and the work would be too much. */
const mostSpots = 3_000;

interface Page {
  readonly spots: readonly Spot[];
  readonly rules: readonly Rect[];
  readonly boxes: readonly Rect[];
  readonly pictures: readonly Rect[];
  readonly em: number;
  readonly pitch: number;
}

/** （申静） · (dpa): who signs a text, at its end. */
const signature = /[）)]$/u;
const textOf = (spot: Spot): string =>
  spot.lines
    .map(({ text }) => text)
    .join(" ")
    .trim();
const ends = (text: string): boolean => endsSentence(text) || signature.test(text);
const isUnended = (text: string): boolean =>
  /\p{L}/u.test(text) && !/[.。,，;；:：、·—–-]["”’»」』）)]?$/u.test(text) && !signature.test(text);

/** The lines of the page with those set apart as headings made bold, or larger where they are headlines. */
export function setApart(page: Page): Spot[] {
  const { spots, em } = page;
  if (spots.length > mostSpots) return [...spots];
  const isBody = ({ em: own, bold }: Spot): boolean =>
    !bold && own >= bodySize[0] * em && own < bodySize[1] * em;
  const column = columnsOf(page);
  const found = new Map<Spot, Spot>();
  for (const first of spots) {
    if (!isBody(first) || found.has(first)) continue;
    const run = runFrom(page, first, column, isBody);
    if (!run) continue;
    const kind = judge(page, run, column);
    if (kind === "text") continue;
    for (const spot of run)
      found.set(spot, kind === "heading" ? { ...spot, bold: true, em } : { ...spot, em: headlineSize * em });
  }
  for (const spot of headsOfBoxes(page, isBody)) found.set(spot, { ...spot, bold: true, em });
  return spots.map((spot) => found.get(spot) ?? spot);
}

/** A notice in a box begins with its heading: a short line in the middle, close over text that fills the box. */
function headsOfBoxes({ spots, boxes, em }: Page, isBody: (spot: Spot) => boolean): Spot[] {
  return boxes.flatMap((box) => {
    const [first, second] = spots.filter((spot) => isInside(spot, box)).sort((a, b) => middle(a) - middle(b));
    if (!first || !second || !isBody(first) || !isUnended(textOf(first)) || areLevel(first, second))
      return [];
    const isInMiddle = Math.abs(middleX(first) - middleX(box)) < (offMiddle * em) / 2;
    return isInMiddle && widthOf(first) < widthOf(second) - 2 * em ? [first] : [];
  });
}

interface Columns {
  /** The next line in a line's column, upwards or downwards. */
  readonly next: (spot: Spot, direction: 1 | -1) => Spot | undefined;
  /** The lines of the column nearest to one. */
  readonly near: (spot: Spot, without: readonly Spot[]) => Spot[];
}

function columnsOf({ spots }: Page): Columns {
  const sorted = [...spots].sort((a, b) => middle(a) - middle(b));
  const at = new Map(sorted.map((spot, i) => [spot, i]));
  const isOver = (a: Spot, b: Spot): boolean =>
    overlapX(a, b) > 0.5 * Math.min(widthOf(a), widthOf(b)) && !areLevel(a, b);
  const next = (spot: Spot, direction: 1 | -1): Spot | undefined => {
    for (let i = (at.get(spot) ?? 0) + direction; i >= 0 && i < sorted.length; i += direction)
      if (isOver(sorted[i] as Spot, spot)) return sorted[i];
    return undefined;
  };
  const near = (spot: Spot, without: readonly Spot[]): Spot[] =>
    sorted
      .filter((other) => !without.includes(other) && isOver(other, spot))
      .sort((a, b) => Math.abs(middle(a) - middle(spot)) - Math.abs(middle(b) - middle(spot)))
      .slice(0, shown);
  return { next, near };
}

const gap = (page: Page, above: Spot, below: Spot): number => (middle(below) - middle(above)) / page.pitch;

/** Whether a printed rule or a picture stands between two lines of one column. */
function isParted({ rules, pictures }: Page, above: Spot, below: Spot): boolean {
  const isBetween = (rect: Rect): boolean =>
    middle(rect) > middle(above) && middle(rect) < middle(below) && overlapX(rect, below) > 0;
  return rules.some((rule) => isLevelRule(rule) && isBetween(rule)) || pictures.some(isBetween);
}

/** Lines that stand together with white over them; nothing where one goes on from text. */
function runFrom(
  page: Page,
  first: Spot,
  { next }: Columns,
  isBody: (spot: Spot) => boolean,
): Spot[] | undefined {
  const above = next(first, -1);
  if (above && !isParted(page, above, first) && gap(page, above, first) < leastWhite) return undefined;
  const run = [first];
  for (;;) {
    const last = run.at(-1) as Spot;
    const below = next(last, 1);
    if (!below || isParted(page, last, below) || gap(page, last, below) >= leastWhite) return run;
    if (gap(page, last, below) > oneHeading || !isBody(below) || run.length === mostLines) return undefined;
    run.push(below);
  }
}

function judge(page: Page, run: readonly Spot[], column: Columns): "heading" | "headline" | "text" {
  const { em } = page;
  const [first, last] = [run[0] as Spot, run.at(-1) as Spot];
  const text = textOf(last);
  if (!isUnended(text) || run.every(({ amount }) => amount < leastAmount)) return "text";
  const measure = around(column.near(first, run).filter(({ amount }) => amount > leastAmount));
  if (!(widthOf(measure) > 0) || isBesidePicture(page, run)) return "text";
  const isInMiddle = run.every((spot) => Math.abs(middleX(spot) - middleX(measure)) < (offMiddle * em) / 2);
  const isShort = measure.x1 - last.x1 > leastRoom * em;
  const isFull = widthOf(measure) - widthOf(last) < leastIndent * em;
  const isFlush = run.every((spot) => Math.abs(spot.x0 - measure.x0) < em);
  const above = column.next(first, -1);
  const below = column.next(last, 1);
  const isOnText = above && !isParted(page, above, first) && gap(page, above, first) < mostWhite;
  // What stands at a headline is its deck, its byline, its kicker.
  if (isOnText && above.em >= bodySize[1] * em) return "text";
  if (below && !isParted(page, last, below) && gap(page, last, below) < mostWhite) {
    if (below.em >= bodySize[1] * em || !((isInMiddle && !isFull) || (isFlush && isShort))) return "text";
    const second = column.next(below, 1);
    const begins = second !== undefined && below.x0 - second.x0 > leastIndent * em;
    return begins ? "heading" : "text";
  }
  if (!isInMiddle || !isBesideText(page, run, measure)) return "text";
  if (!isOnText)
    return run.every((spot) => widthOf(measure) - widthOf(spot) > (leastRoom * em) / 2) ? "headline" : "text";
  return ends(textOf(above)) ? "headline" : "text";
}

const isBesidePicture = ({ pictures, pitch }: Page, run: readonly Spot[]): boolean => {
  const rect = around(run);
  return pictures.some(
    (picture) =>
      overlapX(picture, rect) > 0 && picture.y1 > rect.y0 - 2 * pitch && picture.y0 < rect.y1 + 2 * pitch,
  );
};

/** Whether text of a column beside stands level with all of it: it stands among columns, not at the page's edge. */
const isBesideText = ({ spots, em }: Page, run: readonly Spot[], measure: Rect): boolean =>
  run.every((spot) =>
    spots.some(
      (other) =>
        other.amount > 4 &&
        overlapY(other, spot) > 0 &&
        overlapX(other, measure) < em &&
        Math.max(other.x0 - measure.x1, measure.x0 - other.x1) < 4 * em,
    ),
  );
