/**
 * What a chain of lines sees of its page: what stands over it, beside it, and whether text could run on from one to
 * another. All distances are in the page's own ems and pitches.
 */
import { endsSentence } from "../text/ends-sentence.js";
import type { Chain } from "./chain-lines.js";
import { type Field, firstFrom, stretchOf } from "./field.js";
import { around, type Frame, middle, overlapX, type Rect, widthOf } from "./rect.js";
import { isWalled, widestGutter } from "./zones/walls.js";

/** Share of the narrower of two that must stand over the other to be seen from below. */
const seen = 0.3;
/** Pitches of white in a column over which text still goes on. */
export const looseGap = 1.2;
/** Ems that a headline reaches over a column at least, to stand over it. */
const reaching = 1;
/** What reaches below another's top by no more than this, in ems, stands above it: boxes of neighbouring lines overlap. */
export const slack = 0.8;
/** `widestGutter` where the column left begins with a short line, as a byline is. */
const widestShort = 8;
/** Columns of one story begin at the same height, to this part of an em. */
const sameTop = 0.4;
/** Ems by which columns of one story differ in width at most, told by so many lines. */
const sameMeasure = 0.8;
const fewestFull = 3;
/** Display type at least so large is no body type set bold. */
export const leastDeck = 1.03;
/** Pitches of white inside one column of a story, round a heading. */
const columnGap = 1.5;
/** Ems of a paragraph's indent at least. */
const leastIndent = 0.6;
/** From here on text stands over the columns under it, not in one of them: by the width of what is under it. */
const wider = 1.4;

export const gapBelow = (above: Rect, below: Rect): number => below.y0 - above.y1;
const isSeen = (a: Rect, b: Rect): boolean => overlapX(a, b) >= seen * Math.min(widthOf(a), widthOf(b));
export const isWider = (a: Rect, b: Rect): boolean => widthOf(a) > wider * widthOf(b);

/** How far apart two stand side by side; negative where one stands over the other. */
export const sideGap = (a: Rect, b: Rect): number => Math.max(a.x0 - b.x1, b.x0 - a.x1);
export const areNeighbours = (frame: Frame, a: Rect, b: Rect): boolean =>
  sideGap(a, b) > -frame.em && sideGap(a, b) < widestGutter * frame.em && !isWalled(frame, a, b);

/** Bold type of the body's size: a subhead, a dateline, a jump mark. At a column's top it is no headline. */
export const isWeak = ({ display, scale }: Chain): boolean => display && scale < leastDeck;

/**
 * Whether something stands over a column. A headline that is centred over three may reach over little of the outer ones,
 * but no headline reaches into a column that is none of its own.
 */
const isOverColumn = (frame: Frame, above: Chain, below: Rect): boolean =>
  isSeen(above, below) || (above.display && !isWeak(above) && overlapX(above, below) > reaching * frame.em);

/** The chain that `below` sees when it looks up: the lowest of those over it, but no headline of what is over that. */
export function lookUp(frame: Frame, field: Field, below: Rect, without?: Chain): Chain | undefined {
  const above = firstFrom(
    field.byFoot,
    ({ y1 }) => y1 <= below.y0 + slack * frame.em,
    (chain) =>
      chain !== below && chain !== without && chain.y0 < below.y0 && isOverColumn(frame, chain, below),
  );
  return above && field.feet.has(above) ? undefined : above;
}

/** The first chain under this one. */
export const lookDown = ({ byTop }: Field, above: Rect): Chain | undefined =>
  firstFrom(
    byTop,
    ({ y0 }) => y0 > above.y0,
    (chain) => isSeen(chain, above),
  );

/** A picture in the white between two: white that says nothing. */
export const isPictured = ({ pictures }: Frame, above: Rect, below: Rect): boolean =>
  pictures.some(
    (picture) => middle(picture) > above.y1 && middle(picture) < below.y0 && isSeen(picture, below),
  );

/** Where the column of this text begins: with the pictures that stand over it. */
export function topWithPictures({ pictures, pitch }: Frame, rect: Rect): number {
  const over = pictures.filter(
    (picture) => isSeen(picture, rect) && Math.abs(rect.y0 - picture.y1) < 2 * pitch && picture.y0 < rect.y0,
  );
  return Math.min(rect.y0, ...over.map(({ y0 }) => y0));
}

/** Those that end within `widest` ems left of a chain, the nearest first. */
const toTheLeft = (frame: Frame, { byRight }: Field, chain: Chain, widest: number): Chain[] =>
  stretchOf(
    byRight,
    ({ x1 }) => chain.x0 - x1 > -frame.em,
    ({ x1 }) => chain.x0 - x1 >= widest * frame.em,
  ).filter((other) => other !== chain && (!other.display || isWeak(other)) && !isWalled(frame, other, chain));

/**
 * The column left of this one that begins at the same height, where text can flow from its foot to this top: columns
 * of one story begin together, but so do neighbouring stories, and then one ends with a sentence and the other begins
 * with a paragraph.
 */
export function columnBeside(frame: Frame, field: Field, chain: Chain): Chain | undefined {
  const column = columnOf(frame, field, chain);
  const left = toTheLeft(frame, field, chain, widestShort).find((other) => {
    if (Math.abs(other.y0 - chain.y0) >= sameTop * frame.em) return false;
    const beside = columnOf(frame, field, other);
    return !isWider(beside, column) && isOfMeasure(frame, field, other, chain);
  });
  return left && flows(footOf(frame, field, left), chain) ? left : undefined;
}

/** The column that begins with a chain: a subhead, or a last word, is narrower than what stands under it. */
function columnOf(frame: Frame, field: Field, chain: Chain): Rect {
  const below = lookDown(field, chain);
  const isColumn = below && !below.display && gapBelow(chain, below) < frame.pitch;
  const column = isColumn ? around([chain, below]) : chain;
  return below && isWider(below, column) ? chain : column;
}

/** The text in the column that begins with a chain by which its measure can be told, if any. */
function fullText(field: Field, top: Chain): Chain | undefined {
  const isFull = ({ display, spots, x0, x1 }: Chain): boolean =>
    !display &&
    spots.length >= fewestFull &&
    2 * spots.filter((spot) => x1 - spot.x1 < spot.em / 2 && spot.x0 - x0 < spot.em / 2).length >
      spots.length;
  if (isFull(top)) return top;
  const below = lookDown(field, top);
  return below && isFull(below) ? below : undefined;
}

/** Columns of one story are of one measure: text that is set in on both sides stands in a box, drawn or not. */
export function isOfMeasure(frame: Frame, field: Field, a: Chain, b: Chain): boolean {
  const [left, right] = [fullText(field, a), fullText(field, b)];
  return !left || !right || Math.abs(widthOf(left) - widthOf(right)) < sameMeasure * frame.em;
}

/** The text left of a column's top, in the neighbouring column. */
export const textBeside = (frame: Frame, field: Field, chain: Chain): Chain | undefined =>
  toTheLeft(frame, field, chain, widestGutter)
    .filter((other) => !other.display && other.y1 > chain.y0 && other.y0 < chain.y0 + 2.5 * frame.em)
    .sort((a, b) => b.x1 - a.x1 || b.y0 - a.y0)[0];

/** The lowest text of the column that begins with this chain, down to the first white. */
export function footOf(frame: Frame, { byTop }: Field, top: Chain): Chain {
  let [foot, text] = [top, top];
  for (;;) {
    const last = foot;
    const next = firstFrom(
      byTop,
      ({ y0 }) => y0 >= last.y1 - slack * frame.em,
      (chain) => chain !== last && isSeen(chain, top),
    );
    if (!next || gapBelow(foot, next) > columnGap * frame.pitch || next.y0 <= foot.y0) return text;
    foot = next;
    if (!next.display) text = next;
  }
}

/** （申静） · (dpa): who signs a text, after its last sentence. */
const signature = /[（(][^（()）]{1,24}[）)]$/u;

/** Whether a chain begins with a paragraph set in. */
export function isIndented({ spots, x0 }: Chain): boolean {
  const first = spots[0];
  return spots.length > 1 && first !== undefined && first.x0 - x0 > leastIndent * first.em;
}

/** Whether a chain ends in the middle of a sentence. */
export function breaksOff({ spots }: Chain): boolean {
  const text = spots
    .slice(-2)
    .flatMap(({ lines }) => lines)
    .map((line) => line.text)
    .join("")
    .trim();
  return !endsSentence(text.replace(signature, ""));
}

/** Whether text may run on from the end of one chain to the beginning of another. */
export function flows(before: Chain, after: Chain): boolean {
  if (before.leaves || after.arrives) return false;
  return isWeak(after) || !isIndented(after) || breaksOff(before);
}
