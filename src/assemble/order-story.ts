/**
 * The nodes of one story → their reading order: the cheapest path through all of them, by what may follow what, by
 * cut and fresh paragraphs, and by which heading names which texts. It refuses to add or leave out a node.
 */
import { assignPaths } from "./assign-paths.js";
import type { LinkCost } from "./link-costs.js";
import { costOfOrder, type Path } from "./order-cost.js";
import type { OrderWeights } from "./order-weights.js";
import type { StoryGraph } from "./story-nodes.js";

/** Improvements smaller than this are rounding. */
const epsilon = 1e-7;
const mostSweeps = 12;
const longestRun = 8;
/**
 * Nodes of the longest stories whose orders are tried one by one (the work grows with the cube), and of those for which
 * a cheapest path is sought at all. No printed story has as many without a place; what has is noise or no story.
 */
const mostTried = 80;
const mostOrdered = 250;

/** @param group nodes in the order of the file */
export function orderStory(group: Path, graph: StoryGraph, link: LinkCost, weights: OrderWeights): Path {
  // Where all has its place on the page, layout has put it in the order it is read in.
  if (group.length < 2 || group.length > mostOrdered || group.every((i) => graph.nodes[i]?.place))
    return group;
  const costOf = (path: Path): number => costOfLinks(path, link) + costOfOrder(path, graph, weights);
  const starts = [group, joinPaths(assignPaths(graph, link, weights, group), link)];
  const found = starts.map((start) =>
    group.length > mostTried ? { path: start, cost: costOf(start) } : improve(start, costOf),
  );
  return found.reduce((best, other) => (other.cost < best.cost - epsilon ? other : best)).path;
}

/** The links of a path and its two ends. */
function costOfLinks(path: Path, link: LinkCost): number {
  let cost = link(-1, path[0] ?? -1) + link(path.at(-1) ?? -1, -1);
  for (let k = 1; k < path.length; k += 1) cost += link(path[k - 1] ?? -1, path[k] ?? -1);
  return cost;
}

/** Puts paths end to end, the cheapest joint first. */
function joinPaths(paths: readonly Path[], link: LinkCost): Path {
  const left = [...paths];
  while (left.length > 1) {
    let best = { cost: Infinity, a: 0, b: 1 };
    for (const [a, before] of left.entries())
      for (const [b, after] of left.entries()) {
        const cost = link(before.at(-1) ?? -1, after[0] ?? -1);
        if (a !== b && cost < best.cost) best = { cost, a, b };
      }
    const joined = [...(left[best.a] ?? []), ...(left[best.b] ?? [])];
    left.splice(Math.max(best.a, best.b), 1);
    left.splice(Math.min(best.a, best.b), 1, joined);
  }
  return left[0] ?? [];
}

/** Moves short runs inside the path as long as that lowers its cost. */
function improve(start: Path, costOf: (path: Path) => number): { path: Path; cost: number } {
  let best = { path: start, cost: costOf(start) };
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    const { path, cost } = best;
    for (let i = 0; i < path.length; i += 1)
      for (let length = 1; length <= longestRun && i + length <= path.length; length += 1) {
        const run = path.slice(i, i + length);
        const rest = [...path.slice(0, i), ...path.slice(i + length)];
        for (let j = 0; j <= rest.length; j += 1) {
          if (j === i) continue;
          const tried = [...rest.slice(0, j), ...run, ...rest.slice(j)];
          const price = costOf(tried);
          if (price < best.cost - epsilon) best = { path: tried, cost: price };
        }
      }
    if (best.cost >= cost - epsilon) break;
  }
  return best;
}
