/**
 * The heading that stands beside text instead of over it: left or right of all of it, with nothing under itself; or with
 * its top at the text's top, over the columns that the text goes on from or goes on in.
 */
import type { Chain } from "./chain-lines.js";
import type { Field } from "./field.js";
import { mostBareLines } from "./links.js";
import {
  areNeighbours,
  flows,
  footOf,
  gapBelow,
  isIndented,
  isOfMeasure,
  isWeak,
  lookDown,
  sideGap,
  slack,
  textBeside,
} from "./look-around.js";
import { type Frame, overlapY, type Rect, widthOf } from "./rect.js";
import { isWalled } from "./zones/walls.js";

/** Tops of a headline and the text right of it agree within so many ems, of body type and of its own at most twice that. */
const level = 2.5;
/** The same for text left of it. */
const levelRight = 1.5;
/** Ems by which a heading left of a text may stand further off than one right of it. */
const rightward = 4;
/** Ems by which a heading may stand further off whose text ends level with a text: columns of one story do. */
const levelFeet = 8;

/** Heading chains that hang together, with the text that has found them. */
export interface Heading {
  readonly first: Chain;
  /** As wide as all that hangs there, as high as the heading itself. */
  readonly rect: Rect;
  readonly bare: boolean;
  /** The first text under it. */
  readonly text: Chain | undefined;
  /** It says who wrote its story. */
  readonly signed: boolean;
}

/** Text that stands under no heading. */
export interface Headless {
  readonly root: Chain;
  /** With the pictures that stand over it. */
  readonly rect: Rect;
  /** A heading is set inside it: as a rule its own. */
  readonly closed: boolean;
  /** A bold line of the body's size stands over it. */
  readonly headed: boolean;
  /** It says who wrote it, so that no heading that says so too is its own. */
  readonly signed: boolean;
}

/**
 * The first chain of the heading nearest to a text, by its top and by the white between. Text is read from left to right:
 * a heading right of it has it only where none stands left of it.
 */
function nearest(
  frame: Frame,
  headings: readonly Heading[],
  text: Rect,
  isLevel: (heading: Heading) => boolean = () => false,
): Chain | undefined {
  const isRight = ({ rect }: Heading): boolean => rect.x0 > text.x1 - frame.em;
  const far = (heading: Heading): number =>
    Math.abs(heading.rect.y0 - text.y0) +
    Math.max(0, sideGap(heading.rect, text)) +
    (isLevel(heading) ? 0 : levelFeet * frame.em) +
    (isRight(heading) ? rightward * frame.em : 0);
  return headings.map((heading) => ({ heading, far: far(heading) })).sort((a, b) => a.far - b.far)[0]?.heading
    .first;
}

/** A heading with no text of its own, set left or right of all its text. */
export function bareHeadingBeside(
  frame: Frame,
  { chains }: Field,
  { rect, closed }: Headless,
  headings: readonly Heading[],
  onlyLeft: boolean,
): Chain | undefined {
  if (closed) return undefined;
  // A heading of one short word leaves most of its column white.
  const isOverWhite = (beside: Rect): boolean =>
    sideGap(beside, rect) < widthOf(rect) &&
    beside.x1 < rect.x0 &&
    !chains.some(
      ({ x0, x1, y0, y1 }) => x0 >= beside.x1 && x1 <= rect.x0 && y1 > beside.y0 && y0 < beside.y1,
    );
  const fits = ({ rect: beside, bare }: Heading): boolean =>
    bare &&
    !(onlyLeft && beside.x0 > rect.x1 - frame.em) &&
    overlapY(beside, rect) > 0.5 * (beside.y1 - beside.y0) &&
    (areNeighbours(frame, beside, rect) || isOverWhite(beside));
  return nearest(frame, headings.filter(fits), rect);
}

/**
 * The heading left of this text with its top at the text's top, or right of it with text that goes on from this. Text
 * that comes from another page is under a heading beside it only where that has the rest of it.
 */
export function headingBeside(
  frame: Frame,
  field: Field,
  { root, rect, closed, signed }: Headless,
  headings: readonly Heading[],
): Chain | undefined {
  const fits = ({ rect: beside, first, text, signed: other }: Heading): boolean => {
    if ((signed && other) || !areNeighbours(frame, beside, rect)) return false;
    if (text && !isOfMeasure(frame, field, text, root)) return false;
    // Its story has gone to another page before.
    if (text && footOf(frame, field, text).leaves) return false;
    const apart = Math.abs(beside.y0 - rect.y0) / frame.em;
    if (beside.x1 < rect.x0 + frame.em)
      return !root.arrives && apart < level * Math.min(2, first.scale) && !(closed && isIndented(root));
    if (endsLevelWithLeft(frame, field, root)) return false;
    const below = text ? Math.abs(text.y0 - rect.y0) / frame.em : apart;
    if (Math.min(apart, below) > levelRight) return false;
    if (closed || text === undefined || !flows(footOf(frame, field, root), text)) return false;
    // Text that no other can come before begins a story, whose headline is right of it.
    if (isIndented(text) && !isWalledOff(frame, field, root)) return false;
    // Over the top of the text it is a headline in the middle of its columns, which the first one does not see.
    if (!root.arrives || first.repeats) return true;
    return beside.y1 <= rect.y0 + slack * frame.em || hasRestOf(frame, field, text, beside);
  };
  const foot = footOf(frame, field, root).y1;
  // The last column may be some lines short; but text left of its heading is none of the last.
  const isLevel = ({ text, rect: beside }: Heading): boolean => {
    if (!text) return false;
    const below = text.spots.length <= mostBareLines ? lookDown(field, text) : undefined;
    const first = below && gapBelow(text, below) < 2 * frame.pitch ? below : text;
    const slope = beside.x0 > rect.x1 - frame.em ? frame.em / 2 : 1.5 * frame.pitch;
    return Math.abs(footOf(frame, field, first).y1 - foot) < slope;
  };
  return nearest(frame, headings.filter(fits), rect, isLevel);
}

/** Whether a column rule stands between a text and what is left of it. */
const isWalledOff = (frame: Frame, { chains }: Field, text: Chain): boolean =>
  chains.some(
    (other) => other.x1 < text.x0 + frame.em && overlapY(other, text) > 0 && isWalled(frame, other, text),
  );

/** Whether text goes on from the column left of it and ends level with it, as the last columns of one story do. */
export function endsLevelWithLeft(frame: Frame, field: Field, root: Chain): boolean {
  const left = textBeside(frame, field, root);
  if (!left || !isOfMeasure(frame, field, left, root)) return false;
  const foot = footOf(frame, field, left);
  return Math.abs(foot.y1 - footOf(frame, field, root).y1) < frame.em / 2 && flows(foot, root);
}

/** Whether the text under a heading is plainly the rest of what stands left of it: no story begins with a subhead. */
function hasRestOf(frame: Frame, field: Field, text: Chain, { x0 }: Rect): boolean {
  if (!isWeak(text)) return false;
  // A subhead in the middle of its column begins where the heading's text does.
  const before = textBeside(frame, field, { ...text, x0: Math.min(x0, text.x0) });
  return before !== undefined;
}
