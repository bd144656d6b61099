/**
 * `npm run bench`: how long each stage takes on the sample editions, repeated; then how fast each reader reads.
 *   --times 100   how often (a hundred printings of the samples stand for an archive)
 *   --json        figures as JSON
 *   --no-write    leave out the write floor
 *   --readers     only the readers (readers.mjs)
 *   --seconds 1   how long each reader is measured, at least; 0 leaves them out
 * The write floor is what it costs to write the finished files and nothing else: no build can be faster.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { stages } from "../../lib/build/stages.js";
import { openSite } from "../../lib/render/open-site.js";
import { loadTemplates } from "../../lib/store/load-templates.js";
import { sampleJobs } from "../sample-jobs.mjs";
import { benchReaders, printReaders } from "./readers.mjs";

const { values: options } = parseArgs({
  options: {
    times: { type: "string", default: "100" },
    json: { type: "boolean" },
    "no-write": { type: "boolean" },
    readers: { type: "boolean" },
    seconds: { type: "string", default: "1" },
  },
});
const times = Number(options.times);
const seconds = Number(options.seconds);
const measureReaders = () => (seconds > 0 ? benchReaders({ seconds, data: process.env.JUMPLINE_DATA }) : []);

const spent = new Map();
/** Runs one leg and adds its time to the stage's. */
function timed(stage, work) {
  const from = performance.now();
  const value = work();
  spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - from);
  return value;
}

/** One printing: the same text under another date, so that every address is its own. */
function printing(job, number) {
  if (number === 0) return job;
  const year = 1900 + number;
  const files = job.files.map((file) =>
    file.path === "edition.md"
      ? {
          ...file,
          bytes: new TextEncoder().encode(
            new TextDecoder().decode(file.bytes).replace(/^date: .*$/m, `date: "${year}-01-01"`),
          ),
        }
      : file,
  );
  return { ...job, folder: `${job.folder}-${year}`, files };
}

/** The trip of one edition, as build/build-edition.ts takes it, with a watch on each leg. */
function buildOne(job, site) {
  const notes = [];
  const note = (outcome) => {
    notes.push(...outcome.diagnostics);
    return outcome.value;
  };
  const asRead = note(timed("read", () => stages.readEdition(job)));
  const read = timed("layout", () => stages.layOutEdition(asRead));
  const sketch = timed("sketch", () => stages.sketchUnits(read));
  const repaired = note(timed("repair", () => stages.repairEdition(read, sketch.kinds)));
  const assembled = note(timed("assemble", () => stages.assembleEdition(repaired, job.knownWords)));
  timed("conservation", () => stages.checkConservation(assembled));
  const reviewed = note(timed("review", () => stages.reviewEdition(assembled, job.files)));
  timed("conservation", () => stages.checkConservation(reviewed));
  const files = note(timed("render", () => stages.renderEdition(reviewed, site, notes)));
  const names = timed("names", () => stages.nameEdition(reviewed));
  const forms = timed("publish", () => stages.publishEdition(reviewed, site, notes, names));
  const summary = timed("publish", () => stages.summariseEdition(reviewed, names));
  return {
    reviewed,
    summary,
    files: [...files, ...forms],
  };
}

function main() {
  const samples = sampleJobs();
  if (samples.length === 0) {
    console.error("No sample editions under editions/: run `npm run samples` first.");
    process.exitCode = 1;
    return;
  }
  if (options.readers) {
    const readers = measureReaders();
    if (options.json) console.log(JSON.stringify({ readers }));
    else printReaders(readers);
    return;
  }
  const { templates, assets } = loadTemplates();
  const { site } = timed("open site", () => openSite({ templates, assets }));
  // The first trip pays for compiling our own code; it is shown apart and not counted.
  const warm = performance.now();
  for (const job of samples) buildOne(job, site);
  const first = performance.now() - warm;
  spent.clear();

  let pages = 0;
  let articles = 0;
  let characters = 0;
  const summaries = [];
  const out = options["no-write"] ? undefined : mkdtempSync(path.join(os.tmpdir(), "jumpline-bench-"));
  let written = 0;
  let floor = 0;
  const from = performance.now();
  for (let number = 0; number < times; number += 1)
    for (const job of samples) {
      const { reviewed, summary, files } = buildOne(printing(job, number), site);
      pages += reviewed.pages.length;
      articles += reviewed.assembly.articles.length;
      for (const page of reviewed.pages)
        for (const block of page.blocks) for (const line of block.lines) characters += line.text.length;
      summaries.push(summary);
      if (out) {
        const begin = performance.now();
        for (const file of files) {
          const target = path.join(out, file.path);
          mkdirSync(path.dirname(target), { recursive: true });
          writeFileSync(target, file.content);
        }
        written += files.length;
        floor += performance.now() - begin;
      }
    }
  timed("archive", () => stages.renderArchive(summaries, site));
  const wall = performance.now() - from;
  if (out) rmSync(out, { recursive: true, force: true });

  const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  const rows = [...spent].map(([stage, ms]) => ({
    stage,
    ms,
    share: ms / total,
    pagesPerSecond: (1000 * pages) / ms,
    articlesPerSecond: (1000 * articles) / ms,
  }));
  const memory = process.memoryUsage().rss / 2 ** 20;
  if (options.json) {
    console.log(
      JSON.stringify({
        editions: samples.length * times,
        pages,
        articles,
        characters,
        rows,
        total,
        floor,
        written,
        wall,
        first,
        memory,
        readers: measureReaders(),
      }),
    );
    return;
  }
  const cell = (value, width) => String(value).padStart(width);
  console.log(
    `${samples.length} sample editions × ${times}: ${pages} pages, ${articles} articles, ${characters} characters of page text\n`,
  );
  console.log(
    `${"stage".padEnd(14)}${cell("ms", 10)}${cell("share", 9)}${cell("pages/s", 11)}${cell("articles/s", 12)}`,
  );
  for (const row of [
    ...rows,
    {
      stage: "all stages",
      ms: total,
      share: 1,
      pagesPerSecond: (1000 * pages) / total,
      articlesPerSecond: (1000 * articles) / total,
    },
  ])
    console.log(
      `${row.stage.padEnd(14)}${cell(row.ms.toFixed(0), 10)}${cell(`${(100 * row.share).toFixed(1)} %`, 9)}${cell(row.pagesPerSecond.toFixed(0), 11)}${cell(row.articlesPerSecond.toFixed(0), 12)}`,
    );
  if (out)
    console.log(
      `${"write floor".padEnd(14)}${cell(floor.toFixed(0), 10)}${cell("", 9)}${cell(((1000 * pages) / floor).toFixed(0), 11)}${cell(((1000 * articles) / floor).toFixed(0), 12)}   ${written} files, plain writes`,
    );
  console.log(
    `\nfirst trip over the samples, with our own code still cold: ${first.toFixed(0)} ms; memory at the end: ${memory.toFixed(0)} MB`,
  );
  const readers = measureReaders();
  if (readers.length > 0) printReaders(readers);
}

main();
