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
const [edition = "qichuan-ribao/2024-04-18", file = "pages/01.txt", page = "p1.html"] = process.argv.slice(2);

/** Pixels of the picture: two panes side by side, as tall as a screen. */
const size = { width: 1600, height: 900 };
const leftWidth = 420;

const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-picture-"));
const out = path.join(folder, "site");
const run = spawnSync(
  process.execPath,
  [path.join(root, "lib/cli/main.js"), "build", path.join(root, "editions", edition), "--out", out],
  { encoding: "utf8" },
);
if (run.status !== 0) throw new Error(run.stderr);

const asText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const raw = readFileSync(path.join(root, "editions", edition, file), "utf8")
  .split("\n")
  .slice(0, 60)
  .join("\n");

const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, colorScheme: "light" });
const site = await context.newPage();
await site.goto(pathToFileURL(path.join(out, edition, page)).href);
const shot = (await site.screenshot()).toString("base64");
const both = await context.newPage();
await both.setViewportSize(size);
await both.setContent(`<!doctype html><style>
  body { margin: 0; display: flex; gap: 24px; padding: 24px; box-sizing: border-box; height: ${size.height}px; background: #e9e6df; }
  pre { width: ${leftWidth}px; margin: 0; padding: 16px; box-sizing: border-box; overflow: hidden; background: #fff; color: #333; font: 13px/1.35 "Noto Sans Mono CJK SC", monospace; }
  div { flex: 1; overflow: hidden; background: #fff; } img { width: 100%; display: block; }
</style><pre>${asText(raw)}</pre><div><img src="data:image/png;base64,${shot}"></div>`);
await both.locator("img").evaluate((image) => image.decode());
await both.screenshot({ path: path.join(root, "docs", "page-view.png") });
await browser.close();
rmSync(folder, { recursive: true, force: true });
