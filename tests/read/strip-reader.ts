/**
 * STRIP, an invented format: the example of docs/adding-a-reader.md. After its first line, a page is `page WIDTH HEIGHT`,
 * a blank line begins a block, and a line of text has its box before a tab. A row without a box keeps its text.
 *
 *     %STRIP 1
 *     page 1000 1400
 *     100 80 600 40	The ferry was late.
 */
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { decodeText } from "../../src/read/decode-text.js";
import { isMeasure, type PageMeasure, placeBox } from "../../src/read/place-box.js";
import type { Reader, SourceBlock, SourceLine, SourcePage } from "../../src/read/source-page.js";
import { isBlank, splitLines } from "../../src/read/split-lines.js";

const isStrip = (head: string): boolean => /^\uFEFF?%STRIP \d/.test(head);
const pageRow = /^page (\d{1,6}) (\d{1,6})$/;

interface OpenPage {
  readonly measure: PageMeasure | undefined;
  readonly blocks: SourceLine[][];
}

function readRow(row: string, number: number, measure: PageMeasure | undefined): SourceLine {
  const tab = row.indexOf("\t");
  const [x = NaN, y = NaN, width = NaN, height = NaN] = row.slice(0, Math.max(tab, 0)).split(" ").map(Number);
  const box = measure && placeBox(measure, x, y, width, height);
  return { number, original: row.slice(tab + 1), blanksBefore: 0, ...(box ? { box } : {}) };
}

const closePage = ({ measure, blocks }: OpenPage): SourcePage => ({
  blocks: blocks.filter((lines) => lines.length > 0).map((lines): SourceBlock => ({ lines })),
  ...(measure ? { aspect: measure.height / measure.width } : {}),
});

export const stripReader: Reader = {
  name: "strip",
  describes: "STRIP: a row for each line, as no program writes it",
  knownBy: "its first line, %STRIP 1",
  recognises: isStrip,
  read(file) {
    const decoded = decodeText(file);
    const diagnostics: Diagnostic[] = [...decoded.diagnostics];
    const pages: OpenPage[] = [];
    let boxless = 0;
    for (const [index, { original: row }] of splitLines(decoded.value.text).entries()) {
      if (isStrip(row)) continue;
      const size = pageRow.exec(row);
      if (size) {
        const measure = { width: Number(size[1]), height: Number(size[2]) };
        pages.push({ measure: isMeasure(measure) ? measure : undefined, blocks: [[]] });
        continue;
      }
      if (pages.length === 0 && row !== "") pages.push({ measure: undefined, blocks: [[]] });
      const page = pages.at(-1);
      if (row === "") page?.blocks.push([]);
      else if (page) {
        const line = readRow(row, index + 1, page.measure);
        if (!line.box) boxless += 1;
        if (!isBlank(line.original)) page.blocks.at(-1)?.push(line);
      }
    }
    const place = { file: file.path };
    if (boxless > 0)
      diagnostics.push({ code: "JL1043", severity: "warning", place, details: { count: boxless } });
    if (pages.length === 0 && diagnostics.length === 0)
      diagnostics.push({ code: "JL1050", severity: "error", place, details: { format: "STRIP" } });
    return { value: { format: "STRIP 1", pages: pages.map(closePage) }, diagnostics };
  },
};
