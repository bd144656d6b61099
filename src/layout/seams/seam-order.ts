/** Which run of text follows which, on a whole page, and what speaks against it, in nats. */
import type { Chain } from "../chain-lines.js";
import { isWeak } from "../look-around.js";
import type { Run } from "./column-runs.js";
import { endCost, seamCost, startCost } from "./text-edges.js";
import type { Ways } from "./ways.js";

/** In nats: text with a byline goes on from other text. */
const signedInside = 4;
/** In nats: text goes on otherwise than the page was hung, of which one side tells nothing. */
const untold = 2;
/** In nats: a story without a headline, one with two, one headline over two stories. */
const headless = 2.5;
const twoHeads = 8;
/** In nats: two texts that are left where they are are parted. */
const settledSeam = 20;
/** In nats: from here on a seam, or the beginning of a story, is doubtful. */
const doubtful = 2;

/** For each run the one it follows; undefined where it begins a story. */
export type Order = readonly (number | undefined)[];

/** Runs in the order of the stories, each a list. */
export function pathsOf(order: Order): number[][] {
  const after = new Map<number, number>();
  order.forEach((before, at) => {
    if (before !== undefined) after.set(before, at);
  });
  return order.flatMap((before, at) => {
    if (before !== undefined) return [];
    const path = [];
    for (let next: number | undefined = at; next !== undefined; next = after.get(next)) path.push(next);
    return [path];
  });
}

/** Whether each run is in a story, and none goes on from itself. */
export const isWhole = (order: Order): boolean =>
  pathsOf(order).reduce((sum, path) => sum + path.length, 0) === order.length;

const headsOn = (runs: readonly Run[], path: readonly number[]): Set<Chain> =>
  new Set(path.flatMap((at) => runs[at]?.head ?? []));

/** Whether a story has no headline, though it does not come from another page. */
function isHeadless(runs: readonly Run[], path: readonly number[]): boolean {
  const first = runs[path[0] ?? -1];
  const hasOwn = first?.chains[0]?.display === true && !isWeak(first.chains[0]);
  if (hasOwn || first?.start === "arrived" || path.some((at) => runs[at]?.settled)) return false;
  return headsOn(runs, path).size === 0;
}

/** What an arrangement costs, in nats. */
export function costOf(runs: readonly Run[], ways: Ways, order: Order): number {
  let cost = 0;
  const followed = new Set(order);
  const storiesUnder = new Map<Chain, number>();
  runs.forEach((run, at) => {
    const before = order[at];
    if (!followed.has(at)) cost += endCost(run.end);
    if (before === undefined) cost += run.settled ? 0 : startCost(run.start);
    else {
      const { end } = runs[before] as Run;
      cost += ways[at]?.get(before) ?? Infinity;
      cost += seamCost(end, run.start) + (run.signed ? signedInside : 0);
      if (before !== run.before && (end === "unknown" || run.start === "unknown")) cost += untold;
    }
    if (run.settled && before !== run.before) cost += settledSeam;
  });
  for (const path of pathsOf(order)) {
    const heads = headsOn(runs, path);
    if (isHeadless(runs, path)) cost += headless;
    cost += twoHeads * Math.max(0, heads.size - 1);
    for (const head of heads) storiesUnder.set(head, (storiesUnder.get(head) ?? 0) + 1);
  }
  for (const stories of storiesUnder.values()) cost += twoHeads * (stories - 1);
  return cost;
}

/**
 * Runs that follow otherwise than the page was hung, that begin or end doubtfully, that begin a story without a headline
 * or left of it, and those that may follow such.
 */
export function doubtfulRuns(runs: readonly Run[], ways: Ways, order: Order): number[] {
  const isLoose = (at: number): boolean => !order.includes(at) && endCost((runs[at] as Run).end) > 0;
  const headlessFirsts = new Set(pathsOf(order).flatMap((path) => (isHeadless(runs, path) ? path[0] : [])));
  return runs.flatMap((run, at) => {
    const before = order[at];
    const own =
      before === undefined
        ? startCost(run.start)
        : seamCost((runs[before] as Run).end, run.start) +
          (run.signed ? signedInside : 0) +
          Math.max(0, ways[at]?.get(before) ?? 0);
    const isDoubtful =
      before !== run.before ||
      own >= doubtful ||
      headlessFirsts.has(at) ||
      [...(ways[at]?.keys() ?? [])].some(isLoose);
    return isDoubtful ? [at] : [];
  });
}
