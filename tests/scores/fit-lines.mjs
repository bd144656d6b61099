/**
 * Fits the weights of the line figures (src/assemble/line-weights.ts): a linear-chain conditional random field
 * (Lafferty, McCallum and Pereira 2001) over the states of a page's lines, by maximum likelihood with a small pull to
 * nothing. The reasoned costs stand as they are; the figures learn what they get wrong.
 *
 *   node --max-old-space-size=14000 tests/scores/fit-lines.mjs /folder/of/made/issues [--pull 3] [--steps 50] [--across] [--placed] [--write]
 *
 * Learns from made issues (tests/typeset/make-development.mjs) but the samples', from the seed page as it is and from
 * every other Jing bao edition. The typeset issues, the golden editions, the made issues of the same text and the other
 * Jing bao editions are never learned from; they are the test.
 * --placed: without what words say of lines, for pages on which boxes say more (placed-line-weights.ts).
 * Prints F1 of heading lines and of paragraph borders, without and with the figures. Fit the grouping after it.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isFigured, reasonedCosts } from "../../lib/assemble/line-costs.js";
import { putLine, putStep } from "../../lib/assemble/line-figures.js";
import { states } from "../../lib/assemble/line-states.js";
import { linePages } from "./gold-lines.mjs";
import { logSum, madeCases, numberNames, seedPageRow, styleParts, weightsFile } from "./learning.mjs";
import { maximise } from "./maximise.mjs";
import { root } from "./sources/data-folder.mjs";
import { jingbaoCases } from "./sources/jingbao.mjs";
import { seedPageCases } from "./sources/seed-page.mjs";
import { goldenCases, typesetCases } from "./sources/whole-issues.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pull: { type: "string", default: "3" },
    steps: { type: "string", default: "50" },
    across: { type: "boolean" },
    placed: { type: "boolean" },
    write: { type: "boolean" },
  },
});
/** All cases: {entry, row, style, learn: weight or 0}. */
function* allCases() {
  for (const { learned, ...made } of madeCases(positionals[0]))
    yield { ...made, learn: !learned ? 0 : made.entry.variant === "in order" ? 0.5 : 1 };
  for (const entry of seedPageCases())
    yield { entry, row: seedPageRow(entry), learn: entry.variant === "as it is" ? 2 : 0 };
  for (const [k, entry] of [...jingbaoCases()].entries())
    yield { entry, row: k % 2 === 0 ? "jingbao, learned" : "jingbao", learn: k % 2 === 0 ? 1 : 0 };
  for (const entry of [...typesetCases({}), ...goldenCases({})]) yield { entry, row: entry.source, learn: 0 };
}

const { names, idOf } = numberNames();
const figuresOf = (fill) => {
  const figures = [];
  fill((name, value) => figures.push([idOf(name), value]));
  return figures;
};
/** Costs above this are never paid. */
const never = 1e4;
/** A state so much dearer than a line's cheapest is not asked for. */
const hopeless = 12;

/** A page as a lattice: for each line its states, each with cost and figures, and each with those of its steps. */
function latticeOf({ lines, gold }) {
  const costs = reasonedCosts(lines);
  const columns = gold.map(({ state: truth }, i) => {
    const own = states.map((state) => costs.own(i, state));
    const least = Math.min(...own);
    return states.flatMap((state, s) => {
      if (state !== truth && !isFigured(state) && own[s] > least + hopeless) return [];
      if (own[s] > never) return [];
      const figures = isFigured(state) ? figuresOf((put) => putLine(lines, i, state, put)) : [];
      return [{ state, cost: own[s], figures, steps: [] }];
    });
  });
  columns.forEach((column, i) => {
    for (const node of column)
      node.steps =
        i === 0
          ? [{ cost: costs.step(0, "start", node.state), figures: [] }]
          : columns[i - 1].map(({ state: before }) => {
              const cost = costs.step(i, before, node.state);
              if (cost > never) return undefined;
              return { cost, figures: figuresOf((put) => putStep(lines, i, before, node.state, put)) };
            });
  });
  const last = columns.at(-1).map(({ state }) => ({ cost: costs.end(state), figures: [] }));
  const right = gold.map(({ state }, i) => columns[i].findIndex((node) => node.state === state));
  const possible = right.every((a, i) => a >= 0 && columns[i][a].steps[i === 0 ? 0 : right[i - 1]]);
  return { columns, last, gold, right, possible };
}

const worthOf = (part, weights) => {
  if (!part) return -Infinity;
  let worth = -part.cost;
  for (const [id, value] of part.figures) worth += weights[id] * value;
  return worth;
};
/** Log likelihood of the truth of one page; adds its slope, times `weight`, to `slope`. */
function likelihood({ columns, last, right }, weights, weight, slope) {
  const own = columns.map((column) => column.map((node) => worthOf(node, weights)));
  const steps = columns.map((column) =>
    column.map((node) => node.steps.map((part) => worthOf(part, weights))),
  );
  const end = last.map((part) => worthOf(part, weights));
  const size = columns.length;
  const forward = [own[0].map((worth, a) => worth + steps[0][a][0])];
  for (let i = 1; i < size; i += 1)
    forward.push(own[i].map((worth, a) => worth + logSum(forward[i - 1].map((f, b) => f + steps[i][a][b]))));
  const backward = new Array(size);
  backward[size - 1] = end;
  for (let i = size - 2; i >= 0; i -= 1)
    backward[i] = columns[i].map((_, b) =>
      logSum(own[i + 1].map((worth, a) => steps[i + 1][a][b] + worth + backward[i + 1][a])),
    );
  const all = logSum(forward[size - 1].map((f, a) => f + end[a]));
  const add = ({ figures }, by) => {
    for (const [id, value] of figures) slope[id] += by * value;
  };
  let sum = -all;
  columns.forEach((column, i) => {
    column.forEach((node, a) => {
      const here = Math.exp(forward[i][a] + backward[i][a] - all);
      if (here > 1e-7) add(node, -weight * here);
      if (i === 0) return;
      node.steps.forEach((part, b) => {
        if (!part) return;
        const both = Math.exp(forward[i - 1][b] + steps[i][a][b] + own[i][a] + backward[i][a] - all);
        if (both > 1e-7) add(part, -weight * both);
      });
    });
    const from = i === 0 ? 0 : right[i - 1];
    sum += own[i][right[i]] + steps[i][right[i]][from];
    add(column[right[i]], weight);
    add(column[right[i]].steps[from], weight);
  });
  return weight * (sum + end[right[size - 1]]);
}

/** The worthiest states of a page's lines. */
function bestStates({ columns, last }, weights) {
  let worths = columns[0].map((node) => worthOf(node, weights) + worthOf(node.steps[0], weights));
  const back = [];
  for (const column of columns.slice(1)) {
    const from = [];
    worths = column.map((node) => {
      const ways = node.steps.map((part, b) => worths[b] + worthOf(part, weights));
      const best = ways.indexOf(Math.max(...ways));
      from.push(best);
      return ways[best] + worthOf(node, weights);
    });
    back.push(from);
  }
  const totals = worths.map((worth, a) => worth + worthOf(last[a], weights));
  let at = totals.indexOf(Math.max(...totals));
  const path = [at];
  for (const from of back.toReversed()) {
    at = from[at];
    path.unshift(at);
  }
  return path.map((a, i) => columns[i][a].state);
}

const isBody = (state) => state === "first" || state === "more";
function test(pages, weights) {
  const rows = new Map();
  for (const { row, lattice } of pages) {
    const sum = rows.get(row) ?? { heading: [0, 0, 0], border: [0, 0, 0] };
    rows.set(row, sum);
    const found = bestStates(lattice, weights);
    const count = (figure, truth, guess) => {
      figure[0] += truth && guess ? 1 : 0;
      figure[1] += truth ? 1 : 0;
      figure[2] += guess ? 1 : 0;
    };
    lattice.gold.forEach(({ state, judged }, i) => {
      if (!judged) return;
      count(sum.heading, state === "heading", found[i] === "heading");
      const before = lattice.gold[i - 1];
      if (before?.judged && isBody(before.state) && isBody(state) && isBody(found[i]))
        count(sum.border, state === "first", found[i] === "first");
    });
  }
  const f1 = ([both, truth, guess]) => ((2 * both) / Math.max(1, truth + guess)).toFixed(3);
  return new Map([...rows].map(([row, { heading, border }]) => [row, [f1(heading), f1(border)]]));
}

function fit(pages) {
  const pull = Number(options.pull);
  const measure = (weights) => {
    const slope = new Float64Array(names.length);
    let value = 0;
    for (const { lattice, learn } of pages) value += likelihood(lattice, weights, learn, slope);
    for (let k = 0; k < names.length; k += 1) {
      value -= 0.5 * pull * weights[k] ** 2;
      slope[k] -= pull * weights[k];
    }
    return { value, slope };
  };
  const at = maximise(measure, { count: names.length, steps: Number(options.steps), enough: 1e-3 });
  return at.map((value) => Math.round(value * 100) / 100);
}

const pages = [...allCases()].flatMap(({ entry, ...rest }) =>
  linePages(entry)
    .filter(({ gold }) => gold.length > 0)
    .map(({ lines: { words, ...shapes }, gold }) => ({
      ...rest,
      lattice: latticeOf({ lines: options.placed ? shapes : { words, ...shapes }, gold }),
    })),
);
const learned = pages.filter(({ learn, lattice }) => learn > 0 && lattice.possible);
const bare = new Float64Array(names.length);
console.log(
  `${learned.length} pages to learn from, ${pages.filter(({ learn }) => learn === 0).length} held out, ${names.length} figures`,
);
console.log("F1 of heading lines and of paragraph borders, without and with the figures");
const print = (name, before, after) => {
  for (const [row, value] of before)
    console.log(`  ${`${name}${row}`.padEnd(36)} ${value.join(" ")}  ${after.get(row).join(" ")}`);
};
if (options.across)
  for (const part of styleParts) {
    const weights = fit(learned.filter(({ style }) => !part.includes(style)));
    for (const style of part) {
      const own = pages.filter((page) => page.style === style);
      print(`unseen ${style}, `, test(own, bare), test(own, weights));
    }
  }
const weights = fit(learned);
print("", test(pages, bare), test(pages, weights));
if (options.write)
  writeFileSync(
    path.join(root, "src", "assemble", options.placed ? "placed-line-weights.ts" : "line-weights.ts"),
    weightsFile(
      `Weights of the line figures${options.placed ? " on pages with boxes" : ""}, in nats. Written by \`tests/scores/fit-lines.mjs${options.placed ? " --placed" : ""}\`; do not edit.`,
      options.placed ? "placedLineWeights" : "lineWeights",
      Object.fromEntries(names.map((name, k) => [name, weights[k]])),
    ),
  );
