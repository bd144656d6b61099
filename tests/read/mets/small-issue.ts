/** Invented issues for the tests: wrappers that leave only what a test is about. */
import type { SourceFile } from "../../../src/model/job.js";
import { readIssueFile } from "../../../src/read/mets/read-issue-file.js";
import type { SourceBlock } from "../../../src/read/source-page.js";

const encoder = new TextEncoder();
export const fileOf = (text: string, path = "issue.xml"): SourceFile => ({
  path,
  bytes: encoder.encode(text),
});

export const metsOf = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</mets:mets>`;

/** `files([["T1", "text/xml", "1.xml"]])`. */
export const files = (list: readonly (readonly [id: string, mime: string, href: string])[]): string =>
  `<mets:fileSec><mets:fileGrp USE="Text">${list
    .map(
      ([id, mime, href]) =>
        `<mets:file ID="${id}" MIMETYPE="${mime}"><mets:FLocat LOCTYPE="URL" xlink:href="${href}"/></mets:file>`,
    )
    .join("")}</mets:fileGrp></mets:fileSec>`;

export const logical = (inside: string): string =>
  `<mets:structMap TYPE="LOGICAL"><mets:div TYPE="Newspaper"><mets:div TYPE="ISSUE" ID="i">${inside}</mets:div></mets:div></mets:structMap>`;
export const physical = (inside: string): string =>
  `<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="physSequence" ID="seq">${inside}</mets:div></mets:structMap>`;
export const area = (file: string, begin: string, end?: string): string =>
  `<mets:fptr><mets:area FILEID="${file}" BETYPE="IDREF" BEGIN="${begin}"${end ? ` END="${end}"` : ""}/></mets:fptr>`;

export const issueOf = (text: string) => {
  const { value, diagnostics } = readIssueFile(fileOf(text));
  if (!value) throw new Error(`no issue: ${JSON.stringify(diagnostics)}`);
  return value;
};
/** `headline T1#b1 · paragraph T1#b2..b4`, one string per item. */
export const outline = (text: string): string[] =>
  issueOf(text).items.map(
    ({ type, parts }) =>
      `${type}: ${parts
        .map(
          ({ role, places }) =>
            `${role} ${places.map(({ file, id, end }) => `${file.name}#${id}${end ? `..${end}` : ""}`).join("+")}`,
        )
        .join(" · ")}`,
  );

/** A block with lines; a line is its words, named `<block>w1`, `<block>w2` … over the whole block. */
export function block(id: string, first: number, lines: readonly string[], within?: string[]): SourceBlock {
  let word = 0;
  return {
    sourceId: id,
    ...(within ? { within } : {}),
    lines: lines.map((original, index) => ({
      number: first + index,
      original,
      blanksBefore: 0,
      sourceIds: [`${id}l${index + 1}`, ...original.split(" ").map(() => `${id}w${++word}`)],
    })),
  };
}
