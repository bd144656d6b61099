/** `build-edition [path]`: builds once, or again on each change, and says where to look. */
import { relative, resolve } from "node:path";
import { type ArchiveEvent, buildArchive, type EditionEvent } from "../build/build-archive.js";
import type { Severity } from "../model/diagnostic.js";
import { beginSite, type SavedCounts, type SiteInProgress } from "../store/save-site.js";
import { createScanScaler } from "../store/scans/scan-scaler.js";
import { findTarget, isWithin } from "../store/site-target.js";
import { CommandError, EXIT, type ExitCode } from "./exit-codes.js";
import { explainEnd } from "./explain-end.js";
import { gatherTemplates, placeOfTemplates } from "./gather-templates.js";
import { openInput, refuseInput } from "./open-input.js";
import { type BuildOptions, DEFAULT_INPUT } from "./options.js";
import { createReporter, isFormatNote, type Reporter } from "./report.js";
import { type SiteServer, serveSite } from "./serve.js";
import { onStop } from "./signals.js";
import { worded, writeEvent, writeLine } from "./write-data.js";

/** Of the shape of what --json prints; raised when a field changes its meaning. */
const RESULT_VERSION = 1;
/** Ends of an edition that are not the input's: a fault of ours, a broken law, a taken address. */
const FAULTS: ReadonlySet<string> = new Set(["JL5002", "JL6200", "JL6201", "JL6202"]);

export async function runBuild(path: string | undefined, options: BuildOptions): Promise<ExitCode> {
  const reporter = createReporter(options);
  const input = path ?? DEFAULT_INPUT;
  if (options.dryRun && options.ocr)
    throw new CommandError(
      EXIT.usage,
      "--dry-run writes nothing, and --ocr writes the text of the scans beside them",
      "Give one of the two.",
    );
  const first = await buildOnce(input, options, reporter);
  const goesOn = options.watch === true || options.serve === true;
  if (!goesOn || first === EXIT.unreadable) return first;

  const server = options.serve && !options.dryRun ? await startServer(options, reporter) : undefined;
  if (options.watch) await watchAndBuild(input, options, reporter, server);
  onStop(() => server?.close());
  return new Promise(() => {}); // until a signal ends the program
}

/** One build, from the input to the site in place. The same for a plain build and for each one of --watch. */
export async function buildOnce(input: string, options: BuildOptions, reporter: Reporter): Promise<ExitCode> {
  const found = await openInput(input, options, reporter);
  if (found.count === 0) return refuseInput(found, RESULT_VERSION, options.json === true, reporter);
  const site = options.dryRun
    ? undefined
    : beginSite(options.out, { force: options.force === true, inputs: [input, "."] });
  const scaler = createScanScaler(site ? { standing: site } : {});
  const stay = onStop(() => {
    scaler.close();
    site?.abandon();
  });
  try {
    const tally = newTally();
    tally.add(found.diagnostics);
    reporter.diagnostics(found.diagnostics);
    const request = {
      jobs: () => found.jobs(),
      ...gatherTemplates(input, options, reporter),
      ...(options.interface === undefined ? {} : { interface: options.interface }),
      ...(options.offline ? { offline: true } : {}),
      ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
      ...(options.basePath === undefined ? {} : { basePath: options.basePath }),
      ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
      made: (file: string) => site?.made(file),
      scaleScans: scaler.scale,
      tiles: options.tiles === true,
      earlier: { paths: site?.previousPaths() ?? [], text: (file: string) => site?.previous(file) },
    };
    for await (const event of buildArchive(request)) {
      take(event, site, tally, options, reporter);
      // Lets a signal through: a build is one long computation otherwise.
      if (event.kind === "edition") await new Promise((resolve) => setImmediate(resolve));
    }
    reporter.endProgress();
    const exitCode = judge(tally, options);
    const listed = tally.built + tally.kept > 0;
    const saved = listed ? site?.commit() : undefined;
    if (saved) {
      tally.add(saved.diagnostics);
      reporter.diagnostics(saved.diagnostics);
    }
    tellEnd(tally, saved?.counts, exitCode, options, reporter);
    return exitCode;
  } finally {
    scaler.close();
    site?.abandon();
    stay();
  }
}

interface Tally {
  total: number;
  done: number;
  built: number;
  kept: number;
  failed: number;
  /** Editions that could be read and were not built for another reason. */
  faults: number;
  pages: number;
  articles: number;
  files: number;
  readonly found: Record<Severity, number>;
  add(list: EditionEvent["diagnostics"]): void;
}

function newTally(): Tally {
  const found = { error: 0, warning: 0, info: 0 };
  const add = (list: EditionEvent["diagnostics"]): void => {
    for (const { severity } of list) found[severity]++;
  };
  return {
    total: 0,
    done: 0,
    built: 0,
    kept: 0,
    failed: 0,
    faults: 0,
    pages: 0,
    articles: 0,
    files: 0,
    found,
    add,
  };
}

function take(
  event: ArchiveEvent,
  site: SiteInProgress | undefined,
  tally: Tally,
  options: BuildOptions,
  reporter: Reporter,
): void {
  switch (event.kind) {
    case "planned":
      tally.total = event.total;
      if (options.json) writeEvent({ event: "planned", editions: event.total });
      break;
    case "begun":
      reporter.progress(tally.done, tally.total, event.folder);
      break;
    case "file":
      if (!event.again) tally.files++;
      site?.put(event.file, { again: event.again });
      break;
    case "keep":
      site?.keep(event.path);
      break;
    case "edition": {
      tally.done++;
      tally[event.state]++;
      if (event.diagnostics.some(({ code }) => FAULTS.has(code))) tally.faults++;
      tally.pages += event.pages;
      tally.articles += event.articles;
      tally.add(event.diagnostics);
      reporter.diagnostics(
        options.verbose ? event.diagnostics : event.diagnostics.filter((note) => !isFormatNote(note)),
      );
      const { kind, diagnostics, ...facts } = event;
      if (options.json) writeEvent({ event: kind, ...facts, diagnostics: worded(diagnostics) });
      else
        reporter.detail(`${event.folder}: ${event.state}, ${event.pages} pages, ${event.articles} articles`);
    }
  }
}

function judge({ built, kept, faults, found }: Tally, { strict }: BuildOptions): ExitCode {
  if (built + kept === 0 && faults === 0) return EXIT.unreadable;
  if (found.error > 0) return EXIT.errors;
  return strict && found.warning > 0 ? EXIT.findings : EXIT.clean;
}

function tellEnd(
  tally: Tally,
  files: SavedCounts | undefined,
  exitCode: ExitCode,
  options: BuildOptions,
  reporter: Reporter,
): void {
  const index = files === undefined ? undefined : relative(".", resolve(options.out, "index.html"));
  if (options.json) {
    const { built, kept, failed, pages, articles, found } = tally;
    const counts = { editions: { built, kept, failed }, pages, articles, diagnostics: found };
    writeEvent({
      event: "result",
      schemaVersion: RESULT_VERSION,
      exitCode,
      ...counts,
      ...(index ? { index, files } : {}),
    });
    return;
  }
  const { built, kept, failed, pages, articles, found } = tally;
  const trouble = [
    found.error > 0 ? many(found.error, "error") : "",
    found.warning > 0 ? many(found.warning, "warning") : "",
  ].filter((part) => part !== "");
  const rest = [
    kept > 0 ? `${kept} kept as published before` : "",
    failed > 0 ? `${failed} not built` : "",
    ...trouble,
  ].filter((part) => part !== "");
  reporter.say(
    `Built ${many(built, "edition")}: ${many(pages, "page")}, ${many(articles, "article")}${rest.length > 0 ? ` (${rest.join(", ")})` : ""}.`,
  );
  if (files)
    reporter.say(
      `${files.written} files written, ${files.unchanged} unchanged, ${files.removed} removed. Look at:`,
    );
  else if (options.dryRun)
    reporter.say(`A dry run: ${tally.files} files would make the site; nothing was written.`);
  else reporter.say("Nothing was published; what stood there before stays.");
  if (index && !options.quiet) writeLine(index);
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

async function startServer(options: BuildOptions, reporter: Reporter): Promise<SiteServer> {
  const { folder } = findTarget(options.out);
  const server = await serveSite({ folder, port: options.port, basePath: options.basePath ?? "/" });
  if (options.json) writeEvent({ event: "serving", url: server.url });
  else {
    reporter.say("Serving the site; Ctrl-C ends it.");
    writeLine(server.url);
  }
  return server;
}

async function watchAndBuild(
  input: string,
  options: BuildOptions,
  reporter: Reporter,
  server: SiteServer | undefined,
): Promise<void> {
  const { watchFolders } = await import("./watch.js");
  const target = findTarget(options.out);
  const ours = [target.folder, target.lock, target.staging, target.backup];
  const leaveOut = (path: string): boolean => ours.some((folder) => isWithin(folder, resolve(path)));
  const rebuild = async (changed: string): Promise<void> => {
    reporter.say(`${relative(".", changed)} changed.`);
    await buildOnce(input, options, reporter);
    server?.reload();
  };
  // What ends a plain build must not end the watch: the next change may mend it.
  const fail = (error: unknown): void => {
    explainEnd(error, reporter, options);
  };
  const watcher = watchFolders([input, ...placeOfTemplates(input, options)], leaveOut, rebuild, fail);
  onStop(() => watcher.close());
  reporter.say(`Watching ${input}; Ctrl-C ends it.`);
}
