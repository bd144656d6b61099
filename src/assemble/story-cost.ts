/**
 * What a whole story costs: its links, and what only all of it together can say. That its body holds its headline's
 * words, that its paragraphs speak of one thing, that it has one byline and begins once, that it stands together in
 * the file. It refuses to look at other stories: how they share a page is for the search.
 */
import type { LinkCost } from "./link-costs.js";
import type { HeadHabit, StoryGraph, StoryNode } from "./story-nodes.js";
import type { Weights } from "./weights.js";

export type Path = readonly number[];

/** The links of a path and its two ends. */
export function costOfLinks(path: Path, link: LinkCost): number {
  if (path.length === 0) return 0;
  let cost = link(-1, path[0] ?? -1) + link(path.at(-1) ?? -1, -1);
  for (let k = 1; k < path.length; k += 1) cost += link(path[k - 1] ?? -1, path[k] ?? -1);
  return cost;
}

/** A continuation mark in the middle of a story, after text of its page: a story has one beginning on a page. */
const midStory = 6;

/** A subhead at the end of a story, with nothing under it. */
const bareSubhead = 3;

/** What only the whole story can say. */
export function costOfWhole(path: Path, { nodes, index, habit }: StoryGraph, w: Weights): number {
  if (path.length === 0) return 0;
  const bodies = path.filter((i) => nodes[i]?.kind === "body");
  let cost = 0;
  for (const b of bodies) cost -= w.cohesion * companionship(b, bodies, index.cohesion, nodes, w.lonely);
  let bylines = 0;
  let evidence = false;
  let inBody = false;
  for (let k = 0; k < path.length; k += 1) {
    const i = path[k] ?? 0;
    const node = nodes[i] as StoryNode;
    if (node.kind === "body") inBody = true;
    else if (node.kind === "heading" && bodies.length > 0) {
      if (!inBody) cost -= w.headline * index.naming(i, bodies);
      else {
        cost -= w.subhead * index.naming(i, bodiesUnder(path, k, nodes));
        if (nodes[path[k + 1] ?? -1]?.kind === "byline") cost += w.secondStart;
      }
    } else if (node.kind === "continuation" && inBody) cost += midStory;
    else if (node.kind === "byline") bylines += 1;
    else if (node.kind === "jump") cost -= w.slug * index.naming(i, path);
    if (node.kind === "byline" || node.kind === "dateline" || node.kind === "continuation" || node.opens)
      evidence = true;
  }
  const heads = path.filter((i) => nodes[i]?.kind === "heading").length;
  if (bodies.length === 0) cost += w.bareHeading * Math.max(0, heads - 1);
  else cost += longHead * Math.max(0, countHead(path, nodes) - usualHead);
  if (bodies.length > 0 && nodes[path.at(-1) ?? -1]?.kind === "heading") cost += bareSubhead;
  cost += w.scatter * (countRuns(path) - 1);
  if (habit !== "mixed" && bodies.length > 0)
    cost += headPlace(path, nodes) === habit ? 0 : headPlace(path, nodes) === "none" ? 0 : w.headHabit;
  if (bylines > 1) cost += w.secondStart * (bylines - 1);
  if (!evidence && bodies.length > 0)
    cost += w.unmarkedStart + w.unsignedLong * Math.min(longStory, bodies.length - 1);
  return cost - w.parallel * countParallel(path, nodes);
}

/** Paragraphs beyond the first that make a story long: long ones are signed or dated, briefs are not. */
const longStory = 4;

/** Neighbouring subheads of one build (头两天：下山 / 中间三天：过关; A聚“B”：… twice): the mark of one story. */
function countParallel(path: Path, nodes: readonly StoryNode[]): number {
  let last: StoryNode | undefined;
  let inBody = false;
  let count = 0;
  for (const i of path) {
    const node = nodes[i] as StoryNode;
    if (node.kind === "body") inBody = true;
    if (node.kind !== "heading" || !inBody) continue;
    if (last && areParallel(node.build, last.build)) count += 1;
    last = node;
  }
  return count;
}

/** Built alike as far as the shorter of the two goes, or for the first three marks. */
function areParallel(a: string, b: string): boolean {
  const length = Math.min(3, a.length, b.length);
  return length > 0 && a.slice(0, length) === b.slice(0, length) && (length === 3 || a.length === b.length);
}

/** Heading nodes over one story: kicker, headline, deck. More than these are other stories' headings. */
const usualHead = 3;
const longHead = 2;

/** Heading nodes before the first body. */
function countHead(path: Path, nodes: readonly StoryNode[]): number {
  let count = 0;
  for (const i of path) {
    if (nodes[i]?.kind === "body") break;
    if (nodes[i]?.kind === "heading") count += 1;
  }
  return count;
}

/** Where the heading stands in the file: before all else of its story, after all, or between. */
function headPlace(path: Path, nodes: readonly StoryNode[]): HeadHabit | "between" | "none" {
  let heads = 0;
  while (nodes[path[heads] ?? -1]?.kind === "heading") heads += 1;
  if (heads === 0 || heads === path.length) return "none";
  const rest = path.slice(heads).filter((i) => nodes[i]?.kind === "body");
  const first = path[0] ?? 0;
  if (rest.every((i) => i > first)) return "before";
  return rest.every((i) => i < first) ? "after" : "between";
}

/** In how many places of the file a story's nodes stand together. Most stories are in one, whatever their order there. */
function countRuns(path: Path): number {
  let runs = 0;
  for (const i of path) if (!path.includes(i - 1)) runs += 1;
  return runs;
}

function bodiesUnder(path: Path, k: number, nodes: readonly StoryNode[]): number[] {
  const under: number[] = [];
  for (let n = k + 1; n < path.length && nodes[path[n] ?? -1]?.kind !== "heading"; n += 1)
    if (nodes[path[n] ?? -1]?.kind === "body") under.push(path[n] ?? 0);
  return under;
}

/** A body of few characters says less by what it shares. */
const fullText = 60;

/** Companions a body must have for half of their mean to count: so that a long story is not better off in two. */
const companions = 3;

/** How well a body goes with the story: with the two most like it, and with all of it. */
function companionship(
  b: number,
  bodies: Path,
  cohesion: (a: number, b: number) => number,
  nodes: readonly StoryNode[],
  lonely: number,
): number {
  let best = -2;
  let second = -2;
  let sum = 0;
  for (const other of bodies) {
    if (other === b) continue;
    const value = cohesion(b, other);
    sum += value;
    if (value > best) {
      second = best;
      best = value;
    } else if (value > second) second = value;
  }
  const size = Math.min(1, (nodes[b]?.text.length ?? 0) / fullText);
  if (best <= -2) return lonely * size;
  const nearest = second <= -2 ? best : 0.65 * best + 0.35 * second;
  return (0.5 * nearest + sum / (bodies.length - 1 + companions)) * size;
}
