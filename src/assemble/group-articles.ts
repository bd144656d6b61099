/**
 * Nodes → stories: which nodes are of one story (group-search), then the reading order of each (order-story); and how
 * much less the best other place of each node would be worth.
 */
import { searchGroups } from "./group-search.js";
import { costLinks } from "./link-costs.js";
import { orderStory } from "./order-story.js";
import { orderWeights } from "./order-weights.js";
import type { StoryGraph } from "./story-nodes.js";

export interface Grouping {
  /** Stories as node indices in reading order. */
  readonly paths: readonly (readonly number[])[];
  /** For each node: how much less the best arrangement found is worth that takes it out of its story, in nats. */
  readonly margins: readonly number[];
  /** For each node: the first node of the story it would go to instead; absent where it would begin its own. */
  readonly runnersUp: readonly (number | undefined)[];
}

/** All stories of a page, and how sure each node's place is. */
export function groupArticles(graph: StoryGraph): Grouping {
  const { groups, margins, rivals } = searchGroups(graph);
  const link = costLinks(graph, orderWeights);
  const paths = groups.map((group) => orderStory(group, graph, link, orderWeights));
  return {
    paths,
    margins,
    runnersUp: rivals.map((rival) => (rival === undefined ? undefined : paths[rival]?.[0])),
  };
}
