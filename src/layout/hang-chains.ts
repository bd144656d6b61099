/**
 * Chains → hangings: text hangs under the heading that it sees when it looks up its column. A headline over three
 * columns is seen by all three; text that sees the end of other text goes on with it; text at a column's top that
 * sees no heading goes on from the column before, or belongs to a headline that stands beside it.
 *
 *     ┌ Dredge vote stalls ───────┐
 *     │ By DANA…  │ …     │ …     │      all three columns hang under the headline
 *     ├ Old cannery ──────┤ …     │      the third goes on below, beside the next story
 *
 * This is the make-up alone: what the words say is for assembly, which may decide otherwise.
 */
import { endsSentence } from "../text/ends-sentence.js";
import { type Chain, isRuled } from "./chain-lines.js";
import { around, type Frame, overlapX, overlapY, type Rect, widthOf } from "./frame.js";

export interface Hanging extends Rect {
  /** Heading chains first, from top to bottom; then text in reading order. */
  readonly chains: readonly Chain[];
  /** Type size of its heading by the body's; 0 where it has none. */
  readonly head: number;
}

/** Share of the narrower of two that must stand over the other to be seen from below. */
const seen = 0.3;
/** Parts of one headline (kicker, lines, deck) stand at most this far apart, in ems of the larger one. */
const headingGap = 1.6;
/** Tops of a headline and the text beside it agree within so many ems. */
const level = 2.5;
/** Body ems between neighbouring columns at most. */
const widestGutter = 4;
/** What reaches below another's top by no more than this, in body ems, stands above it: boxes of neighbouring lines overlap. */
const slack = 0.8;

/** Columns of one story begin at the same height, to this part of an em. */
const sameTop = 0.7;
/** White between two chains of one column that is no more than a line's, in pitches: they go on. */
const tightGap = 0.6;
const mostKickerLines = 2;
/** Decks are set larger than the body by this, in at most so many lines. */
const leastDeck = 1.04;
const mostDeckLines = 4;
/** What has no more lines of text than this under it (a byline) has its text beside it. */
const mostBareLines = 2;
/** Subheads are set at most so large, by the body type; so many pitches below the text before them, and headlines inside text. */
const largestSubhead = 1.4;
const subheadGap = 1.2;
const insideGap = 0.8;
/** Pitches of white inside one column of a story, round a heading. */
const columnGap = 1.5;
/** Ems of a paragraph's indent at least. */
const leastIndent = 0.6;
/** Pitches from a small heading down to its text. */
const smallHeadGap = 1.8;

const gapBelow = (above: Rect, below: Rect): number => below.y0 - above.y1;

/** The chain that `below` sees when it looks up: the lowest of those over it. */
function lookUp(frame: Frame, chains: readonly Chain[], below: Chain): Chain | undefined {
  let best: Chain | undefined;
  for (const chain of chains) {
    if (chain === below || chain.y1 > below.y0 + slack * frame.em || chain.y0 >= below.y0) continue;
    if (overlapX(chain, below) < seen * Math.min(widthOf(chain), widthOf(below))) continue;
    if (!best || chain.y1 > best.y1) best = chain;
  }
  return best;
}

/** How far apart two stand side by side; negative where one stands over the other. */
const sideGap = (a: Rect, b: Rect): number => Math.max(a.x0 - b.x1, b.x0 - a.x1);
const areNeighbours = (frame: Frame, a: Rect, b: Rect): boolean =>
  sideGap(a, b) > -frame.em && sideGap(a, b) < widestGutter * frame.em;

/**
 * The heading beside text that has none over it: one with its top at the text's top (the first column stands under
 * the heading, this one beside both), or one with no text of its own (set left or right of all its text).
 */
function headingBeside(frame: Frame, text: Rect, headings: readonly Heading[]): Chain | undefined {
  const fits = headings.filter(
    ({ rect, bare, first }) =>
      areNeighbours(frame, rect, text) &&
      (bare
        ? overlapY(rect, text) > 0.5 * (rect.y1 - rect.y0)
        : rect.x1 < text.x0 + frame.em &&
          Math.abs(rect.y0 - text.y0) < level * frame.em * Math.min(2, first.scale)),
  );
  const rank = ({ rect, bare }: Heading): number =>
    (bare ? 0 : 1000) + Math.abs(rect.y0 - text.y0) / frame.em + Math.max(0, sideGap(rect, text)) / frame.em;
  return fits.sort((a, b) => rank(a) - rank(b))[0]?.first;
}

/** Heading chains that hang together, and whether no text hangs under them. */
interface Heading {
  readonly first: Chain;
  readonly rect: Rect;
  readonly bare: boolean;
}

/** The text left of a column's top, in the neighbouring column. */
function textBeside(frame: Frame, chains: readonly Chain[], chain: Chain): Chain | undefined {
  return chains
    .filter(
      (other) =>
        other !== chain &&
        !other.display &&
        other.x1 <= chain.x0 + frame.em &&
        chain.x0 - other.x1 < widestGutter * frame.em &&
        other.y1 > chain.y0 &&
        other.y0 < chain.y0 + level * frame.em,
    )
    .sort((a, b) => b.x1 - a.x1 || b.y0 - a.y0)[0];
}

/** Text goes on down its column, or over a column's width from wider text (a deck, an introduction) to the columns under it. */
function isUnder(frame: Frame, above: Chain, below: Chain): boolean {
  const near = gapBelow(above, below) < 4 * frame.pitch;
  const wider = widthOf(above) > 1.4 * widthOf(below) && overlapX(above, below) > 0.7 * widthOf(below);
  return near && (wider || Math.abs(above.x0 - below.x0) < 3 * frame.em);
}

/** Bold type of the body's size: a subhead, a dateline, a jump mark. At a column's top it is no headline. */
const isWeak = ({ display, scale }: Chain): boolean => display && scale < leastDeck;

/**
 * The column left of this one that begins at the same height, where text can flow from its foot to this top: columns
 * of one story begin together, but so do neighbouring stories, and then one ends with a sentence and the other begins
 * with a paragraph.
 */
function columnBeside(frame: Frame, chains: readonly Chain[], chain: Chain): Chain | undefined {
  const left = chains
    .filter(
      (other) =>
        other !== chain &&
        (!other.display || isWeak(other)) &&
        Math.abs(other.y0 - chain.y0) < sameTop * frame.em &&
        chain.x0 - other.x1 > -frame.em &&
        chain.x0 - other.x1 < widestGutter * frame.em,
    )
    .sort((a, b) => b.x1 - a.x1)[0];
  return left && flows(footOf(frame, chains, left), chain) ? left : undefined;
}

/** The lowest chain of the column that begins with this one, down to the first white or the next headline under white. */
function footOf(frame: Frame, chains: readonly Chain[], top: Chain): Chain {
  let [foot, text] = [top, top];
  for (;;) {
    const next = chains
      .filter(
        (chain) =>
          chain.y0 >= foot.y1 - slack * frame.em &&
          chain !== foot &&
          overlapX(chain, top) > seen * widthOf(top),
      )
      .sort((a, b) => a.y0 - b.y0)[0];
    if (!next || gapBelow(foot, next) > columnGap * frame.pitch || next.y0 <= foot.y0) return text;
    foot = next;
    if (!next.display) text = next;
  }
}

/** （申静） · (dpa): who signs a text, after its last sentence. */
const signature = /[（(][^（()）]{1,24}[）)]$/u;

/** Whether text may run on from the end of one chain to the beginning of another. */
function flows(before: Chain, after: Chain): boolean {
  if (isWeak(after)) return true;
  const text = before.spots
    .slice(-2)
    .flatMap(({ lines }) => lines)
    .map((line) => line.text)
    .join("")
    .trim();
  const first = after.spots[0];
  const indented = first !== undefined && first.x0 - after.x0 > leastIndent * first.em;
  return !indented || !endsSentence(text.replace(signature, ""));
}

/** The heading under a short line set apart above it: its kicker (EDUCATION over Later bell, longer breakfast). */
function headingUnder(frame: Frame, chains: readonly Chain[], chain: Chain): Chain | undefined {
  if (chain.spots.length > mostKickerLines) return undefined;
  const below = chains
    .filter((other) => other.y0 > chain.y0 && overlapX(other, chain) > seen * widthOf(chain))
    .sort((a, b) => a.y0 - b.y0)[0];
  if (!below?.display || isWeak(below) || gapBelow(chain, below) > headingGap * frame.em * below.scale)
    return undefined;
  const above = lookUp(frame, chains, chain);
  const apart = !above || gapBelow(above, chain) > Math.max(gapBelow(chain, below), frame.em / 2);
  return apart && widthOf(chain) < 1.2 * widthOf(below) ? below : undefined;
}

type Links = Map<Chain, Chain>;

/**
 * For each chain the one that it goes on from or hangs under; none where it begins something. What is plain comes
 * first; then text without a heading looks beside itself; then text under white goes on with what stands above.
 */
function linkUp(frame: Frame, chains: readonly Chain[]): Links {
  const links: Links = new Map();
  for (const chain of chains) {
    const up = chain.display ? headingAbove(frame, chains, chain) : textAbove(frame, chains, chain);
    if (up) links.set(chain, up);
  }
  const roots = groupByRoot(chains, links);
  const headings: Heading[] = [];
  const headless: [Chain, Chain[]][] = [];
  for (const [first, members] of roots) {
    const own = members.filter((chain) => chain.display && !isInsideOf(links.get(chain)));
    const text = members.filter((chain) => !own.includes(chain)).flatMap(({ spots }) => spots);
    const bare = text.length <= mostBareLines;
    // A bold line at a column's top may be a jump mark or the end of a signature: without text it heads nothing.
    if (own.length === 0 || (bare && own.every(({ scale }) => scale < leastDeck)))
      headless.push([first, members]);
    else {
      const { y0, y1 } = around(own);
      const under = members.filter((chain) => own.includes(links.get(chain) ?? chain));
      headings.push({ first, rect: { ...around(under), y0, y1 }, bare });
    }
  }
  for (const [root, members] of headless) {
    const up =
      headingBeside(frame, around(members), headings) ??
      (members.some(isOwnHead)
        ? undefined
        : (goesOnFrom(frame, chains, root) ?? textBeside(frame, chains, root)));
    if (up && rootOf(up, links) !== root) links.set(root, up);
  }
  return links;
}

/** Text that holds a heading and stands under none has it inside: no story has subheads and no headline. */
const isOwnHead = ({ display, scale }: Chain): boolean => display && scale > leastDeck;

function groupByRoot(chains: readonly Chain[], links: Links): Map<Chain, Chain[]> {
  const groups = new Map<Chain, Chain[]>();
  for (const chain of chains) {
    const root = rootOf(chain, links);
    const members = groups.get(root);
    if (members) members.push(chain);
    else groups.set(root, [chain]);
  }
  return groups;
}

/**
 * A heading close under text of its column is of that story: a subhead, or a headline set inside its text. No story
 * begins without white over its headline.
 */
const isInside = (frame: Frame, above: Chain, heading: Chain): boolean =>
  gapBelow(above, heading) < (heading.scale < largestSubhead ? subheadGap : insideGap) * frame.pitch &&
  !isRuled(frame.rules, above, heading);

function headingAbove(frame: Frame, chains: readonly Chain[], chain: Chain): Chain | undefined {
  const seenAbove = lookUp(frame, chains, chain);
  // What stands over a kicker stands over its headline.
  const isKicker = seenAbove && !seenAbove.display && headingUnder(frame, chains, seenAbove) === chain;
  const above = isKicker ? lookUp(frame, chains, seenAbove) : seenAbove;
  if (above && !above.display && isInside(frame, above, isKicker ? seenAbove : chain)) return above;
  const near =
    above?.display &&
    gapBelow(above, chain) < headingGap * frame.em * Math.max(above.scale, chain.scale) &&
    !isRuled(frame.rules, above, chain);
  if (near) return above;
  return isWeak(chain) ? columnBeside(frame, chains, chain) : undefined;
}

/** A headline stands over its text however far down that begins, under a picture too; a small one, or one set inside or under its text, only close by. */
function isOver(frame: Frame, chains: readonly Chain[], heading: Chain, below: Chain): boolean {
  if (gapBelow(heading, below) < smallHeadGap * frame.pitch) return true;
  const above = lookUp(frame, chains, heading);
  const inside = above !== undefined && !above.display && isInside(frame, above, heading);
  return heading.scale >= largestSubhead && !inside;
}

/** The text over a chain in its column that it goes on from. */
function goesOnFrom(frame: Frame, chains: readonly Chain[], chain: Chain): Chain | undefined {
  const above = lookUp(frame, chains, chain);
  return above && isUnder(frame, above, chain) && !isRuled(frame.rules, above, chain) ? above : undefined;
}

function textAbove(frame: Frame, chains: readonly Chain[], chain: Chain): Chain | undefined {
  const above = lookUp(frame, chains, chain);
  const near = above?.display && gapBelow(above, chain) < smallHeadGap * frame.pitch;
  const kicked = near ? undefined : headingUnder(frame, chains, chain);
  if (kicked) return kicked;
  if (above?.display && isOver(frame, chains, above, chain)) return above;
  const goesOn = goesOnFrom(frame, chains, chain);
  if (goesOn && gapBelow(goesOn, chain) < tightGap * frame.pitch) return goesOn;
  return columnBeside(frame, chains, chain);
}

function rootOf(chain: Chain, links: Links): Chain {
  let at = chain;
  // No chain hangs under itself, however odd the boxes are.
  for (let steps = 0; steps <= links.size; steps += 1) {
    const up = links.get(at);
    if (!up) return at;
    at = up;
  }
  return chain;
}

/** Text of one hanging in reading order: tier by tier, in each column by column, in each from top to bottom. */
const orderText = (frame: Frame, chains: readonly Chain[]): Chain[] =>
  cutTiers(frame, chains).flatMap((tier) => orderColumns(frame, tier));

/**
 * Tiers: under a subhead, and under text wider than a column, the columns begin anew. A headline set inside its text
 * makes none: each column goes on below it.
 */
function cutTiers(frame: Frame, chains: readonly Chain[]): Chain[][] {
  const tiers: Chain[][] = [];
  let foot = -Infinity;
  for (const chain of [...chains].sort((a, b) => a.y0 - b.y0)) {
    const before = tiers.at(-1) ?? [];
    const begins =
      chain.y0 > foot - slack * frame.em &&
      (chain.display || before.every((other) => widthOf(other) > 1.4 * widthOf(chain)));
    if (begins) tiers.push([]);
    tiers.at(-1)?.push(chain);
    foot = Math.max(foot, chain.y1);
  }
  return tiers;
}

function orderColumns(frame: Frame, chains: readonly Chain[]): Chain[] {
  const columns: { x0: number; x1: number; chains: Chain[] }[] = [];
  for (const chain of [...chains].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0)) {
    const column = columns.find(
      ({ x0, x1 }) =>
        Math.min(x1, chain.x1) - Math.max(x0, chain.x0) > 0.5 * Math.min(x1 - x0, widthOf(chain)) &&
        chain.x0 < x0 + Math.max(3 * frame.em, 0.5 * (x1 - x0)),
    );
    if (column) column.chains.push(chain);
    else columns.push({ x0: chain.x0, x1: chain.x1, chains: [chain] });
  }
  return columns.flatMap((column) => column.chains.sort((a, b) => a.y0 - b.y0));
}

/** The hangings of a page, in the order in which it is read. */
export function hangChains(frame: Frame, chains: readonly Chain[]): Hanging[] {
  const links = linkUp(frame, chains);
  const hangings = [...groupByRoot(chains, links).values()].map((members): Hanging => {
    const isHead = (chain: Chain): boolean =>
      chain.display
        ? !isInsideOf(links.get(chain))
        : isKickerOf(links.get(chain), chain) || isDeckOf(frame, links.get(chain), chain);
    const found = members.filter(isHead);
    const inside = members.filter(isOwnHead).sort((a, b) => b.scale - a.scale);
    const heads = found.length > 0 ? found : inside.slice(0, 1);
    const text = members.filter((chain) => !heads.includes(chain));
    return {
      ...around(members),
      chains: [...heads.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0), ...orderText(frame, text)],
      head: Math.max(0, ...heads.map(({ scale }) => scale)),
    };
  });
  return hangings.sort((a, b) => topOf(a) - topOf(b) || a.x0 - b.x0);
}

/** A heading that hangs under text is a subhead of it, or the headline of a story that has no other. */
const isInsideOf = (above: Chain | undefined): boolean => above !== undefined && !above.display;

/** Text that hangs on a heading under it is its kicker. */
const isKickerOf = (heading: Chain | undefined, chain: Chain): boolean =>
  heading?.display === true && heading.y0 >= chain.y1 - (chain.y1 - chain.y0) / 2;

/** Smaller display type close under a headline: its deck. */
const isDeckOf = (frame: Frame, heading: Chain | undefined, chain: Chain): boolean =>
  heading?.display === true &&
  frame.exact &&
  chain.scale > leastDeck &&
  chain.spots.length <= mostDeckLines &&
  gapBelow(heading, chain) < headingGap * frame.em * heading.scale;

const topOf = ({ chains }: Hanging): number => Math.min(...chains.map(({ y0 }) => y0));
