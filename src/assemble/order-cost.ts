/**
 * What only a whole order can say: that a headline names all of its story and a subhead what stands under it, that a
 * continuation mark stands at the beginning and no subhead at the end. It refuses to judge which nodes are in a story.
 */

import type { OrderWeights } from "./order-weights.js";
import type { StoryGraph } from "./story-nodes.js";

export type Path = readonly number[];

/** A continuation mark in the middle of a story, after text of its page: a story has one beginning on a page. */
const midStory = 6;
/** A subhead at the end of a story, with nothing under it. */
const bareSubhead = 3;
/** Heading nodes over one story: kicker, headline, deck. More than these are subheads. */
const usualHead = 3;
const longHead = 2;

export function costOfOrder(path: Path, { nodes, index }: StoryGraph, w: OrderWeights): number {
  const bodies = path.filter((i) => nodes[i]?.kind === "body");
  if (bodies.length === 0) return 0;
  let cost = 0;
  let heads = 0;
  let inBody = false;
  for (let k = 0; k < path.length; k += 1) {
    const i = path[k] ?? 0;
    const kind = nodes[i]?.kind;
    if (kind === "body") inBody = true;
    else if (kind === "continuation" && inBody) cost += midStory;
    else if (kind === "heading") {
      if (inBody) {
        cost -= w.subhead * index.naming(i, bodiesUnder(path, k, nodes));
        if (nodes[path[k + 1] ?? -1]?.kind === "byline") cost += w.secondStart;
      } else {
        heads += 1;
        cost -= w.headline * index.naming(i, bodies);
      }
    }
  }
  if (nodes[path.at(-1) ?? -1]?.kind === "heading") cost += bareSubhead;
  return cost + longHead * Math.max(0, heads - usualHead);
}

function bodiesUnder(path: Path, k: number, nodes: StoryGraph["nodes"]): number[] {
  const under: number[] = [];
  for (let n = k + 1; n < path.length && nodes[path[n] ?? -1]?.kind !== "heading"; n += 1)
    if (nodes[path[n] ?? -1]?.kind === "body") under.push(path[n] ?? 0);
  return under;
}
