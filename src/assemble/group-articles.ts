/**
 * Nodes → stories: one global minimisation over all paths through a page's nodes. First the assignment problem over
 * links and pairwise cohesion (exact), then exchanges of tails and moves of short runs under the whole cost, which
 * also knows what only a whole story can say: that its body covers its headline's words, that its paragraphs speak
 * of one thing, that it has one byline and begins once. Ends when no move lowers the cost. Deterministic.
 */
import { costLinks, type LinkCost, never } from "./link-costs.js";
import { solveAssignment } from "./solve-assignment.js";
import type { HeadHabit, StoryGraph, StoryNode } from "./story-nodes.js";
import { defaultWeights, type Weights } from "./weights.js";

/** Improvements smaller than this are rounding. */
const epsilon = 1e-7;
/** Sweeps at most, so that a hostile page ends; ordinary pages need a handful. */
const mostSweeps = 40;
/** No term of a whole story is worth more than this, so a move whose links cost more cannot pay. */
const mostWholeGain = 5.5;
const longestRun = 6;

export interface Grouping {
  /** Stories as node indices in reading order. */
  readonly paths: readonly (readonly number[])[];
  /** For each node: how much worse the best other place found for it would be, in nats. */
  readonly margins: readonly number[];
  /** For each node: the first node of the story it would go to instead; absent where it would begin its own. */
  readonly runnersUp: readonly (number | undefined)[];
}

type Path = readonly number[];

/** The links of a path and its two ends. */
export function costOfLinks(path: Path, link: LinkCost): number {
  if (path.length === 0) return 0;
  let cost = link(-1, path[0] ?? -1) + link(path.at(-1) ?? -1, -1);
  for (let k = 1; k < path.length; k += 1) cost += link(path[k - 1] ?? -1, path[k] ?? -1);
  return cost;
}

/** A continuation mark in the middle of a story, after text of its page: a story has one beginning on a page. */
const midStory = 6;

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
  cost += w.scatter * (countRuns(path) - 1);
  if (habit !== "mixed" && bodies.length > 0)
    cost += headPlace(path, nodes) === habit ? 0 : headPlace(path, nodes) === "none" ? 0 : w.headHabit;
  if (bylines > 1) cost += w.secondStart * (bylines - 1);
  if (!evidence && bodies.length > 0) cost += w.unmarkedStart + w.unsignedLong * Math.min(longStory, bodies.length - 1);
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
  const sorted = Int32Array.from(path).sort();
  let runs = 1;
  for (let k = 1; k < sorted.length; k += 1) if ((sorted[k] ?? 0) - (sorted[k - 1] ?? 0) > 1) runs += 1;
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

/** First solution: every node's successor by the assignment problem, cycles cut at their dearest link. */
function assignPaths(graph: StoryGraph, link: LinkCost, w: Weights): number[][] {
  const { nodes, index } = graph;
  const n = nodes.length;
  const pair = (i: number, j: number): number => {
    const cost = link(i, j);
    if (cost >= never) return never;
    const a = nodes[i] as StoryNode;
    const b = nodes[j] as StoryNode;
    if (a.kind === "body" && b.kind === "body") return cost - w.cohesion * index.cohesion(i, j);
    if (a.kind === "heading" && b.kind === "body") {
      const run = nodes
        .filter((x) => x.kind === "body" && x.chunk === b.chunk && x.index >= b.index)
        .map((x) => x.index);
      return cost - w.headline * 0.8 * index.naming(i, run);
    }
    return cost;
  };
  const matrix: number[][] = [];
  for (let i = 0; i < n; i += 1) {
    const row = new Array<number>(2 * n).fill(never);
    for (let j = 0; j < n; j += 1) if (j !== i) row[j] = pair(i, j);
    row[n + i] = link(i, -1);
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
  return cutCycles(successor, pair);
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

/** A story under work: its nodes and its cost by parts. */
export interface Story {
  readonly path: Path;
  readonly links: number;
  readonly whole: number;
}

type Try = (pathA: Path, pathB: Path, linksA: number, linksB: number) => void;

/** All stories of a page at least cost, and how sure each node's place is. */
export function groupArticles(graph: StoryGraph, weights: Weights = defaultWeights): Grouping {
  const { stories, habit, link } = findStories(graph, weights);
  return {
    paths: stories.map((s) => s.path),
    ...measureMargins(stories, link, { ...graph, habit }, weights),
  };
}

export interface Found {
  readonly stories: readonly Story[];
  readonly habit: HeadHabit;
  readonly link: LinkCost;
  readonly weights: Weights;
  readonly cost: number;
}

/**
 * The stories alone, under the likeliest reading of the file: headings before their text, after it, or anywhere; or
 * blocks in no order at all. Each freedom has its price, so that the order is believed where it can be.
 */
export function findStories(graph: StoryGraph, weights: Weights): Found {
  const headings = graph.nodes.filter((node) => node.kind === "heading").length;
  const loose = loosen(weights);
  const readings: readonly [HeadHabit, Weights, number][] = [
    ["mixed", weights, weights.mixedHeads * headings],
    ["before", weights, 0],
    ["after", weights, 0],
    ["mixed", loose, weights.loosePrice * graph.nodes.length],
  ];
  const tries = readings.map(([habit, used, price]): Found => {
    const link = costLinks(graph, used);
    const stories = searchStories({ ...graph, habit }, link, used);
    return { stories, habit, link, weights: used, cost: price + stories.reduce((sum, story) => sum + story.links + story.whole, 0) };
  });
  return tries.reduce((best, other) => (other.cost < best.cost - epsilon ? other : best));
}

/** The weights for a file whose blocks come in no order: its order says little, words and edges must tell. */
function loosen(w: Weights): Weights {
  const share = w.looseShare;
  return {
    ...w,
    leap: w.leap * share, distance: w.distance * share, backwards: w.backwards * share, scatter: w.scatter * share,
    headingNear: w.headingNear * share, headingFar: w.headingFar * share, markFar: w.markFar * share, chainFar: w.chainFar * share,
  };
}

function searchStories(graph: StoryGraph, link: LinkCost, weights: Weights): Story[] {
  if (graph.nodes.length === 0) return [];
  const story = (path: Path): Story => ({
    path,
    links: costOfLinks(path, link),
    whole: costOfWhole(path, graph, weights),
  });
  let stories = assignPaths(graph, link, weights).map(story);
  let dirty = new Set<Story>(stories);
  for (let sweep = 0; sweep < mostSweeps && dirty.size > 0; sweep += 1) {
    const next = sweepStories(stories, dirty, link, story, graph, weights);
    stories = next.stories;
    dirty = next.dirty;
  }
  return stories;
}

/** One sweep: every pair of stories of which one changed since it was last looked at. */
function sweepStories(
  before: readonly Story[],
  dirty: ReadonlySet<Story>,
  link: LinkCost,
  story: (path: Path) => Story,
  graph: StoryGraph,
  w: Weights,
): { stories: Story[]; dirty: Set<Story> } {
  const empty = story([]);
  const stories: Story[] = [...before, empty];
  const fresh = new Set<Story>();
  const put = (at: number, path: Path): void => {
    const made = story(path);
    stories[at] = made;
    if (path.length > 0) fresh.add(made);
  };
  const isDirty = (s: Story | undefined): boolean => s !== undefined && (dirty.has(s) || fresh.has(s));
  for (let a = 0; a < stories.length; a += 1) {
    for (let b = 0; b < stories.length; b += 1) {
      const sa = stories[a] ?? empty;
      const sb = stories[b] ?? empty;
      if (sa.path.length === 0 || (!isDirty(sa) && !isDirty(sb))) continue;
      let gain = epsilon;
      let best: [Path, Path] | undefined;
      const limit = sa.links + sb.links + mostWholeGain;
      const now = a === b ? sa.links + sa.whole : sa.links + sa.whole + sb.links + sb.whole;
      const attempt: Try = (pathA, pathB, linksA, linksB) => {
        if (linksA + linksB > limit) return;
        const gained = now - linksA - linksB - costOfWhole(pathA, graph, w) - costOfWhole(pathB, graph, w);
        if (gained > gain) {
          gain = gained;
          best = [pathA, pathB];
        }
      };
      if (a === b) tryReorders(sa, link, attempt);
      else tryExchanges(sa, sb, a < b || sb.path.length === 0, link, attempt);
      if (!best) continue;
      put(a, best[0]);
      if (a !== b) put(b, best[1]);
      if ((stories.at(-1) ?? empty).path.length > 0) stories.push(empty);
    }
  }
  const kept = stories.filter((s) => s.path.length > 0);
  return { stories: kept, dirty: new Set([...fresh].filter((s) => kept.includes(s))) };
}

/** Exchanges of tails (when `tails`) and moves of a run from the first story into the second. */
function tryExchanges(sa: Story, sb: Story, tails: boolean, link: LinkCost, attempt: Try): void {
  const a = sa.path;
  const b = sb.path;
  const before = (path: Path, i: number): number => (i > 0 ? (path[i - 1] ?? -1) : -1);
  const at = (path: Path, i: number): number => path[i] ?? -1;
  const total = sa.links + sb.links;
  if (tails) {
    for (let i = 0; i <= a.length; i += 1) {
      for (let j = 0; j <= b.length; j += 1) {
        if (i + j === 0 || i + j === a.length + b.length) continue;
        const cut = link(before(a, i), at(a, i)) + link(before(b, j), at(b, j));
        const made =
          (i === 0 && j === b.length ? 0 : link(before(a, i), at(b, j))) +
          (j === 0 && i === a.length ? 0 : link(before(b, j), at(a, i)));
        if (made - cut > mostWholeGain) continue;
        attempt([...a.slice(0, i), ...b.slice(j)], [...b.slice(0, j), ...a.slice(i)], total - cut + made, 0);
      }
    }
  }
  for (let i = 0; i < a.length; i += 1) {
    for (let length = 1; length <= longestRun && i + length <= a.length; length += 1) {
      const first = at(a, i);
      const last = at(a, i + length - 1);
      const whole = length === a.length;
      const out =
        (whole ? 0 : link(before(a, i), at(a, i + length))) -
        link(before(a, i), first) -
        link(last, at(a, i + length));
      for (let j = 0; j <= b.length; j += 1) {
        const into =
          link(before(b, j), first) +
          link(last, at(b, j)) -
          (b.length === 0 ? 0 : link(before(b, j), at(b, j)));
        if (out + into > mostWholeGain) continue;
        attempt(
          [...a.slice(0, i), ...a.slice(i + length)],
          [...b.slice(0, j), ...a.slice(i, i + length), ...b.slice(j)],
          total + out + into,
          0,
        );
      }
    }
  }
}

/** Moves of a run inside one story. */
function tryReorders(s: Story, link: LinkCost, attempt: Try): void {
  const path = s.path;
  for (let i = 0; i < path.length; i += 1) {
    for (let length = 1; length <= longestRun + 2 && i + length <= path.length; length += 1) {
      const run = path.slice(i, i + length);
      const rest = [...path.slice(0, i), ...path.slice(i + length)];
      for (let j = 0; j <= rest.length; j += 1) {
        if (j === i) continue;
        const candidate = [...rest.slice(0, j), ...run, ...rest.slice(j)];
        attempt(candidate, [], costOfLinks(candidate, link), 0);
      }
    }
  }
}

/** For each node, the extra cost of the best arrangement found that takes it out of its story. */
function measureMargins(
  stories: readonly Story[],
  link: LinkCost,
  graph: StoryGraph,
  w: Weights,
): Pick<Grouping, "margins" | "runnersUp"> {
  const margins = new Array<number>(graph.nodes.length).fill(20);
  const runnersUp = new Array<number | undefined>(graph.nodes.length).fill(undefined);
  const empty: Story = { path: [], links: 0, whole: 0 };
  for (const sa of stories) {
    for (const sb of [...stories, empty]) {
      if (sa === sb) continue;
      const now = sa.links + sa.whole + sb.links + sb.whole;
      const inA = new Set(sa.path);
      tryExchanges(sa, sb, true, link, (pathA, pathB, linksA, linksB) => {
        const extra = linksA + linksB + costOfWhole(pathA, graph, w) + costOfWhole(pathB, graph, w) - now;
        const moved = pathB.filter((i) => inA.has(i));
        const affected = moved.length * 2 <= sa.path.length ? moved : pathA.filter((i) => inA.has(i));
        for (const i of affected) {
          if (extra >= (margins[i] ?? 0)) continue;
          margins[i] = Math.max(0, extra);
          runnersUp[i] = sb.path[0];
        }
      });
    }
  }
  return { margins, runnersUp };
}
