/**
 * A first order of a story's nodes: each node's successor by the assignment problem over links and
 * pairwise words, exactly; cycles are cut at their dearest link. The search goes on from here.
 */
import { type LinkCost, never } from "./link-costs.js";
import type { OrderWeights } from "./order-weights.js";
import { solveAssignment } from "./solve-assignment.js";
import type { StoryGraph, StoryNode } from "./story-nodes.js";

/** First solution: every node's successor by the assignment problem, cycles cut at their dearest link. */
export function assignPaths(
  graph: StoryGraph,
  link: LinkCost,
  w: OrderWeights,
  group: readonly number[],
): number[][] {
  const { index } = graph;
  const nodes = group.map((i) => graph.nodes[i] as StoryNode);
  const n = nodes.length;
  if (n === 0) return [];
  const pair = (i: number, j: number): number => {
    const a = nodes[i] as StoryNode;
    const b = nodes[j] as StoryNode;
    const cost = link(a.index, b.index);
    if (cost >= never) return never;
    if (a.kind === "body" && b.kind === "body") return cost - w.cohesion * index.cohesion(a.index, b.index);
    if (a.kind === "heading" && b.kind === "body") {
      const run = nodes
        .filter((x) => x.kind === "body" && x.chunk === b.chunk && x.index >= b.index)
        .map((x) => x.index);
      return cost - w.headline * 0.8 * index.naming(a.index, run);
    }
    return cost;
  };
  const matrix: number[][] = [];
  for (let i = 0; i < n; i += 1) {
    const row = new Array<number>(2 * n).fill(never);
    for (let j = 0; j < n; j += 1) if (j !== i) row[j] = pair(i, j);
    row[n + i] = link(nodes[i]?.index ?? -1, -1);
    matrix.push(row);
  }
  for (let j = 0; j < n; j += 1) {
    const row = new Array<number>(2 * n).fill(0);
    for (let k = 0; k < n; k += 1) row[k] = k === j ? link(-1, j) : never;
    matrix.push(row);
  }
  const successor = solveAssignment(matrix)
    .slice(0, n)
    .map((column) => (column < n ? column : -1));
  return cutCycles(successor, pair).map((path) => path.map((k) => group[k] ?? 0));
}

function cutCycles(successor: readonly number[], cost: (i: number, j: number) => number): number[][] {
  const hasBefore = new Set(successor.filter((j) => j >= 0));
  const seen = new Set<number>();
  const paths: number[][] = [];
  const follow = (start: number): void => {
    const path: number[] = [];
    for (let i = start; i >= 0 && !seen.has(i); i = successor[i] ?? -1) {
      seen.add(i);
      path.push(i);
    }
    if (path.length > 0) paths.push(path);
  };
  for (let i = 0; i < successor.length; i += 1) if (!hasBefore.has(i)) follow(i);
  for (let i = 0; i < successor.length; i += 1) {
    if (seen.has(i)) continue;
    let worst = i;
    for (let k = successor[i] ?? i; k !== i; k = successor[k] ?? i)
      if (cost(k, successor[k] ?? k) > cost(worst, successor[worst] ?? worst)) worst = k;
    follow(successor[worst] ?? i);
  }
  return paths;
}
