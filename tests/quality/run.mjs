/**
 * `npm run quality`: measures the built samples and writes the tables of docs/quality.md: Lighthouse, weights, shifts.
 *   --only article,search   pages whose variant or file holds one of these; prints and writes nothing
 *   --no-lighthouse         weights and shifts alone; prints and writes nothing
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openBrowser } from "../typeset/set-pages.mjs";
import { byVariant, findPages, samplePages } from "./find-pages.mjs";
import { measureShift, SHIFT_WAYS } from "./measure-shift.mjs";
import { FORMS, runLighthouse } from "./run-lighthouse.mjs";
import { serveSite } from "./serve-site.mjs";
import { SCREENS, weighPage } from "./weigh-page.mjs";
import { printQuality, writeQuality } from "./write-quality.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const { values: options } = parseArgs({
  options: { only: { type: "string" }, "no-lighthouse": { type: "boolean" } },
});
const wanted = options.only?.split(",") ?? [];
const isWanted = ({ variant, file }) =>
  wanted.length === 0 || wanted.some((word) => variant.includes(word) || file.includes(word));
/** Not for readers who come from a search: Lighthouse would rightly say that they are not to be found. */
const HIDDEN = new Set(["report", "404"]);

const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-quality-"));
const out = path.join(folder, "site");
// Served before it is built, so that the addresses that pages give for themselves are true.
const server = await serveSite(out);
/** Milliseconds by which scripts and pictures come late, so that what they move is seen to move. */
const slow = await serveSite(out, { holdBack: 250 });
const browser = await openBrowser();
try {
  const run = spawnSync(
    process.execPath,
    [path.join(root, "lib/cli/main.js"), "editions", "--out", out, "--base-url", server.url, "--quiet"],
    { cwd: root, encoding: "utf8" },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const found = findPages(out).filter(isWanted);
  const pages = samplePages(found, byVariant);

  const weights = [];
  for (const page of pages)
    for (const screen of Object.keys(SCREENS))
      weights.push({ page, screen, ...(await weighPage(browser, server, page.file, screen)) });
  const shifts = [];
  for (const page of pages) {
    const values = [];
    for (const way of SHIFT_WAYS) values.push(await measureShift(browser, slow.url + page.file, way));
    shifts.push({ page, values });
  }

  const runs = [];
  if (!options["no-lighthouse"]) {
    const chrome = process.env.CHROME_PATH ?? "/usr/bin/chromium";
    // Articles in each language; of the rest one of each variant.
    const tried = samplePages(
      found.filter(({ kind }) => !HIDDEN.has(kind)),
      (page) => (page.kind === "article" ? `${page.variant} ${page.lang}` : page.variant),
    );
    for (const page of tried)
      for (const form of FORMS) {
        console.error(`${page.file} as ${form}`);
        runs.push({ page, form, ...(await runLighthouse(server.url + page.file, form, { chrome, folder })) });
      }
  }

  const figures = { runs, weights, shifts };
  if (wanted.length > 0 || options["no-lighthouse"]) console.log(printQuality(figures));
  else writeQuality(path.join(root, "docs/quality.md"), figures);
} finally {
  await browser.close();
  await server.close();
  await slow.close();
  rmSync(folder, { recursive: true, force: true });
}
