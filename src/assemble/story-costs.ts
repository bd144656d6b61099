/** The weighed figures of a whole story, and of its links. */
import type { Weights } from "./grouping-weights.js";
import type { LinkCost } from "./link-costs.js";
import { measureStory, type Path, storyFeatureNames } from "./story-features.js";
import type { StoryGraph } from "./story-nodes.js";

export type StoryCost = (path: Path) => number;

/** The cost of what only all of a story's nodes together say. */
export function costStories(graph: StoryGraph, w: Weights): StoryCost {
  const weights = Float64Array.from(storyFeatureNames, (name) => w[name] ?? 0);
  const figures = new Float64Array(weights.length);
  return (path) => {
    measureStory(path, graph, figures);
    let cost = 0;
    for (let f = 0; f < weights.length; f += 1) cost += (weights[f] ?? 0) * (figures[f] ?? 0);
    return cost;
  };
}

/** The links of a path and its two ends. */
export function costOfLinks(path: Path, link: LinkCost): number {
  if (path.length === 0) return 0;
  let cost = link(-1, path[0] ?? -1) + link(path.at(-1) ?? -1, -1);
  for (let k = 1; k < path.length; k += 1) cost += link(path[k - 1] ?? -1, path[k] ?? -1);
  return cost;
}
