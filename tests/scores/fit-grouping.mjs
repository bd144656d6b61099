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
import { figuresOf } from "../../lib/assemble/group-figures.js";
import { mostNodes, searchGroups } from "../../lib/assemble/group-search.js";
import { groupWeights } from "../../lib/assemble/group-weights.js";
import { worthOf } from "../../lib/assemble/group-worth.js";
import { goldPages, stretchesOf } from "./gold-groups.mjs";
import { logSum, madeCases, numberNames, seedPageRow, styleParts, weightsFile } from "./learning.mjs";
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

/** Every stretch of a page's file that can be a story, with its figures: rows of a sparse matrix. */
function stretchTable({ graph, stories }) {
  const size = graph.nodes.length;
  const figures = figuresOf(graph);
  const starts = [0];
  const ids = [];
  const values = [];
  const row = new Map();
  const put = (name, value) => {
    if (value !== 0) row.set(name, (row.get(name) ?? 0) + value);
  };
  const at = new Map();
  for (let end = 0; end < size; end += 1)
    for (let start = Math.max(0, end - mostNodes + 1); start <= end; start += 1) {
      row.clear();
      figures.ofGroup(
        Array.from({ length: end - start + 1 }, (_, k) => start + k),
        put,
      );
      if (start > 0) figures.ofBorder(start, put);
      at.set(`${start} ${end}`, starts.length - 1);
      for (const [name, value] of row) {
        ids.push(idOf(name));
        values.push(value);
      }
      starts.push(ids.length);
    }
  const gold = stretchesOf(stories).flatMap(([start, end]) => {
    const rows = [];
    for (let from = start; from <= end; from += mostNodes)
      rows.push(at.get(`${from} ${Math.min(end, from + mostNodes - 1)}`));
    return rows;
  });
  return {
    size,
    starts: Int32Array.from(starts),
    ids: Int32Array.from(ids),
    values: Float64Array.from(values),
    gold,
  };
}

/** Log likelihood of the truth of one page; adds its slope, times `weight`, to `slope`. */
function likelihood({ size, starts, ids, values, gold }, weights, weight, slope) {
  const rows = starts.length - 1;
  const worth = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (let k = starts[row]; k < starts[row + 1]; k += 1) sum += weights[ids[k]] * values[k];
    worth[row] = sum;
  }
  const first = (end) => Math.max(0, end - mostNodes + 1);
  const rowAt = [];
  for (let end = 0, row = 0; end < size; end += 1) {
    rowAt.push(row);
    row += end - first(end) + 1;
  }
  const forward = [0];
  for (let end = 0; end < size; end += 1) {
    const list = [];
    for (let start = first(end); start <= end; start += 1)
      list.push(forward[start] + worth[rowAt[end] + start - first(end)]);
    forward.push(logSum(list));
  }
  const backward = new Float64Array(size + 1).fill(-Infinity);
  backward[size] = 0;
  const all = forward[size];
  const add = (row, by) => {
    for (let k = starts[row]; k < starts[row + 1]; k += 1) slope[ids[k]] += by * values[k];
  };
  for (let end = size - 1; end >= 0; end -= 1)
    for (let start = first(end); start <= end; start += 1) {
      const row = rowAt[end] + start - first(end);
      const value = worth[row] + backward[end + 1];
      const share = Math.exp(forward[start] + value - all);
      if (share > 1e-9) add(row, -weight * share);
      const [most, least] = value > backward[start] ? [value, backward[start]] : [backward[start], value];
      backward[start] = least === -Infinity ? most : most + Math.log1p(Math.exp(least - most));
    }
  let sum = -all;
  for (const row of gold) {
    sum += worth[row];
    add(row, weight);
  }
  return weight * sum;
}

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

/** By row: F1 of pairs of bodies that stand in one story of the page, and the share of its stories that are whole. */
function test(pages, weights) {
  const rows = new Map();
  for (const { graph, stories, row } of pages) {
    const home = new Map();
    searchGroups(graph, worthOf(graph, weights)).groups.forEach((group, g) => {
      for (const i of group) home.set(i, g);
    });
    const sum = rows.get(row) ?? { both: 0, found: 0, true: 0, whole: 0, stories: 0 };
    const bodies = graph.nodes.filter(({ kind, index }) => kind === "body" && stories[index] !== undefined);
    for (const [k, { index: a }] of bodies.entries())
      for (const { index: b } of bodies.slice(k + 1)) {
        const [found, right] = [home.get(a) === home.get(b), stories[a] === stories[b]];
        if (found && right) sum.both += 1;
        if (found) sum.found += 1;
        if (right) sum.true += 1;
      }
    const setsOf = (homeOf) => {
      const sets = new Map();
      stories.forEach((story, i) => {
        if (story !== undefined) sets.set(homeOf(i), [...(sets.get(homeOf(i)) ?? []), i]);
      });
      return [...sets.values()].map((list) => list.join());
    };
    const found = new Set(setsOf((i) => home.get(i)));
    for (const set of setsOf((i) => stories[i])) {
      sum.stories += 1;
      if (found.has(set)) sum.whole += 1;
    }
    rows.set(row, sum);
  }
  return new Map(
    [...rows].map(([row, sum]) => [
      row,
      { f1: (2 * sum.both) / Math.max(1, sum.found + sum.true), whole: sum.whole / sum.stories },
    ]),
  );
}

const pages = [...allCases()]
  .flatMap(({ entry, ...rest }) => goldPages(entry).map((page) => ({ ...page, ...rest })))
  .filter(({ graph }) => graph.nodes.length > 0);
if (!options.only) for (const page of pages) page.table = stretchTable(page);
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
      const rows = test(
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
print(test(pages, weights));
if (options.write)
  writeFileSync(
    path.join(root, "src", "assemble", "group-weights.ts"),
    weightsFile(
      "Weights of the grouping's figures, in nats. Written by `tests/scores/fit-grouping.mjs`; do not edit.",
      "groupWeights",
      weights,
    ),
  );
