/**
 * Scores the project's typeset bench by its own scorer, as text, as ALTO and as PDF, on as many threads as there are
 * processors, two at most: a PDF takes a second. The same pages give the same figures, whatever thread they fall to.
 */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { runCase } from "./collect.mjs";
import { madeNames, madeVariants } from "./made-bench.mjs";
import { scoreTexts } from "./score-text.mjs";
import { geometryCases, withLines } from "./sources/geometry.mjs";
import { loadStages, pipeline } from "./stages.mjs";

/** One issue in one variant: `{name, variant, language, makeup, score}`. */
async function scoreOne(stages, entry) {
  const made = await withLines(entry);
  const { score, flat } = runCase(stages, made);
  const { rows, edges, ...rest } = score;
  const { keys, ...counts } = edges;
  const { language, direction, makeup } = JSON.parse(readFileSync(entry.truthFile, "utf8"));
  return {
    ...{ name: entry.name, variant: entry.variant, makeup },
    language: direction === "vertical" ? `${language}, vertical` : language,
    score: { ...rest, edges: counts, texts: scoreTexts(made.truth, flat, rows) },
  };
}

/** The bench's issues that lie in `folder`, or those of them that are named, in their order. */
export async function scoreMadeHere(folder, names) {
  const stages = await loadStages(pipeline);
  const scored = [];
  for (const name of names)
    for (const entry of geometryCases(folder, { variants: madeVariants, only: [name] }))
      if (entry.name === name) scored.push(await scoreOne(stages, entry));
  return scored;
}

/** The same on several threads. */
export async function scoreMade(folder, names = madeNames) {
  const threads = Math.min(2, availableParallelism());
  const shares = Array.from({ length: threads }, (_, nth) => names.filter((_, at) => at % threads === nth));
  const found = await Promise.all(
    shares.map(
      (own) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), {
            workerData: { madeBench: folder, names: own },
          });
          worker.once("message", resolve);
          worker.once("error", reject);
        }),
    ),
  );
  const all = found.flat();
  return names.flatMap((name) => all.filter((one) => one.name === name));
}

if (!isMainThread && workerData?.madeBench)
  parentPort.postMessage(await scoreMadeHere(path.resolve(workerData.madeBench), workerData.names));
