/** What hangs on what: each chain has one that it hangs under or goes on from, or none; and what can be told from that. */
import { type Chain, isRuled } from "./chain-lines.js";
import type { Field } from "./field.js";
import { gapBelow, isPictured, isWeak, isWider, leastDeck, lookDown, lookUp } from "./look-around.js";
import { type Frame, overlapX, widthOf } from "./rect.js";

export type Links = Map<Chain, Chain>;

/** White in a column, in pitches, over which text may still go on at all. */
const widestGap = 4;
/** Parts of one headline (kicker, lines, deck) stand at most this far apart, in ems of the smaller one. */
export const headingGap = 2;
const mostKickerLines = 2;
/** What has no more lines of text than this under it (a byline) has its text beside it. */
export const mostBareLines = 2;

/** A heading that hangs under text is a subhead of it, or the headline of a story that has no other. */
export const isInsideOf = (above: Chain | undefined): boolean => above !== undefined && !above.display;

/** Text that holds a heading and stands under none has it inside: no story has subheads and no headline. */
export const isOwnHead = ({ display, scale }: Chain): boolean => display && scale > leastDeck;

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

/** Text goes on down its column, or over a column's width from wider text (a deck, an introduction) to the columns under it. */
export function goesOnFrom(frame: Frame, field: Field, chain: Chain): Chain | undefined {
  const above = lookUp(frame, field, chain);
  if (!above || above.display || isRuled(frame.rules, above, chain)) return undefined;
  if (above.leaves || chain.arrives) return undefined;
  const near = gapBelow(above, chain) < widestGap * frame.pitch || isPictured(frame, above, chain);
  const covers = isWider(above, chain) && overlapX(above, chain) > 0.5 * widthOf(chain);
  return near && (covers || Math.abs(above.x0 - chain.x0) < 3 * frame.em) ? above : undefined;
}

/** The heading under a short line set apart above it: its kicker (EDUCATION over Later bell, longer breakfast). */
export function headingUnder(frame: Frame, field: Field, chain: Chain): Chain | undefined {
  if (chain.spots.length > mostKickerLines) return undefined;
  const below = lookDown(field, chain);
  // A headline at the foot of its story has its text over it, and no kicker there.
  if (!below?.display || field.feet.has(below) || isWeak(below)) return undefined;
  if (gapBelow(chain, below) > headingGap * frame.em * below.scale) return undefined;
  const above = lookUp(frame, field, chain);
  const apart = !above || gapBelow(above, chain) > Math.max(gapBelow(chain, below), frame.em / 2);
  return apart && widthOf(chain) < 1.2 * widthOf(below) ? below : undefined;
}
