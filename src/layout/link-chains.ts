/**
 * For each chain the one that it goes on from or hangs under; none where it begins something. What is plain comes
 * first, from top to bottom; then text that has found no heading looks beside itself.
 */
import { type Chain, isRuled } from "./chain-lines.js";
import { type Field, fieldOf } from "./field.js";
import { findHeadsBelow } from "./heads-below.js";
import { linkHeadless } from "./link-headless.js";
import { keepApart, linkHeadBelow } from "./link-heads-below.js";
import { goesOnFrom, headingGap, headingUnder, type Links, mostBareLines, rootOf } from "./links.js";
import {
  columnBeside,
  gapBelow,
  isPictured,
  isWeak,
  isWider,
  leastDeck,
  lookDown,
  lookUp,
} from "./look-around.js";
import { around, byPlace, type Frame, type Rect } from "./rect.js";

export interface Linked {
  readonly links: Links;
  /** Lines over a headline that hang on it from above. */
  readonly kickers: ReadonlySet<Chain>;
  /** Parts of headlines at the foot of their stories. */
  readonly feet: ReadonlySet<Chain>;
}

/** Pitches from a headline, a deck or a byline down to what follows; further down it stands over nothing, but under a picture. */
const farthest = 3.3;
/** Pitches from a small heading, or one set inside or under its text, down to its text. */
const smallHeadGap = 2;
/** White between two chains of one column, in pitches: up to here they go on; further down they may. */
const tightGap = 0.8;
/** Subheads are at most so large, by the body type; so many pitches under the text before them, and headlines inside text. */
const largestSubhead = 1.4;
/** Where the source knows its sizes, one that is so much larger than the body stands nearer to the text that it is in. */
const plainSubhead = 1.15;
const largeSubheadGap = 1.18;
const subheadGap = 1.4;
const insideGap = 1.1;
const mostDeckLines = 4;

/** Smaller display type close under a headline: its deck. */
export const isDeckOf = (frame: Frame, heading: Chain | undefined, chain: Chain): boolean =>
  heading?.display === true &&
  !isWeak(heading) &&
  frame.exact &&
  chain.scale > leastDeck &&
  chain.spots.length <= mostDeckLines &&
  gapBelow(heading, chain) < headingGap * frame.em * heading.scale;

export function linkChains(frame: Frame, chains: readonly Chain[]): Linked {
  const headsBelow = findHeadsBelow(frame, chains);
  const feet = new Set(headsBelow.flatMap(({ parts }) => parts));
  const field = fieldOf(chains, feet);
  const links: Links = new Map();
  const kickers = new Set<Chain>();
  const mayJoin = keepApart(frame, field, headsBelow, links);
  for (const chain of [...field.chains].sort(byPlace)) {
    if (feet.has(chain)) continue;
    const up = chain.display
      ? headingAbove(frame, field, links, chain)
      : textAbove(frame, field, links, chain);
    if (!up || rootOf(up, links) === chain || !mayJoin(chain, up)) continue;
    links.set(chain, up);
    if (!chain.display && up.y0 > chain.y0 && headingUnder(frame, field, chain) === up) kickers.add(chain);
  }
  for (const head of headsBelow) linkHeadBelow(head, links);
  linkHeadless(frame, field, links, kickers, mayJoin);
  return { links, kickers, feet };
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

/**
 * A deck or a byline: what stands between a headline and its text hangs under the one and is short. So is text that
 * begins at a column's foot, but that stands under a subhead.
 */
function isHeadPart(links: Links, chain: Chain): boolean {
  const heading = links.get(chain);
  return (
    !chain.display &&
    chain.spots.length <= (chain.scale > leastDeck ? mostDeckLines : mostBareLines) &&
    heading?.display === true &&
    !(isWeak(heading) && links.has(heading))
  );
}

/**
 * A heading close under text of its column is of that story: a subhead, or a headline set inside its text. No story
 * begins without white over its headline.
 */
function isInside(frame: Frame, above: Chain, top: Rect, subhead: Chain | undefined): boolean {
  const isLarge = subhead !== undefined && frame.exact && subhead.scale > plainSubhead;
  const widest = isLarge ? largeSubheadGap : subhead ? subheadGap : insideGap;
  return !above.leaves && gapBelow(above, top) < widest * frame.pitch && !isRuled(frame.rules, above, top);
}

/** A short line close over text of its column (a byline) looks up with its column: a headline in the middle may not reach over it. */
function lookUpWithColumn(frame: Frame, field: Field, chain: Chain): Chain | undefined {
  const below = chain.spots.length <= mostBareLines ? lookDown(field, chain) : undefined;
  const isIn =
    below &&
    !below.display &&
    gapBelow(chain, below) < (isWeak(chain) ? smallHeadGap : 1) * frame.pitch &&
    chain.x0 > below.x0 - frame.em &&
    chain.x1 < below.x1 + frame.em;
  const own = lookUp(frame, field, chain);
  const withColumn = isIn ? lookUp(frame, field, around([chain, below]), chain) : undefined;
  return withColumn?.display && withColumn.y1 > (own?.y1 ?? 0) ? withColumn : own;
}

/** The largest line of the heading that begins with this one: a kicker is as much as its headline. */
function largestOf(frame: Frame, field: Field, chain: Chain): Chain {
  const below = lookDown(field, chain);
  const isOne =
    below?.display &&
    !isWeak(below) &&
    below.scale > chain.scale &&
    gapBelow(chain, below) < headingGap * frame.em * chain.scale;
  return isOne ? largestOf(frame, field, below) : chain;
}

/** Whether nothing stands under a heading, or a rule between the two. */
function isClosedBelow(frame: Frame, field: Field, heading: Chain): boolean {
  const below = lookDown(field, heading);
  return !below || isRuled(frame.rules, heading, below);
}

function headingAbove(frame: Frame, field: Field, links: Links, chain: Chain): Chain | undefined {
  const seenAbove = lookUpWithColumn(frame, field, chain);
  // What stands over a kicker stands over its headline.
  const isKicked = seenAbove && !seenAbove.display && headingUnder(frame, field, seenAbove) === chain;
  const above = isKicked ? lookUp(frame, field, around([seenAbove, chain]), seenAbove) : seenAbove;
  if (above && !isRuled(frame.rules, above, chain)) {
    if (isHeadPart(links, above) && gapBelow(above, chain) < smallHeadGap * frame.pitch) return above;
    const isSubhead = chain.scale < largestSubhead && !isKicked && largestOf(frame, field, chain) === chain;
    if (!above.display && isInside(frame, above, isKicked ? seenAbove : chain, isSubhead ? chain : undefined))
      return above;
    const smaller = Math.min(above.scale, chain.scale);
    if (above.display && gapBelow(above, chain) < headingGap * frame.em * smaller) return above;
    if (isWeak(chain) && above.display && !isWeak(above) && isOver(frame, links, above, chain)) return above;
    // Small differences in white are noise on a scan: what a rule closes below is of what is above.
    const isNear = !frame.exact && gapBelow(above, chain) < smallHeadGap * frame.pitch;
    if (!above.display && isNear && isClosedBelow(frame, field, chain)) return above;
  }
  return isWeak(chain) ? columnBeside(frame, field, chain) : undefined;
}

/** Whether a heading stands over text: close by; a headline at some distance too, or over a picture. */
function isOver(frame: Frame, links: Links, heading: Chain, below: Chain): boolean {
  let gap = gapBelow(heading, below);
  if (gap < smallHeadGap * frame.pitch) return true;
  // A rule with white about it closes what is over it.
  if (!frame.exact && isRuled(frame.rules, heading, below)) return false;
  // A deck or a byline under it reaches further down, if not over every column.
  const parts = new Set([heading]);
  for (const [part, up] of links) {
    if (!parts.has(up) || !(part.display || isHeadPart(links, part))) continue;
    parts.add(part);
    gap = Math.min(gap, Math.abs(gapBelow(part, below)));
  }
  if (gap < smallHeadGap * frame.pitch) return true;
  if (heading.scale < largestSubhead || isSetInside(links, heading)) return false;
  return gap < farthest * frame.pitch || isPictured(frame, heading, below);
}

function textAbove(frame: Frame, field: Field, links: Links, chain: Chain): Chain | undefined {
  const above = lookUp(frame, field, chain);
  const gap = above ? gapBelow(above, chain) / frame.pitch : 0;
  const kicked = above?.display && gap < smallHeadGap ? undefined : headingUnder(frame, field, chain);
  if (kicked) return kicked;
  if (above?.display && isOver(frame, links, above, chain)) return above;
  if (
    above &&
    isHeadPart(links, above) &&
    gap < (isSetInside(links, above) ? smallHeadGap : farthest) &&
    !isRuled(frame.rules, above, chain)
  )
    return above;
  const goesOn = goesOnFrom(frame, field, chain);
  if (goesOn && (isWider(goesOn, chain) || gap < tightGap)) return goesOn;
  return columnBeside(frame, field, chain);
}
