/**
 * Makes docs/pictures/*.webp for docs/tour.md and the README: the built samples as a reader sees them.
 *   npm run tour
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import sharp from "sharp";
import { openBrowser } from "../typeset/set-pages.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const pictures = path.join(root, "docs/pictures");
const desk = { width: 1200, height: 800 };
const phone = { width: 390, height: 780 };

const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-tour-"));
const site = path.join(folder, "site");
const run = spawnSync(
  process.execPath,
  [path.join(root, "lib/cli/main.js"), "build", path.join(root, "editions"), "--out", site],
  { encoding: "utf8" },
);
if (run.status !== 0) throw new Error(run.stderr);

const german = "fersenbruecker-bote/2023-05-17";
const chinese = "qichuan-ribao/2024-04-18";
const japanese = "shionagi-shimpo/2022-11-10";
/** The first file of an edition that is an article which stood on two pages or more. */
function jumpedArticle(edition) {
  const data = JSON.parse(readFileSync(path.join(site, edition, "edition.json"), "utf8"));
  return `${edition}/${data.articles.find(({ pages }) => pages.length > 1).url}`;
}

const choosePrint = async (page) => {
  await page.locator(".show-print").check();
  await page.locator(".print-page img").evaluate((image) => image.decode());
};
const search = async (page) => {
  await page.locator("#q").fill("Brücke");
  await page.locator("#q").press("Enter");
  await page.locator("mark").first().waitFor();
};
const openSource = async (page) => {
  await page.locator("details.source-lines > summary").click();
  await page.locator("details.source-lines").scrollIntoViewIfNeeded();
};

/** Name, address, what a reader does there, and how it is looked at. */
const views = [
  ["site", "index.html", undefined, {}],
  ["edition", `${german}/index.html`, undefined, {}],
  ["page-text", `${chinese}/p1.html`, undefined, {}],
  ["page-vertical", `${japanese}/p1.html`, undefined, {}],
  ["page-print", `${german}/p1.html`, choosePrint, {}],
  ["article", jumpedArticle(german), undefined, {}],
  ["article-phone", jumpedArticle(chinese), undefined, { viewport: phone, colorScheme: "dark" }],
  ["as-printed", jumpedArticle(chinese), openSource, {}],
  ["search", "search.html", search, {}],
  ["archive", "alder-point-beacon/index.html", undefined, {}],
  ["report", `${chinese}/report.html`, undefined, {}],
];

mkdirSync(pictures, { recursive: true });
const browser = await openBrowser();
for (const [name, file, act, how] of views) {
  const context = await browser.newContext({ viewport: desk, colorScheme: "light", ...how });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.join(site, file)).href);
  if (act) await act(page);
  const shot = await page.screenshot({ animations: "disabled" });
  writeFileSync(
    path.join(pictures, `${name}.webp`),
    await sharp(shot).webp({ quality: 82, effort: 6 }).toBuffer(),
  );
  await context.close();
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
