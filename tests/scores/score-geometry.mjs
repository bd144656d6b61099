/**
 * How well the program does on pages with places: it is run as a user runs it, on each folder of ALTO, PDF or hOCR, and
 * the articles it prints are scored against the truth by the measuring data's own scorer.
 *
 *   node tests/scores/score-geometry.mjs /folder            made by tests/typeset/make-geometry.mjs
 *   node tests/scores/score-geometry.mjs data               the measuring data's typeset newspapers
 *     --variants alto,pdf    kinds of page file              --only en,zh-v   names that hold one of these
 *     --program /x/main.js   another build of the program    --rows           each issue, and not the means alone
 *     --own                  the project's scorer by printed lines instead (in memory, this build)
 *     --json                 figures of each issue as JSON
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { runCase, summarise } from "./collect.mjs";
import { meanOf, settingOf } from "./made-scores.mjs";
import { hasOutsideScorer, scoreOutside } from "./outside-scorer.mjs";
import { predictionOfJson } from "./prediction-of-json.mjs";
import { printOutside, printTable } from "./print-table.mjs";
import { inData, readJson, root } from "./sources/data-folder.mjs";
import { geometryCases, withLines } from "./sources/geometry.mjs";
import { loadStages, pipeline } from "./stages.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    variants: { type: "string", default: "alto,pdf,alto-ocr,hocr" },
    only: { type: "string" },
    program: { type: "string", default: path.join(root, "lib", "cli", "main.js") },
    rows: { type: "boolean" },
    own: { type: "boolean" },
    json: { type: "boolean" },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);

/** Runs `articles <folder> --format json` and gives what it prints; throws with its complaint. */
function runProgram(folder) {
  const call = [options.program, "articles", folder, "--format", "json", "--quiet"];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, call, { stdio: ["ignore", "pipe", "pipe"] });
    const [out, complaint] = [[], []];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => complaint.push(chunk));
    child.on("error", reject);
    child.on("close", () => {
      try {
        resolve(JSON.parse(Buffer.concat(out).toString("utf8")));
      } catch {
        reject(new Error(`printed no articles: ${Buffer.concat(complaint).toString("utf8").slice(0, 300)}`));
      }
    });
  });
}

/** The folder as an archivist would have it: page files and an edition.md, no truth beside them. */
async function runCaseByCommand({ job, truthFile, input, ocr }) {
  const folder = mkdtempSync(path.join(tmpdir(), "jumpline-geometry-"));
  try {
    for (const { path: name, bytes } of job.files) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), bytes);
    }
    const prediction = predictionOfJson(await runProgram(folder));
    return scoreOutside(prediction, { truthFile, input, ocr });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tableOf(scored) {
  const rows = new Map();
  const add = (name, figures) => rows.set(name, [...(rows.get(name) ?? []), figures]);
  if (options.rows) for (const { name, variant, figures } of scored) add(`${name} ${variant}`, figures);
  for (const { name, variant, figures } of scored)
    if (settingOf(name)) add(`setting ${settingOf(name).padStart(2, "0")} ${variant}`, figures);
  const bySetting = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  rows.clear();
  for (const [name, figures] of bySetting) rows.set(name, figures);
  for (const { variant, figures } of scored) add(`all ${variant}`, figures);
  return new Map([...rows].map(([name, figures]) => [`${name} (${figures.length})`, meanOf(figures)]));
}

async function scoreByCommand(cases) {
  if (!hasOutsideScorer()) throw new Error("the measuring data's scorer or python3 is not there: use --own");
  const scored = [];
  const waiting = [...cases.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [nth, entry] = next;
      try {
        const figures = await runCaseByCommand(entry);
        const { name, variant, truthFile } = entry;
        const { language } = readJson(truthFile);
        if (figures) scored.push({ nth, name, variant, language, figures });
      } catch (error) {
        say(`FAILED ${entry.name} ${entry.variant}: ${error.message}`);
        process.exitCode = 1;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  scored.sort((a, b) => a.nth - b.nth);
  if (options.json) console.log(JSON.stringify(scored, null, 1));
  else console.log(printOutside(tableOf(scored)));
}

async function scoreByLines(cases) {
  const stages = await loadStages(pipeline);
  const results = [];
  for (const entry of cases) {
    const { score } = runCase(stages, await withLines(entry));
    const setting = settingOf(entry.name);
    results.push(
      ...(options.rows ? [{ row: `${entry.name} ${entry.variant}`, score }] : []),
      ...(setting ? [{ row: `setting ${setting.padStart(2, "0")} ${entry.variant}`, score }] : []),
      { row: `all ${entry.variant}`, score },
    );
  }
  console.log(printTable(summarise(results)));
}

async function main() {
  const [folder] = positionals;
  if (!folder) throw new Error("say what to score: a folder of made issues, or data");
  const base = folder === "data" ? inData("typeset") : folder;
  const variants = options.variants.split(",");
  const cases = geometryCases(base, { variants, only: options.only?.split(",") ?? [] });
  if (cases.length === 0)
    throw new Error(`${base} holds no issue with a truth.json and ${variants.join(", ")}`);
  await (options.own ? scoreByLines(cases) : scoreByCommand(cases));
}

await main();
