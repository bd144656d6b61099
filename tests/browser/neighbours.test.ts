/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** From a story to what stood beside it, to the other parts of its serial, and to what was printed on this day. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltSite, buildSamples, type PlainServer, servePlainly } from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

/** The weekly with a second, invented edition, a week later, in which its serial goes on. */
function weeklyWithSecondEdition(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-weekly-"));
  cpSync("editions/fersenbruecker-bote", path.join(folder, "bote"), { recursive: true });
  const next = path.join(folder, "bote", "2023-05-24");
  cpSync("editions/fersenbruecker-bote/2023-05-17", next, { recursive: true });
  const header = path.join(next, "edition.md");
  writeFileSync(header, readFileSync(header, "utf8").replace("date: 2023-05-17", "date: 2023-05-24"));
  const page = path.join(next, "pages", "03.xml");
  writeFileSync(page, readFileSync(page, "utf8").replaceAll('CONTENT="27."', 'CONTENT="28."'));
  return folder;
}
const input = weeklyWithSecondEdition();
const site: BuiltSite = buildSamples({}, input);
const { browser, reason } = await openBrowser();
let server: PlainServer;
beforeAll(async () => {
  server = await servePlainly(site);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  site.remove();
  rmSync(input, { recursive: true, force: true });
});

async function withPage(use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser?.newContext(options);
  if (!context) throw new Error(reason);
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}
const serialPart = (): string =>
  site.pages.find(
    (page) =>
      /05-17\/p3-/.test(page) &&
      readFileSync(path.join(site.folder, page), "utf8").includes('class="serial"'),
  ) ?? "";

describe.skipIf(!browser)(`ways from a story ${reason}`, () => {
  for (const [where, at] of [
    ["over http", (page: string) => `${server.url}${page}`],
    ["from a folder", (page: string) => pathToFileURL(path.join(site.folder, page)).href],
  ] as const) {
    it(`lead from a part of a serial to the next edition's, ${where}, without a script`, () =>
      withPage(
        async (page) => {
          await page.goto(at(serialPart()));
          await page.click(".serial a");
          await page.waitForURL(/serials\.html#/);
          expect(await page.evaluate(() => document.querySelector(":target")?.textContent)).toBe(
            "Die Uhr von Neuwiesen",
          );
          expect(await page.locator(".serial-parts li a").allTextContents()).toEqual([
            "Teil 27: Die Uhr von Neuwiesen",
            "Teil 28: Die Uhr von Neuwiesen",
          ]);
          await page.click(".serial-parts li:last-child a");
          await page.waitForURL(/2023-05-24\/p3-/);
          expect(await page.textContent("h1")).toBe("Die Uhr von Neuwiesen");
        },
        { javaScriptEnabled: false },
      ));

    it(`lead to the others of its page, ${where}`, () =>
      withPage(async (page) => {
        await page.goto(at(serialPart()));
        const title = await page.locator(".related li a").first().textContent();
        const from = page.url();
        await page.click(".related li a");
        await page.waitForURL((url) => url.href !== from);
        expect((await page.textContent("h1"))?.replace(/\s+/g, " ").trim()).toBe(title);
      }));

    it(`lead from the archive to the day, marked where the reader is, ${where}`, () =>
      withPage(async (page) => {
        await page.clock.setFixedTime(new Date("2031-05-17T10:00:00"));
        await page.goto(at("fersenbruecker-bote/index.html"));
        await page.click(".ways-on a");
        await page.waitForURL(/on-this-day\.html/);
        await page.waitForSelector("#d-05-17[aria-current=date]");
        expect(await page.getAttribute("#d-05-24", "aria-current")).toBeNull();
        await page.click(".today a");
        await page.waitForURL(/#d-05-17$/);
        await page.click("#d-05-17 dd a");
        await page.waitForURL(/2023-05-17\/index\.html/);
      }));
  }

  it("say nothing of today where nothing was printed, and all days without a script", async () => {
    await withPage(async (page) => {
      await page.clock.setFixedTime(new Date("2031-08-02T10:00:00"));
      await page.goto(`${server.url}fersenbruecker-bote/on-this-day.html`);
      expect(await page.locator(".today").isVisible()).toBe(false);
    });
    await withPage(
      async (page) => {
        await page.goto(`${server.url}fersenbruecker-bote/on-this-day.html`);
        expect(await page.locator(".days dt").allTextContents()).toEqual(["17", "24"]);
        expect(await page.locator(".today").isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });

  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 1280])
      it(`have no fault in ${colorScheme} at ${width} px`, () =>
        withPage(
          async (page) => {
            await page.clock.setFixedTime(new Date("2031-05-17T10:00:00"));
            for (const file of [
              serialPart(),
              "fersenbruecker-bote/serials.html",
              "fersenbruecker-bote/on-this-day.html",
              "fersenbruecker-bote/index.html",
            ]) {
              await page.goto(`${server.url}${file}`);
              const { violations } = await new AxeBuilder({ page }).analyze();
              expect(violations.map(({ id, nodes }) => `${file}: ${id} ${nodes[0]?.html}`)).toEqual([]);
              expect(
                await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
                file,
              ).toBe(true);
            }
          },
          { colorScheme, viewport: { width, height: 800 } },
        ));
});
