/**
 * Builds editions again and again, through the build itself, with a watch on every stage: since the stages are handed to
 * the build from outside, no change of theirs can leave this behind. The watch shows the time of the processor, so that
 * whoever else is at work on the machine counts little.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** What a stage is called in the table; stages of one name are one row. */
const rowOf = {
  readEdition: "read",
  layOutEdition: "layout",
  reportCrowded: "layout",
  sketchUnits: "sketch",
  repairEdition: "repair",
  assembleEdition: "assemble",
  checkConservation: "conservation",
  reviewEdition: "review",
  makeUpPages: "make-up",
  renderEdition: "render",
  renderSheets: "render",
  nameEdition: "names",
  summariseEdition: "names",
  publishEdition: "publish",
  gatherTexts: "search, gather",
  collectSearch: "search, pack",
  renderArchive: "archive",
  feedWordsFor: "archive",
  publishArchive: "archive",
};
/** Reading, the first time: an archive is read once to know every address. */
const planRow = "read, to plan";
const indexRow = "search, index";
const restRow = "the rest";

const spentMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Measures pieces of work by name. */
function startWatch() {
  const rows = new Map();
  const timed = (row, work) => {
    const from = spentMs();
    try {
      return work();
    } finally {
      rows.set(row, (rows.get(row) ?? 0) + spentMs() - from);
    }
  };
  return { rows, timed };
}

/** The stages, each measured; `phase` tells planning from building. */
function watchStages(stages, { timed }, phase) {
  const watched = Object.entries(stages).map(([name, stage]) => {
    const row = rowOf[name];
    if (row === undefined) throw new Error(`the bench has no row for the stage ${name}`);
    // What gives its files one by one works only while they are taken.
    if (name === "publishArchive") return [name, (...given) => timed(row, () => [...stage(...given)])];
    return [
      name,
      (...given) => timed(name === "readEdition" && phase.planning ? planRow : row, () => stage(...given)),
    ];
  });
  const collectSearch = () => {
    const collector = stages.collectSearch();
    return {
      ...collector,
      add: (texts) => timed(rowOf.collectSearch, () => collector.add(texts)),
      write: (published) => timed(indexRow, () => [...collector.write(published)]),
    };
  };
  return { ...Object.fromEntries(watched), collectSearch };
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

const charactersOf = (edition) =>
  edition.pages
    .flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines))
    .reduce((sum, { text }) => sum + text.length, 0);

/**
 * @param program `{buildArchive, stages, templates, assets}`
 * @param jobs the editions of one round
 * @param times rounds, each under other dates
 * @returns rows by stage in ms of the processor's time, and what was built
 */
export async function measureStages({ buildArchive, stages, templates, assets }, jobs, times) {
  const watch = startWatch();
  const phase = { planning: true };
  const watched = watchStages(stages, watch, phase);
  let characters = 0;
  const counted = {
    ...watched,
    reviewEdition: (...given) => {
      const outcome = watched.reviewEdition(...given);
      characters += charactersOf(outcome.value);
      return outcome;
    },
  };
  function* printings() {
    for (let number = 0; number < times; number += 1)
      for (const job of jobs) yield { value: printing(job, number), diagnostics: [] };
  }
  const out = mkdtempSync(path.join(os.tmpdir(), "jumpline-bench-"));
  const write = { files: 0, bytes: 0, ms: 0 };
  const built = { editions: 0, pages: 0, articles: 0, failed: 0 };
  const memory = [];
  const keepMemory = () => memory.push(process.memoryUsage().rss / 2 ** 20);
  const from = spentMs();
  try {
    const events = buildArchive(
      {
        jobs: printings,
        templates,
        assets,
        made: (file) => readFileSync(path.join(out, file)),
        earlier: { paths: [], text: () => undefined },
      },
      counted,
    );
    for await (const event of events) {
      if (event.kind === "planned") phase.planning = false;
      if (event.kind === "file" && "content" in event.file) {
        const begun = spentMs();
        const target = path.join(out, event.file.path);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, event.file.content);
        write.files += 1;
        write.bytes += event.file.content.length;
        write.ms += spentMs() - begun;
      }
      if (event.kind !== "edition") continue;
      built.editions += 1;
      built.pages += event.pages;
      built.articles += event.articles;
      if (event.state !== "built") built.failed += 1;
      if (built.editions % Math.max(1, Math.floor((jobs.length * times) / 10)) === 0) keepMemory();
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  const total = spentMs() - from - write.ms;
  const known = [...watch.rows.values()].reduce((sum, ms) => sum + ms, 0);
  const rows = [...watch.rows, [restRow, total - known]].map(([stage, ms]) => ({
    stage,
    ms,
    share: ms / total,
    pagesPerSecond: (1000 * built.pages) / ms,
    articlesPerSecond: (1000 * built.articles) / ms,
  }));
  return { ...built, characters, rows, total, write, memory };
}
