/** The weighed figures of all links of a page, looked up in constant time. */
import type { Weights } from "./grouping-weights.js";
import { beginFeatures, endFeatures, type Feature, linkFeatures } from "./link-features.js";
import type { StoryGraph } from "./story-nodes.js";

/** Costs by node; −1 stands for the beginning (as `from`) and the end (as `to`). */
export type LinkCost = (from: number, to: number) => number;

/** No story does this. */
export const never = 1e4;

/** What a figure counts: a figure without a weight says nothing. */
export const weigh = (features: readonly Feature[], w: Weights): number =>
  features.reduce((sum, [name, value]) => sum + (w[name] ?? 0) * value, 0);

export function costLinks(graph: StoryGraph, w: Weights): LinkCost {
  const n = graph.nodes.length;
  const table = new Float64Array((n + 1) * (n + 1)).fill(never);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const features = linkFeatures(graph, i, j);
      if (features) table[(i + 1) * (n + 1) + j + 1] = weigh(features, w);
    }
    table[i + 1] = weigh(beginFeatures(graph, i), w);
    table[(i + 1) * (n + 1)] = weigh(endFeatures(graph, i), w);
  }
  table[0] = 0;
  return (from, to) => table[(from + 1) * (n + 1) + to + 1] ?? never;
}
