/**
 * Nodes → stories: one global minimisation over all paths through a page's nodes, under the likeliest reading of the
 * file's order; and how much worse the best other place of each node would be. Ends when no move lowers the cost.
 */
import { assignPaths } from "./assign-paths.js";
import { groupingWeights, type Weights } from "./grouping-weights.js";
import { costLinks, type LinkCost, weigh } from "./link-costs.js";
import type { Feature } from "./link-features.js";
import { epsilon, type Story, searchStories, tryExchanges } from "./search-stories.js";
import { costStories, type StoryCost } from "./story-costs.js";
import type { Path } from "./story-features.js";
import type { StoryGraph } from "./story-nodes.js";

export interface Grouping {
  /** Stories as node indices in reading order. */
  readonly paths: readonly (readonly number[])[];
  /** For each node: how much worse the best other place found for it would be, in nats. */
  readonly margins: readonly number[];
  /** For each node: the first node of the story it would go to instead; absent where it would begin its own. */
  readonly runnersUp: readonly (number | undefined)[];
}

/** All stories of a page at least cost, and how sure each node's place is. */
export function groupArticles(graph: StoryGraph, weights: Weights = groupingWeights): Grouping {
  const found = findStories(graph, weights);
  return { paths: found.stories.map((s) => s.path), ...measureMargins(found, graph.nodes.length) };
}

export interface Found {
  readonly stories: readonly Story[];
  /** The graph under the reading of the file's order that won. */
  readonly graph: StoryGraph;
  readonly link: LinkCost;
  readonly whole: StoryCost;
  readonly cost: number;
}

/** The ways to read a file's order: headings before their text, after it, anywhere; or blocks in no order at all. */
export const readings: readonly Pick<StoryGraph, "habit" | "loose">[] = [
  { habit: "mixed", loose: false },
  { habit: "before", loose: false },
  { habit: "after", loose: false },
  { habit: "mixed", loose: true },
];

/** What a reading costs by itself: each freedom has its price, so that the order is believed where it can be. */
export function readingFeatures({ nodes, habit, loose }: StoryGraph): Feature[] {
  const headings = nodes.filter((node) => node.kind === "heading").length;
  return loose
    ? [["loose file", 1], ["loose nodes", nodes.length]]
    : habit === "mixed" ? [["mixed file", 1], ["mixed headings", headings]] : [[`heads ${habit}`, 1]];
}

/**
 * The stories alone, under the likeliest reading of the file.
 * @param change adds to what links cost; for fitting.
 */
export function findStories(
  page: StoryGraph,
  w: Weights,
  change: (link: LinkCost) => LinkCost = (link) => link,
): Found {
  const begun = new Map<boolean, { link: LinkCost; start: readonly Path[] }>();
  const found = readings.map((reading): Found => {
    const graph = { ...page, ...reading };
    let from = begun.get(reading.loose);
    if (!from) {
      const link = change(costLinks(graph, w));
      from = { link, start: assignPaths(graph, link, w) };
      begun.set(reading.loose, from);
    }
    const whole = costStories(graph, w);
    const stories = searchStories(from.link, whole, from.start);
    const price = weigh(readingFeatures(graph), w);
    const cost = stories.reduce((sum, story) => sum + story.links + story.whole, price);
    return { stories, graph, link: from.link, whole, cost };
  });
  return found.reduce((best, other) => (other.cost < best.cost - epsilon ? other : best));
}

/** For each node, the extra cost of the best arrangement found that takes it out of its story. */
function measureMargins(
  { stories, link, whole }: Found,
  size: number,
): Pick<Grouping, "margins" | "runnersUp"> {
  const margins = new Array<number>(size).fill(20);
  const runnersUp = new Array<number | undefined>(size).fill(undefined);
  const empty: Story = { path: [], links: 0, whole: 0 };
  for (const sa of stories) {
    for (const sb of [...stories, empty]) {
      if (sa === sb) continue;
      const now = sa.links + sa.whole + sb.links + sb.whole;
      const inA = new Set(sa.path);
      tryExchanges(sa, sb, true, link, (pathA, pathB, linksA, linksB) => {
        const extra = linksA + linksB + whole(pathA) + whole(pathB) - now;
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
