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
import { headsOf } from "./heads-of.js";
import { linkChains } from "./link-chains.js";
import { groupByRoot } from "./links.js";
import { orderHangings } from "./order-hangings.js";
import { orderText } from "./order-text.js";
import { findPageFoot, findPageHead, findRuledHead, type PageNames } from "./page-head.js";
import { around, type Frame, type Rect } from "./rect.js";
import { settleSeams } from "./seams/settle-seams.js";
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

/** What hangs together of chains that may. */
function hangTogether(frame: Frame, chains: readonly Chain[]): Hanging[] {
  const linked = settleSeams(frame, chains, linkChains(frame, chains));
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
