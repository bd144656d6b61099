/**
 * Reads PAGE XML, the format of Transkribus, OCR-D, eScriptorium and Aletheia (schemas of 2010 to 2019, any prefix):
 * regions as blocks in the file's reading order, with boxes, kinds, rules and pictures. Reads no picture files and
 * follows no reference out of the file.
 */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Reader } from "../source-page.js";
import { collectPages } from "./collect-pages.js";
import { makeSourcePage } from "./make-page.js";

export const pageXmlReader: Reader = {
  name: "page-xml",
  describes: "PAGE XML (2010–2019), as Transkribus, OCR-D, eScriptorium and Aletheia write it",
  knownBy: "the element <PcGts>",
  recognises: (head) => /<(?:[\w.-]{1,40}:)?PcGts[\s>]/.test(head),
  read(file) {
    const { pages, version, strays, firstStray, diagnostics: walked } = collectPages(file);
    const made = pages.map((page) => makeSourcePage(page, file.path));
    const diagnostics: Diagnostic[] = [...walked, ...made.flatMap((page) => page.diagnostics)];
    if (strays > 0)
      diagnostics.push({
        code: "JL1054",
        severity: "warning",
        place: { file: file.path, line: firstStray },
        details: { count: strays },
      });
    const format = version === undefined ? "PAGE XML" : `PAGE XML ${version}`;
    if (pages.length === 0 && !walked.some(({ severity }) => severity === "error"))
      diagnostics.push({
        code: "JL1050",
        severity: "error",
        place: { file: file.path },
        details: { format },
      });
    return { value: { format, pages: made.map(({ value }) => value) }, diagnostics };
  },
};
