/**
 * Fits what speaks for a cut of heading lines in kicker, headline and deck (headOdds in src/assemble/split-heads.ts):
 * a softmax over all cuts of each heading, by gradient ascent with a small pull to nothing. Prints the odds, and how
 * many headings come out right in styles it has not seen; a person puts them into the source.
 *
 *   node tests/scores/fit-heads.mjs /folder/of/made/issues      (made by tests/typeset/make-samples.mjs)
 *
 * The typeset issues of the data folder and the golden editions are never learned from; they are the test.
 */
import { readUnits } from "../../lib/assemble/read-units.js";
import { cutsOf, figuresOfCut, headOdds } from "../../lib/assemble/split-heads.js";
import { wordKey } from "./fold.mjs";
import { readCase } from "./read-case.mjs";
import { developmentCases, goldenCases, typesetCases } from "./sources/whole-issues.mjs";

const names = Object.keys(headOdds);
const pull = 0.3;
const steps = 500;

/** Headings of a case of two lines or more: for each, the figures of every cut, and which cuts give the true headline. */
function headingsOf({ source, job, truth }) {
  const { pages, context } = readCase(job);
  return readUnits(pages, context).flatMap(({ units }) => {
    const found = [];
    for (let from = 0; from < units.length; from += 1)
      for (let to = from + 1; to < units.length && units[to]?.kind === "heading"; to += 1) {
        if (units[from].kind !== "heading") break;
        const lines = units.slice(from, to + 1);
        const all = wordKey(lines.map(({ text }) => text).join(""));
        const item = truth.items.find(
          ({ headline, headLines }) =>
            headline?.length > 0 && startsWithWhole(headLines.map(wordKey), all, wordKey(headline.join(""))),
        );
        if (!item) continue;
        const goal = wordKey(item.headline.join(""));
        const cuts = cutsOf(lines.length);
        const right = cuts.map(
          ([k, d]) =>
            wordKey(
              lines
                .slice(k, d)
                .map(({ text }) => text)
                .join(""),
            ) === goal,
        );
        if (right.includes(true))
          found.push({
            style: source.replace(/-\d+( .*)?$/, ""),
            key: `${lines.map(({ text, tight }) => `${tight}${text}`).join("/")}`,
            cuts: cuts.map(([k, d]) => figuresOfCut(lines, k, d).map((name) => names.indexOf(name))),
            right,
          });
      }
    return found;
  });
}

/** Whether the lines are a story's first heading lines, all of the kicker and headline among them. */
function startsWithWhole(headLines, all, headline) {
  for (let count = 1, text = ""; count <= headLines.length; count += 1) {
    text += headLines[count - 1];
    if (text === all) return all.includes(headline);
  }
  return false;
}

/** One heading counts once, however many issues print it. */
const once = (headings) => [...new Map(headings.map((one) => [one.key, one])).values()];

const worth = (odds, figures) => figures.reduce((sum, at) => sum + odds[at], 0);

function fit(headings) {
  let odds = names.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const slope = odds.map((value) => -pull * value);
    for (const { cuts, right } of headings) {
      const all = cuts.map((figures) => Math.exp(worth(odds, figures)));
      const sum = all.reduce((a, b) => a + b, 0);
      const good = all.reduce((a, b, at) => a + (right[at] ? b : 0), 0);
      cuts.forEach((figures, at) => {
        const by = (right[at] ? all[at] / good : 0) - all[at] / sum;
        for (const figure of figures) slope[figure] += by;
      });
    }
    odds = odds.map((value, at) => value + (4 * slope[at]) / headings.length);
  }
  return odds;
}

function count(headings, odds) {
  const hits = headings.filter(({ cuts, right }) => {
    const all = cuts.map((figures) => worth(odds, figures));
    return right[all.indexOf(Math.max(...all))];
  });
  return `${hits.length} of ${headings.length}`;
}

const learned = once([...developmentCases(process.argv[2])].flatMap(headingsOf));
const held = once([...typesetCases({}), ...goldenCases({})].flatMap(headingsOf));
for (const style of new Set(learned.map((one) => one.style))) {
  const [others, own] = [
    learned.filter((one) => one.style !== style),
    learned.filter((one) => one.style === style),
  ];
  console.log(`${style}: ${count(own, fit(others))}`);
}
const odds = fit(learned);
const now = names.map((name) => headOdds[name]);
console.log(`learned from: ${count(learned, odds)}, as it is: ${count(learned, now)}`);
console.log(`typeset and golden: ${count(held, odds)}, as it is: ${count(held, now)}`);
for (const [at, name] of names.entries())
  console.log(`  ${name}: ${odds[at].toFixed(1)}, as it is ${headOdds[name]}`);
