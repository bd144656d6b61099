/**
 * The chains of a page sorted by where they end and begin, so that what stands next over, under or beside one is found
 * without asking all others: hostile pages hold thousands. It finds only; what counts as seen is for its askers.
 */
import type { Chain } from "./chain-lines.js";

export interface Field {
  /** In the order in which they were found; of those at one place the first counts. */
  readonly chains: readonly Chain[];
  /** The lowest feet first. */
  readonly byFoot: readonly Chain[];
  /** The highest tops first. */
  readonly byTop: readonly Chain[];
  /** The right edges furthest to the right first. */
  readonly byRight: readonly Chain[];
  /** Parts of headlines at the foot of their stories (heads-below.ts): what stands under them is not theirs. */
  readonly feet: ReadonlySet<Chain>;
}

export const fieldOf = (chains: readonly Chain[], feet: ReadonlySet<Chain> = new Set()): Field => ({
  chains,
  feet,
  byFoot: [...chains].sort((a, b) => b.y1 - a.y1),
  byTop: [...chains].sort((a, b) => a.y0 - b.y0),
  byRight: [...chains].sort((a, b) => b.x1 - a.x1),
});

/** Where in a sorted list `holds` begins to hold: for none before, for all after. */
function startOf(sorted: readonly Chain[], holds: (chain: Chain) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const at = (from + to) >> 1;
    if (holds(sorted[at] as Chain)) to = at;
    else from = at + 1;
  }
  return from;
}

/** The first that fits, of those for which `holds` holds: for none before in the list, for all after. */
export function firstFrom(
  sorted: readonly Chain[],
  holds: (chain: Chain) => boolean,
  fits: (chain: Chain) => boolean,
): Chain | undefined {
  for (let at = startOf(sorted, holds); at < sorted.length; at += 1)
    if (fits(sorted[at] as Chain)) return sorted[at];
  return undefined;
}

/** The stretch of a sorted list from where `begins` begins to hold to where `ended` does. */
export const stretchOf = (
  sorted: readonly Chain[],
  begins: (chain: Chain) => boolean,
  ended: (chain: Chain) => boolean,
): Chain[] => sorted.slice(startOf(sorted, begins), startOf(sorted, ended));
