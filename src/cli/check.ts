/**
 * `build-edition check <path>`: how each page file was recognised, then what needs a human look, worst first, each
 * with the override to paste. Writes nothing.
 */
import { decideEdition } from "../build/build-edition.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { wherePlace } from "../model/diagnostic-words.js";
import { type Doubt, doubtGroups, listDoubts } from "../review/list-doubts.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { openInput, refuseInput } from "./open-input.js";
import type { InputOptions } from "./options.js";
import { createReporter, isNote, type Reporter } from "./report.js";
import { showControls } from "./show-controls.js";
import { worded, writeEvent, writeLine } from "./write-data.js";

interface CheckOptions extends InputOptions {
  readonly strict?: boolean;
}

interface Found extends Doubt {
  readonly folder: string;
}

/** Of the shape of what --json prints. */
const SCHEMA_VERSION = 1;

/** How each group is called in the list. */
const titles: Readonly<Record<Doubt["group"], string>> = {
  error: "error",
  "not-applied": "decision not applied",
  unlikely: "unlikely",
  leftover: "left over",
  headless: "no headline",
  "loose-jump": "loose jump",
  unsure: "unsure",
  warning: "warning",
  "absent-page": "page not here",
};

export async function runCheck(path: string, options: CheckOptions): Promise<ExitCode> {
  const reporter = createReporter(options);
  const json = options.json === true;
  const input = await openInput(path, options, reporter);
  if (input.count === 0) return refuseInput(input, SCHEMA_VERSION, json, reporter);
  reporter.diagnostics(input.diagnostics);

  const found: Found[] = [];
  let failed = input.diagnostics.some(({ severity }) => severity === "error");
  let looked = 0;
  for await (const { value: job, diagnostics: loading } of input.jobs()) {
    reporter.progress(looked++, input.count, job.folder);
    const { edition, diagnostics } = decideEdition(job, undefined, loading);
    if (diagnostics.some(({ severity }) => severity === "error")) failed = true;
    if (edition) tellNotes(job.folder, diagnostics, reporter, json);
    if (edition)
      for (const doubt of listDoubts(edition, diagnostics)) found.push({ folder: job.folder, ...doubt });
    else {
      reporter.diagnostics(diagnostics);
      if (json) writeEvent({ event: "failed", folder: job.folder, diagnostics: worded(diagnostics) });
    }
  }
  reporter.endProgress();

  const rank = (doubt: Found): number => doubtGroups.indexOf(doubt.group);
  found.sort((a, b) => rank(a) - rank(b) || a.confidence - b.confidence); // stable: else by edition and page
  for (const doubt of found) {
    if (json) writeEvent({ event: "doubt", ...doubt });
    else writeLine(`${showControls(describe(doubt))}\n`);
  }
  // Where the other page is not in the edition there is nothing to mend.
  const open = found.filter(({ group }) => group !== "absent-page").length;
  const exitCode = failed ? EXIT.errors : options.strict && open > 0 ? EXIT.findings : EXIT.clean;
  if (json)
    writeEvent({ event: "result", schemaVersion: SCHEMA_VERSION, exitCode, doubts: found.length, open });
  else
    reporter.say(
      found.length > 0
        ? `${found.length} to look at, ${open} that you can settle.${pasteHint(found)}`
        : failed
          ? "Nothing else to look at."
          : "Nothing to look at.",
    );
  return exitCode;
}

/** Left over text and loose jumps, which stand in the list itself, with what settles them. */
const isListed = ({ code }: Diagnostic): boolean => /^JL300[123]$/.test(code);

/** How each page file was recognised, and what else is only worth knowing: what is found may follow from it. */
function tellNotes(folder: string, all: readonly Diagnostic[], reporter: Reporter, json: boolean): void {
  const diagnostics = all.filter((each) => isNote(each) && !isListed(each));
  reporter.diagnostics(diagnostics);
  if (json) writeEvent({ event: "read", folder, diagnostics: worded(diagnostics) });
}

/** The place and what it is about on the first line; below it why, what to do, and the item to paste. */
function describe({ place, group, subject, words, confidence, reason, advice, override }: Doubt): string {
  const sure = confidence > 0 && confidence < 1 ? ` (${Math.round(confidence * 100)} % sure)` : "";
  const where = wherePlace({ code: "", severity: "info", place, details: {} });
  const head = `${where === "" ? "" : `${where}: `}${titles[group]} ${subject}${sure}${words === "" ? "" : ` “${words}”`}`;
  const below = [reason, advice].filter((text) => text !== "").map((text) => indent(text, 4));
  return [head, ...below, ...(override === undefined ? [] : [indent(override, 6)])].join("\n");
}

/** Where the items go. Each edition has a file of its own. */
function pasteHint(found: readonly Found[]): string {
  const folders = new Set(found.flatMap(({ folder, override }) => (override === undefined ? [] : [folder])));
  const [folder] = folders;
  if (folder === undefined) return "";
  const file = folders.size === 1 ? `${folder}/overrides.yaml` : "the overrides.yaml of its edition";
  return `\nPaste what you decide under \`overrides:\` in ${file}, then build again.`;
}

const indent = (text: string, by: number): string =>
  text
    .split("\n")
    .map((line) => " ".repeat(by) + line)
    .join("\n");
