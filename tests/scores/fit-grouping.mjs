/**
 * Fits the weights of the grouping: an averaged perceptron with a margin (Collins 2002; Taskar 2003) over whole pages.
 * Each page is grouped with the weights so far, links that the truth has made dearer by the margin; then every figure's
 * weight is moved by how much more often the found stories have it than the true ones.
 *
 *   node tests/scores/fit-grouping.mjs --dev /folder/of/made/issues [--epochs 4] [--rate 0.03] [--margin 1] [--write]
 *
 * Learns from made issues (tests/typeset), the seed page, every other Jing bao edition and the libraries' pages. The
 * typeset issues of the data folder, the golden editions and the other Jing bao editions are never learned from.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { findStories, readingFeatures, readings } from "../../lib/assemble/group-articles.js";
import { groupingWeights } from "../../lib/assemble/grouping-weights.js";
import { costLinks, never, weigh } from "../../lib/assemble/link-costs.js";
import { beginFeatures, endFeatures, linkFeatures } from "../../lib/assemble/link-features.js";
import { costOfLinks, costStories } from "../../lib/assemble/story-costs.js";
import { measureStory, storyFeatureNames } from "../../lib/assemble/story-features.js";
import { goldPages, linksOf } from "./gold-paths.mjs";
import { root } from "./sources/data-folder.mjs";
import { derivedCases } from "./sources/derived.mjs";
import { jingbaoCases } from "./sources/jingbao.mjs";
import { seedPageCases } from "./sources/seed-page.mjs";
import { random } from "./sources/shuffle.mjs";
import { developmentCases, typesetCases } from "./sources/whole-issues.mjs";

const { values: options } = parseArgs({
  options: {
    dev: { type: "string" },
    epochs: { type: "string", default: "4" },
    rate: { type: "string", default: "0.03" },
    margin: { type: "string", default: "1" },
    weights: { type: "string" },
    out: { type: "string" },
    write: { type: "boolean" },
  },
});
const samples = /^dev:(en-weekly|ja-vertical|zh-daily)/;

function learned() {
  const sets = [];
  const add = (cases, keep) => {
    let nth = 0;
    for (const entry of cases) {
      if (keep(entry, nth)) sets.push(...goldPages(entry));
      nth += 1;
    }
  };
  if (options.dev) add(developmentCases(options.dev), ({ source }) => !samples.test(source));
  add(seedPageCases(), () => true);
  add(jingbaoCases(), (_, nth) => nth % 2 === 0);
  add(derivedCases(), () => true);
  return sets;
}

function* heldOut() {
  yield* typesetCases({});
  let nth = 0;
  for (const entry of jingbaoCases()) {
    if (nth % 2 === 1) yield entry;
    nth += 1;
  }
}

/** All figures of an arrangement. */
function figuresOf(paths, graph) {
  const sum = new Map();
  const add = (features) => {
    for (const [name, value] of features) sum.set(name, (sum.get(name) ?? 0) + value);
  };
  const story = new Float64Array(storyFeatureNames.length);
  for (const path_ of paths) {
    add(beginFeatures(graph, path_[0]));
    add(endFeatures(graph, path_.at(-1)));
    for (let k = 1; k < path_.length; k += 1) add(linkFeatures(graph, path_[k - 1], path_[k]) ?? []);
    measureStory(path_, graph, story);
    add(storyFeatureNames.map((name, nth) => [name, story[nth]]));
  }
  add(readingFeatures(graph));
  return sum;
}

/** Cut where no story goes on so; nodes without a place put where they cost least. */
function complete({ paths, loose }, link, whole) {
  const done = paths.flatMap((path_) => {
    const cut = [[]];
    for (const node of path_) {
      const last = cut.at(-1);
      if (last.length > 0 && link(last.at(-1), node) >= never) cut.push([node]);
      else last.push(node);
    }
    return cut;
  });
  for (const node of loose) {
    let best = { cost: costOfLinks([node], link) + whole([node]) };
    for (const [p, path_] of done.entries()) {
      const now = costOfLinks(path_, link) + whole(path_);
      for (let k = 0; k <= path_.length; k += 1) {
        const tried = [...path_.slice(0, k), node, ...path_.slice(k)];
        const cost = costOfLinks(tried, link) + whole(tried) - now;
        if (cost < best.cost) best = { cost, p, tried };
      }
    }
    if (best.tried) done[best.p] = best.tried;
    else done.push([node]);
  }
  return done;
}

/** The truth under the reading of the file that fits it best. */
function truthOf(page, w) {
  let best;
  for (const reading of readings) {
    const graph = { ...page.graph, ...reading };
    const link = costLinks(graph, w);
    const whole = costStories(graph, w);
    const paths = complete(page, link, whole);
    const cost = paths.reduce(
      (sum, path_) => sum + costOfLinks(path_, link) + whole(path_),
      weigh(readingFeatures(graph), w),
    );
    if (!best || cost < best.cost) best = { cost, paths, graph };
  }
  return best;
}

function measure(pages, w) {
  const sums = new Map();
  for (const page of pages) {
    const found = linksOf(findStories(page.graph, w).stories.map((story) => story.path), page.loose);
    const gold = linksOf(page.paths, page.loose);
    const kind = page.issue.replace(/^dev:\S+ /, "dev ").replace(/jb_\S+|\d{4}-\S+/g, "");
    const sum = sums.get(kind) ?? { hit: 0, all: 0 };
    for (const one of found) if (gold.has(one)) sum.hit += 1;
    sum.all += found.size + gold.size;
    sums.set(kind, sum);
  }
  return [...sums].map(([kind, { hit, all }]) => `${kind} ${((2 * hit) / all).toFixed(3)}`).join("; ");
}

const pages = learned();
const held = [...heldOut()].flatMap(goldPages);
const rate = Number(options.rate);
const margin = Number(options.margin);
const next = random(1);
const weights = { ...groupingWeights };
const total = {};
let seen = 0;
console.log(`${pages.length} pages to learn from, ${held.length} held out`);
if (Object.keys(weights).length > 0) console.log(`before: ${measure(held, weights)}`);

const mean = () =>
  Object.fromEntries(
    Object.keys(weights)
      .sort()
      .map((name) => [name, Math.round((weights[name] - (total[name] ?? 0) / Math.max(1, seen)) * 1000) / 1000])
      .filter(([, value]) => value !== 0),
  );
for (let epoch = 1; epoch <= Number(options.epochs); epoch += 1) {
  const order = pages.map((page) => ({ page, key: next() })).sort((a, b) => a.key - b.key);
  for (const { page } of order) {
    if (page.paths.length === 0) continue;
    const truth = truthOf(page, weights);
    const gold = new Set();
    for (const path_ of truth.paths) {
      gold.add(`-1>${path_[0]}`);
      path_.forEach((node, k) => gold.add(`${node}>${path_[k + 1] ?? -1}`));
    }
    const dearer = (link) => (from, to) => link(from, to) + (gold.has(`${from}>${to}`) ? margin : 0);
    const n = page.graph.nodes.length;
    const tabled = (link) => {
      const changed = dearer(link);
      const table = new Float64Array((n + 1) * (n + 1));
      for (let i = -1; i < n; i += 1) for (let j = -1; j < n; j += 1) table[(i + 1) * (n + 1) + j + 1] = changed(i, j);
      return (from, to) => table[(from + 1) * (n + 1) + to + 1];
    };
    const found = findStories(page.graph, weights, tabled);
    const goldFigures = figuresOf(truth.paths, truth.graph);
    const foundFigures = figuresOf(found.stories.map((story) => story.path), found.graph);
    // Pages of many nodes weigh as the root of their number, so that one broadsheet does not drown ten small pages.
    const step = rate / Math.sqrt(Math.max(1, n / 20));
    seen += 1;
    for (const name of new Set([...goldFigures.keys(), ...foundFigures.keys()])) {
      const change = step * ((foundFigures.get(name) ?? 0) - (goldFigures.get(name) ?? 0));
      if (change === 0) continue;
      weights[name] = (weights[name] ?? 0) + change;
      total[name] = (total[name] ?? 0) + (seen - 1) * change;
    }
  }
  console.log(`${epoch}: held out: ${measure(held, mean())}`);
}
const text = `/** Weights of the grouping's figures, in nats. Written by \`tests/scores/fit-grouping.mjs\`; do not edit. */
export type Weights = Readonly<Record<string, number>>;

export const groupingWeights: Weights = {
${Object.entries(mean()).map(([name, value]) => `  ${/^[a-z]+$/.test(name) ? name : JSON.stringify(name)}: ${value},`).join("\n")}
};
`;
if (options.out) writeFileSync(options.out, text);
if (options.write) writeFileSync(path.join(root, "src", "assemble", "grouping-weights.ts"), text);
