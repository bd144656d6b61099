/**
 * Text that stands under no heading looks beside itself: for a headline set left or right of all its text, for the
 * column beside it that has found one, for a headline with its top at the text's top, for text that it goes on from.
 */
import type { Chain } from "./chain-lines.js";
import type { Field } from "./field.js";
import type { MayJoin } from "./link-heads-below.js";
import {
  goesOnFrom,
  groupByRoot,
  isInsideOf,
  isOwnHead,
  type Links,
  mostBareLines,
  rootOf,
} from "./links.js";
import {
  areNeighbours,
  flows,
  footOf,
  gapBelow,
  isIndented,
  isOfMeasure,
  isPictured,
  isWeak,
  lookDown,
  sideGap,
  slack,
  textBeside,
  topWithPictures,
} from "./look-around.js";
import { around, byPlace, type Frame, overlapY, type Rect } from "./rect.js";

/** Tops of a headline and the text right of it agree within so many ems, of body type and of its own at most twice that. */
const level = 2.5;
/** The same for text left of it. */
const levelRight = 1.5;
/** Ems by which a heading left of a text may stand further off than one right of it. */
const rightward = 4;
/** Ems by which a heading may stand further off whose text ends level with a text: columns of one story do. */
const levelFeet = 8;
/** What a headline has with it besides its text: kicker, deck, byline. */
const mostParts = 3;
/** Pitches of white in a column over which text still goes on. */
const looseGap = 1.2;

/** Bold type smaller than the body's, as a source says it, heads nothing: it says who wrote what stands under another heading. */
const smallest = 0.97;

/** Heading chains that hang together, with the text that has found them. */
interface Heading {
  readonly first: Chain;
  /** As wide as all that hangs there, as high as the heading itself. */
  readonly rect: Rect;
  readonly bare: boolean;
  /** The first text under it. */
  readonly text: Chain | undefined;
  /** It says who wrote its story. */
  readonly signed: boolean;
}

export function linkHeadless(frame: Frame, field: Field, links: Links, mayJoin: MayJoin): void {
  const isByline = (chain: Chain): boolean => frame.exact && isWeak(chain) && chain.scale < smallest;
  const headings: Heading[] = [];
  const headless: [Chain, Chain[]][] = [];
  for (const [first, members] of groupByRoot(field.chains, links)) {
    const own = members.filter((chain) => chain.display && !isInsideOf(links.get(chain)));
    const text = members.filter((chain) => !own.includes(chain));
    const bare = text.length <= mostParts && text.every(({ spots }) => spots.length <= mostBareLines);
    // Bold type of the body's size may head a brief, but a column may begin with a byline or a jump mark in it too.
    const weak = own.every(isWeak);
    const signed = weak && own.every(isByline);
    // Lines all in bold type are a notice by itself.
    const isNotice = (chain: Chain): boolean =>
      isWeak(chain) && chain.spots.length > 1 && !chain.leaves && !chain.arrives;
    if (weak && !members.every(isNotice)) headless.push([first, members]);
    if (own.length > 0 && !(weak && bare) && !signed) {
      const strong = weak ? own : own.filter((chain) => !isWeak(chain));
      const { y0, y1 } = around(strong);
      const under = members
        .filter((chain) => !strong.includes(chain) && chain.y0 > y1 - slack * frame.em)
        .sort(byPlace)[0];
      const rect = { ...around(members), y0, y1 };
      headings.push({ first, rect, bare, text: under, signed: members.some(isByline) });
    }
  }
  const rest = headless.map(
    ([root, members]): Headless => ({
      root,
      rect: { ...around(members), y0: topWithPictures(frame, around(members)) },
      closed: members.some(isOwnHead),
      signed: members.some(isByline),
      headed: members.some(
        (chain) => isWeak(chain) && !isByline(chain) && !isInsideOf(links.get(chain)) && members.length > 1,
      ),
    }),
  );
  // Text is read from left to right: what begins level with a column left of it, which has its heading, goes on from there.
  const isLevelWithHeaded = ({ root, rect }: Headless): boolean => {
    const beside = textBeside(frame, field, root);
    return (
      beside !== undefined &&
      Math.abs(beside.y0 - rect.y0) < frame.em / 2 &&
      isOfMeasure(frame, field, beside, root) &&
      !rest.some((other) => other.root === rootOf(beside, links))
    );
  };
  const finders = [
    (text: Headless) => bareHeadingBeside(frame, text, headings, isLevelWithHeaded(text)),
    (text: Headless) => (text.headed ? undefined : linkedBeside(frame, field, rest, links, text)),
    (text: Headless) => (text.headed ? undefined : headingBeside(frame, field, text, headings)),
    (text: Headless) => (text.closed || text.headed ? undefined : textFrom(frame, field, text.root)),
  ];
  // Each column that finds its heading may show it to the one beside it.
  for (const find of finders)
    for (let found = true; found; ) {
      found = false;
      for (const text of rest) {
        if (links.has(text.root)) continue;
        const up = find(text);
        if (!up || rootOf(up, links) === text.root || !mayJoin(text.root, up)) continue;
        links.set(text.root, up);
        found = true;
      }
    }
}

/** Text that stands under no heading. */
interface Headless {
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
  return [...headings].sort((a, b) => far(a) - far(b))[0]?.first;
}

/** A heading with no text of its own, set left or right of all its text. */
function bareHeadingBeside(
  frame: Frame,
  { rect, closed }: Headless,
  headings: readonly Heading[],
  onlyLeft: boolean,
): Chain | undefined {
  if (closed) return undefined;
  const fits = ({ rect: beside, bare }: Heading): boolean =>
    bare &&
    !(onlyLeft && beside.x0 > rect.x1 - frame.em) &&
    areNeighbours(frame, beside, rect) &&
    overlapY(beside, rect) > 0.5 * (beside.y1 - beside.y0);
  return nearest(frame, headings.filter(fits), rect);
}

/** A column that begins at the same height and has found its heading beside itself. */
function linkedBeside(
  frame: Frame,
  field: Field,
  rest: readonly Headless[],
  links: Links,
  { root, rect, closed }: Headless,
): Chain | undefined {
  if (closed || root.arrives) return undefined;
  return rest.find(
    (other) =>
      links.has(other.root) &&
      isOfMeasure(frame, field, other.root, root) &&
      areNeighbours(frame, other.rect, rect) &&
      Math.abs(other.rect.y0 - rect.y0) < frame.em,
  )?.root;
}

/**
 * The heading left of this text with its top at the text's top, or right of it with text that goes on from this. Text
 * that comes from another page is under a heading beside it only where that has the rest of it.
 */
function headingBeside(
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
    if (closed || text === undefined || isIndented(text) || !flows(footOf(frame, field, root), text))
      return false;
    // Over the top of the text it is a headline in the middle of its columns, which the first one does not see.
    return !root.arrives || beside.y1 <= rect.y0 + slack * frame.em || hasRestOf(frame, field, text, beside);
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

/** Whether text goes on from the column left of it and ends level with it, as the last columns of one story do. */
function endsLevelWithLeft(frame: Frame, field: Field, root: Chain): boolean {
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

/** The text that headless text goes on from: in its column where hardly any white is between, else in the one before. */
function textFrom(frame: Frame, field: Field, root: Chain): Chain | undefined {
  const above = goesOnFrom(frame, field, root);
  const near = above && (gapBelow(above, root) < looseGap * frame.pitch || isPictured(frame, above, root));
  // The story left of it may go on under its neighbour, and a picture of its own be set in there.
  if (near && !endsLevelWithLeft(frame, field, root)) return above;
  const beside = textBeside(frame, field, root);
  if (beside && isOfMeasure(frame, field, beside, root) && flows(footOf(frame, field, beside), root))
    return beside;
  return above && flows(above, root) ? above : undefined;
}
