/**
 * Nodes → stories: one global minimisation over all paths through a page's nodes, under the likeliest reading of the
 * file's order; and how much worse the best other place of each node would be. Ends when no move lowers the cost.
 */
import { assignPaths } from "./assign-paths.js";
import { costLinks, type LinkCost } from "./link-costs.js";
import { epsilon, type Story, searchStories, tryExchanges } from "./search-stories.js";
import { costOfWhole, type Path } from "./story-cost.js";
import type { HeadHabit, StoryGraph } from "./story-nodes.js";
import { defaultWeights, type Weights } from "./weights.js";

export interface Grouping {
  /** Stories as node indices in reading order. */
  readonly paths: readonly (readonly number[])[];
  /** For each node: how much worse the best other place found for it would be, in nats. */
  readonly margins: readonly number[];
  /** For each node: the first node of the story it would go to instead; absent where it would begin its own. */
  readonly runnersUp: readonly (number | undefined)[];
}

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
  const read = (
    habit: HeadHabit,
    used: Weights,
    price: number,
    link: LinkCost,
    start: readonly Path[],
  ): Found => {
    const stories = searchStories({ ...graph, habit }, link, used, start);
    const cost = stories.reduce((sum, story) => sum + story.links + story.whole, price);
    return { stories, habit, link, weights: used, cost };
  };
  const link = costLinks(graph, weights);
  const start = assignPaths(graph, link, weights);
  const loose = loosen(weights);
  const looseLink = costLinks(graph, loose);
  const tries = [
    read("mixed", weights, weights.mixedHeads * headings, link, start),
    read("before", weights, 0, link, start),
    read("after", weights, 0, link, start),
    read(
      "mixed",
      loose,
      weights.loosePrice * graph.nodes.length,
      looseLink,
      assignPaths(graph, looseLink, loose),
    ),
  ];
  return tries.reduce((best, other) => (other.cost < best.cost - epsilon ? other : best));
}

/** The weights for a file whose blocks come in no order: its order says little, words and edges must tell. */
function loosen(w: Weights): Weights {
  const share = w.looseShare;
  return {
    ...w,
    leap: w.leap * share,
    distance: w.distance * share,
    backwards: w.backwards * share,
    scatter: w.scatter * share,
    headingNear: w.headingNear * share,
    headingFar: w.headingFar * share,
    markFar: w.markFar * share,
    chainFar: w.chainFar * share,
  };
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
