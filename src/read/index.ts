/**
 * Reading: bytes of an edition's files → pages of blocks of lines, exactly as the source says. Its law: a bad page is
 * an empty page and a diagnostic, and nothing that is printed is changed or dropped.
 */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { ReadEdition } from "../model/edition.js";
import { blockId, lineId } from "../model/ids.js";
import type { EditionJob } from "../model/job.js";
import type { Block, Page } from "../model/page.js";
import { detectLanguage, type LanguageEvidence, languageOfPage } from "../text/detect-language.js";
import { attachScans } from "./attach-scans.js";
import { describeEdition, isSetVertically } from "./describe-edition.js";
import { type Draft, draftPages } from "./draft-pages.js";
import { fillHeaders } from "./issue/fill-headers.js";
import { findIssue } from "./issue/find-issue.js";
import { takeLibrary } from "./issue/take-library.js";
import { numberPages } from "./number-pages.js";
import { readHeaders } from "./read-headers.js";
import type { SourcePage } from "./source-page.js";

export { isPageFile, pageNumberInName, saysPage } from "./find-page-files.js";
export { hocrOfScan, isScan, picturesBeside, scansWithoutText, textBeside } from "./find-scans.js";
export { type Format, formats } from "./formats.js";
export { inferFromNames, titleFromName } from "./infer-from-names.js";
export { findIssue } from "./issue/find-issue.js";
export type { FileRef } from "./mets/issue.js";
export { emptyPage as emptyPdfPage, extractPdf } from "./pdf/extract-glyphs.js";
export { isPdf } from "./pdf/read-pdf.js";
export { editionFileName, namedPageFiles, namedScans } from "./read-headers.js";
export { type ScanSettings, scanSettings } from "./scan-settings.js";

const textOf = ({ blocks }: SourcePage): string =>
  blocks.flatMap(({ lines }) => lines.map(({ original }) => original)).join("\n");

/** A page that says its language speaks for it as loudly as a page full of its words. */
const saidSigns = 1000;

function evidenceOf({ header, source }: Draft): LanguageEvidence {
  if (header.language === undefined) return detectLanguage(textOf(source));
  return { language: header.language, signs: { [header.language]: saidSigns } };
}

/** Makes places of diagnostics the paths that the user knows: `pages/01.txt` → `editions/x/2024-01-05/pages/01.txt`. */
function nameInFull(folder: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const base = folder === "." || folder === "" ? [] : folder.split("/");
  return diagnostics.map((diagnostic) => {
    const { file } = diagnostic.place;
    if (file === undefined || file === folder) return diagnostic;
    const full =
      file.startsWith("../") && base.length > 0 ? [...base.slice(0, -1), file.slice(3)] : [...base, file];
    return { ...diagnostic, place: { ...diagnostic.place, file: full.join("/") } };
  });
}

/**
 * Reads an edition. The order of `job.files` does not matter. Never throws for what the files hold; an edition
 * without pages has none and an error.
 */
export function readEdition(job: EditionJob): Outcome<ReadEdition> {
  const written = readHeaders(job);
  const issue = findIssue(job.files);
  const { headers, inferred } = fillHeaders(written.value, issue.value);
  const drafts = draftPages(job, headers, issue.value);
  const diagnostics: Diagnostic[] = [...written.diagnostics, ...issue.diagnostics, ...drafts.diagnostics];
  const numbered = numberPages(drafts.value.map(({ file, claimed }) => ({ file, claimed })));
  diagnostics.push(...numbered.diagnostics);
  const read = drafts.value.map((draft, index) => {
    const number = numbered.numbers[index] ?? index + 1;
    return {
      draft,
      number,
      blocks: blocksOf(number, draft.source),
      evidence: evidenceOf(draft),
    };
  });
  read.sort((a, b) => a.number - b.number);
  if (read.length === 0)
    diagnostics.push({ code: "JL1020", severity: "error", place: { file: job.folder }, details: {} });
  for (const { draft, number, blocks } of read)
    if (blocks.length === 0 && !diagnostics.some((said) => isErrorOf(draft.file, said)))
      diagnostics.push({
        code: "JL1027",
        severity: "info",
        place: { file: draft.file, page: number },
        details: { number },
      });
  const bare = read.map(({ draft, number, blocks }) => makePage(draft, number, blocks, "und", "horizontal"));
  const info = describeEdition(
    job,
    headers,
    bare,
    read.map(({ evidence }) => evidence),
  );
  diagnostics.push(...info.diagnostics);
  const { value: taken, diagnostics: placing } = takeLibrary(
    headers,
    issue.value,
    read.map(({ draft, number }) => ({ file: draft.file, number, blocks: draft.source.blocks })),
  );
  diagnostics.push(...placing);
  const saidDirection = headers.edition.direction ?? headers.newspaper.direction;
  const pages = read.map(({ draft, number, blocks, evidence }) => {
    const vertical = saidDirection === undefined && isSetVertically(textOf(draft.source));
    return makePage(
      draft,
      number,
      blocks,
      pageLanguage(evidence, info.value.language),
      vertical ? "vertical" : info.value.direction,
    );
  });
  const shown = attachScans(job, pages, headers.list, issue.value);
  diagnostics.push(...shown.diagnostics);
  return {
    value: {
      stage: "read",
      info: { ...info.value, inferred: [...inferred, ...info.value.inferred, ...taken.inferred] },
      pages: shown.value,
      ...(taken.library ? { library: taken.library } : {}),
    },
    diagnostics: nameInFull(job.folder, diagnostics),
  };
}

const isErrorOf = (file: string, { severity, place }: Diagnostic): boolean =>
  severity === "error" && place.file === file;

/** Blocks and lines get the names that they keep: by page and by where they stand in their file. */
const blocksOf = (page: number, { blocks }: SourcePage): Block[] =>
  blocks.map(({ lines, within: _within, ...block }, index) => ({
    id: blockId(page, index + 1),
    ...block,
    lines: lines.map(({ sourceIds: _ids, ...line }) => ({
      id: lineId(page, line.number),
      page,
      text: line.original,
      edits: [],
      ...line,
    })),
  }));

const pageLanguage = (evidence: LanguageEvidence, edition: string): string =>
  languageOfPage(evidence, edition);

function makePage(
  draft: Draft,
  number: number,
  blocks: readonly Block[],
  language: string,
  direction: Page["direction"],
): Page {
  const { header, file, image, hash, source } = draft;
  const { aspect, separators, pictures } = source;
  return {
    number,
    ...(header.folio === undefined ? {} : { folio: header.folio }),
    ...(header.section === undefined ? {} : { section: header.section }),
    file,
    ...(image === undefined ? {} : { image }),
    language: header.language ?? language,
    direction: header.direction ?? direction,
    blocks,
    ...(aspect === undefined ? {} : { aspect }),
    ...(separators === undefined ? {} : { separators }),
    ...(pictures === undefined ? {} : { pictures }),
    hash,
  };
}
