/**
 * For each chain the one that it goes on from or hangs under; none where it begins something. What is plain comes
 * first, from top to bottom; then text that has found no heading looks beside itself.
 */
import { type Chain, isRuled } from "./chain-lines.js";
import {
  areNeighbours,
  columnBeside,
  flows,
  footOf,
  gapBelow,
  isIndented,
  isPictured,
  isWeak,
  isWider,
  leastDeck,
  lookDown,
  lookUp,
  sideGap,
  textBeside,
  topWithPictures,
} from "./look-around.js";
import { around, type Frame, overlapX, overlapY, type Rect, widthOf } from "./rect.js";

export type Links = Map<Chain, Chain>;

export interface Linked {
  readonly links: Links;
  /** Lines over a headline that hang on it from above. */
  readonly kickers: ReadonlySet<Chain>;
}

/** Parts of one headline (kicker, lines, deck) stand at most this far apart, in ems of the smaller one. */
const headingGap = 1.6;
/** Pitches from a headline, a deck or a byline down to what follows; further down it stands over nothing, but under a picture. */
const farthest = 3;
/** Pitches from a small heading, or one set inside or under its text, down to its text. */
const smallHeadGap = 1.8;
/** White between two chains of one column, in pitches: up to here they go on, up to here they may. */
const tightGap = 0.6;
const looseGap = 1;
const widestGap = 4;
/** Subheads are at most so large, by the body type; so many pitches under the text before them, and headlines inside text. */
const largestSubhead = 1.4;
const subheadGap = 1.2;
const insideGap = 0.8;
const mostKickerLines = 2;
const mostDeckLines = 4;
/** What has no more lines of text than this under it (a byline) has its text beside it. */
const mostBareLines = 2;
/** Tops of a headline and the text beside it agree within so many ems, of body type and of its own at most twice that. */
const level = 2.5;
const levelRight = 1.5;

/** A heading that hangs under text is a subhead of it, or the headline of a story that has no other. */
export const isInsideOf = (above: Chain | undefined): boolean => above !== undefined && !above.display;

/** Text that holds a heading and stands under none has it inside: no story has subheads and no headline. */
export const isOwnHead = ({ display, scale }: Chain): boolean => display && scale > leastDeck;

/** Smaller display type close under a headline: its deck. */
export const isDeckOf = (frame: Frame, heading: Chain | undefined, chain: Chain): boolean =>
  heading?.display === true &&
  !isWeak(heading) &&
  frame.exact &&
  chain.scale > leastDeck &&
  chain.spots.length <= mostDeckLines &&
  gapBelow(heading, chain) < headingGap * frame.em * heading.scale;

export function rootOf(chain: Chain, links: Links): Chain {
  let at = chain;
  // No chain hangs under itself, however odd the boxes are.
  for (let steps = 0; steps <= links.size; steps += 1) {
    const up = links.get(at);
    if (!up) return at;
    at = up;
  }
  return chain;
}

export function groupByRoot(chains: readonly Chain[], links: Links): Map<Chain, Chain[]> {
  const groups = new Map<Chain, Chain[]>();
  for (const chain of chains) {
    const root = rootOf(chain, links);
    const members = groups.get(root);
    if (members) members.push(chain);
    else groups.set(root, [chain]);
  }
  return groups;
}

export function linkChains(frame: Frame, chains: readonly Chain[]): Linked {
  const links: Links = new Map();
  const kickers = new Set<Chain>();
  for (const chain of [...chains].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const up = chain.display
      ? headingAbove(frame, chains, links, chain)
      : textAbove(frame, chains, links, chain);
    if (!up || rootOf(up, links) === chain) continue;
    links.set(chain, up);
    if (!chain.display && up.y0 > chain.y0 && headingUnder(frame, chains, chain) === up) kickers.add(chain);
  }
  linkHeadless(frame, chains, links);
  return { links, kickers };
}

/** Whether the heading that a chain is part of or hangs under is set inside text or under it. */
function isSetInside(links: Links, chain: Chain): boolean {
  let at: Chain | undefined = chain;
  for (let steps = 0; at && steps <= links.size; steps += 1) {
    const up: Chain | undefined = links.get(at);
    if (up && at.display && !up.display && !isHeadPart(links, up)) return true;
    at = up;
  }
  return false;
}

/** A deck or a byline: what stands between a headline and its text hangs under the one and is short. */
const isHeadPart = (links: Links, chain: Chain): boolean =>
  !chain.display &&
  chain.spots.length <= (chain.scale > leastDeck ? mostDeckLines : mostBareLines) &&
  links.get(chain)?.display === true;

/** The heading under a short line set apart above it: its kicker (EDUCATION over Later bell, longer breakfast). */
function headingUnder(frame: Frame, chains: readonly Chain[], chain: Chain): Chain | undefined {
  if (chain.spots.length > mostKickerLines) return undefined;
  const below = lookDown(chains, chain);
  if (!below?.display || isWeak(below) || gapBelow(chain, below) > headingGap * frame.em * below.scale)
    return undefined;
  const above = lookUp(frame, chains, chain);
  const apart = !above || gapBelow(above, chain) > Math.max(gapBelow(chain, below), frame.em / 2);
  return apart && widthOf(chain) < 1.2 * widthOf(below) ? below : undefined;
}

/**
 * A heading close under text of its column is of that story: a subhead, or a headline set inside its text. No story
 * begins without white over its headline.
 */
const isInside = (frame: Frame, above: Chain, heading: Chain): boolean =>
  gapBelow(above, heading) < (heading.scale < largestSubhead ? subheadGap : insideGap) * frame.pitch &&
  !isRuled(frame.rules, above, heading);

function headingAbove(frame: Frame, chains: readonly Chain[], links: Links, chain: Chain): Chain | undefined {
  const seenAbove = lookUp(frame, chains, chain);
  // What stands over a kicker stands over its headline.
  const isKicked = seenAbove && !seenAbove.display && headingUnder(frame, chains, seenAbove) === chain;
  const above = isKicked ? lookUp(frame, chains, around([seenAbove, chain]), seenAbove) : seenAbove;
  if (above && !isRuled(frame.rules, above, chain)) {
    if (isHeadPart(links, above) && gapBelow(above, chain) < smallHeadGap * frame.pitch) return above;
    if (!above.display && isInside(frame, above, isKicked ? seenAbove : chain)) return above;
    const smaller = Math.min(above.scale, chain.scale);
    if (above.display && gapBelow(above, chain) < headingGap * frame.em * smaller) return above;
    if (isWeak(chain) && above.display && !isWeak(above) && isOver(frame, links, above, chain)) return above;
  }
  return isWeak(chain) ? columnBeside(frame, chains, chain) : undefined;
}

/** Whether a heading stands over text: close by; a headline at some distance too, or over a picture. */
function isOver(frame: Frame, links: Links, heading: Chain, below: Chain): boolean {
  const gap = gapBelow(heading, below);
  if (gap < smallHeadGap * frame.pitch) return true;
  if (heading.scale < largestSubhead || isSetInside(links, heading)) return false;
  return gap < farthest * frame.pitch || isPictured(frame, heading, below);
}

/** Text goes on down its column, or over a column's width from wider text (a deck, an introduction) to the columns under it. */
function goesOnFrom(frame: Frame, chains: readonly Chain[], chain: Chain): Chain | undefined {
  const above = lookUp(frame, chains, chain);
  if (!above || above.display || isRuled(frame.rules, above, chain)) return undefined;
  const near = gapBelow(above, chain) < widestGap * frame.pitch || isPictured(frame, above, chain);
  const covers = isWider(above, chain) && overlapX(above, chain) > 0.5 * widthOf(chain);
  return near && (covers || Math.abs(above.x0 - chain.x0) < 3 * frame.em) ? above : undefined;
}

function textAbove(frame: Frame, chains: readonly Chain[], links: Links, chain: Chain): Chain | undefined {
  const above = lookUp(frame, chains, chain);
  const gap = above ? gapBelow(above, chain) / frame.pitch : 0;
  const kicked = above?.display && gap < smallHeadGap ? undefined : headingUnder(frame, chains, chain);
  if (kicked) return kicked;
  if (above?.display && isOver(frame, links, above, chain)) return above;
  if (
    above &&
    isHeadPart(links, above) &&
    gap < (isSetInside(links, above) ? smallHeadGap : farthest) &&
    !isRuled(frame.rules, above, chain)
  )
    return above;
  const goesOn = goesOnFrom(frame, chains, chain);
  if (goesOn && (isWider(goesOn, chain) || gap < tightGap)) return goesOn;
  return columnBeside(frame, chains, chain);
}

/** Heading chains that hang together, with the text that has found them. */
interface Heading {
  readonly first: Chain;
  /** As wide as all that hangs there, as high as the heading itself. */
  readonly rect: Rect;
  readonly bare: boolean;
  /** The first text under it. */
  readonly text: Chain | undefined;
}

function linkHeadless(frame: Frame, chains: readonly Chain[], links: Links): void {
  const headings: Heading[] = [];
  const headless: [Chain, Chain[]][] = [];
  for (const [first, members] of groupByRoot(chains, links)) {
    const own = members.filter((chain) => chain.display && !isInsideOf(links.get(chain)));
    const text = members.filter((chain) => !own.includes(chain));
    const bare = text.flatMap(({ spots }) => spots).length <= mostBareLines;
    // A bold line at a column's top may be a jump mark or the end of a signature: without text it heads nothing.
    if (own.length === 0 || (bare && own.every(isWeak))) headless.push([first, members]);
    else {
      const { y0, y1 } = around(own);
      const first1 = text.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)[0];
      headings.push({ first, rect: { ...around(members), y0, y1 }, bare, text: first1 });
    }
  }
  const rest = headless.map(
    ([root, members]): Headless => ({
      root,
      rect: { ...around(members), y0: topWithPictures(frame, around(members)) },
      closed: members.some(isOwnHead),
    }),
  );
  const finders = [
    (text: Headless) => bareHeadingBeside(frame, text, headings),
    (text: Headless) => linkedBeside(frame, rest, links, text),
    (text: Headless) => headingBeside(frame, chains, text, headings),
    (text: Headless) => (text.closed ? undefined : textFrom(frame, chains, text.root)),
  ];
  // Each column that finds its heading may show it to the one beside it.
  for (const find of finders)
    for (let found = true; found; ) {
      found = false;
      for (const text of rest) {
        if (links.has(text.root)) continue;
        const up = find(text);
        if (!up || rootOf(up, links) === text.root) continue;
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
}

const rank = (frame: Frame, rect: Rect, other: Rect): number =>
  (Math.abs(rect.y0 - other.y0) + Math.max(0, sideGap(rect, other))) / frame.em;

/** A heading with no text of its own, set left or right of all its text. */
function bareHeadingBeside(
  frame: Frame,
  { rect, closed }: Headless,
  headings: readonly Heading[],
): Chain | undefined {
  if (closed) return undefined;
  return headings
    .filter(
      (heading) =>
        heading.bare &&
        areNeighbours(frame, heading.rect, rect) &&
        overlapY(heading.rect, rect) > 0.5 * (heading.rect.y1 - heading.rect.y0),
    )
    .sort((a, b) => rank(frame, a.rect, rect) - rank(frame, b.rect, rect))[0]?.first;
}

/** A column that begins at the same height and has found its heading beside itself. */
function linkedBeside(
  frame: Frame,
  rest: readonly Headless[],
  links: Links,
  { rect, closed }: Headless,
): Chain | undefined {
  if (closed) return undefined;
  return rest.find(
    (other) =>
      links.has(other.root) &&
      areNeighbours(frame, other.rect, rect) &&
      Math.abs(other.rect.y0 - rect.y0) < frame.em,
  )?.root;
}

/** The heading left of this text with its top at the text's top, or right of it with text that goes on from this. */
function headingBeside(
  frame: Frame,
  chains: readonly Chain[],
  { root, rect, closed }: Headless,
  headings: readonly Heading[],
): Chain | undefined {
  const fits = ({ rect: beside, first, text }: Heading): boolean => {
    if (!areNeighbours(frame, beside, rect)) return false;
    const apart = Math.abs(beside.y0 - rect.y0) / frame.em;
    if (beside.x1 < rect.x0 + frame.em)
      return apart < level * Math.min(2, first.scale) && !(closed && isIndented(root));
    if (apart > levelRight) return false;
    return !closed && text !== undefined && !isIndented(text) && flows(footOf(frame, chains, root), text);
  };
  return headings.filter(fits).sort((a, b) => rank(frame, a.rect, rect) - rank(frame, b.rect, rect))[0]
    ?.first;
}

/** The text that headless text goes on from: in its column where hardly any white is between, else in the one before. */
function textFrom(frame: Frame, chains: readonly Chain[], root: Chain): Chain | undefined {
  const above = goesOnFrom(frame, chains, root);
  const near = above && (gapBelow(above, root) < looseGap * frame.pitch || isPictured(frame, above, root));
  if (near) return above;
  const beside = textBeside(frame, chains, root);
  if (beside && flows(footOf(frame, chains, beside), root)) return beside;
  return above && flows(above, root) ? above : undefined;
}
