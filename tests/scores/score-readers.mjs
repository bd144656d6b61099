/**
 * Is every page file of the measuring data read whole? Letter by letter, in the order of the file, against an
 * extraction by patterns; a PDF, which has no order, against the same page in ALTO, letter for letter in any order.
 * Plain text is its own measure and is not here.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { extractPlainly, withoutSpaces } from "./plain-extraction.mjs";
import { dataFolder, has, inData } from "./sources/data-folder.mjs";

/** Samples whose markup is wrong on purpose: what their text is, is open. */
const isWrongOnPurpose = (name) => path.basename(name).startsWith("notok-");

const filesBelow = () =>
  readdirSync(dataFolder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll(path.sep, "/"))
    .filter((name) => /\.(?:xml|html?|hocr|pdf)$/.test(name))
    .sort();

const sorted = (text) => [...text].sort().join("");

async function readOne(name, { readEdition, isPdf, extractPdf }) {
  const bytes = new Uint8Array(readFileSync(inData(name)));
  const one = { path: path.basename(name), bytes, ...(isPdf(bytes) ? { pdf: await extractPdf(bytes) } : {}) };
  const { pages } = readEdition({ folder: "one", files: [one] }).value;
  const lines = pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines));
  return { lines: lines.length, letters: withoutSpaces(lines.map(({ original }) => original).join("")) };
}

/** The same page in ALTO, where there is one that was made from the same print. */
const altoOf = (name) => name.replace("/pdf/", "/alto/").replace(/\.pdf$/, ".xml");

/** @returns Map of format to {files, lines, letters, equal, others}: others are files that are not equal */
export async function readerRows() {
  const rows = new Map();
  const reading = await import("../../lib/read/index.js");
  for (const name of filesBelow()) {
    if (isWrongOnPurpose(name)) continue;
    const isPdf = name.endsWith(".pdf");
    if (isPdf && (altoOf(name) === name || !has(altoOf(name)))) continue;
    const want = extractPlainly(readFileSync(inData(isPdf ? altoOf(name) : name), "utf8"));
    if (!want) continue;
    const have = await readOne(name, reading);
    const same = isPdf ? sorted(have.letters) === sorted(want.letters) : have.letters === want.letters;
    const format = isPdf ? "PDF" : want.format;
    const row = rows.get(format) ?? { files: 0, lines: 0, letters: 0, equal: 0, others: [] };
    row.files += 1;
    row.lines += have.lines;
    row.letters += [...have.letters].length;
    if (same) row.equal += 1;
    else row.others.push(name);
    rows.set(format, row);
  }
  return rows;
}
