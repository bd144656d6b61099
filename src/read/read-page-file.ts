/**
 * One page file → its pages, with what its own front matter says. The format is told by content. A file that cannot
 * be read gives one empty page. A text that only begins like front matter (a printed rule, a line with a colon) stays
 * page text.
 */
import { splitFrontMatter } from "../markdown/front-matter.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { SourceFile } from "../model/job.js";
import { hashOf } from "../text/hash.js";
import { decodeText } from "./decode-text.js";
import { type PageHeader, pageHeader, reportHeaderProblem, validateHeader } from "./header-schema.js";
import { readPdf } from "./pdf/read-pdf.js";
import { readPlainText } from "./plain-text.js";
import { recogniseFormat } from "./readers.js";
import { writeEncoding } from "./recognise-encoding.js";
import type { Reader, SourcePage } from "./source-page.js";
import { splitLines, splitPages } from "./split-lines.js";

export interface PageFile {
  readonly path: string;
  /** `plain text, UTF-8`, `ALTO 4.2` …, for the user. */
  readonly format: string;
  readonly header: PageHeader;
  /** One page, or more where the file holds several. */
  readonly pages: readonly SourcePage[];
  readonly hash: string;
}

const knownKeys = Object.keys(pageHeader.shape);
const emptyPage: SourcePage = { blocks: [] };

/** `encoding` is the one named for the edition or on the command line; the file's own front matter wins over it. */
export function readPageFile(file: SourceFile, encoding: string | undefined): Outcome<PageFile> {
  const reader = recogniseFormat(file);
  if (!reader && !file.pdf) return readTextFile(file, encoding);
  const { value, diagnostics } = file.pdf ? readPdf(file, file.pdf) : (reader as Reader).read(file);
  const pages = value.pages.length > 0 ? value.pages : [emptyPage];
  return {
    value: { path: file.path, format: value.format, header: {}, pages, hash: hashOf(file.bytes) },
    diagnostics: [...diagnostics, ...tellFormat(file.path, value)],
  };
}

/** How the file was recognised; nothing of one that could not be read, whose error says more. */
const tellFormat = (file: string, { format, pages }: Pick<PageFile, "format" | "pages">): Diagnostic[] => {
  if (pages.length === 0) return [];
  const boxes = pages.some(({ blocks }) => blocks.some(({ lines }) => lines.some(({ box }) => box)))
    ? "yes"
    : "no";
  return [
    { code: "JL1009", severity: "info", place: { file }, details: { format, count: pages.length, boxes } },
  ];
};

/** Pages cut at form feeds may be news to whoever counts them. */
const tellFormFeeds = (file: string, count: number): Diagnostic[] =>
  count > 1 ? [{ code: "JL1023", severity: "info", place: { file }, details: { count } }] : [];

/** The densest broadsheet has 70,000 characters; one of more than this is no page, and would take a minute. */
const longestPage = 1_000_000;

const tellEndless = (file: string, counts: readonly number[], lines: readonly number[]): Diagnostic[] =>
  counts.flatMap((count, at) =>
    count > longestPage
      ? [{ code: "JL1078", severity: "error", place: { file, line: lines[at] ?? 1 }, details: { count } }]
      : [],
  );

function readTextFile(file: SourceFile, encoding: string | undefined): Outcome<PageFile> {
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
  const printed = splitPages(lines);
  const counts = printed.map((page) => page.reduce((sum, { original }) => sum + original.length, 0));
  const firstLines = printed.map(([first]) => first?.number ?? 1);
  diagnostics.push(...tellEndless(file.path, counts, firstLines));
  const pages = printed.map(
    (page, at): SourcePage =>
      (counts[at] as number) > longestPage ? emptyPage : { blocks: readPlainText(page) },
  );
  const format = `plain text, ${writeEncoding(decoded.value.encoding)}`;
  if (decoded.value.how !== "refused") diagnostics.push(...tellFormat(file.path, { format, pages }));
  diagnostics.push(...tellFormFeeds(file.path, pages.length));
  const value = {
    path: file.path,
    format,
    header: checked.value,
    pages,
    hash: hashOf(file.bytes),
  };
  return { value, diagnostics };
}
