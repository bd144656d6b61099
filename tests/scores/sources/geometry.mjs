/**
 * Issues as pages with places (ALTO, PDF, hOCR): what tests/typeset/make-geometry.mjs makes, and the measuring data's
 * typeset newspapers. Their lines are numbered by the program's own readers, so the truth is laid under what was read.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { alignLines } from "../align-lines.mjs";
import { editionSheet, file, list, readJson, root } from "./data-folder.mjs";
import { goldenEditions, itemsOf } from "./whole-issues.mjs";

const pageFile = /\.(?:xml|pdf|hocr|html?|txt)$/i;
const lineOf = /^p(\d+)-l(\d+)$/;

/** The issues of a folder: `{name, variant, job, truthFile, input, ocr}` for each kind of page file. */
export function geometryCases(base, { variants, only = [] }) {
  const cases = [];
  for (const name of list(base)) {
    const truthFile = path.join(base, name, "truth.json");
    if (!existsSync(truthFile)) continue;
    if (only.length > 0 && !only.some((part) => name.includes(part))) continue;
    for (const variant of variants) {
      const folder = path.join(base, name, variant);
      const files = list(folder)
        .filter((entry) => pageFile.test(entry))
        .map((entry) => file(entry, readFileSync(path.join(folder, entry))));
      if (files.length === 0) continue;
      const sheet = path.join(folder, "issue.json");
      if (existsSync(sheet)) files.push(editionSheet(readJson(sheet)));
      const job = { folder: `${name}/${variant}`, files };
      // The outside scorer reads no text out of PDF.
      const input = variant.includes("pdf") && !variant.includes("text") ? undefined : folder;
      cases.push({ name, variant, job, truthFile, input, ocr: /ocr/.test(variant) });
    }
  }
  return cases;
}

/** The golden editions whose pages have places, as their folders hold them. */
export function placedGoldenCases() {
  return goldenEditions().flatMap(({ source, truthFile, edition }) => {
    const names = list(path.join(edition, "pages")).filter((name) => name.endsWith(".xml"));
    if (names.length === 0) return [];
    const read = (...at) => readFileSync(path.join(edition, ...at));
    const files = names.map((name) => file(`pages/${name}`, read("pages", name)));
    files.push(file("edition.md", read("edition.md")));
    const newspaper = file("newspaper.md", read("..", "newspaper.md"));
    const job = { folder: path.relative(root, edition), files, newspaper };
    return [{ source, variant: "golden", job, truthFile, input: path.join(edition, "pages"), ocr: false }];
  });
}

/** Lines in the order of their stories' text: the order of the file says nothing. */
function inOrderOfText(owners, truth) {
  const turnOf = (line, { item }) =>
    truth.articles[item]?.parts.findIndex(({ page }) => page === Number(line.split(":")[0])) ?? 0;
  return [...owners]
    .map(([line, owner]) => ({
      line,
      key: [owner.item, turnOf(line, owner), owner.rank, owner.nth, owner.at],
    }))
    .sort((a, b) => {
      const at = a.key.findIndex((value, nth) => value !== b.key[nth]);
      return at < 0 ? 0 : a.key[at] - b.key[at];
    })
    .map(({ line }) => line);
}

/** Opening a PDF takes time of its own, so it is done before the pages are read. */
const openPdfs = async (job, { isPdf, extractPdf }) => ({
  ...job,
  files: await Promise.all(
    job.files.map(async (one) => (isPdf(one.bytes) ? { ...one, pdf: await extractPdf(one.bytes) } : one)),
  ),
});

/** The case as the scorer by lines takes it, with the lines that the program's own readers find in it. */
export async function withLines({ name, variant, source, job: closed, truthFile, input, ocr }) {
  const { readEdition, ...pdfs } = await import("../../../lib/read/index.js");
  const job = await openPdfs(closed, pdfs);
  const truth = readJson(truthFile);
  const { items, owned } = itemsOf(truth);
  const lines = readEdition(job).value.pages.flatMap((page) =>
    page.blocks.flatMap((block) =>
      block.lines.map(({ id, text }) => {
        const [, number, line] = lineOf.exec(id);
        return { page: Number(number), number: Number(line), text };
      }),
    ),
  );
  const owners = alignLines(lines, owned, { scrapsLast: true });
  const has = { paragraphs: true, headlineRole: true, spaces: true };
  return {
    source: source ?? `${name} ${variant}`,
    variant,
    job,
    outside: { truthFile, input, ocr },
    truth: {
      ...{ language: truth.language, items, owners, lineOrder: inOrderOfText(owners, truth), lines, has },
      laid: true,
    },
  };
}
