/** Bytes of a PDF → what the two halves of the reader make of it, as the tests look at it. */

import { extractPdf } from "../../../src/read/pdf/extract-glyphs.js";
import { readPdf } from "../../../src/read/pdf/read-pdf.js";
import type { SourceLine, SourcePage } from "../../../src/read/source-page.js";

export const linesOf = (page: SourcePage | undefined): readonly SourceLine[] =>
  page?.blocks.flatMap(({ lines }) => lines) ?? [];

export async function readBytes(bytes: Uint8Array) {
  const content = await extractPdf(bytes);
  const { value, diagnostics } = readPdf({ path: "pages/01.pdf", bytes }, content);
  return {
    format: value.format,
    pages: value.pages,
    lines: linesOf(value.pages[0]),
    texts: linesOf(value.pages[0]).map(({ original }) => original),
    codes: diagnostics.map(({ code }) => code),
    diagnostics,
  };
}
