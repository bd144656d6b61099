/**
 * Fits what the make-up of a page says of a border between two stories (`placeWeights` in src/assemble/group-worth.ts),
 * the weights of words being as they are: the same likelihood as in fit-grouping.mjs, over made pages with places.
 *
 *   node tests/scores/fit-places.mjs /folder --learn de1,ko1,en [--pull 1] [--variants alto,pdf]
 *
 * `/folder`: made by tests/typeset/make-geometry.mjs. Learns from the issues whose names begin so and tests on the
 * others; then the other way round. Prints the weights, and F1 of pairs of bodies and whole stories with the program's
 * own weights and with the learned ones. Writes nothing.
 */
import { parseArgs } from "node:util";
import { groupWeights } from "../../lib/assemble/group-weights.js";
import { goldPages } from "./gold-groups.mjs";
import { likelihood, stretchTable, testGroups } from "./group-lattice.mjs";
import { numberNames } from "./learning.mjs";
import { maximise } from "./maximise.mjs";
import { geometryCases, withLines } from "./sources/geometry.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    learn: { type: "string" },
    pull: { type: "string", default: "1" },
    variants: { type: "string", default: "alto,pdf" },
    only: { type: "string" },
  },
});
const isPlaced = (name) => /^(?:same hanging|another hanging|at a rule)/.test(name);
const { names, idOf } = numberNames();

function fit(pages) {
  const pull = Number(options.pull);
  const free = names.flatMap((name, id) => (isPlaced(name) ? [id] : []));
  const all = Float64Array.from(names, (name) => (isPlaced(name) ? 0 : (groupWeights[name] ?? 0)));
  const measure = (own) => {
    free.forEach((id, k) => {
      all[id] = own[k];
    });
    const slopes = new Float64Array(names.length);
    let value = 0;
    for (const { table } of pages) value += likelihood(table, all, 1, slopes);
    for (const weight of own) value -= 0.5 * pull * weight ** 2;
    return { value, slope: Float64Array.from(own, (weight, k) => slopes[free[k]] - pull * weight) };
  };
  const at = maximise(measure, { count: free.length, steps: 100 });
  return Object.fromEntries(free.map((id, k) => [names[id], Math.round(at[k] * 100) / 100]));
}

const learns = (name) => options.learn.split(",").some((start) => name.startsWith(start));
const entries = geometryCases(positionals[0], {
  variants: options.variants.split(","),
  only: options.only?.split(",") ?? [],
});
const pages = [];
for (const entry of entries)
  for (const page of goldPages(await withLines(entry)))
    if (page.graph.nodes.length > 0)
      pages.push({
        ...{ ...page, table: stretchTable(page, idOf) },
        ...{ learned: learns(entry.name), row: `${entry.name.replace(/-\d+$/, "")} ${entry.variant}` },
      });
for (const turn of [true, false]) {
  const weights = fit(pages.filter(({ learned }) => learned === turn));
  console.log(weights);
  const others = pages.filter(({ learned }) => learned !== turn);
  const both = [
    testGroups(others.flatMap((page) => [page, { ...page, row: "all" }])),
    testGroups(
      others.flatMap((page) => [page, { ...page, row: "all" }]),
      { ...groupWeights, ...weights },
    ),
  ];
  for (const [row, own] of both[0]) {
    const learned = both[1].get(row);
    const show = ({ f1, whole }) => `${f1.toFixed(3)} ${whole.toFixed(3)}`;
    console.log(`  ${row.padEnd(24)} ${show(own)} → ${show(learned)}`);
  }
}
