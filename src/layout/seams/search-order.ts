/**
 * The best order of a page's runs of text that can be found from the one it was hung in: step by step downhill, and from
 * each place where that ends from all steps that are none at first. Deterministic; so many orders are looked at at most.
 */
import type { Run } from "./column-runs.js";
import { costOf, doubtfulRuns, isWhole, type Order } from "./seam-order.js";
import type { Ways } from "./ways.js";

/** In nats: what another order must be worth, and a step to it. */
const leastGain = 2;
const leastStep = 0.25;
/** Orders that are looked at at most, of a page. */
const mostOrders = 8_000;

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

export function searchOrder(runs: readonly Run[], ways: Ways): Order {
  let left = mostOrders;
  const found = (order: Order): Found => {
    left -= 1;
    return { order, cost: left > 0 && isWhole(order) ? costOf(runs, ways, order) : Infinity };
  };
  const stepsOf = (order: Order): Found[] =>
    doubtfulRuns(runs, ways, order).flatMap((at) => [...stepsFrom(order, at, ways)].map(found));
  const descend = (from: Found): Found => {
    for (let best = from; ; ) {
      const limit = best.cost - leastStep;
      const next = stepsOf(best.order).reduce<Found | undefined>(
        (least, one) => (one.cost < (least?.cost ?? limit) ? one : least),
        undefined,
      );
      if (!next) return best;
      best = next;
    }
  };
  const start = found(runs.map(({ before }) => before));
  let best = descend(start);
  for (const step of stepsOf(best.order)) {
    if (left <= 0) break;
    if (step.cost === Infinity) continue;
    const other = descend(step);
    if (other.cost < best.cost - leastGain) best = other;
  }
  return best.cost < start.cost - leastGain ? best.order : start.order;
}
