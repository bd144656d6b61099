/**
 * Pages as the grouping sees them, with the truth as paths: the nodes of each story in reading order. A node belongs
 * to the story that owns most of its lines; a node of lines that nobody owns has no place.
 */
import { readUnits } from "../../lib/assemble/read-units.js";
import { sketchUnits } from "../../lib/assemble/sketch-units.js";
import { buildGraph, countPairs } from "../../lib/assemble/story-nodes.js";
import { readEdition } from "../../lib/read/index.js";
import { repairEdition } from "../../lib/repair/index.js";

/** Where a kind stands in a story, where the truth names no paragraph. */
const ranks = { heading: 0, notice: 0, byline: 1, continuation: 2, dateline: 3, body: 4, credit: 5, jump: 6 };

function placeOf(node, owners, order) {
  const votes = new Map();
  for (const unit of node.units)
    for (const { line, start, end } of unit.passage.spans) {
      const [, page, number] = /^p(\d+)-l(\d+)$/.exec(line);
      const key = `${page}:${number}`;
      const owner = owners.get(key);
      if (!owner) continue;
      const vote = votes.get(owner.item) ?? { letters: 0, owner, key };
      vote.letters += end - start;
      votes.set(owner.item, vote);
    }
  const best = [...votes.values()].sort((a, b) => b.letters - a.letters)[0];
  if (!best) return undefined;
  const { owner, key } = best;
  const inBody = owner.paragraph !== null && owner.paragraph >= 0;
  const rank = inBody && (node.kind === "body" || node.kind === "heading") ? ranks.body : ranks[node.kind];
  return {
    item: owner.item,
    sort: [rank, inBody ? owner.paragraph : (owner.nth ?? -1), owner.at ?? 0, order.get(key) ?? 0],
  };
}

const compare = (a, b) => {
  for (let n = 0; n < a.length; n += 1) if (a[n] !== b[n]) return a[n] - b[n];
  return 0;
};

/** The pages of one case: {name, issue, graph, paths, loose}; `loose`: nodes without a place. */
export function goldPages({ source, variant, job, truth }) {
  const read = readEdition(job).value;
  const repaired = repairEdition(read, sketchUnits(read).kinds).value;
  const all = readUnits(repaired.pages, {
    title: read.info.newspaper.title,
    house: read.info.jumpWordings,
    language: read.info.language,
  });
  const pairs = countPairs(all);
  const order = new Map(truth.lineOrder.map((key, at) => [key, at]));
  return all.map((units) => {
    const graph = buildGraph(units, pairs);
    const stories = new Map();
    const loose = [];
    for (const node of graph.nodes) {
      const place = placeOf(node, truth.owners, order);
      if (!place) loose.push(node.index);
      else stories.set(place.item, [...(stories.get(place.item) ?? []), { node: node.index, sort: place.sort }]);
    }
    const paths = [...stories.values()].map((list) =>
      list.sort((a, b) => compare(a.sort, b.sort)).map(({ node }) => node),
    );
    return { name: `${source} ${variant} p${units.page.number}`, issue: `${source} ${variant}`, graph, paths, loose };
  });
}

/** The links of paths, without those at nodes that have no place. */
export function linksOf(paths, loose) {
  const links = new Set();
  for (const path of paths) {
    const known = path.filter((node) => !loose.includes(node));
    known.forEach((node, at) => links.add(`${at === 0 ? "begin" : known[at - 1]}>${node}`));
  }
  return links;
}
