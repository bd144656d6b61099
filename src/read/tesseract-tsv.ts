/**
 * Reads Tesseract's TSV: a row for each page, block, paragraph, line and word, told by its header line. The words of a
 * line are joined with a space, which is how Tesseract's own text output puts them; its confidence is 0–100, and -1
 * for what is no word. Several pages may stand in a file, and several outputs put one after another.
 *
 *     5  1  1  1  1  2  528  94  244  72  92.821640  Wexley   →  “The Wexley …”, word at 4
 *
 * A block is Tesseract's block. `page_num` is not taken for a page's number: it counts pictures in one run and is 1 on
 * every page of an edition that was read page by page.
 */

import type { Diagnostic } from "../model/diagnostic.js";
import type { Box, Word } from "../model/page.js";
import { decodeText } from "./decode-text.js";
import { aroundBoxes, isMeasure, type PageMeasure, placeBox } from "./place-box.js";
import { printedLine } from "./printed-line.js";
import type { Reader, SourceBlock, SourcePage } from "./source-page.js";
import { isBlank } from "./split-lines.js";
import { isTrimmed, readTsvRow, type TsvRow, tsvHeader } from "./tsv-row.js";

interface OpenLine {
  readonly number: number;
  box: Box | undefined;
  text: string;
  readonly words: Word[];
  /** Whether every word so far has a box. */
  complete: boolean;
}
interface OpenBlock {
  box: Box | undefined;
  readonly lines: Map<string, OpenLine>;
}
interface OpenPage {
  readonly key: number;
  readonly measure: PageMeasure | undefined;
  readonly firstRow: number;
  readonly blocks: Map<string, OpenBlock>;
  /** The block of the last row. */
  block: string;
  lines: number;
  bad: number;
}

const openPage = (key: number, firstRow: number, measure?: PageMeasure): OpenPage => ({
  key,
  measure,
  firstRow,
  blocks: new Map(),
  block: "",
  lines: 0,
  bad: 0,
});

function blockOf(page: OpenPage, key: string): OpenBlock {
  page.block = key;
  const known = page.blocks.get(key);
  if (known) return known;
  const block: OpenBlock = { box: undefined, lines: new Map() };
  page.blocks.set(key, block);
  return block;
}

function lineOf(page: OpenPage, block: OpenBlock, key: string): OpenLine {
  const known = block.lines.get(key);
  if (known) return known;
  page.lines += 1;
  const line: OpenLine = { number: page.lines, box: undefined, text: "", words: [], complete: true };
  block.lines.set(key, line);
  return line;
}

function place(page: OpenPage, { box: [x, y, width, height] }: TsvRow): Box | undefined {
  if (!page.measure) return undefined;
  const box = placeBox(page.measure, x, y, width, height);
  if (!box) page.bad += 1;
  return box;
}

/** Takes a row into its page. */
function addRow(page: OpenPage, row: TsvRow): void {
  const block = blockOf(page, String(row.block));
  if (row.level === 2) block.box = place(page, row);
  if (row.level < 4) return;
  const line = lineOf(page, block, `${row.paragraph} ${row.line}`);
  if (row.level === 4) line.box = place(page, row);
  if (row.level === 4 || isBlank(row.text)) return;
  const at = line.text === "" ? 0 : line.text.length + 1;
  line.text = line.text === "" ? row.text : `${line.text} ${row.text}`;
  const box = place(page, row);
  if (!box) line.complete = false;
  else
    line.words.push({
      at,
      text: row.text,
      box,
      ...(row.confidence === undefined ? {} : { confidence: row.confidence }),
    });
}

function closePage({ measure, blocks }: OpenPage): SourcePage {
  const made = [...blocks.values()].flatMap(({ box: blockBox, lines }): SourceBlock[] => {
    const printed = [...lines.values()].filter(({ text }) => text !== "");
    if (printed.length === 0) return [];
    return [
      {
        ...(blockBox ? { box: blockBox } : {}),
        lines: printed.map(({ number, text, words, complete, box: lineBox }) => {
          const box = lineBox ?? (complete ? aroundBoxes(words.map((word) => word.box)) : undefined);
          return printedLine(number, text, { box, words });
        }),
      },
    ];
  });
  return { blocks: made, ...(measure ? { aspect: measure.height / measure.width } : {}) };
}

/** Damaged rows listed one by one; of more than this a number says it better. */
const listedRows = 20;

export const tsvReader: Reader = {
  name: "tesseract-tsv",
  describes: "Tesseract's TSV output (tesseract scan.png page tsv)",
  knownBy: "its first row, the names of the columns (level, page_num, block_num …)",
  recognises: (head) => head.replace(/^\uFEFF/, "").startsWith(tsvHeader),
  read(file) {
    const decoded = decodeText(file);
    const diagnostics: Diagnostic[] = [...decoded.diagnostics];
    const pages: OpenPage[] = [];
    let damaged = 0;
    let doubtful = 0;
    let firstDoubtful = 0;
    const rows = decoded.value.text.split("\n").map((row) => (row.endsWith("\r") ? row.slice(0, -1) : row));
    const trimmed = isTrimmed(rows);
    for (const [index, raw] of rows.entries()) {
      if (raw.trim() === "" || raw.trimEnd() === tsvHeader) continue;
      const read = readTsvRow(raw, { isLast: index === rows.length - 1, isTrimmed: trimmed });
      if ("row" in read) {
        const { row } = read;
        if (row.level === 1) {
          const measure = { width: row.box[2], height: row.box[3] };
          pages.push(openPage(row.page, index + 1, isMeasure(measure) ? measure : undefined));
          continue;
        }
        if (pages.at(-1)?.key !== row.page) pages.push(openPage(row.page, index + 1));
        if (row.doubtful) {
          doubtful += 1;
          firstDoubtful ||= index + 1;
        }
        addRow(pages.at(-1) as OpenPage, row);
        continue;
      }
      damaged += 1;
      if (damaged <= listedRows)
        diagnostics.push({
          code: "JL1056",
          severity: "warning",
          place: { file: file.path, line: index + 1 },
          details: { text: read.text.slice(0, 80) },
        });
      if (read.text === "") continue;
      if (pages.length === 0) pages.push(openPage(1, index + 1));
      const page = pages.at(-1) as OpenPage;
      // A line of its own, with the block it stands in: joined to another line it would change what that says.
      lineOf(page, blockOf(page, page.block), `row ${index}`).text = read.text;
    }
    const say = (
      code: string,
      severity: Diagnostic["severity"],
      details: Diagnostic["details"],
      line?: number,
    ) =>
      diagnostics.push({
        code,
        severity,
        place: line === undefined ? { file: file.path } : { file: file.path, line },
        details,
      });
    if (damaged > listedRows) say("JL1057", "warning", { count: damaged - listedRows });
    if (doubtful > 0) say("JL1059", "info", { count: doubtful }, firstDoubtful);
    for (const { bad, measure, blocks, firstRow } of pages) {
      if (bad > 0) say("JL1043", "warning", { count: bad }, firstRow);
      if (!measure && blocks.size > 0) say("JL1051", "warning", {}, firstRow);
    }
    if (pages.length === 0 && !diagnostics.some(({ severity }) => severity === "error"))
      say("JL1050", "error", { format: "Tesseract TSV" });
    return { value: { format: "Tesseract TSV", pages: pages.map(closePage) }, diagnostics };
  },
};
