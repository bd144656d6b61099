/**
 * Repair alone, for one page of text: the same stages as a build up to the repair, so that headlines and bylines
 * keep their wanted gaps here too. Line ends, blank lines, form feeds and front matter stay as they are.
 */
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourceFile } from "../model/job.js";
import { type Edit, type Line, linesOf } from "../model/page.js";
import { decodeText } from "../read/decode-text.js";
import { splitLines } from "../read/split-lines.js";
import { stages as ourStages, type Stages } from "./stages.js";

export interface RepairedText {
  readonly text: string;
  readonly language: string;
  /** The lines that were changed, with what takes the changes back. */
  readonly changed: readonly {
    readonly line: number;
    readonly original: string;
    readonly text: string;
    readonly edits: readonly Edit[];
  }[];
  readonly diagnostics: readonly Diagnostic[];
}

const PAGE = "page-01.txt";

/** What a build asks of an edition and a single page need not have: a date. */
const dateMissing = "JL1030";

/** `language` and `encoding` are what the user named; absent, they are recognised. */
export function repairText(
  bytes: Uint8Array,
  { language, encoding }: { readonly language?: string; readonly encoding?: string } = {},
  stages: Stages = ourStages,
): RepairedText {
  const page: SourceFile = { path: PAGE, bytes };
  const header = `---\npages: [${PAGE}]\n${language === undefined ? "" : `language: ${JSON.stringify(language)}\n`}---\n`;
  const files = [page, { path: "edition.md", bytes: new TextEncoder().encode(header) }];
  const job = { folder: "-", names: [], files, ...(encoding === undefined ? {} : { encoding }) };
  const read = stages.readEdition(job);
  const repaired = stages.repairEdition(read.value, stages.sketchUnits(read.value).kinds);
  const lines = repaired.value.pages.flatMap(linesOf);

  let next = 0;
  const pieces = splitLines(decodeText(page, encoding).value.text).map(({ number, original, terminator }) => {
    const line = lines[next];
    const isIt = line !== undefined && line.number === number && line.original === original;
    if (isIt) next++;
    return (isIt ? line.text : original) + terminator;
  });
  if (next !== lines.length)
    throw new Error(`line ${lines[next]?.number} of the repaired text is not in its source`);
  return {
    text: pieces.join(""),
    language: read.value.info.language,
    changed: lines.filter((line) => line.edits.length > 0).map(toChange),
    diagnostics: [...read.diagnostics, ...repaired.diagnostics].filter(({ code }) => code !== dateMissing),
  };
}

const toChange = ({ number, original, text, edits }: Line) => ({ line: number, original, text, edits });
