/**
 * `npm run scores`: how well the program does on pages whose articles are known.
 *   --only zh2,seed   rows whose name holds one of these       --verbose  one line per story
 *   --dev [folder]    development issues as well               --bare     without edition.md
 *   --repair          the repair alone: gaps in lines, and with --verbose the lines that are wrong
 *   --json            figures as JSON                          --floors   write today's figures as floors
 *   --only made       the typeset bench alone (made-bench.mjs)  --no-made  without it
 * Without --only it writes docs/scores.md.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { allCases, rowOf, runCase, summarise } from "./collect.mjs";
import { placedCases } from "./collect-placed.mjs";
import { breachesOf, floorsFrom } from "./floors.mjs";
import { madeSample, makeMade } from "./made-bench.mjs";
import { madeFloorRows, madeRows, readMade, writeMade } from "./made-scores.mjs";
import { hasOutsideScorer, scoreOutside } from "./outside-scorer.mjs";
import { madePart } from "./print-made.mjs";
import { printOrder, printOutside, printTable } from "./print-table.mjs";
import { scoreMade } from "./score-made.mjs";
import { orderRows } from "./score-order.mjs";
import { parityRows } from "./score-parity.mjs";
import { readerRows } from "./score-readers.mjs";
import { scoreRepairedLines } from "./score-repaired-lines.mjs";
import { dataFolder, root } from "./sources/data-folder.mjs";
import { loadStages, MissingStage, pipeline } from "./stages.mjs";
import { writeScores } from "./write-scores.mjs";

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    verbose: { type: "boolean" },
    json: { type: "boolean" },
    repair: { type: "boolean" },
    bare: { type: "boolean" },
    dev: { type: "boolean" },
    "dev-folder": { type: "string", default: path.join(tmpdir(), "typeset-dev") },
    floors: { type: "boolean" },
    "no-outside": { type: "boolean" },
    "no-made": { type: "boolean" },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);

function printStories(entry, { score, took }) {
  console.log(`\n== ${entry.source} · ${entry.variant} (${Math.round(took)} ms)`);
  for (const row of score.rows) {
    const state = row.exact ? "exact" : row.whole ? "whole" : "     ";
    console.log(
      `${state} ${row.id} ${row.label}  par ${row.paragraphs}  headline ${row.headline === null ? "–" : row.headline ? "yes" : `NO “${row.predictedHeadline}”`}${row.jump ? `  jump ${row.jump}` : ""}`,
    );
    if (row.at.length > 1)
      console.log(`        stands in ${row.at.slice(0, 8).join(", ")}${row.at.length > 8 ? " …" : ""}`);
    if (row.strangers.length > 0)
      console.log(
        `        with ${row.strangers.slice(0, 6).join(", ")}${row.strangers.length > 6 ? " …" : ""}`,
      );
    if (row.missing.length > 0 && score.has.paragraphs)
      console.log(
        `        paragraphs not exact: ${row.missing.slice(0, 5).join(" | ")}${row.missing.length > 5 ? " …" : ""}`,
      );
  }
}

/** Gaps in lines after repair, source by source. */
async function scoreRepair(cases) {
  const stages = await loadStages(["readEdition", "sketchUnits", "repairEdition"]);
  const rows = new Map();
  for (const entry of cases) {
    if (!entry.truth.has.spaces) continue;
    const read = stages.readEdition(entry.job).value;
    const repaired = stages.repairEdition(read, stages.sketchUnits(read).kinds).value;
    const { wrong, ...counts } = scoreRepairedLines(entry.truth, repaired);
    const row = rows.get(rowOf(entry)) ?? {};
    for (const [name, count] of Object.entries(counts)) row[name] = (row[name] ?? 0) + count;
    rows.set(rowOf(entry), row);
    if (options.verbose) for (const line of wrong) console.log(`${entry.source} ${entry.variant} ${line}`);
  }
  console.log("gaps in repaired lines: judged, that should not be there, wanted, wanted and lost");
  for (const [name, row] of rows)
    console.log(`${name.padEnd(28)} ${row.judged} ${row.spurious} ${row.wanted} ${row.lost}`);
}

/** The typeset bench, scored; nothing where it is not asked for or cannot be made. */
async function scoreBench(only) {
  if (options["no-made"] || options.dev || options.bare) return [];
  if (only.length > 0 && !only.includes("made")) return [];
  const { folder, fault } = await makeMade(say);
  if (!fault) return scoreMade(folder);
  say(`The typeset bench was not made (${fault}); docs/scores.md keeps the figures of the last time.`);
  return [];
}

async function main() {
  const only = options.only?.split(",") ?? [];
  const cases = [
    ...allCases({ only, bare: options.bare, ...(options.dev ? { dev: options["dev-folder"] } : {}) }),
  ];
  if (options.repair) return scoreRepair(cases);
  let stages;
  try {
    stages = await loadStages(pipeline);
  } catch (error) {
    if (!(error instanceof MissingStage)) throw error;
    say(`A stage is missing: ${error.message}`);
    process.exitCode = 1;
    return;
  }
  if (!existsSync(dataFolder))
    say(`No measuring data at ${dataFolder} (set JUMPLINE_DATA); only the golden editions are scored.`);
  const outsideRows = new Map();
  const withOutside = !options["no-outside"] && hasOutsideScorer();
  const results = [];
  let failed = 0;
  const from = performance.now();
  const placed = options.dev ? [] : placedCases({ only });
  for (const { load } of [...cases.map((entry) => ({ load: () => entry })), ...placed]) {
    let entry;
    let result;
    try {
      entry = await load();
      result = runCase(stages, entry);
    } catch (error) {
      failed += 1;
      say(`FAILED ${error.stack}`);
      continue;
    }
    results.push({ row: rowOf(entry), score: result.score });
    if (entry.outside && withOutside)
      outsideRows.set(entry.source, scoreOutside(result.prediction, entry.outside) ?? {});
    if (options.verbose) printStories(entry, result);
    if (options.verbose)
      for (const note of result.diagnostics.filter((item) => item.severity !== "info").slice(0, 12))
        console.log(
          `        ${note.severity} ${note.code} ${JSON.stringify(note.place)} ${JSON.stringify(note.details)}`,
        );
  }
  const rows = summarise(results);
  const isOrderWanted = only.length === 0 || only.some((part) => "reichsanzeiger".includes(part));
  const order = isOrderWanted ? orderRows(stages) : new Map();
  const file = path.join(root, "tests", "scores", "floors.json");
  const floors = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  if (options.json)
    console.log(
      JSON.stringify(
        {
          ours: Object.fromEntries(rows),
          order: Object.fromEntries(order),
          outside: Object.fromEntries(outsideRows),
        },
        null,
        1,
      ),
    );
  else console.log(`\n${printTable(rows)}\n\n${printOutside(outsideRows)}\n\n${printOrder(order)}`);
  say(`${results.length} editions in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  const made = await scoreBench(only);
  const sample = made.filter(({ name }) => madeSample.includes(name));
  if (made.length > 0)
    say(`${made.length} made issues, ${((performance.now() - from) / 1000).toFixed(1)} s in all`);
  const bench = made.length > 0 ? [...madeFloorRows(made), ...madeFloorRows(sample, "made sample")] : [];
  if (only.includes("made")) console.log(madePart(madeRows(made)));
  const measured = new Map([...rows, ...order, ...bench]);
  for (const breach of breachesOf(floors, measured)) say(`below its floor: ${breach}`);
  if (options.floors) writeFileSync(file, `${JSON.stringify(floorsFrom(floors, measured), null, 2)}\n`);
  if (!options.only && !options.dev && !options.bare && failed === 0 && existsSync(dataFolder)) {
    mkdirSync(path.join(root, "docs"), { recursive: true });
    if (made.length > 0) writeMade(madeRows(made));
    // A golden edition stands with its like, whether its pages have places or not.
    const isPlaced = (name) => !name.startsWith("golden ") && placed.some(({ source }) => source === name);
    const pick = (wanted) => new Map([...rows].filter(([name]) => wanted(name)));
    const text = writeScores({
      rows: pick((name) => !isPlaced(name)),
      placed: pick(isPlaced),
      outside: outsideRows,
      order,
      readers: await readerRows(),
      parity: await parityRows(),
      made: readMade(),
    });
    writeFileSync(path.join(root, "docs", "scores.md"), text);
    say("wrote docs/scores.md");
  }
  if (failed > 0) process.exitCode = 1;
}

await main();
