/**
 * The library's issue file among the files of an edition's folder: METS or DIDL, told by its root element and never by
 * its name. It stands in the folder itself, and there is one; a second one is reported and left alone.
 */
import type { Diagnostic, Outcome } from "../../model/diagnostic.js";
import type { SourceFile } from "../../model/job.js";
import type { IssueFile } from "../mets/issue.js";
import { readIssueFile, recognisesIssueFile } from "../mets/read-issue-file.js";
import { headOf } from "../readers.js";

/** Whether a file describes an issue: then it is no page, whatever it is called. */
export const isIssue = (file: SourceFile): boolean =>
  !file.path.includes("/") && /\.xml$/i.test(file.path) && recognisesIssueFile(headOf(file));

export function findIssue(files: readonly SourceFile[]): Outcome<IssueFile | undefined> {
  const [first, ...others] = files
    .filter(isIssue)
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  if (!first) return { value: undefined, diagnostics: [] };
  const { value, diagnostics } = readIssueFile(first);
  const left = others.map(
    ({ path }): Diagnostic => ({
      code: "JL1033",
      severity: "warning",
      place: { file: path },
      details: { taken: first.path },
    }),
  );
  return { value, diagnostics: [...diagnostics, ...left] };
}
