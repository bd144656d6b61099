/**
 * ALTO, the format of most libraries' newspapers, versions 1 to 4: pages of blocks of lines of words with boxes, type
 * and the OCR's confidence. Reads what a file says, whichever software wrote it: with or without namespace, SP, page
 * size or styles. It does not look at the page's picture, mend hyphens, or guess what a block is.
 */
import type { Diagnostic, Outcome } from "../../model/diagnostic.js";
import type { SourceFile } from "../../model/job.js";
import type { Reader, SourceContent } from "../source-page.js";
import { walkXml } from "../walk-xml.js";
import { placePage } from "./place-page.js";
import { recogniseAlto } from "./recognise-alto.js";
import { type Tally, walkLayout } from "./walk-layout.js";

function readAlto(file: SourceFile): Outcome<SourceContent> {
  const { file: walked, visitor } = walkLayout();
  const diagnostics: Diagnostic[] = [...walkXml(file, visitor)];
  const placed = walked.pages.map((page) => placePage(page, walked));
  const warn = (code: string, { count, line }: Tally): void => {
    if (count === 0) return;
    const place = line > 0 ? { file: file.path, line } : { file: file.path };
    diagnostics.push({ code, severity: "warning", place, details: { count } });
  };
  warn("JL1043", { count: placed.reduce((sum, { badBoxes }) => sum + badBoxes, 0), line: 0 });
  warn("JL1044", walked.mute);
  warn("JL1045", walked.broken);
  warn("JL1047", walked.strange);
  warn("JL1048", walked.crowded);
  if (placed.length === 0 && !diagnostics.some(({ severity }) => severity === "error"))
    diagnostics.push({ code: "JL1046", severity: "error", place: { file: file.path }, details: {} });
  const format = walked.version === "" ? "ALTO" : `ALTO ${walked.version}`;
  return { value: { format, pages: placed.map(({ page }) => page) }, diagnostics };
}

export const altoReader: Reader = {
  name: "alto",
  describes: "ALTO XML 1 to 4, a file for each page or for several, as libraries and OCR programs give it",
  knownBy: "the outermost element <alto>",
  recognises: recogniseAlto,
  read: readAlto,
};
