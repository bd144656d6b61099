/**
 * Makes docs/page-view.png for the README: a page file as an extractor gave it, beside the page view built from it.
 *   node tests/browser/take-picture.mjs [edition under editions/] [page file] [page of the site]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openBrowser } from "../typeset/set-pages.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const [edition = "alder-point-beacon/2024-09-19", file = "pages/01.txt", page = "p1.html"] =
  process.argv.slice(2);

/** Pixels: the page view is taken as a wide screen shows it, and drawn beside the text at this width. */
const screen = { width: 1280, height: 900 };
const viewWidth = 800;
const textWidth = 310;
const edge = 24;
/** The sheet is cut off below this share of its width: the README's reader should see the top of a page. */
const shape = 1.05;

const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-picture-"));
const out = path.join(folder, "site");
const run = spawnSync(
  process.execPath,
  [path.join(root, "lib/cli/main.js"), "build", path.join(root, "editions", edition), "--out", out],
  { encoding: "utf8" },
);
if (run.status !== 0) throw new Error(run.stderr);

const asText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const raw = readFileSync(path.join(root, "editions", edition, file), "utf8");

const browser = await openBrowser();
const context = await browser.newContext({ viewport: screen, colorScheme: "light" });
const site = await context.newPage();
await site.goto(
  pathToFileURL(path.join(out, path.basename(path.dirname(edition)), path.basename(edition), page)).href,
);
const sheet = await site.locator(".paper").boundingBox();
const height = Math.round(Math.min(sheet.height, sheet.width * shape));
const shot = await site.screenshot({
  fullPage: true,
  clip: { x: sheet.x, y: sheet.y, width: sheet.width, height },
});
const shownHeight = Math.round((height / sheet.width) * viewWidth);
const both = await context.newPage();
await both.setViewportSize({ width: textWidth + viewWidth + 3 * edge, height: shownHeight + 2 * edge });
await both.setContent(`<!doctype html><style>
  body { margin: 0; display: flex; gap: ${edge}px; padding: ${edge}px; box-sizing: border-box; background: #e4e0d7; }
  pre { width: ${textWidth}px; height: ${shownHeight}px; margin: 0; padding: 16px 18px; box-sizing: border-box; overflow: hidden; background: #fff; color: #444; font: 12px/1.25 "Noto Sans Mono CJK SC", monospace; white-space: pre; }
  img { width: ${viewWidth}px; display: block; }
</style><pre>${asText(raw)}</pre><img src="data:image/png;base64,${shot.toString("base64")}">`);
await both.locator("img").evaluate((image) => image.decode());
await both.screenshot({ path: path.join(root, "docs", "page-view.png") });
await browser.close();
rmSync(folder, { recursive: true, force: true });
