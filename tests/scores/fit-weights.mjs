/**
 * Fits the weights of the grouping: a random walk that keeps what raises the mean over issues of the F1 of links
 * (what begins a story, what follows what). Prints the weights; a person puts them into src/assemble/weights.ts.
 *
 *   node tests/scores/fit-weights.mjs --minutes 10 --seed 1 [--folder /path/of/typeset/issues] [--each]
 *
 * It reads the typeset issues of the data folder and those of --folder (made by tests/typeset/make-samples.mjs).
 * --each: no fitting, only how far the mean moves when each weight is halved and doubled.
 */
import { parseArgs } from "node:util";
import { findStories } from "../../lib/assemble/group-articles.js";
import { defaultWeights } from "../../lib/assemble/weights.js";
import { findIssues, goldPages, linksOf } from "./gold-links.mjs";
import { inData } from "./sources/data-folder.mjs";
import { random } from "./sources/shuffle.mjs";

const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    folder: { type: "string" },
    each: { type: "boolean" },
  },
});
const issues = [
  ...findIssues(inData("typeset"), ["text-jumbled", "text-pdftotext"]),
  ...(options.folder ? findIssues(options.folder, ["jumbled", "raw"]) : []),
];
const pages = issues.flatMap(goldPages);

/** Mean over issues of the F1 of links. */
function evaluate(weights) {
  const byIssue = new Map();
  for (const page of pages) {
    const found = linksOf(
      findStories(page.graph, weights).stories.map((story) => story.path),
      page.places,
    );
    const sum = byIssue.get(page.issue) ?? { hit: 0, all: 0 };
    for (const link of found) if (page.links.has(link)) sum.hit += 1;
    sum.all += found.size + page.links.size;
    byIssue.set(page.issue, sum);
  }
  const each = [...byIssue.values()].map(({ hit, all }) => (2 * hit) / all);
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

let best = { ...defaultWeights };
let score = evaluate(best);
console.log(`${pages.length} pages of ${issues.length} issues, links F1 ${score.toFixed(4)}`);
if (options.each) {
  for (const name of Object.keys(best)) {
    const half = evaluate({ ...best, [name]: best[name] / 2 });
    const double = evaluate({ ...best, [name]: best[name] * 2 });
    console.log(
      `${name.padEnd(16)} ${best[name].toFixed(2).padStart(7)}  halved ${(half - score).toFixed(4)}  doubled ${(double - score).toFixed(4)}`,
    );
  }
} else {
  const next = random(Number(options.seed));
  const names = Object.keys(best);
  for (const until = Date.now() + Number(options.minutes) * 60_000; Date.now() < until; ) {
    const name = names[Math.floor(next() * names.length)];
    const tried = { ...best, [name]: best[name] * Math.exp((next() - 0.5) * 1.6) };
    const reached = evaluate(tried);
    if (reached <= score) continue;
    [best, score] = [tried, reached];
    console.log(`${score.toFixed(4)}  ${name} ${best[name].toFixed(3)}`);
  }
  console.log(JSON.stringify(best, null, 1));
}
