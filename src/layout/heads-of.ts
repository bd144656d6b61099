/** Which of the chains that hang together are the headline, with its kicker, its deck and its byline. */
import type { Chain } from "./chain-lines.js";
import { isDeckOf, type Linked } from "./link-chains.js";
import { isInsideOf, isOwnHead } from "./links.js";
import { gapBelow, isWeak, slack } from "./look-around.js";
import { byPlace, type Frame, middleX, overlapX, widthOf } from "./rect.js";

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
export function headsOf(frame: Frame, members: readonly Chain[], { links, kickers, feet }: Linked): Chain[] {
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
