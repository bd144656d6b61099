/**
 * What it costs that one node follows another in its story, or that the story begins or ends with it: the part of an
 * order's cost that two nodes settle between themselves. Roughly −log of how often real pages do it.
 * Boxes, once pages have them, add their terms here (same column, under the same headline, across a rule never).
 */
import { isUnspaced } from "../text/scripts.js";
import { differ, widest } from "./figure.js";
import type { OrderWeights } from "./order-weights.js";
import { edgeOdds, seamWorth } from "./seams.js";
import type { StoryGraph, StoryNode } from "./story-nodes.js";

/** Costs by node; −1 stands for the beginning (as `from`) and the end (as `to`). */
export type LinkCost = (from: number, to: number) => number;

/** No story does this. */
export const never = 1e4;

/** The grammar of a story: which kind may follow which, and how unusual it is when neighbours in the file do it. */
const grammar: Record<string, Partial<Record<string, number>>> = {
  heading: { heading: 1.2, byline: -0.8, dateline: 0, body: 0, continuation: -0.5 },
  byline: { byline: 1.5, dateline: 0, body: 0, credit: 2, continuation: 2.5 },
  dateline: { body: -0.5 },
  continuation: { body: -0.5, heading: 1.6, byline: 2.5, dateline: 3 },
  notice: { body: -0.5, heading: 1, notice: 1, credit: 3 },
  body: { body: 0, heading: 0, credit: -0.5, jump: -0.5, byline: 3, dateline: 6 },
  credit: { jump: 2, heading: 4, body: 5, credit: 2 },
  jump: {},
};
const beginning: Record<string, number> = {
  heading: 0,
  byline: 0,
  dateline: 1,
  body: 1,
  continuation: -1.5,
  notice: 0,
  credit: 4,
  jump: 5,
};
const ending: Record<string, number> = {
  heading: 0,
  byline: 6,
  dateline: 7,
  body: 0,
  continuation: 7,
  notice: 4,
  credit: -0.3,
  jump: -0.3,
};

/** Headings, marks and bylines stand before, after or a run away from their text; bodies mostly follow bodies. */
function distanceCost(from: StoryNode, to: StoryNode, w: OrderWeights): number {
  if (to.index === from.index + 1) return 0;
  const steps = to.chunk - from.chunk;
  const far = w.distance * Math.log(Math.max(1, Math.abs(steps)));
  if (from.kind === "continuation" && Math.abs(steps) === 1) return w.headingNear;
  if (to.kind === "jump" || to.kind === "credit" || from.kind === "continuation") return w.markFar + far;
  if (to.kind === "continuation") return (Math.abs(steps) === 1 ? 1 : 1.8) * w.headingNear + far;
  if (from.kind !== "body" && from.kind !== "credit") {
    const boxed = from.kind === "notice" ? 1.6 : 0;
    if (Math.abs(steps) === 1) return w.headingNear + boxed;
    return w.headingFar + far + boxed + (steps < 0 ? w.backwards / 2 : 0);
  }
  return w.leap + far + (steps < 0 ? w.backwards : 0);
}

/** Pulling apart two headings, or two bodies, that stand together in the file. */
function partCost(before: StoryNode | undefined, after: StoryNode | undefined, w: OrderWeights): number {
  if (before?.kind === "heading" && after?.kind === "heading") return w.partHeadings;
  if (
    !before ||
    !after ||
    before.chunk !== after.chunk ||
    before.kind !== "body" ||
    after.kind !== "body" ||
    after.opens
  )
    return 0;
  const runsOn = Math.max(0, -edgeOdds(before.open, after.fresh));
  return (after.apart ? 0.6 : 1) * w.part + 2 * runsOn * before.open;
}

/** Whether two characters that would meet at a cut meet elsewhere in the edition: 进 + 站. Negative where they do. */
function seamCost(from: StoryNode, to: StoryNode, pairs: ReadonlyMap<string, number>): number {
  if (from.open < 0.5) return 0;
  const last = from.text.at(-1) ?? "";
  const first = to.text[0] ?? "";
  if (!isUnspaced(last) || !isUnspaced(first)) return 0;
  return -seamWorth(pairs.get(last + first) ?? 0);
}

/** Subheads are one line, seldom two. */
const subheadCost = (heading: StoryNode, w: OrderWeights): number =>
  w.asSubhead + w.subheadLines * (heading.units.length - 1);

/** Two headings in a row are kicker and headline, or headline and deck: only as neighbours in the file. */
function chainCost(from: StoryNode, to: StoryNode, blanks: StoryGraph["blanks"], w: OrderWeights): number {
  if (to.index !== from.index + 1) return w.chainFar;
  const base = blanks === "none" ? w.headingChain - 2 : w.headingChain;
  return base - (isDeckUnder(from, to) ? w.deck : 0);
}

/** A deck is set in smaller type than its headline, so its lines hold much more. */
function isDeckUnder(headline: StoryNode, deck: StoryNode): boolean {
  return widest(deck) >= 1.4 * widest(headline) && widest(deck) >= 0.9 * deck.measure;
}

function linkCost(graph: StoryGraph, i: number, j: number, w: OrderWeights): number {
  const from = graph.nodes[i] as StoryNode;
  const to = graph.nodes[j] as StoryNode;
  const base = i === j ? undefined : grammar[from.kind]?.[to.kind];
  if (base === undefined) return never;
  let cost = base + distanceCost(from, to, w);
  if (j !== i + 1) cost += partCost(from, graph.nodes[i + 1], w) + partCost(graph.nodes[j - 1], to, w);
  if (from.kind === "body" && to.kind === "body") {
    cost += w.edge * edgeOdds(from.open, to.fresh) + w.seam * seamCost(from, to, graph.pairs);
    if (differ(from.measure, to.measure)) cost += w.measure;
    if (to.opens) cost += from.opens && to.index === from.index + 1 ? 0.8 : w.secondStart + 1;
  } else if (to.kind === "body") {
    cost += from.kind === "continuation" ? 0.4 * edgeOdds(0.6, to.fresh) : w.edge * edgeOdds(0.04, to.fresh);
    if (to.opens) cost -= from.kind === "byline" ? 2 : 1;
  } else if (from.kind === "body") {
    if (to.kind === "jump") cost += from.open > 0.5 ? -1.5 : 0;
    else cost += from.open > 0.5 ? 2.2 : 0;
  }
  if (to.kind === "heading" && from.kind === "body") cost += subheadCost(to, w);
  if (to.kind === "heading" && from.kind === "heading") cost += chainCost(from, to, graph.blanks, w);
  return cost;
}

function beginCost(graph: StoryGraph, j: number, w: OrderWeights): number {
  const node = graph.nodes[j] as StoryNode;
  const headless =
    node.kind === "heading" || node.kind === "notice"
      ? 0
      : node.kind === "continuation"
        ? w.headlessJump
        : w.headless;
  const edges =
    node.kind === "body"
      ? partCost(graph.nodes[j - 1], node, w) + w.edge * edgeOdds(0.05, node.fresh) - (node.opens ? 2 : 0)
      : 0;
  return (beginning[node.kind] ?? never) + headless + edges;
}

function endCost(graph: StoryGraph, i: number, w: OrderWeights): number {
  const node = graph.nodes[i] as StoryNode;
  if (node.kind === "heading") return w.bareHeading;
  return (
    (ending[node.kind] ?? never) +
    (node.kind === "body"
      ? partCost(node, graph.nodes[i + 1], w) + w.openEnd * Math.max(0, node.open - 0.3)
      : 0)
  );
}

/** The costs of all links of a page, looked up in constant time. */
export function costLinks(graph: StoryGraph, w: OrderWeights): LinkCost {
  const n = graph.nodes.length;
  const table = new Float64Array((n + 1) * (n + 1)).fill(never);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) table[(i + 1) * (n + 1) + j + 1] = linkCost(graph, i, j, w);
    table[i + 1] = beginCost(graph, i, w);
    table[(i + 1) * (n + 1)] = endCost(graph, i, w);
  }
  table[0] = 0;
  return (from, to) => table[(from + 1) * (n + 1) + to + 1] ?? never;
}
