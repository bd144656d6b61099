/**
 * The synchronous half of reading a PDF: what `extract-glyphs.ts` took out → pages of blocks of lines, by geometry
 * alone. It repairs nothing: a radical in place of a character, a ligature, a guessed letter stay as the file has them.
 */
import type { Diagnostic, Outcome } from "../../model/diagnostic.js";
import type { SourceFile } from "../../model/job.js";
import type { PdfContent } from "../../model/pdf-content.js";
import type { SourceContent } from "../source-page.js";
import { type PageFindings, readPage } from "./read-page.js";

export const pdfReaderName = "pdf";

const signature = "%PDF-";
/** Readers of PDF look so far for the signature; some files begin with a mail header or a byte order mark. */
const signatureReach = 1024;
/** How far before the end the end mark may stand. */
const endReach = 2048;

const ascii = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** Tells a PDF by its signature in the first 1,024 bytes. */
export const isPdf = (bytes: Uint8Array): boolean =>
  ascii(bytes.subarray(0, signatureReach)).includes(signature);

/** `PDF 1.7`, as the file says. */
function formatOf(bytes: Uint8Array): string {
  const version = /%PDF-(\d\.\d)/.exec(ascii(bytes.subarray(0, signatureReach)))?.[1];
  return version === undefined ? "PDF" : `PDF ${version}`;
}

const faultCodes = { encrypted: "JL1080", damaged: "JL1081", empty: "JL1082" } as const;

/** Counted over the file; the page is the first on which it was seen. */
function report(
  file: SourceFile,
  found: readonly { readonly number: number; readonly findings: PageFindings }[],
  code: string,
  severity: Diagnostic["severity"],
  count: (findings: PageFindings) => number,
): Diagnostic[] {
  const all = found.reduce((sum, { findings }) => sum + count(findings), 0);
  const first = found.find(({ findings }) => count(findings) > 0);
  return first
    ? [{ code, severity, place: { file: file.path }, details: { count: all, page: first.number } }]
    : [];
}

export function readPdf(file: SourceFile, content: PdfContent): Outcome<SourceContent> {
  const format = formatOf(file.bytes);
  const place = { file: file.path };
  if (content.fault) {
    const { kind, reason } = content.fault;
    return {
      value: { format, pages: [] },
      diagnostics: [{ code: faultCodes[kind], severity: "error", place, details: { reason } }],
    };
  }
  const read = content.pages.map((page) => ({ number: page.number, ...readPage(page) }));
  const found = read.map(({ number, found: findings }) => ({ number, findings }));
  const diagnostics: Diagnostic[] = content.pages.flatMap(({ number, fault }) =>
    fault === undefined
      ? []
      : [{ code: "JL1083", severity: "error", place, details: { page: number, reason: fault } }],
  );
  diagnostics.push(
    ...report(file, found, "JL1084", "warning", ({ isScanOnly }) => (isScanOnly ? 1 : 0)),
    ...report(file, found, "JL1085", "info", ({ doubled }) => doubled),
    ...report(file, found, "JL1086", "info", ({ outside }) => outside),
    ...report(file, found, "JL1087", "warning", ({ guessed }) => guessed),
    ...report(file, found, "JL1089", "error", ({ leftOut }) => leftOut),
  );
  if (!ascii(file.bytes.subarray(-endReach)).includes("%%EOF"))
    diagnostics.push({ code: "JL1088", severity: "warning", place, details: {} });
  return { value: { format, pages: read.map(({ page }) => page) }, diagnostics };
}
