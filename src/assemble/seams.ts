/** What the two edges that meet at a cut say of it: whether the texts go on there. */

/** Log odds against a text that is `open` being followed by one that is `fresh`. */
export function edgeOdds(open: number, fresh: number): number {
  const whenOpen = 0.94 * (1 - fresh) + 0.06 * fresh;
  const whenEnded = 0.06 * (1 - fresh) + 0.94 * fresh;
  return -Math.log(2 * (open * whenOpen + (1 - open) * whenEnded));
}

/** Worth, in nats, of two characters of unspaced script meeting at a cut, by how often they meet in the edition. */
export const seamWorth = (meetings: number): number =>
  meetings > 0 ? 0.9 + 0.4 * Math.min(2, Math.log(meetings)) : -0.5;
