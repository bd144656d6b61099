/**
 * Fits the weights of the grouping (src/assemble/group-weights.ts): a semi-Markov conditional random field (Sarawagi
 * and Cohen 2004) over the cuts of a page's file into stories, by maximum likelihood with a small pull to nothing, so
 * that weights are log odds in nats. The likelihood has one peak; L-BFGS finds it.
 *
 *   node tests/scores/fit-grouping.mjs /folder/of/made/issues [--pull 2] [--steps 200] [--seed-page 80] [--only] [--across] [--write]
 *
 * Learns from made issues (tests/typeset/make-development.mjs), the seed page as it is, every other Jing bao edition and the
 * libraries' pages. The typeset issues of the data folder, the golden editions with the made issues of the same text,
 * and the other Jing bao editions are never learned from; they are the test. --across: fits without each of four sets
 * of styles in turn and tests on it.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { groupWeights } from "../../lib/assemble/group-weights.js";
import { goldPages } from "./gold-groups.mjs";
import { likelihood, stretchTable, testGroups } from "./group-lattice.mjs";
import { madeCases, numberNames, seedPageRow, styleParts, weightsFile } from "./learning.mjs";
import { maximise } from "./maximise.mjs";
import { root } from "./sources/data-folder.mjs";
import { derivedCases } from "./sources/derived.mjs";
import { jingbaoCases } from "./sources/jingbao.mjs";
import { seedPageCases } from "./sources/seed-page.mjs";
import { goldenCases, typesetCases } from "./sources/whole-issues.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pull: { type: "string", default: "2" },
    steps: { type: "string", default: "200" },
    "seed-page": { type: "string", default: "80" },
    only: { type: "boolean" },
    across: { type: "boolean" },
    write: { type: "boolean" },
  },
});
/** All cases: {entry, row, style, learn: weight or 0}. */
function* allCases() {
  for (const { learned, ...made } of madeCases(positionals[0])) yield { ...made, learn: learned ? 1 : 0 };
  for (const entry of seedPageCases())
    yield {
      entry,
      row: seedPageRow(entry),
      learn: entry.variant === "as it is" ? Number(options["seed-page"]) : 0,
    };
  for (const [k, entry] of [...jingbaoCases()].entries())
    yield { entry, row: k % 2 === 0 ? "jingbao, learned" : "jingbao", learn: k % 2 === 0 ? 1 : 0 };
  for (const entry of derivedCases()) yield { entry, row: entry.source, learn: 0.5 };
  for (const entry of [...typesetCases({}), ...goldenCases({})])
    yield { entry, row: `${entry.source} ${entry.variant}`, learn: 0 };
}

const { names, idOf } = numberNames();

/** Figures whose values are large are measured in their own size, so that the pull is alike for all. */
function sizesOf(tables) {
  const squares = new Float64Array(names.length);
  let rows = 0;
  for (const { ids, values, starts } of tables) {
    rows += starts.length - 1;
    for (let k = 0; k < ids.length; k += 1) squares[ids[k]] += values[k] ** 2;
  }
  return squares.map((square) => Math.max(1, Math.sqrt(square / rows)));
}

function fit(pages) {
  const sizes = sizesOf(pages.map(({ table }) => table));
  const pull = Number(options.pull);
  const measure = (w) => {
    const slope = new Float64Array(names.length);
    const weights = w.map((value, k) => value / sizes[k]);
    let value = 0;
    for (const { table, learn } of pages) value += likelihood(table, weights, learn, slope);
    for (let k = 0; k < names.length; k += 1) {
      value -= 0.5 * pull * w[k] ** 2;
      slope[k] = slope[k] / sizes[k] - pull * w[k];
    }
    return { value, slope };
  };
  const at = maximise(measure, { count: names.length, steps: Number(options.steps) });
  return Object.fromEntries(names.map((name, k) => [name, Math.round((at[k] / sizes[k]) * 100) / 100]));
}

const pages = [...allCases()]
  .flatMap(({ entry, ...rest }) => goldPages(entry).map((page) => ({ ...page, ...rest })))
  .filter(({ graph }) => graph.nodes.length > 0);
if (!options.only) for (const page of pages) page.table = stretchTable(page, idOf);
const learned = pages.filter(({ learn }) => learn > 0);
console.log(
  `${learned.length} pages to learn from, ${pages.length - learned.length} held out, ${names.length} figures`,
);
const print = (rows) => {
  for (const [row, { f1, whole }] of rows)
    console.log(`  ${row.padEnd(36)} ${f1.toFixed(3)} ${whole.toFixed(3)}`);
};
if (options.across) {
  const sums = new Map();
  for (const part of styleParts) {
    const weights = fit(learned.filter(({ style }) => !part.includes(style)));
    for (const style of part) {
      const rows = testGroups(
        pages.filter((page) => page.style === style),
        weights,
      );
      console.log(
        style,
        [...rows].map(([row, { f1, whole }]) => `${row} ${f1.toFixed(3)} ${whole.toFixed(3)}`).join(", "),
      );
      for (const [row, value] of rows) sums.set(row, [...(sums.get(row) ?? []), value]);
    }
  }
  const mean = (list) => list.reduce((a, b) => a + b) / list.length;
  print(
    new Map(
      [...sums].map(([row, list]) => [
        `${row}, unseen style`,
        { f1: mean(list.map(({ f1 }) => f1)), whole: mean(list.map(({ whole }) => whole)) },
      ]),
    ),
  );
}
const weights = options.only ? groupWeights : fit(learned);
print(testGroups(pages, weights));
if (options.write)
  writeFileSync(
    path.join(root, "src", "assemble", "group-weights.ts"),
    weightsFile(
      "Weights of the grouping's figures, in nats. Written by `tests/scores/fit-grouping.mjs`; do not edit.",
      "groupWeights",
      weights,
    ),
  );
