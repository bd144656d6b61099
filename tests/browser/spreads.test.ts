/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Two pages side by side: chosen, left, turned, with text and with pictures. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { buildSamples } from "./built-samples.js";
import { openBrowser } from "./open-browser.js";
import { beacon, bote, fileAt, openRoom } from "./open-room.js";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`facing pages${reason ? ` (${reason})` : ""}`, () => {
  const { visit } = openRoom(browser);

  describe("two pages side by side", () => {
    it("are chosen once, stay chosen where there is room, and can be left", async () => {
      await visit({ viewport: { width: 1920, height: 1000 } }, async (page, go) => {
        await go(`${beacon}/p2.html`);
        await page.getByRole("link", { name: "Two pages side by side" }).click();
        await page.waitForURL("**/s2-3.html");
        const [left, right] = await page.$$eval(".facing .paper", (papers) =>
          papers.map((paper) => paper.getBoundingClientRect().toJSON()),
        );
        expect(left?.right).toBeLessThanOrEqual(right?.left ?? 0);
        expect(left?.top).toBe(right?.top);
        await page.keyboard.press("ArrowRight");
        await page.waitForURL("**/p4.html");
        await go(`${beacon}/p3.html`);
        await page.waitForURL("**/s2-3.html");
        await page.getByRole("link", { name: "One page at a time" }).click();
        await page.waitForURL("**/p2.html");
        await page.reload();
        expect(fileAt(page)).toBe("p2.html");
      });
      await visit({ viewport: { width: 1000, height: 900 } }, async (page, go) => {
        await go(`${beacon}/index.html`);
        await page.evaluate(() => localStorage.setItem("jumpline-reading", '{"pages":"two"}'));
        await go(`${beacon}/p2.html`);
        expect(fileAt(page)).toBe("p2.html");
      });
    });
    it("lie the other way round in a vertical paper", async () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-leaves-"));
      cpSync(path.join("editions", "shionagi-shimpo"), folder, { recursive: true });
      const edition = path.join(folder, "2022-11-10");
      cpSync(path.join(edition, "pages", "02.txt"), path.join(edition, "pages", "03.txt"));
      const about = path.join(edition, "edition.md");
      const pages = readFileSync(about, "utf8").replace(
        /^source:/m,
        "  - file: pages/03.txt\n    number: 3\nsource:",
      );
      writeFileSync(about, pages);
      const leaves = buildSamples({}, folder);
      const spread = leaves.pages.find((file) => file.endsWith("/s2-3.html")) ?? "";
      await visit(
        { viewport: { width: 1920, height: 1000 } },
        async (page, go) => {
          await go(spread);
          const lefts = await page.$$eval(".facing .paper", (papers) =>
            papers.map((paper) => paper.getBoundingClientRect().left),
          );
          expect(lefts).toHaveLength(2);
          expect(lefts[0]).toBeGreaterThan(lefts[1] ?? 0);
          const { scroll, client } = await page.evaluate(() => ({
            scroll: document.documentElement.scrollWidth,
            client: document.documentElement.clientWidth,
          }));
          expect(scroll).toBeLessThanOrEqual(client);
        },
        pathToFileURL(`${leaves.folder}/`).href,
      );
      leaves.remove();
      rmSync(folder, { recursive: true, force: true });
    });
    it("fit a narrow window one below the other, without a script too", async () => {
      await visit({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false }, async (page, go) => {
        await go(`${bote}/s2-3.html`);
        const [first, second] = await page.$$eval(".facing .sheet", (sheets) =>
          sheets.map((sheet) => sheet.getBoundingClientRect().toJSON()),
        );
        expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? 0);
        expect(await page.locator("body").evaluate((body) => body.scrollWidth)).toBeLessThanOrEqual(360);
      });
    });
    it("show both pictures where they are chosen, each with its stories as links, without a script too", async () => {
      for (const javaScriptEnabled of [true, false])
        await visit({ viewport: { width: 1920, height: 1000 }, javaScriptEnabled }, async (page, go) => {
          await go(`${bote}/s2-3.html`);
          expect(await page.locator(".print:visible").count()).toBe(0);
          await page.getByRole("radio", { name: "Druckbild" }).check();
          const pictures = page.locator(".print-page img:visible");
          expect(await pictures.count()).toBe(2);
          expect(await page.locator(".sheet:visible").count()).toBe(0);
          const [left, right] = await pictures.evaluateAll((images) =>
            images.map((image) => image.getBoundingClientRect().toJSON()),
          );
          expect(left?.right).toBeLessThanOrEqual(right?.left ?? 0);
          const story = page.locator(".leaf").nth(1).locator(".zone").first();
          await story.focus();
          await page.keyboard.press("Enter");
          await page.waitForURL(/\/p\d+-\w+\.html$/);
        });
    });
    it("enlarge the picture whose button is pressed", async () => {
      await visit({ viewport: { width: 1920, height: 1000 } }, async (page, go) => {
        await go(`${bote}/s2-3.html`);
        await page.getByRole("radio", { name: "Druckbild" }).check();
        const titles = (at: number) =>
          page
            .locator(".leaf")
            .nth(at)
            .locator("a.zone")
            .evaluateAll((zones) => zones.map((zone) => zone.getAttribute("href")));
        const [first, second] = [await titles(0), await titles(1)];
        await page.getByRole("button", { name: "Vergrößern" }).nth(1).click();
        const shown = page.locator("dialog.viewer a.zone");
        await shown.first().waitFor();
        const hrefs = await shown.evaluateAll((zones) => zones.map((zone) => zone.getAttribute("href")));
        expect(hrefs.sort()).toEqual(second.sort());
        expect(hrefs).not.toEqual(first.sort());
        await page.keyboard.press("Escape");
        await page.locator("dialog.viewer").waitFor({ state: "detached" });
      });
    });
  });
});
