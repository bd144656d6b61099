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
import type { Chain } from "./chain-lines.js";
import { isDeckOf, type Linked, linkChains } from "./link-chains.js";
import { groupByRoot, isInsideOf, isOwnHead } from "./links.js";
import { gapBelow, isWeak, slack } from "./look-around.js";
import { orderHangings } from "./order-hangings.js";
import { orderText } from "./order-text.js";
import { findPageFoot, findPageHead, findRuledHead, type PageNames } from "./page-head.js";
import { around, byPlace, type Frame, middleX, overlapX, type Rect, widthOf } from "./rect.js";
import { splitByBoxes } from "./zones/boxes.js";
import { findGhosts } from "./zones/ghosts.js";

/** A difference in size that is none. */
const plainType = 0.03;

export interface Hanging extends Rect {
  /** Heading chains first, from top to bottom; then text in reading order. */
  readonly chains: readonly Chain[];
  /** Type size of its heading by the body's; 0 where it has none. */
  readonly head: number;
  /** It is the page's and no story's: a folio, a nameplate. */
  readonly edge?: true;
}

/** A bold line level with the top of text left of it begins its column: a subhead or a jump line, no part of the headline. */
const isAtColumnTop = (frame: Frame, members: readonly Chain[], chain: Chain): boolean =>
  isWeak(chain) &&
  members.some(
    ({ display, x1, y0 }) =>
      !display && x1 < chain.x0 + frame.em && Math.abs(y0 - chain.y0) < slack * frame.em,
  );

/**
 * A bold line over one column, under a headline that reaches over more and has text left of it: a subhead in the middle
 * of its story.
 */
function isInColumn(frame: Frame, members: readonly Chain[], chain: Chain): boolean {
  if (!isWeak(chain)) return false;
  const column = members.find(
    (below) =>
      !below.display &&
      overlapX(below, chain) > 0.9 * widthOf(chain) &&
      gapBelow(chain, below) > -slack * frame.em &&
      gapBelow(chain, below) < frame.pitch,
  );
  return (
    column !== undefined &&
    Math.abs(middleX(column) - middleX(chain)) < frame.em &&
    members.some(
      (head) => head.display && !isWeak(head) && head.x1 > column.x1 + frame.em && head.y0 < chain.y0,
    ) &&
    members.some(({ display, x1, y0 }) => !display && x1 < chain.x0 && y0 < chain.y0)
  );
}

/**
 * The headline with all that belongs to it: the headings that stand over the text, else the largest set inside it;
 * kickers over them, decks under them.
 */
function headsOf(frame: Frame, members: readonly Chain[], { links, kickers, feet }: Linked): Chain[] {
  const below = members.filter((chain) => feet.has(chain));
  if (below.length > 0) return below.sort(byPlace);
  const heading = members.filter(
    (chain) => chain.display && !isAtColumnTop(frame, members, chain) && !isInColumn(frame, members, chain),
  );
  // A subhead's second half at the next column's top is inside the text as the first is.
  const isInside = (chain: Chain, steps = 0): boolean => {
    const up = links.get(chain);
    return isInsideOf(up) || (up !== undefined && steps < members.length && isInside(up, steps + 1));
  };
  const over = heading.filter((chain) => !isInside(chain));
  const largest = members.filter(isOwnHead).sort((a, b) => b.scale - a.scale)[0];
  const main = new Set(over.some((chain) => !isWeak(chain)) || !largest ? over : [largest]);
  for (const chain of members) {
    const up = links.get(chain);
    // A kicker in display type, inside the text as its headline is.
    if (chain.display && main.has(chain) && up?.display && !main.has(up)) main.add(up);
    if (up && main.has(up) && (kickers.has(chain) || isDeckOf(frame, up, chain) || heading.includes(chain)))
      main.add(chain);
  }
  return [...main].sort(byPlace);
}

/** What hangs together of chains that may. */
function hangTogether(frame: Frame, chains: readonly Chain[]): Hanging[] {
  const linked = linkChains(frame, chains);
  return [...groupByRoot(chains, linked.links).values()].map((members): Hanging => {
    const heads = headsOf(frame, members, linked);
    const text = members.filter((chain) => !heads.includes(chain));
    return {
      ...around(members),
      chains: [...heads, ...orderText(frame, text)],
      head: Math.max(0, ...heads.map(({ scale }) => scale)),
    };
  });
}

/** Type of the body's own size may be the end of a story from the page before. */
const isPlain = ({ exact }: Frame, { display, scale }: Chain): boolean =>
  !exact || (!display && Math.abs(scale - 1) < plainType);

/**
 * The hangings of a page, in the order in which it is read.
 */
export function hangChains(frame: Frame, chains: readonly Chain[], names: PageNames): Hanging[] {
  const ruledOff = findRuledHead(frame, chains);
  const noise = findGhosts(frame, chains);
  const edges = new Set([
    ...findPageHead(frame, chains, names),
    ...findPageFoot(frame, chains),
    ...ruledOff,
    ...noise,
  ]);
  const rest = chains.filter((chain) => !edges.has(chain));
  const furniture = [...edges].map(
    (chain): Hanging => ({
      ...around([chain]),
      chains: [chain],
      head: 0,
      ...(isPlain(frame, chain) && !ruledOff.has(chain) && !noise.has(chain) ? {} : { edge: true }),
    }),
  );
  const hangings = splitByBoxes(rest, frame.boxes).flatMap((some) => hangTogether(frame, some));
  return orderHangings(frame, [...furniture, ...hangings]);
}
