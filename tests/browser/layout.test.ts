/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The page mirror holds, phones scroll one way, vertical editions stand upright, and a keyboard gets everywhere. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openBrowser } from "./open-browser.js";
import { openRoom } from "./open-room.js";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`layout${reason ? ` (${reason})` : ""}`, () => {
  const { site, server } = openRoom(browser);

  async function open(width: number, height: number, visit: (page: Page) => Promise<void>): Promise<void> {
    const context = await (browser as NonNullable<typeof browser>).newContext({
      viewport: { width, height },
    });
    await visit(await context.newPage());
    await context.close();
  }
  const pageViews = () => site().pages.filter((page) => /\/p\d+\.html$/.test(page));
  const go = (page: Page, file: string) => page.goto(new URL(file, server().url).href);

  it("has regions that do not overlap at 1280 px", async () => {
    expect(pageViews().length).toBeGreaterThan(5);
    await open(1280, 900, async (page) => {
      for (const file of pageViews()) {
        await go(page, file);
        const boxes = await page.$$eval(".mirror .region", (regions) =>
          regions.map((region) => {
            const { x, y, right, bottom } = region.getBoundingClientRect();
            return { id: region.id, x, y, right, bottom };
          }),
        );
        expect(boxes.length, file).toBeGreaterThan(0);
        // Half a pixel is rounding.
        const touching = 0.5;
        const overlaps = boxes.flatMap((a, at) =>
          boxes
            .slice(at + 1)
            .filter(
              (b) =>
                Math.min(a.right, b.right) - Math.max(a.x, b.x) > touching &&
                Math.min(a.bottom, b.bottom) - Math.max(a.y, b.y) > touching,
            )
            .map((b) => `${a.id} and ${b.id}`),
        );
        expect(overlaps, file).toEqual([]);
        for (const box of boxes)
          expect((box.right - box.x) * (box.bottom - box.y), `${file} ${box.id}`).toBeGreaterThan(100);
      }
    });
  });

  it("keeps the text of a region inside it at 1280 px", async () => {
    await open(1280, 900, async (page) => {
      for (const file of pageViews()) {
        await go(page, file);
        const spilled = await page.$$eval(".mirror .region", (regions) =>
          regions.flatMap((region) => {
            // On a measured page a story has areas, and type may reach a little over its line's printed box.
            const areas = [...region.querySelectorAll(".area")];
            const outer = (areas.length > 0 ? areas : [region]).map((each) => each.getBoundingClientRect());
            const slack = areas.length > 0 ? 8 : 2;
            const range = document.createRange();
            range.selectNodeContents(region);
            return [...range.getClientRects()].some(
              (box) =>
                box.width > 1 &&
                outer.every(
                  (each) =>
                    box.right > each.right + slack ||
                    box.left < each.left - slack ||
                    box.bottom > each.bottom + slack,
                ),
            )
              ? [region.id]
              : [];
          }),
        );
        expect(spilled, file).toEqual([]);
      }
    });
  });

  it("stands in columns at 1280 px and in one list at 360 px", async () => {
    const [file = ""] = pageViews().filter((page) => !isVertical(page));
    const lefts = (page: Page) =>
      page.$$eval(
        ".mirror .region",
        (regions) => new Set(regions.map((region) => Math.round(region.getBoundingClientRect().x))).size,
      );
    await open(1280, 900, async (page) => {
      await go(page, file);
      expect(await lefts(page)).toBeGreaterThan(1);
    });
    await open(360, 740, async (page) => {
      await go(page, file);
      expect(await lefts(page)).toBe(1);
    });
  });

  it("sets a vertical edition vertically, with a horizontal choice", async () => {
    const [file] = site().pages.filter((page) => /\/p\d+-[a-z0-9]+\.html$/.test(page) && isVertical(page));
    expect(file, "a vertical sample").toBeDefined();
    await open(1280, 900, async (page) => {
      await go(page, file as string);
      const mode = () => page.$eval("article.story", (story) => getComputedStyle(story).writingMode);
      expect(await mode()).toBe("vertical-rl");
      await page.locator(".set-horizontal").check({ force: true });
      expect(await mode()).toBe("horizontal-tb");
    });
  });

  it("lets the tab key reach every region's story", async () => {
    const [file = ""] = pageViews();
    await open(1280, 900, async (page) => {
      await go(page, file);
      const wanted = await page.$$eval(".mirror .region", (regions) => regions.map(({ id }) => id));
      const reached = new Set<string>();
      let first = "";
      for (let step = 0; step < 400 && reached.size < wanted.length; step += 1) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => ({
          region: document.activeElement?.closest(".region")?.id ?? "",
          text: document.activeElement?.textContent?.trim() ?? "",
          ring: document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : "none",
        }));
        if (step === 0) first = at.text;
        if (at.region) {
          reached.add(at.region);
          expect(at.ring, `focus is seen on ${at.text}`).not.toBe("none");
        }
      }
      expect(wanted.filter((id) => !reached.has(id))).toEqual([]);
      expect(first).not.toBe("");
    });
  });

  const isVertical = (file: string): boolean => verticalEditions().some((folder) => file.startsWith(folder));
  let known: string[] | undefined;
  function verticalEditions(): string[] {
    known ??= site()
      .files.filter((file) => file.endsWith("/edition.json"))
      .filter(
        (file) =>
          /vertical/.test(JSON.stringify(readJson(file).direction ?? readJson(file).newspaper ?? "")) ||
          /"direction": ?"vertical"/.test(JSON.stringify(readJson(file))),
      )
      .map((file) => file.slice(0, -"edition.json".length));
    return known;
  }
  const readJson = (file: string) => JSON.parse(readFileSync(path.join(site().folder, file), "utf8"));
});
