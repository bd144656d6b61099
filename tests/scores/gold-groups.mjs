/**
 * Pages as the grouping sees them, with the truth as groups: for each node the story that owns most of its letters.
 * A node of lines that nobody owns stands with its neighbours where both are of one story, else alone.
 */
import { learnEditionWords } from "../../lib/assemble/edition-words.js";
import { readUnits } from "../../lib/assemble/read-units.js";
import { buildGraph } from "../../lib/assemble/story-nodes.js";
import { readCase } from "./read-case.mjs";

function ownerOf(node, owners) {
  const letters = new Map();
  for (const unit of node.units)
    for (const { line, start, end } of unit.passage.spans) {
      const [, page, number] = /^p(\d+)-l(\d+)[b-z]?$/.exec(line);
      const item = owners.get(`${page}:${number}`)?.item;
      if (item !== undefined) letters.set(item, (letters.get(item) ?? 0) + end - start);
    }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The pages of one case: {name, issue, graph, stories}; `stories`: for each node its story, undefined where unknown. */
export function goldPages({ source, variant, job, truth }) {
  const { pages, context } = readCase(job);
  const all = readUnits(pages, context);
  const words = learnEditionWords(all);
  return all.map((units) => {
    const graph = buildGraph(units, words);
    const stories = graph.nodes.map((node) => ownerOf(node, truth.owners));
    return {
      name: `${source} ${variant} p${units.page.number}`,
      issue: `${source} ${variant}`,
      graph,
      stories,
    };
  });
}

/** The truth as stretches of the file, each of one story: the first node and the last. */
export function stretchesOf(stories) {
  const filled = stories.map((story, i) => {
    if (story !== undefined) return story;
    const before = stories.slice(0, i).findLast((other) => other !== undefined);
    const after = stories.slice(i + 1).find((other) => other !== undefined);
    return before !== undefined && before === after ? before : `alone ${i}`;
  });
  const stretches = [];
  filled.forEach((story, i) => {
    if (i > 0 && story === filled[i - 1]) stretches.at(-1)[1] = i;
    else stretches.push([i, i]);
  });
  return stretches;
}
