/**
 * Whether the library's articles count, and on which lines they stand. edition.md says `segmentation: source` (take
 * them as they are), `compare` (make our own and report where the two differ) or `ours`; where nobody says, an issue
 * file that places its articles on the lines is followed.
 */
import type { Diagnostic, Outcome } from "../../model/diagnostic.js";
import type { EditionInfo } from "../../model/edition.js";
import type { Library, LibraryItem } from "../../model/library.js";
import type { IssuePage } from "../mets/index-page-ids.js";
import type { IssueFile } from "../mets/issue.js";
import { type PlacedItem, placeItems } from "../mets/place-items.js";
import { editionFileName, type Headers } from "../read-headers.js";
import { kindOfIssue } from "./fill-headers.js";

function itemOf({ item, parts }: PlacedItem): LibraryItem[] {
  const { id, type, label, language } = item;
  if (parts.length === 0) return [];
  return [
    {
      id,
      type,
      ...(label === undefined ? {} : { label }),
      ...(language === undefined ? {} : { language }),
      parts,
    },
  ];
}

export interface TakenLibrary {
  readonly library?: Library;
  readonly inferred: EditionInfo["inferred"];
}

export function takeLibrary(
  headers: Headers,
  issue: IssueFile | undefined,
  pages: readonly IssuePage[],
): Outcome<TakenLibrary> {
  const wanted = headers.edition.segmentation ?? headers.newspaper.segmentation;
  if (wanted === "ours" || (!issue && wanted === undefined))
    return { value: { inferred: [] }, diagnostics: [] };
  const placed = issue ? placeItems(issue, pages) : { value: [], diagnostics: [] };
  const items = placed.value.flatMap(itemOf);
  const diagnostics: Diagnostic[] = [...placed.diagnostics];
  if (issue && items.some(({ type }) => type === "article")) {
    const use = wanted ?? "source";
    const inferred = wanted ? [] : [{ field: "segmentation", value: use, from: kindOfIssue(issue) }];
    const exact = issue.exact ? { exact: true as const } : {};
    return { value: { library: { use, file: issue.file, ...exact, items }, inferred }, diagnostics };
  }
  if (wanted !== undefined)
    diagnostics.push({
      code: "JL1036",
      severity: "warning",
      place: { file: issue?.file ?? editionFileName },
      details: { wanted },
    });
  return { value: { inferred: [] }, diagnostics };
}
