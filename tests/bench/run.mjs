/**
 * `npm run bench`: how long each stage takes on the sample editions, repeated; then how fast each reader reads.
 *   --times 10      how often; `--times 100` stands for an archive, and is what docs/performance.md has
 *   --json          figures as JSON
 *   --readers       only the readers (readers.mjs)
 *   --seconds 1     how long each reader is measured, at least; 0 leaves them out
 * The write floor is what it costs to write the finished files and nothing else: no build can be faster.
 */
import { parseArgs } from "node:util";
import { buildArchive } from "../../lib/build/build-archive.js";
import { stages } from "../../lib/build/stages.js";
import { loadTemplates } from "../../lib/store/load-templates.js";
import { sampleJobs } from "../sample-jobs.mjs";
import { measureStages } from "./measure-stages.mjs";
import { benchReaders, printReaders } from "./readers.mjs";

const { values: options } = parseArgs({
  options: {
    times: { type: "string", default: "10" },
    json: { type: "boolean" },
    readers: { type: "boolean" },
    seconds: { type: "string", default: "1" },
  },
});
const times = Number(options.times);
const seconds = Number(options.seconds);

const cell = (value, width) => String(value).padStart(width);
const perSecond = (value) => value.toFixed(value < 10 ? 1 : 0);

function printStages({ first, ...measured }) {
  const { rows, total, editions, pages, articles, characters, write, memory } = measured;
  const print = (stage, ms, share, after = "") =>
    console.log(
      `${stage.padEnd(16)}${cell(ms.toFixed(0), 9)}${cell(share, 9)}${cell(perSecond((1000 * pages) / ms), 10)}${cell(perSecond((1000 * articles) / ms), 12)}${after}`,
    );
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `the sample editions × ${times}: ${editions} editions, ${pages} pages, ${articles} articles, ${characters} characters of page text; times are the processor's\n`,
  );
  console.log(
    `${"stage".padEnd(16)}${cell("ms", 9)}${cell("share", 9)}${cell("pages/s", 10)}${cell("articles/s", 12)}`,
  );
  for (const { stage, ms, share } of rows) print(stage, ms, percent(share));
  print("all stages", total, percent(1));
  print("write floor", write.ms, "", `   ${write.files} files, ${(write.bytes / 1e6).toFixed(0)} MB`);
  const [early = 0, late = 0] = [memory[0], memory.at(-1)];
  console.log(
    `\nthe first round, with our own code still cold: ${first.toFixed(0)} ms; memory after a tenth: ${early.toFixed(0)} MB, at the end: ${late.toFixed(0)} MB`,
  );
}

async function main() {
  const jobs = sampleJobs();
  if (jobs.length === 0) {
    console.error("No sample editions under editions/: run `npm run samples` first.");
    process.exitCode = 1;
    return;
  }
  let measured;
  if (!options.readers) {
    const program = { buildArchive, stages, ...loadTemplates() };
    // The first round pays for compiling our own code; it is shown apart and not counted.
    const { total: first } = await measureStages(program, jobs, 1);
    measured = { first, ...(await measureStages(program, jobs, times)) };
    if (!options.json) printStages(measured);
  }
  const readers = seconds > 0 ? benchReaders({ seconds, data: process.env.JUMPLINE_DATA }) : [];
  if (options.json) console.log(JSON.stringify({ ...measured, readers }));
  else if (readers.length > 0) printReaders(readers);
}

await main();
