#!/usr/bin/env node
/**
 * Sets every issue several times over as pages with places: the printed PDF, ALTO with a box for each word, and the
 * true articles. For learning and measuring what a program makes of a page's geometry (`tests/scores/score-geometry.mjs`).
 * Nothing of it is committed; the same call gives the same pages.
 *
 *   node tests/typeset/make-geometry.mjs /folder [settings, all: 1-5 or 2,4] [issues, all: de1,ko1]
 *   → /folder/<issue>-<setting>/{text/page-01.txt, alto/page-01.xml, pdf/page-01.pdf, truth.json}, an issue.json and edition.md in each
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { MANNERS, withMakeup } from "./choose-makeup.mjs";
import { readPdfPage } from "./read-glyphs.mjs";
import { readIssue } from "./read-issue.mjs";
import { setMakeup } from "./set-makeup.mjs";
import { setPages } from "./set-pages.mjs";
import { pageAlto } from "./write-page-alto.mjs";
import { pageText } from "./write-page-text.mjs";
import { truthOf } from "./write-truth.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Each setting: what it changes in the issue's style, or the manner of make-up it takes (choose-makeup.mjs), and how its
 * ALTO is made.
 */
const SETTINGS = [
  { style: {}, alto: { dpi: 150, blocks: "boxes" } },
  { style: { headlinePlace: "above", measureEm: 14 }, alto: { dpi: 200, blocks: "boxes", tallBoxes: true } },
  { style: { headlinePlace: "mixed", measureEm: 18, leading: 1.55 }, alto: { dpi: 300, blocks: "columns" } },
  { style: { headlinePlace: "below", measureEm: 12 }, alto: { dpi: 150, blocks: "columns" } },
  {
    style: { headlinePlace: "beside", measureEm: 16, textSpacingTrim: "space-all" },
    alto: { dpi: 200, blocks: "lines", tallBoxes: true },
  },
  { makeup: "modular", alto: { dpi: 150, blocks: "boxes" } },
  { makeup: "wrapped", alto: { dpi: 200, blocks: "columns" } },
  { makeup: "beside", alto: { dpi: 300, blocks: "boxes", tallBoxes: true } },
  { makeup: "inside", alto: { dpi: 150, blocks: "columns" } },
  { makeup: "mixed", alto: { dpi: 200, blocks: "boxes", graphics: true } },
  { makeup: "wrapped", alto: { dpi: 150, blocks: "lines" } },
  { makeup: "mixed", alto: { dpi: 150, blocks: "boxes" } },
  { makeup: "running", alto: { dpi: 200, blocks: "columns", graphics: true } },
  { makeup: "storeys", alto: { dpi: 150, blocks: "boxes", graphics: true } },
  { makeup: "turned", alto: { dpi: 200, blocks: "boxes" } },
];
for (const { makeup } of SETTINGS)
  if (makeup && !MANNERS[makeup]) throw new Error(`there is no make-up ${makeup}`);

const put = (path, content) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};
const json = (value) => `${JSON.stringify(value, null, 1)}\n`;
const twoDigits = (number) => String(number).padStart(2, "0");

/** What the paper's own sheet says of the edition, and nothing of its articles. */
function putSheets(folder, issue, format, extension) {
  const { newspaper, date, number, language, direction } = issue;
  const pages = issue.pages.map((page) => ({
    file: `page-${twoDigits(page.number)}.${extension}`,
    number: page.number,
    folio: page.folio,
    section: page.section,
  }));
  const sheet = { newspaper, date, number, language, direction };
  put(join(folder, "issue.json"), json({ ...sheet, format, pages }));
  put(join(folder, "edition.md"), `---\n${stringify({ ...sheet, pages }, { lineWidth: 0 })}---\n`);
}

/** The same bytes on every day: a PDF names the second it was made in. */
const withoutClock = (pdf) =>
  Buffer.from(
    Buffer.from(pdf)
      .toString("latin1")
      .replace(/(?<=\/(?:Creation|Mod)Date \(D:)\d{14}/g, "20250101000000"),
    "latin1",
  );

async function makeOne(folder, name, nth) {
  const { style, makeup, alto } = SETTINGS[nth - 1];
  const read = readIssue(join(here, "issues", name, "issue.json"));
  const issue = makeup ? withMakeup(read, makeup, nth) : { ...read, style: { ...read.style, ...style } };
  const out = join(folder, `${name}-${nth}`);
  for (const page of await (makeup ? setMakeup(issue) : setPages(issue))) {
    const file = `page-${twoDigits(page.number)}`;
    const printed = await readPdfPage(page.pdf);
    put(join(out, "pdf", `${file}.pdf`), withoutClock(page.pdf));
    put(join(out, "alto", `${file}.xml`), pageAlto(issue, page, printed, { ...alto, seed: nth }));
    put(join(out, "text", `${file}.txt`), pageText(issue, page, printed.glyphs, "jumbled"));
  }
  putSheets(join(out, "alto"), issue, "alto", "xml");
  putSheets(join(out, "pdf"), issue, "pdf", "pdf");
  putSheets(join(out, "text"), issue, "text", "txt");
  const { columns, headlinePlace } = issue.style;
  const tiers = issue.direction === "vertical";
  const made = { name: makeup ?? `heads ${headlinePlace}`, columns, ...(tiers ? { tiers } : {}) };
  put(join(out, "truth.json"), json({ ...truthOf(issue), makeup: made }));
  console.log(`${name}-${nth}`);
}

/** `2-4,7` → [2, 3, 4, 7] */
const numbersOf = (list) =>
  list.split(",").flatMap((part) => {
    const [from, to = from] = part.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  });

async function main() {
  const [folder, settings = `1-${SETTINGS.length}`, only = ""] = process.argv.slice(2);
  if (!folder) throw new Error("say where to write: node tests/typeset/make-geometry.mjs /folder");
  const issues = readdirSync(join(here, "issues")).filter((name) => !name.includes("."));
  const wanted = only ? issues.filter((name) => only.split(",").includes(name)) : issues;
  const jobs = numbersOf(settings).flatMap((nth) => wanted.map((name) => ({ name, nth })));
  for (const { name, nth } of jobs) {
    if (existsSync(join(folder, `${name}-${nth}`, "truth.json"))) continue;
    await makeOne(folder, name, nth).catch((error) => {
      console.error(`${name}-${nth}: ${error.stack}`);
      process.exitCode = 1;
    });
  }
}

await main();
