/**
 * Which text goes on in which, where the make-up led astray: a story goes on in the next column under the foot of its
 * neighbour, or begins left of its headline. What hung there by its place is looked at again by its seams (how text ends
 * and how the next begins), all of a page together, and only where another arrangement is plainly better.
 *
 *     une séance où l’on a   ‖ beaucoup parlé        the end of the story above, and the beginning of this one in
 *     ─────────────────────                          the next column
 *     mécanisme, avec l’aide                         from the column left of it: … du
 *
 * It refuses to move what stands round a headline amid its text or at its foot, and text that says nothing.
 */
import type { Chain } from "../chain-lines.js";
import { isRuled } from "../chain-lines.js";
import { fieldOf } from "../field.js";
import type { Linked } from "../link-chains.js";
import type { Links } from "../links.js";
import { areNeighbours, gapBelow, isOfMeasure, lookUp, slack } from "../look-around.js";
import { type Frame, overlapX, overlapY, widthOf } from "../rect.js";
import { isWalled } from "../zones/walls.js";
import { columnRuns, type Run } from "./column-runs.js";
import { endCost, seamCost, setsIn, startCost } from "./text-edges.js";

/** Runs of a page at most. */
const mostRuns = 150;
/** In nats: what a rearrangement must be worth, and a step to it. */
const leastGain = 2;
const leastStep = 0.25;
/** Steps at most; and runs in trouble at most for which what is no better at first is tried. */
const mostSteps = 40;
const mostStuck = 16;
/** Runs that one may follow at most: the nearest. */
const mostWays = 8;
/** In nats: what speaks for text going on as the page was hung; what is against text below others, or right of them. */
const asHung = -1.5;
const below = 0.5;
const farBelow = 1.5;
const right = 0.5;
/** In nats: a column of text that ends otherwise than what it goes on from. */
const otherFoot = 0.5;
/** In nats: text with a byline goes on from other text. */
const signedInside = 4;
/** In nats: text goes on otherwise than the page was hung, of which one side tells nothing. */
const untold = 2;
/** In nats: a story without a headline, one with two, one headline over two stories. */
const headless = 2.5;
const twoHeads = 8;
/** In nats: two texts that are left where they are are parted. */
const settledSeam = 20;

/** For each run those that it may follow, and what that costs by their places. */
type Ways = readonly ReadonlyMap<number, number>[];

/** For each run the one it follows; undefined where it begins a story. */
type Order = readonly (number | undefined)[];

/** Runs in the order of the stories, each a list. */
function pathsOf(order: Order): number[][] {
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

/** What each run may follow, and what it costs by their places. */
function waysOf(frame: Frame, chains: readonly Chain[], runs: readonly Run[]): Ways {
  const field = fieldOf(chains);
  const runOf = new Map(runs.flatMap(({ chains: own }, at) => own.map((chain) => [chain, at] as const)));
  return runs.map((run, at) => {
    const ways = new Map<number, number>();
    const top = run.headline ?? (run.chains[0] as Chain);
    const above = lookUp(frame, field, top);
    const over = above ? runOf.get(above) : undefined;
    if (above && over !== undefined && over !== at && !isRuled(frame.rules, above, top))
      ways.set(over, gapBelow(above, top) < 2 * frame.pitch && !run.headline ? below : farBelow);
    runs.forEach((other, from) => {
      if (from === at || !isLeftOf(frame, runs, other, run)) return;
      if (!isOfMeasure(frame, field, other.chains[0] as Chain, run.chains[0] as Chain)) return;
      const isLevel = Math.abs(other.rect.y1 - run.rect.y1) < 2 * frame.pitch;
      ways.set(from, right + (isLevel ? 0 : otherFoot));
    });
    const nearest = [...ways].sort((a, b) => a[1] - b[1]).slice(0, mostWays);
    return new Map([...nearest, ...(run.before === undefined ? [] : ([[run.before, asHung]] as const))]);
  });
}

/** Whether text may go on from the foot of one run to the top of another in a column right of it. */
function isLeftOf(frame: Frame, runs: readonly Run[], left: Run, run: Run): boolean {
  if (left.rect.x1 > run.rect.x0 + frame.em || left.rect.y1 < run.rect.y0 + slack * frame.em) return false;
  // A headline over text that begins left of it begins where that does.
  const { headline } = run;
  if (headline && (left.rect.y0 < headline.y0 - 2 * frame.em || left.rect.y0 > run.rect.y0 + 2 * frame.em))
    return false;
  if (areNeighbours(frame, left.rect, run.rect)) return true;
  if (isWalled(frame, left.rect, run.rect)) return false;
  const between = {
    x0: left.rect.x1,
    x1: run.rect.x0,
    y0: run.rect.y0,
    y1: Math.min(left.rect.y1, run.rect.y1),
  };
  return (
    widthOf(between) < 1.5 * widthOf(left.rect) &&
    !runs.some(({ rect }) => overlapX(rect, between) > frame.em && overlapY(rect, between) > 0)
  );
}

/** What an arrangement costs, in nats. */
function costOf(runs: readonly Run[], ways: Ways, order: Order): number {
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
    const heads = new Set(path.flatMap((at) => runs[at]?.head ?? []));
    const [first] = path as [number];
    const isKnown = runs[first]?.start === "arrived" || path.some((at) => runs[at]?.settled);
    if (heads.size === 0 && !isKnown) cost += headless;
    cost += twoHeads * Math.max(0, heads.size - 1);
    for (const head of heads) storiesUnder.set(head, (storiesUnder.get(head) ?? 0) + 1);
  }
  for (const stories of storiesUnder.values()) cost += twoHeads * (stories - 1);
  return cost;
}

/** Whether each run is in a story, and none goes on from itself. */
const isWhole = (order: Order): boolean =>
  pathsOf(order).reduce((sum, path) => sum + path.length, 0) === order.length;

/** Arrangements one step away: a run begins, or follows another one, in whose stead another may. */
function* stepsFrom(order: Order, at: number, ways: Ways): Generator<Order> {
  const [old, next] = [order[at], order.indexOf(at)];
  const change = (...changes: (readonly [at: number, before: number | undefined])[]): Order => {
    const changed = [...order];
    for (const [one, before] of changes) changed[one] = before;
    return changed;
  };
  if (old !== undefined) yield change([at, undefined]);
  for (const before of ways[at]?.keys() ?? []) {
    if (before === old) continue;
    const rival = order.indexOf(before);
    const free = [...(ways[rival]?.keys() ?? [])].filter((one) => one === old || !order.includes(one));
    for (const other of rival < 0 ? [undefined] : [undefined, ...free]) {
      const first = [[at, before], ...(rival < 0 ? [] : ([[rival, other]] as const))] as const;
      yield change(...first);
      // What it follows may begin there, and what follows it.
      if (order[before] !== undefined) yield change(...first, [before, undefined]);
      if (next >= 0 && next !== rival) yield change(...first, [next, undefined]);
    }
    // It is put between two, and what followed it follows what it followed.
    const closes = next < 0 || next === rival || old === undefined || ways[next]?.has(old);
    if (rival >= 0 && closes && ways[rival]?.has(at))
      yield change([rival, at], ...(next < 0 || next === rival ? [] : ([[next, old]] as const)), [
        at,
        before,
      ]);
  }
}

interface Found {
  readonly order: Order;
  readonly cost: number;
}

/** Runs that begin or end in the midst of a sentence, for all that an arrangement says, and those that may follow such. */
function troubled(runs: readonly Run[], ways: Ways, order: Order): number[] {
  const isLoose = (at: number | undefined): boolean =>
    at !== undefined && !order.includes(at) && endCost((runs[at] as Run).end) > 0;
  return runs.flatMap((run, at) => {
    const before = order[at];
    const own =
      before === undefined
        ? startCost(run.start)
        : seamCost((runs[before] as Run).end, run.start) + (run.signed ? 2 : 0);
    const isNew = before !== run.before;
    return isNew || own >= 2 || [...(ways[at]?.keys() ?? [])].some(isLoose) ? [at] : [];
  });
}

/** From one arrangement step by step to a better one, as long as there is one. */
function descend(runs: readonly Run[], ways: Ways, from: Found): Found {
  let best = from;
  for (let step = 0; step < mostSteps; step += 1) {
    let next: Found | undefined;
    for (const at of troubled(runs, ways, best.order))
      for (const order of stepsFrom(best.order, at, ways)) {
        const cost = isWhole(order) ? costOf(runs, ways, order) : Infinity;
        if (cost < (next?.cost ?? best.cost - leastStep)) next = { order, cost };
      }
    if (!next) break;
    best = next;
  }
  return best;
}

/** The best arrangement that is found: from the one that the page was hung in, and from each step that is none at first. */
function bestOrder(runs: readonly Run[], ways: Ways): Order {
  const asHungOrder: Order = runs.map(({ before }) => before);
  const start = { order: asHungOrder, cost: costOf(runs, ways, asHungOrder) };
  let best = descend(runs, ways, start);
  const stuck = troubled(runs, ways, best.order);
  if (stuck.length > mostStuck) return best.cost < start.cost - leastGain ? best.order : asHungOrder;
  for (const at of stuck)
    for (const order of stepsFrom(best.order, at, ways)) {
      if (!isWhole(order)) continue;
      const other = descend(runs, ways, { order, cost: costOf(runs, ways, order) });
      if (other.cost < best.cost - leastGain) best = other;
    }
  return best.cost < start.cost - leastGain ? best.order : asHungOrder;
}

/** The links of a page, those of text that goes on otherwise set anew. */
export function settleSeams(frame: Frame, chains: readonly Chain[], linked: Linked): Linked {
  const runs = columnRuns(frame, chains, linked, setsIn(frame, chains));
  if (runs.length < 2 || runs.length > mostRuns) return linked;
  const ways = waysOf(frame, chains, runs);
  const order = bestOrder(runs, ways);

  if (order.every((before, at) => before === runs[at]?.before)) return linked;
  const links = new Map(linked.links);
  for (const path of pathsOf(order)) relink(runs, path, links);
  return { ...linked, links };
}

/** Each run of a story hangs on the one before it, and the first on the headline that the story has. */
function relink(runs: readonly Run[], path: readonly number[], links: Links): void {
  const own = path.map((at) => runs[at] as Run);
  if (own.some(({ settled }) => settled)) return;
  const head = own.find((run) => run.head)?.head;
  own.forEach((run, nth) => {
    const [first, ...rest] = run.chains as [Chain, ...Chain[]];
    rest.forEach((chain, i) => {
      const up = links.get(chain);
      if (!up || !run.chains.includes(up)) links.set(chain, run.chains[i] as Chain);
    });
    if (run.head !== undefined && run.head === head) return;
    const before = own[nth - 1]?.chains.at(-1) ?? head;
    if (before) links.set(first, before);
    else if (run.before !== undefined) links.delete(first);
  });
}
