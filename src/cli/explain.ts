/** `build-edition explain <path> <id>`: why an article, unit, line or block is what it is, and where its lines went. */
import { decideEdition } from "../build/build-edition.js";
import type { Decision } from "../model/unit.js";
import {
  type ExplainedLine,
  type ExplainedUnit,
  type Explanation,
  explainId,
  findLikeIds,
} from "../review/explain.js";
import { CommandError, EXIT, type ExitCode } from "./exit-codes.js";
import { openInput, refuseInput } from "./open-input.js";
import type { InputOptions } from "./options.js";
import { createReporter } from "./report.js";
import { showControls } from "./show-controls.js";
import { writeEvent, writeLine } from "./write-data.js";

/** Of the shape of what --json prints. */
const SCHEMA_VERSION = 1;
/** Characters of a unit's text that tell which it is. */
const EXCERPT = 60;

export async function runExplain(
  path: string,
  id: string | undefined,
  options: InputOptions,
): Promise<ExitCode> {
  const reporter = createReporter(options);
  const input = await openInput(path, options, reporter, { showsPages: false });
  const unnamed = "Name what to explain by its id";
  if (input.count === 0 && id === undefined)
    throw new CommandError(EXIT.usage, unnamed, "build-edition check names the ids of what is in doubt.");
  if (input.count === 0) return refuseInput(input, SCHEMA_VERSION, options.json === true, reporter);

  const like: string[] = [];
  let found = 0;
  let failed = false;
  for await (const { value: job, diagnostics: loading } of input.jobs()) {
    const { edition, diagnostics } = decideEdition(job, undefined, loading);
    if (edition === undefined) {
      failed = true;
      reporter.diagnostics(diagnostics);
      continue;
    }
    const explanation = id === undefined ? undefined : explainId(edition, id);
    if (explanation === undefined) {
      if (like.length === 0)
        like.push(...findLikeIds(edition, id ?? "").map((each) => `${each.id}  ${each.words}`));
      continue;
    }
    found++;
    // An id is one edition's own: where several have it, each is told with its folder.
    if (options.json) writeEvent({ schemaVersion: SCHEMA_VERSION, folder: job.folder, ...explanation });
    else writeLine(showControls(`${input.count > 1 ? `${job.folder}\n` : ""}${describe(explanation)}`));
  }
  if (found > 0) return EXIT.clean;
  if (failed) return EXIT.errors;
  const advice = like.length > 0 ? `There are, for instance:\n${like.join("\n")}` : "";
  const what = id === undefined ? unnamed : `There is no ${id} in ${path}`;
  throw new CommandError(EXIT.usage, what, advice);
}

function describe(told: Explanation): string {
  const sure = told.confidence === undefined ? "" : `, ${percent(told.confidence)} sure`;
  return [
    `${told.type} ${told.id} (${told.kind}${sure})`,
    `Stands in: ${told.standsIn}`,
    indent(told.text),
    section("Why, the least sure first", told.decisions.map(describeDecision)),
    section(
      "Jumps",
      told.jumps.map(
        ({ state, fromPage, toPage, confidence, reason }) =>
          `${state}, page ${fromPage ?? "?"} to page ${toPage ?? "?"}, ${percent(confidence)} sure: ${reason}`,
      ),
    ),
    section("Made of", told.units.map(describeUnit)),
    section("Source lines", told.lines.map(describeLine)),
    section("Beside it", [
      ...(told.before ? [`before: ${describeUnit(told.before)}`] : []),
      ...(told.after ? [`after:  ${describeUnit(told.after)}`] : []),
    ]),
    section("To change it, put one of these into overrides.yaml", told.overrides),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function describeDecision({
  kind,
  choice,
  rule,
  reason,
  confidence,
  runnerUp,
  subject,
  override,
}: Decision): string {
  const other = runnerUp
    ? `\n  next best: ${runnerUp.choice}, which costs ${runnerUp.costGap.toFixed(2)} more`
    : "";
  const paste = override === undefined ? "" : `\n  the other way: ${override.split("\n").join("\n    ")}`;
  return `${percent(confidence)} ${kind} of ${subject}: ${choice} (${rule}): ${reason}${other}${paste}`;
}

const describeUnit = ({ id, kind, text }: ExplainedUnit): string => {
  const characters = [...text.replaceAll("\n", " ")];
  return `${id} ${kind} “${characters.slice(0, EXCERPT).join("")}${characters.length > EXCERPT ? "…" : ""}”`;
};

/** A mended line is shown as printed and as mended, with every rule that had a hand in it. */
function describeLine({ id, place, original, text, edits, cutFrom }: ExplainedLine): string {
  const cut = cutFrom === undefined ? "" : `\n  cut at the gutter from: ${cutFrom}`;
  const head = `${place.file ?? ""}:${place.line ?? ""} ${id}  ${text}${cut}`;
  if (edits.length === 0) return head;
  const steps = edits.map(
    ({ rule, at, removed, inserted }) => `  ${rule} at ${at}: “${removed}” became “${inserted}”`,
  );
  return [head, `  as printed: ${original}`, ...steps].join("\n");
}

const section = (title: string, items: readonly string[]): string =>
  items.length === 0 ? "" : `\n${title}:\n${items.map(indent).join("\n")}`;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const indent = (text: string): string =>
  text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
