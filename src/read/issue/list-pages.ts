/**
 * The pages of an edition as its issue file has them: which files, in which order, under which printed names. A page
 * whose text is not here is left out and said; the others keep the numbers that the issue file gives them.
 *
 *     order 3, ALTO/0003.xml, label "11"  →  { file: "ALTO/0003.xml", number: 3, folio: "11" }
 */
import type { Diagnostic, Outcome } from "../../model/diagnostic.js";
import type { SourceFile } from "../../model/job.js";
import { isPageFile } from "../find-page-files.js";
import type { PageListEntry } from "../header-schema.js";
import type { FileRef, IssueFile, IssuePageFiles } from "../mets/issue.js";
import { recogniseFormat } from "../readers.js";
import { isIssue } from "./find-issue.js";

export interface IssuePageEntry extends PageListEntry {
  readonly image?: string;
}

/** No issue has more pages; numbers beyond are those of a volume. */
const mostPages = 999;

/** Numbers that count the pages of an issue: rising, from 1. Others (a volume's, all the same) are counted anew. */
function numbersOf(pages: readonly IssuePageFiles[]): number[] {
  const said = pages.map(({ order }) => order);
  const rising = said.every(
    (order, index) => order > (said[index - 1] ?? 0) && order <= Math.max(mostPages, pages.length),
  );
  return rising ? said : pages.map((_, index) => index + 1);
}

/** `3` on page 3, or `[3]`, or `0003`, only counts the pages; anything else is printed there. */
const isRunningNumber = (label: string, number: number): boolean =>
  Number(/^\[?([0-9]{1,6})\]?$/.exec(label.trim())?.[1]) === number;

/** The file that is meant: the one at that path, else the only one of that name. */
export function fileMeant(paths: ReadonlySet<string>, { path, name }: FileRef): string | undefined {
  if (path !== undefined && paths.has(path)) return path;
  const named = [...paths].filter((other) => other === name || other.endsWith(`/${name}`));
  return named.length === 1 ? named[0] : undefined;
}

function entryOf(file: string, number: number, { label, image }: IssuePageFiles): IssuePageEntry {
  return {
    file,
    number,
    ...(label === undefined || isRunningNumber(label, number) ? {} : { folio: label }),
    ...(image?.path === undefined ? {} : { image: image.path }),
  };
}

/** Undefined where none of its pages is here: then the files' names tell the pages. */
export function listIssuePages(
  issue: IssueFile,
  files: readonly SourceFile[],
): Outcome<readonly IssuePageEntry[] | undefined> {
  const paths = new Set(files.filter((file) => !isIssue(file)).map(({ path }) => path));
  const numbers = numbersOf(issue.pages);
  const entries = new Map<string, IssuePageEntry>();
  const missing: string[] = [];
  issue.pages.forEach((page, index) => {
    const number = numbers[index] ?? index + 1;
    const file = page.text && fileMeant(paths, page.text);
    // A file of several pages is named by each of them; its own order is that of its pages.
    if (file === undefined) missing.push(page.text?.path ?? page.text?.name ?? page.image?.name ?? "");
    else if (!entries.has(file)) entries.set(file, entryOf(file, number, page));
  });
  const say = (code: string): Diagnostic[] => [
    {
      code,
      severity: "warning",
      place: { file: issue.file },
      details: { count: missing.length, first: missing[0] ?? "" },
    },
  ];
  if (entries.size === 0)
    return { value: undefined, diagnostics: issue.pages.length > 0 ? say("JL1035") : [] };
  const diagnostics = [
    ...(missing.length > 0 ? say("JL1034") : []),
    ...files.filter(({ path }) => isPageFile(path) && paths.has(path) && !entries.has(path)).map(leftAlone),
  ];
  return { value: [...entries.values()], diagnostics };
}

/** A file that the issue file does not name is no page. That is no news where a library delivers more than pages. */
const leftAlone = (file: SourceFile): Diagnostic => ({
  code: /\.txt$/i.test(file.path) || file.pdf || recogniseFormat(file) ? "JL1021" : "JL1028",
  severity: "info",
  place: { file: file.path },
  details: {},
});
