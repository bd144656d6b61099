/**
 * hOCR: OCR output as HTML, as Tesseract, ABBYY FineReader, OCRopus and others write it. The text is what the file
 * shows, line by line; what is broken in its markup is named and read as far as it can be.
 *
 *     <span class="ocr_line" title="bbox 1492 4504 4133 4729"><span class="ocrx_word" …>ARKANSAS</span> …</span>
 */
import type { Outcome } from "../../model/diagnostic.js";
import type { SourceFile } from "../../model/job.js";
import { decodeText } from "../decode-text.js";
import type { Reader, SourceContent } from "../source-page.js";
import { gatherMetadata } from "./check-metadata.js";
import { collectPages } from "./collect-pages.js";
import { declaredCharset } from "./declared-charset.js";
import { placePages } from "./place-pages.js";
import { tallyNotes } from "./tallied-notes.js";
import { isXhtml, withoutSubset } from "./tidy-markup.js";
import { walkMarkup } from "./walk-markup.js";

const signs = [
  /<[a-z:]{1,20}\s[^<>]{0,400}?\bclass\s{0,9}=\s{0,9}["']?[^"'<>]{0,100}\bocrx?_[a-z]/i,
  /<meta\s[^<>]{0,100}?\bname\s{0,9}=\s{0,9}["']?ocr-(?:system|capabilit)/i,
];

function readHocr(file: SourceFile): Outcome<SourceContent> {
  const decoded = decodeText(file, declaredCharset(file.bytes));
  if (decoded.value.how === "refused")
    return { value: { format: "hOCR", pages: [] }, diagnostics: decoded.diagnostics };
  const { note, list } = tallyNotes(file.path);
  const text = decoded.value.text;
  const metadata = gatherMetadata(note);
  const collector = collectPages(note);
  const isHocr = walkMarkup(
    withoutSubset(text),
    isXhtml(text),
    { ...collector, meta: (name, content, line) => metadata.see(name, content, line) },
    note,
  );
  const raw = collector.finish();
  if (!isHocr || raw.length === 0) {
    const nothing = tallyNotes(file.path);
    nothing.note("JL1060", "error", 1);
    return {
      value: { format: metadata.format(), pages: [] },
      diagnostics: [...decoded.diagnostics, ...nothing.list()],
    };
  }
  metadata.check();
  const pages = placePages(raw, note);
  return { value: { format: metadata.format(), pages }, diagnostics: [...decoded.diagnostics, ...list()] };
}

export const hocrReader: Reader = {
  name: "hocr",
  describes:
    "hOCR: the HTML that Tesseract, ABBYY FineReader and OCRopus write, with words, boxes and type sizes",
  knownBy: "a class like ocr_page or ocr_line, or the metadata ocr-system",
  recognises: (head) => signs.some((sign) => sign.test(head)),
  read: readHocr,
};
