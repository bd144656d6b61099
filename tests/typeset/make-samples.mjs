#!/usr/bin/env node
/**
 * Makes page text as it comes out of real print: an invented issue is set in columns in a browser, printed to
 * PDF, and its text taken out again from the glyphs' places.
 *
 *   node tests/typeset/make-samples.mjs                                   the sample editions and their golden truth
 *   node tests/typeset/make-samples.mjs --issue de1 --variant raw --out /tmp/x   one issue, any variant, anywhere
 *     [--columns 5] [--headline-place beside] [--measure 12] [--body-pt 9] [--leading 1.6] [--trim normal] [--seed 7] [--pictures] [--pdf]
 *
 * `--measure`: length of a line in ems (the page is made wider or narrower for it). The same input gives the same bytes with the same Chromium and fonts.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { withMakeup } from "./choose-makeup.mjs";
import { readGlyphs, readPdfPage } from "./read-glyphs.mjs";
import { readIssue } from "./read-issue.mjs";
import { setMakeup } from "./set-makeup.mjs";
import { setPages } from "./set-pages.mjs";
import { pageAlto } from "./write-page-alto.mjs";
import { pageText, VARIANTS } from "./write-page-text.mjs";
import { truthOf } from "./write-truth.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const issuesFolder = join(here, "issues");
/**
 * The issues that are built into `editions/`, as jumbled text or, where a make-up is named, as ALTO with a picture of
 * each page; the others serve development only. `golden`: where the truth goes.
 */
const SAMPLES = [
  { name: "en-weekly", golden: "en-weekly" },
  { name: "ja-vertical", golden: "ja-vertical" },
  { name: "zh-daily", golden: "zh-daily" },
  { name: "de1", golden: "de-weekly", makeup: "modular", seed: 6, alto: { dpi: 150, blocks: "boxes" } },
];

const options = {
  issue: { type: "string" },
  variant: { type: "string", default: "jumbled" },
  out: { type: "string" },
  columns: { type: "string" },
  "headline-place": { type: "string" },
  measure: { type: "string" },
  "body-pt": { type: "string" },
  leading: { type: "string" },
  trim: { type: "string" },
  seed: { type: "string" },
  pictures: { type: "boolean", default: false },
  pdf: { type: "boolean", default: false },
};

const put = (path, content) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};
const json = (value) => `${JSON.stringify(value, null, 1)}\n`;
const twoDigits = (number) => String(number).padStart(2, "0");

function withStyle(issue, values) {
  const style = { ...issue.style };
  if (values.columns) style.columns = Number(values.columns);
  if (values["headline-place"]) style.headlinePlace = values["headline-place"];
  if (values["body-pt"]) style.bodyPt = Number(values["body-pt"]);
  if (values.leading) style.leading = Number(values.leading);
  if (values.trim) style.textSpacingTrim = values.trim;
  if (values.seed) style.jumbleSeed = Number(values.seed);
  if (values.measure) style.measureEm = Number(values.measure);
  return { ...issue, style };
}

async function textsOf(issue, pages, variant) {
  const texts = [];
  for (const page of pages)
    texts.push({ number: page.number, text: pageText(issue, page, await readGlyphs(page.pdf), variant) });
  return texts;
}

function editionFile(issue, extension) {
  const { newspaper, date, number, language, direction } = issue;
  const pages = issue.pages.map((page) => ({
    file: `pages/${twoDigits(page.number)}.${extension}`,
    number: page.number,
    folio: page.folio,
    section: page.section,
  }));
  const header = {
    newspaper,
    date,
    number,
    language,
    direction,
    pages,
    source: issue.source,
    rights: issue.rights,
  };
  const given = Object.fromEntries(Object.entries(header).filter(([, value]) => value !== undefined));
  return `---\n${stringify(given, { lineWidth: 0 })}---\n\n${issue.introduction ?? ""}\n`;
}

function newspaperFile(issue) {
  const { newspaper, slug, language, direction, place, publisher, rights } = issue;
  const header = { newspaper, slug, language, direction, place, publisher, rights };
  const given = Object.fromEntries(Object.entries(header).filter(([, value]) => value !== undefined));
  return `---\n${stringify(given, { lineWidth: 0 })}---\n`;
}

/** The page files of a sample by name: text, or ALTO and a picture of the page. */
async function pageFilesOf(issue, { makeup, seed, alto }) {
  if (!makeup) {
    const texts = await textsOf(issue, await setPages(issue), "jumbled");
    return texts.map(({ number, text }) => [`${twoDigits(number)}.txt`, text]);
  }
  const files = [];
  for (const page of await setMakeup(issue, { pictures: true })) {
    const image = `${twoDigits(page.number)}.webp`;
    const printed = await readPdfPage(page.pdf);
    files.push([`${twoDigits(page.number)}.xml`, pageAlto(issue, page, printed, { ...alto, seed, image })]);
    files.push([image, page.webp]);
  }
  return files;
}

async function makeSample({ name, golden, ...sample }) {
  const read = readIssue(join(issuesFolder, name, "issue.json"));
  const issue = sample.makeup ? withMakeup(read, sample.makeup, sample.seed) : read;
  const folder = join(root, "editions", issue.slug, issue.date);
  const files = await pageFilesOf(issue, sample);
  rmSync(join(folder, "pages"), { recursive: true, force: true });
  for (const [file, content] of files) put(join(folder, "pages", file), content);
  put(join(folder, "edition.md"), editionFile(issue, sample.makeup ? "xml" : "txt"));
  put(join(root, "editions", issue.slug, "newspaper.md"), newspaperFile(issue));
  put(join(root, "tests", "editions", golden, "truth.json"), json(truthOf(issue)));
  console.log(`${name}: ${issue.pages.length} pages → editions/${issue.slug}/${issue.date}`);
}

async function makeForDevelopment(issue, values) {
  const pages = await setPages(issue, { pictures: values.pictures });
  const variants = values.variant === "all" ? VARIANTS : [values.variant];
  for (const variant of variants) {
    const folder = variants.length > 1 ? join(values.out, variant) : values.out;
    for (const { number, text } of await textsOf(issue, pages, variant))
      put(join(folder, `page-${twoDigits(number)}.txt`), text);
    const { newspaper, date, number, language, direction } = issue;
    put(
      join(folder, "issue.json"),
      json({
        ...{ newspaper, date, number, language, direction, format: variant },
        pages: issue.pages.map((page) => ({
          file: `page-${twoDigits(page.number)}.txt`,
          number: page.number,
          folio: page.folio,
          section: page.section,
        })),
      }),
    );
  }
  put(join(values.out, "truth.json"), json(truthOf(issue)));
  for (const page of pages) {
    if (values.pdf) put(join(values.out, `page-${twoDigits(page.number)}.pdf`), page.pdf);
    if (page.png) put(join(values.out, `page-${twoDigits(page.number)}.png`), page.png);
  }
  console.log(`${issue.id}: ${pages.length} pages → ${values.out}`);
}

async function main() {
  const { values } = parseArgs({ options });
  if (![...VARIANTS, "all"].includes(values.variant))
    throw new Error(`--variant ${values.variant}: choose one of ${VARIANTS.join(", ")}, all`);
  if (values.issue && !values.out) throw new Error("--issue needs --out: the folder to write to");
  if (values.issue) {
    const issue = readIssue(join(issuesFolder, values.issue, "issue.json"));
    await makeForDevelopment(withStyle(issue, values), values);
  } else for (const sample of SAMPLES) await makeSample(sample);
}

await main();
