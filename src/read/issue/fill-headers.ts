/**
 * What the issue file says of the issue stands in for what edition.md and newspaper.md leave out, and is listed as
 * inferred. A person's words always win; folder names and the text are asked only where the issue file says nothing.
 * Of several languages none is taken: the text tells which is the main one.
 */

import type { EditionInfo } from "../../model/edition.js";
import { inferenceSources } from "../../model/finding-reasons.js";
import { editionHeader, validateHeader } from "../header-schema.js";
import type { IssueFile } from "../mets/issue.js";
import type { Headers } from "../read-headers.js";

export interface FilledHeaders {
  readonly headers: Headers;
  readonly inferred: EditionInfo["inferred"];
}

/** How an issue file is called where it is named as a source: “from the METS file”. */
export const kindOfIssue = ({ kind }: IssueFile): string =>
  inferenceSources.issueFile.replace("{name}", () => kind.toUpperCase());

export function fillHeaders(headers: Headers, issue: IssueFile | undefined): FilledHeaders {
  if (!issue) return { headers, inferred: [] };
  const { about } = issue;
  const { edition, newspaper } = headers;
  const left = {
    newspaper: (edition.newspaper ?? newspaper.title ?? newspaper.newspaper) ? undefined : about.title,
    date: edition.date ? undefined : about.date,
    number: edition.number ? undefined : about.number,
    language:
      (edition.language ?? newspaper.language) || about.languages.length !== 1
        ? undefined
        : about.languages[0],
    rights: (edition.rights ?? newspaper.rights) ? undefined : about.rights,
    place: (edition.place ?? newspaper.place) ? undefined : about.place,
    publisher: (edition.publisher ?? newspaper.publisher) ? undefined : about.publisher,
  };
  const said = Object.fromEntries(Object.entries(left).filter(([, value]) => value !== undefined));
  // What makes no sense in a header (a tag that is no language) is not taken; the archivist did not write it.
  const { value } = validateHeader(editionHeader.omit({ pages: true }), said, issue.file, () => undefined);
  const inferred = Object.entries(value).map(([field, taken]) => ({
    field,
    value: String(taken),
    from: kindOfIssue(issue),
  }));
  return { headers: { ...headers, edition: { ...value, ...edition } }, inferred };
}
