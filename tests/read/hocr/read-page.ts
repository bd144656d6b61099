/** Reads hOCR that a test invents: the head that hOCR demands is put around it. */
import { hocrReader } from "../../../src/read/hocr/index.js";
import type { SourcePage } from "../../../src/read/source-page.js";

export const readBytes = (bytes: Uint8Array) => hocrReader.read({ path: "page-01.hocr", bytes });
export const readWhole = (text: string) => readBytes(new TextEncoder().encode(text));

const metas =
  "<meta name='ocr-system' content='tesseract 5.3.0' /><meta name='ocr-capabilities' content='ocr_page' />";
export const asHtml = (body: string): string =>
  `<!DOCTYPE html>\n<html><head><title>T</title>${metas}</head><body>${body}</body></html>`;
export const asXhtml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title>${metas}</head><body>${body}</body></html>`;
/** A page of 1000 by 2000. */
export const inPage = (content: string): string =>
  `<div class='ocr_page' id='page_1' title='image "a;b.jpg"; bbox 0 0 1000 2000; ppageno 0; scan_res 144 144'>${content}</div>`;

export const readPage = (content: string) => {
  const { value, diagnostics } = readWhole(asHtml(inPage(content)));
  return { page: value.pages[0] as SourcePage, diagnostics, codes: diagnostics.map(({ code }) => code) };
};
export const linesOf = (page: SourcePage | undefined) => page?.blocks.flatMap(({ lines }) => lines) ?? [];
export const textsOf = (page: SourcePage | undefined) => linesOf(page).map(({ original }) => original);
