/**
 * Where text may turn the page without a mark, on pages made up in blocks: at the foot of the last column, and at the head
 * of the first one where it stands under no heading. Stories of such pages have headlines, so that text at the head of a
 * page without one has come from somewhere. What the words say of it is for assembly.
 */
import type { Chain } from "./chain-lines.js";
import type { Hanging } from "./hang-chains.js";
import { around, type Frame, middle, overlapX, type Rect } from "./rect.js";
import { isInside } from "./zones/boxes.js";

/** Pitches from the head or foot of all text, and ems from its side, within which the first and last columns begin and end. */
const nearEnd = 3;
const nearSide = 1;
/** Lines of text that show where text stands on the page. */
const telling = 3;

/** The text that may have come from the page before, and that may go on on the next. */
export interface PageTurns {
  readonly in?: Chain;
  readonly out?: Chain;
}

export function findTurns(frame: Frame, hangings: readonly Hanging[]): PageTurns {
  const isBoxed = (chain: Rect): boolean => frame.boxes.some((box) => isInside(chain, box));
  const own = hangings.filter(({ edge, chains }) => !edge && !chains.every(isBoxed));
  const every = own.flatMap((hanging) => hanging.chains).filter(({ caption }) => !caption);
  const text = every.filter(({ display, spots }) => !display && spots.length >= telling);
  if (text.length === 0) return {};
  const all = around(text);
  // Folios beside the tiers of a vertical page are over and under nothing.
  const chains = every.filter((chain) => overlapX(chain, all) > 0);
  const known = new Set(chains);
  const first = own.find(
    ({ chains: [top], head }) => top && head === 0 && known.has(top) && isFirst(frame, top, chains, all),
  )?.chains[0];
  const last = own
    .map((hanging) => hanging.chains.findLast((chain) => known.has(chain)))
    .find((foot) => foot && isLast(frame, foot, chains, all));
  return { ...(first ? { in: first } : {}), ...(last ? { out: last } : {}) };
}

const isUnder = (frame: Frame, over: Rect, chain: Rect): boolean =>
  overlapX(over, chain) > frame.em && middle(over) < middle(chain);

const isFirst = (frame: Frame, chain: Chain, others: readonly Chain[], all: Rect): boolean =>
  !chain.display &&
  !chain.arrives &&
  chain.x0 < all.x0 + nearSide * frame.em &&
  chain.y0 < all.y0 + nearEnd * frame.pitch &&
  !others.some((other) => other !== chain && isUnder(frame, other, chain));

const isLast = (frame: Frame, chain: Chain, others: readonly Chain[], all: Rect): boolean =>
  !chain.display &&
  !chain.leaves &&
  chain.x1 > all.x1 - nearSide * frame.em &&
  chain.y1 > all.y1 - nearEnd * frame.pitch &&
  !others.some((other) => other !== chain && isUnder(frame, chain, other));
