/** What a build tells while it goes on and when it ends: on the terminal, or as JSON, and by its exit code. */
import { relative, resolve } from "node:path";
import type { ArchiveEvent, EditionEvent } from "../build/build-archive.js";
import type { Diagnostic, Severity } from "../model/diagnostic.js";
import type { SavedCounts, SiteInProgress } from "../store/save-site.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { BuildOptions } from "./options.js";
import { isFormatNote, isNote, type Reporter } from "./report.js";
import { countNotes, type NoteCounts, noNotes, sumNotes } from "./sum-notes.js";
import { worded, writeEvent, writeLine } from "./write-data.js";

/** Of the shape of what --json prints; raised when a field changes its meaning. */
export const RESULT_VERSION = 1;
/** Ends of an edition that are not the input's: a fault of ours, a broken law, a taken address. */
const FAULTS: ReadonlySet<string> = new Set(["JL5002", "JL6200", "JL6201", "JL6202"]);

export interface Tally {
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
  /** Notes that were not printed, by kind. */
  readonly notes: NoteCounts;
  /** Codes of the notes that were. */
  readonly noted: Set<string>;
  add(list: EditionEvent["diagnostics"]): void;
}

export function newTally(): Tally {
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
    notes: noNotes(),
    noted: new Set(),
    add,
  };
}

/**
 * Errors and warnings at once, and the notes with --verbose; else they are summed up at the end. What an installation lacks
 * (sharp, the text of scans) is said once: it is in no list that `check` makes.
 */
export function tell(
  list: EditionEvent["diagnostics"],
  { notes, noted }: Tally,
  { verbose }: BuildOptions,
  reporter: Reporter,
): void {
  if (verbose) {
    reporter.diagnostics(list);
    return;
  }
  const isSaid = (each: Diagnostic): boolean => {
    if (!isNote(each)) return true;
    if (!each.code.startsWith("JL6") || noted.has(each.code)) return false;
    noted.add(each.code);
    return true;
  };
  const said = new Set(list.filter(isSaid));
  reporter.diagnostics([...said]);
  countNotes(
    notes,
    list.filter((each) => !said.has(each) && !isFormatNote(each)),
  );
}

export function take(
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
      tell(event.diagnostics, tally, options, reporter);
      const { kind, diagnostics, ...facts } = event;
      if (options.json) writeEvent({ event: kind, ...facts, diagnostics: worded(diagnostics) });
      else
        reporter.detail(`${event.folder}: ${event.state}, ${event.pages} pages, ${event.articles} articles`);
    }
  }
}

export function judge({ built, kept, faults, found }: Tally, { strict }: BuildOptions): ExitCode {
  if (built + kept === 0 && faults === 0) return EXIT.unreadable;
  if (found.error > 0) return EXIT.errors;
  return strict && found.warning > 0 ? EXIT.findings : EXIT.clean;
}

export function tellEnd(
  tally: Tally,
  files: SavedCounts | undefined,
  exitCode: ExitCode,
  input: string,
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
  const { built, kept, failed, pages, articles, found, notes } = tally;
  const noted = sumNotes(notes, input);
  if (noted) reporter.say(noted);
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
