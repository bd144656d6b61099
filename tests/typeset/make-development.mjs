#!/usr/bin/env node
/**
 * Sets every issue several times over, each time another way, as pages to learn and to measure on (`npm run scores --
 * --dev`, tests/scores/fit-grouping.mjs). Nothing of it is committed; the same call gives the same pages.
 *
 *   node tests/typeset/make-development.mjs /folder [times, 5]
 */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const [folder, times = "5"] = process.argv.slice(2);
if (!folder) throw new Error("say where to write: node tests/typeset/make-development.mjs /folder");

/** The first setting is the issue's own. */
const settings = [
  [],
  ["--headline-place", "above", "--measure", "14"],
  ["--headline-place", "mixed", "--measure", "18", "--leading", "1.55"],
  ["--headline-place", "below", "--measure", "12"],
  ["--headline-place", "beside", "--measure", "16", "--trim", "space-all"],
];
const run = promisify(execFile);
const issues = readdirSync(join(here, "issues")).filter((name) => !name.includes("."));
const jobs = issues.flatMap((issue) => Array.from({ length: Number(times) }, (_, nth) => ({ issue, nth })));

async function work() {
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const { issue, nth } = job;
    const own = nth === 0 ? [] : ["--seed", String(nth + 1)];
    const set = [...settings[nth % settings.length], ...own];
    const out = join(folder, `${issue}-${nth + 1}`);
    const call = [join(here, "make-samples.mjs"), "--issue", issue, "--variant", "all", "--out", out, ...set];
    await run(process.execPath, call).catch((error) =>
      console.error(`${issue}-${nth + 1}: ${error.message}`),
    );
  }
}

await Promise.all([work(), work()]);
