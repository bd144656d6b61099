/**
 * One page file → its pages as raw lines, with what its own front matter says. A file that cannot be read gives one
 * empty page. A text that only begins like front matter (a printed rule, a line with a colon) stays page text.
 */
import { splitFrontMatter } from "../markdown/front-matter.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { SourceFile } from "../model/job.js";
import { hashOf } from "../text/hash.js";
import { decodeText } from "./decode-text.js";
import { type PageHeader, pageHeader, reportHeaderProblem, validateHeader } from "./header-schema.js";
import { type RawLine, splitLines, splitPages } from "./split-lines.js";

export interface PageFile {
  readonly path: string;
  readonly header: PageHeader;
  /** One page, or more where the file has form feeds. */
  readonly pages: readonly (readonly RawLine[])[];
  readonly hash: string;
}

const knownKeys = Object.keys(pageHeader.shape);

/** `encoding` is the one named for the edition or on the command line; the file's own front matter wins over it. */
export function readPageFile(file: SourceFile, encoding: string | undefined): Outcome<PageFile> {
  const decoded = decodeText(file, encoding);
  const { text } = decoded.value;
  const diagnostics: Diagnostic[] = [...decoded.diagnostics];
  const split = splitFrontMatter(text);
  diagnostics.push(...reportHeaderProblem(split, file.path, "warning"));
  // Page text is hostile: only a header with at least one key of ours is a header.
  const isHeader = split.found && knownKeys.some((key) => Object.hasOwn(split.data, key));
  if (split.found && !isHeader)
    diagnostics.push({
      code: "JL1017",
      severity: "warning",
      place: { file: file.path, line: 1 },
      details: {},
    });
  const checked = isHeader
    ? validateHeader(pageHeader, split.data, file.path, (key) => split.lineOf.get(key))
    : { value: {}, diagnostics: [] };
  diagnostics.push(...checked.diagnostics);
  const lines = isHeader ? splitLines(split.body, split.bodyLine) : splitLines(text);
  const pages = splitPages(lines);
  if (pages.length > 1)
    diagnostics.push({
      code: "JL1023",
      severity: "info",
      place: { file: file.path },
      details: { count: pages.length },
    });
  return { value: { path: file.path, header: checked.value, pages, hash: hashOf(file.bytes) }, diagnostics };
}
