/**
 * What can be said of one node following another in a story, or of a story that begins or ends with it: named
 * figures, whose weights (grouping-weights.ts) make the part of the grouping's cost that two nodes settle between
 * themselves. It refuses to weigh: every figure is a yes (1), a count, or a log odds in nats.
 * Boxes, once pages have them, add their figures here (same column, under the same headline, across a rule).
 */
import { isUnspaced } from "../text/scripts.js";
import { typicalWidth } from "../text/widths.js";
import { balanceQuotes } from "./balance-quotes.js";
import type { NodeKind, StoryGraph, StoryNode } from "./story-nodes.js";

/** A figure by its name. */
export type Feature = readonly [name: string, value: number];

/** Which kind may follow which. */
const mayFollow: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  heading: ["heading", "byline", "dateline", "body", "continuation"],
  byline: ["byline", "dateline", "body", "credit", "continuation"],
  dateline: ["body"],
  continuation: ["body", "heading", "byline", "dateline"],
  notice: ["body", "heading", "notice", "credit"],
  body: ["body", "heading", "credit", "jump", "byline", "dateline"],
  credit: ["jump", "heading", "body", "credit"],
  jump: [],
};

/** Kinds that stand in a file alike. */
const family: Readonly<Record<NodeKind, string>> = {
  heading: "head",
  notice: "box",
  byline: "sign",
  dateline: "sign",
  continuation: "continuation",
  body: "body",
  credit: "credit",
  jump: "jump",
};

/** Log odds against a text that is `open` being followed by one that is `fresh`. */
function edgeOdds(open: number, fresh: number): number {
  const whenOpen = 0.94 * (1 - fresh) + 0.06 * fresh;
  const whenEnded = 0.06 * (1 - fresh) + 0.94 * fresh;
  return -Math.log(2 * (open * whenOpen + (1 - open) * whenEnded));
}

/** Where the follower stands in the file, seen from the node before it. Runs are stretches of body between other nodes. */
function placeOf(from: StoryNode, to: StoryNode): string {
  if (to.index === from.index + 1) return "next";
  const runs = to.chunk - from.chunk;
  if (runs === 0) return to.index > from.index ? "skips" : "above";
  if (Math.abs(runs) === 1) return runs > 0 ? "next run" : "run before";
  return runs > 0 ? "ahead" : "behind";
}

/** Parting two bodies that stand together in one run of the file. */
function partFeatures(before: StoryNode | undefined, after: StoryNode | undefined): Feature[] {
  if (
    before?.kind !== "body" ||
    after?.kind !== "body" ||
    before.chunk !== after.chunk ||
    after.opens
  )
    return [];
  const runsOn = Math.max(0, -edgeOdds(before.open, after.fresh)) * before.open;
  return [
    [after.apart ? "part at blank" : "part", 1],
    ["part in sentence", runsOn],
  ];
}

/** Whether two characters that would meet at a cut meet elsewhere in the edition: 进 + 站. */
function seamFeature(from: StoryNode, to: StoryNode, pairs: ReadonlyMap<string, number>): Feature[] {
  if (from.open < 0.5) return [];
  const last = from.text.at(-1) ?? "";
  const first = to.text[0] ?? "";
  if (!isUnspaced(last) || !isUnspaced(first)) return [];
  const seen = pairs.get(last + first) ?? 0;
  return [["seam", seen > 0 ? -0.9 - 0.4 * Math.min(2, Math.log(seen)) : 0.5]];
}

function bodyFeatures(from: StoryNode, to: StoryNode, graph: StoryGraph): Feature[] {
  const next = to.index === from.index + 1;
  const edge = edgeOdds(from.open, to.fresh);
  const features: Feature[] = [[next ? "edge next" : "edge", edge], ...seamFeature(from, to, graph.pairs)];
  const differs = Math.abs(from.measure - to.measure) > 0.1 * Math.max(from.measure, to.measure);
  if (differs) features.push(["measure", 1]);
  if (to.opens) features.push([from.opens && next ? "opens after opener" : "opens", 1]);
  if (next && to.apart) features.push([from.open > 0.5 ? "blank in sentence" : "blank", 1]);
  const quotes = balanceQuotes(from.text, to.text);
  if (quotes !== 0) features.push([quotes > 0 ? "quote closed" : "quote stray", 1]);
  return features;
}

const widestLine = (node: StoryNode): number => Math.max(...node.units.map((unit) => typicalWidth(unit.text)));

/** A subhead is one line, seldom two, and no wider than its column; a headline is set in larger type. */
function subheadFeatures(heading: StoryNode): Feature[] {
  return [
    ["subhead", 1],
    ["subhead lines", heading.units.length - 1],
    ...(widestLine(heading) > 1.05 * heading.measure ? [["subhead wide", 1] as Feature] : []),
  ];
}

/** Two headings in a row are kicker and headline, or headline and deck. */
function chainFeatures(from: StoryNode, to: StoryNode): Feature[] {
  const ratio = widestLine(to) / Math.max(1, widestLine(from));
  const features: Feature[] = [];
  if (ratio >= 1.4 && widestLine(to) >= 0.9 * to.measure) features.push(["chain to deck", 1]);
  else if (ratio <= 0.7) features.push(["chain to shorter", 1]);
  return features;
}

/** @returns undefined where no story has this order of kinds. */
export function linkFeatures(graph: StoryGraph, i: number, j: number): Feature[] | undefined {
  const from = graph.nodes[i] as StoryNode;
  const to = graph.nodes[j] as StoryNode;
  if (i === j || !mayFollow[from.kind].includes(to.kind)) return undefined;
  const order = graph.loose ? "loose " : graph.blanks === "none" ? "raw " : "";
  const families = `${family[from.kind]}>${family[to.kind]}`;
  const runs = Math.abs(to.chunk - from.chunk);
  const features: Feature[] = [
    [`${from.kind}>${to.kind}`, 1],
    [`${order}${families} ${placeOf(from, to)}`, 1],
  ];
  if (runs > 1) features.push([`${order}far ${families}`, Math.log(runs)]);
  if (j !== i + 1)
    features.push(...partFeatures(from, graph.nodes[i + 1]), ...partFeatures(graph.nodes[j - 1], to));
  if (from.kind === "body" && to.kind === "body") features.push(...bodyFeatures(from, to, graph));
  else if (to.kind === "body") {
    features.push(
      from.kind === "continuation"
        ? ["edge after mark", edgeOdds(0.6, to.fresh)]
        : ["edge after head", edgeOdds(0.04, to.fresh)],
    );
    if (to.opens) features.push([from.kind === "byline" ? "opens after byline" : "opens after head", 1]);
  } else if (from.kind === "body" && from.open > 0.5)
    features.push([to.kind === "jump" ? "jump in sentence" : "head in sentence", 1]);
  if (from.kind === "body" && to.kind === "heading") features.push(...subheadFeatures(to));
  if (from.kind === "heading" && to.kind === "heading") features.push(...chainFeatures(from, to));
  return features;
}

export function beginFeatures(graph: StoryGraph, j: number): Feature[] {
  const node = graph.nodes[j] as StoryNode;
  const features: Feature[] = [[`begins ${node.kind}`, 1]];
  if (node.kind === "body") {
    features.push(...partFeatures(graph.nodes[j - 1], node), ["edge begins", edgeOdds(0.05, node.fresh)]);
    if (node.opens) features.push(["begins opener", 1]);
  } else if (node.kind === "heading" && widestLine(node) <= 0.9 * node.measure && node.units.length === 1)
    features.push(["begins narrow", 1]);
  return features;
}

export function endFeatures(graph: StoryGraph, i: number): Feature[] {
  const node = graph.nodes[i] as StoryNode;
  const features: Feature[] = [[`ends ${node.kind}`, 1]];
  if (node.kind === "body")
    features.push(...partFeatures(node, graph.nodes[i + 1]), ["ends open", Math.max(0, node.open - 0.3)]);
  return features;
}
