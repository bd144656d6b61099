/**
 * What only a whole story can say: that its body holds its headline's words, that its paragraphs speak of one thing,
 * that it has one byline and begins once, that it stands together in the file. Named figures, whose weights
 * (grouping-weights.ts) make the other part of the grouping's cost. It refuses to look at other stories: how they
 * share a page is for the search.
 */
import type { HeadHabit, StoryGraph, StoryNode } from "./story-nodes.js";

export type Path = readonly number[];

/** The figures in their order in a story's list. */
export const storyFeatureNames = [
  "kin",
  "strange",
  "cohesion",
  "lonely",
  "headline",
  "subhead words",
  "subhead in story",
  "slug",
  "further bylines",
  "unmarked",
  "unmarked long",
  "mark amid text",
  "bare subhead",
  "further bare headings",
  "headless",
  "headless jump",
  "long head",
  "scatter",
  "parallel subheads",
  "subhead signed",
  "head out of habit",
  "further openers",
  "further jumps",
  "notice long",
  "length",
] as const;
export type StoryFigure = (typeof storyFeatureNames)[number];
const at = Object.fromEntries(storyFeatureNames.map((name, nth) => [name, nth])) as Record<StoryFigure, number>;

/** Heading nodes over one story: kicker, headline, deck. More than these are other stories' headings. */
const usualHead = 3;
/** Paragraphs beyond the first that make a story long: long ones are signed or dated, briefs are not. */
const longStory = 4;
/** A body of few characters says less by what it shares. */
const fullText = 60;
/** What one body can say for or against its story by its words, in nats. */
const mostKin = 5;
/** Companions a body must have for half of their mean to count: so that a long story is not better off in two. */
const companions = 3;

/** Writes the figures of a story into `into`, which is as long as `storyFeatureNames`. */
export function measureStory(path: Path, graph: StoryGraph, into: Float64Array): void {
  into.fill(0);
  if (path.length === 0) return;
  const { nodes, index, habit } = graph;
  const put = (name: StoryFigure, value: number): void => {
    into[at[name]] = (into[at[name]] ?? 0) + value;
  };
  const bodies = path.filter((i) => nodes[i]?.kind === "body");
  measureWords(bodies, graph, put);
  const count = { bylines: 0, heads: 0, headsBefore: 0, openers: 0, jumps: 0, continuations: 0, notices: 0 };
  let dated = false;
  let inBody = false;
  for (let k = 0; k < path.length; k += 1) {
    const i = path[k] ?? 0;
    const node = nodes[i] as StoryNode;
    if (node.kind === "body") {
      inBody = true;
      if (node.opens) count.openers += 1;
    } else if (node.kind === "heading") {
      count.heads += 1;
      if (!inBody) count.headsBefore += 1;
      if (bodies.length > 0 && !inBody) put("headline", index.naming(i, bodies));
      else if (inBody) {
        put("subhead words", index.naming(i, bodiesUnder(path, k, nodes)));
        put("subhead in story", index.naming(i, bodies));
        if (nodes[path[k + 1] ?? -1]?.kind === "byline") put("subhead signed", 1);
      }
    } else if (node.kind === "continuation") {
      count.continuations += 1;
      if (inBody) put("mark amid text", 1);
    } else if (node.kind === "byline") count.bylines += 1;
    else if (node.kind === "dateline") dated = true;
    else if (node.kind === "notice") count.notices += 1;
    else if (node.kind === "jump") {
      count.jumps += 1;
      put("slug", index.naming(i, path));
    }
  }
  if (bodies.length === 0) put("further bare headings", Math.max(0, count.heads - 1));
  else {
    const marked = count.bylines + count.continuations + count.openers > 0 || dated;
    if (!marked) {
      put("unmarked", 1);
      put("unmarked long", Math.min(longStory, bodies.length - 1));
    }
    if (count.headsBefore + count.notices === 0) put(count.continuations > 0 ? "headless jump" : "headless", 1);
    put("long head", Math.max(0, count.headsBefore - usualHead));
    if (nodes[path.at(-1) ?? -1]?.kind === "heading") put("bare subhead", 1);
    put("length", Math.log(bodies.length));
    if (count.notices > 0) put("notice long", bodies.length - 1);
    const place = headPlace(path, nodes);
    if (habit !== "mixed" && place !== habit && place !== "none") put("head out of habit", 1);
  }
  put("scatter", countRuns(path) - 1);
  put("further bylines", Math.max(0, count.bylines - 1));
  put("further openers", Math.max(0, count.openers - 1));
  put("further jumps", Math.max(0, count.jumps - 1) + Math.max(0, count.continuations - 1));
  put("parallel subheads", countParallel(path, nodes));
}

/** How well each body goes with the story: with all of it, and with the two most like it. */
function measureWords(bodies: Path, graph: StoryGraph, put: (name: StoryFigure, value: number) => void): void {
  const { nodes, index } = graph;
  const others: number[] = [];
  for (const b of bodies) {
    const size = Math.min(1, (nodes[b]?.text.length ?? 0) / fullText);
    if (bodies.length === 1) {
      put("lonely", size);
      return;
    }
    others.length = 0;
    for (const other of bodies) if (other !== b) others.push(other);
    const kin = Math.max(-mostKin, Math.min(mostKin, index.kin(b, others)));
    put(kin > 0 ? "kin" : "strange", kin * size);
    let best = -2;
    let second = -2;
    let sum = 0;
    for (const other of others) {
      const value = index.cohesion(b, other);
      sum += value;
      if (value > best) {
        second = best;
        best = value;
      } else if (value > second) second = value;
    }
    const nearest = second <= -2 ? best : 0.65 * best + 0.35 * second;
    put("cohesion", (0.5 * nearest + sum / (others.length + companions)) * size);
  }
}

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
