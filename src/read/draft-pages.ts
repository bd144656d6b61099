/**
 * Which files are pages, and what each holds: the pages of an edition before they have numbers, in the order they are
 * listed or named. A scan in a list stands for the text beside it; a file that is missing is an empty page and an error.
 * It does not number them: `number-pages.ts` does, from what they claim.
 *
 *     pages/01.txt with `folio: A1` → { file: "pages/01.txt", claimed: 1, header: { folio: "A1" }, source: … }
 */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { EditionJob } from "../model/job.js";
import { hashOf } from "../text/hash.js";
import { findPageFiles, pageNumberInName } from "./find-page-files.js";
import { isScan, textBeside } from "./find-scans.js";
import type { PageHeader } from "./header-schema.js";
import { isIssue } from "./issue/find-issue.js";
import { type IssuePageEntry, listIssuePages } from "./issue/list-pages.js";
import type { IssueFile } from "./mets/issue.js";
import type { Headers } from "./read-headers.js";
import { readPageFile } from "./read-page-file.js";
import { recogniseFormat } from "./readers.js";
import type { SourcePage } from "./source-page.js";

/** A page before it has a number. */
export interface Draft {
  readonly file: string;
  readonly header: PageHeader;
  readonly claimed: number | undefined;
  readonly source: SourcePage;
  readonly image: string | undefined;
  readonly hash: string;
}

/** Drafts of all pages of the named files, in order; a missing file is an empty page. */
export function draftPages(
  job: EditionJob,
  headers: Headers,
  issue: IssueFile | undefined,
): Outcome<Draft[]> {
  const entries = listPages(job, headers, issue);
  const diagnostics: Diagnostic[] = [...entries.diagnostics];
  const paths = job.files.map(({ path }) => path);
  const drafts = entries.value.flatMap(({ file: named, image, ...listed }): Draft[] => {
    // A page that is listed by its scan is read from the text beside that.
    const path = (isScan(named) ? textBeside(named, paths) : undefined) ?? named;
    const file = job.files.find((candidate) => candidate.path === path);
    if (!file) {
      const code = isScan(path) ? "JL1037" : "JL1026";
      diagnostics.push({ code, severity: "error", place: { file: path }, details: {} });
      return [
        {
          file: path,
          header: listed,
          claimed: listed.number,
          source: { blocks: [] },
          image,
          hash: hashOf(""),
        },
      ];
    }
    const read = readPageFile(
      file,
      listed.encoding ?? headers.edition.encoding ?? headers.newspaper.encoding ?? job.encoding,
    );
    diagnostics.push(...read.diagnostics);
    const { pages, hash } = read.value;
    const header = { ...read.value.header, ...listed };
    const first = header.number ?? pageNumberInName(path);
    // What is printed as a page's name belongs to one page, not to all pages of a file.
    const { folio: _folio, number: _number, ...rest } = header;
    return pages.map((source, index) => ({
      file: path,
      header: { ...saidBySource(source), ...(index === 0 ? header : rest) },
      claimed: index === 0 ? first : undefined,
      source,
      image: index === 0 ? image : undefined,
      hash,
    }));
  });
  return { value: drafts, diagnostics };
}

/** Which files are pages: a list in edition.md decides, else the issue file, else the files' names. */
function listPages(
  job: EditionJob,
  { list }: Headers,
  issue: IssueFile | undefined,
): Outcome<readonly IssuePageEntry[]> {
  if (list) return { value: list, diagnostics: [] };
  const told = issue ? listIssuePages(issue, job.files) : { value: undefined, diagnostics: [] };
  if (told.value) return { value: told.value, diagnostics: told.diagnostics };
  const others = job.files.filter((file) => !isIssue(file));
  const found = findPageFiles(
    others,
    (file) => file.pdf !== undefined || recogniseFormat(file) !== undefined,
  );
  return {
    value: found.paths.map((file) => ({ file })),
    diagnostics: [...told.diagnostics, ...found.diagnostics],
  };
}

/** What a page's own file says of it, as a header would; what a person wrote wins over it. */
const saidBySource = ({ folio, language, direction }: SourcePage): PageHeader => ({
  ...(folio === undefined ? {} : { folio }),
  ...(language === undefined ? {} : { language }),
  ...(direction === undefined ? {} : { direction }),
});
