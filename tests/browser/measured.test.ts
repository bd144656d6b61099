/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Measured pages in a browser: text inside its place and its story's area, one list on a phone, nothing serious for axe. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderEdition } from "../../src/render/index.js";
import { open as openSite } from "../render/made-up.js";
import { placeEdition } from "../render/place-edition.js";
import { setIssue } from "../render/set-issue.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`measured pages${reason ? ` (${reason})` : ""}`, () => {
  let folder = "";
  const pages: string[] = [];
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-measured-"));
    const { site, files } = openSite();
    const editions = ["en-weekly", "zh-daily", "ja-vertical"].map((id) => placeEdition(setIssue(id)));
    const written = [...files, ...editions.flatMap((edition) => renderEdition(edition, site, []).value)];
    for (const { path: name, content } of written) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      if (/\/p[12]\.html$/.test(name)) pages.push(pathToFileURL(file).href);
    }
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await browser?.close();
  });

  async function visit(
    options: { width: number; colorScheme?: "light" | "dark"; javaScriptEnabled?: boolean },
    look: (page: Page, address: string) => Promise<void>,
  ): Promise<void> {
    const { width, ...rest } = options;
    const context = await (browser as NonNullable<typeof browser>).newContext({
      viewport: { width, height: 900 },
      ...rest,
    });
    const page = await context.newPage();
    for (const address of pages) {
      await page.goto(address);
      await look(page, address);
    }
    await context.close();
  }

  it("keep each line in its place, and each story in areas no other story overlaps, at 1280 px", async () => {
    expect(pages).toHaveLength(6);
    await visit({ width: 1280, javaScriptEnabled: false }, async (page, address) => {
      const found = await page.$$eval(".mirror .region", (regions) => {
        const rect = (each: Element) => {
          const { left, top, right, bottom } = each.getBoundingClientRect();
          return { left, top, right, bottom };
        };
        return regions.map((region) => ({
          id: region.id,
          areas: [...region.querySelectorAll(".area")].map(rect),
          lines: [...region.querySelectorAll<HTMLElement>(".set")]
            .filter((line) => line.offsetParent !== null)
            .map((line) => {
              const words = document.createRange();
              words.selectNodeContents(line);
              return {
                down: line.matches(".down"),
                text: line.textContent,
                box: rect(line),
                words: words.getBoundingClientRect().toJSON(),
              };
            }),
        }));
      });
      expect(found.length, address).toBeGreaterThan(2);
      type Rect = (typeof found)[number]["areas"][number];
      // Half a pixel is rounding.
      const meet = (a: Rect, b: Rect): boolean =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
      found.forEach(({ id, areas, lines }, at) => {
        expect(areas.length, `${address} ${id}`).toBeGreaterThan(0);
        expect(lines.length, `${address} ${id}`).toBeGreaterThan(0);
        for (const other of found.slice(at + 1))
          for (const area of areas)
            expect(
              other.areas.some((each) => meet(area, each)),
              `${address}: ${id} and ${other.id}`,
            ).toBe(false);
        for (const { down, text, box, words } of lines) {
          expect(
            areas.some((area) => meet(area, box)),
            `${address}: ${text} is in an area of its story`,
          ).toBe(true);
          // Along the line its words end where it ends: faces differ by a few hundredths.
          const slack = 3 + 0.05 * Math.max(box.right - box.left, box.bottom - box.top);
          if (down) expect(words.bottom, `${address}: ${text}`).toBeLessThan(box.bottom + slack);
          else expect(words.right, `${address}: ${text}`).toBeLessThan(box.right + slack);
        }
      });
    });
  });

  it("are an ordered list of stories at 360 px, and scroll one way", async () => {
    await visit({ width: 360 }, async (page, address) => {
      const { lefts, scroll, client, placed } = await page.evaluate(() => ({
        lefts: new Set(
          [...document.querySelectorAll(".mirror .region")].map((region) =>
            Math.round(region.getBoundingClientRect().left),
          ),
        ).size,
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
        placed: [...document.querySelectorAll(".set")].some(
          (line) => getComputedStyle(line).position === "absolute",
        ),
      }));
      expect({ lefts, placed, wide: scroll > client }, address).toEqual({
        lefts: 1,
        placed: false,
        wide: false,
      });
    });
  });

  it("are printed as one page", async () => {
    const context = await (browser as NonNullable<typeof browser>).newContext();
    const page = await context.newPage();
    for (const address of pages.filter((each) => each.endsWith("p1.html")))
      for (const format of ["A4", "A3"]) {
        await page.goto(address);
        const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString("latin1");
        expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)], `${address} on ${format}`).toHaveLength(1);
      }
    await context.close();
  });

  it("give the tab key every story, and show where it is", async () => {
    await visit({ width: 1280 }, async (page, address) => {
      const wanted = await page.$$eval(".mirror .region", (regions) => regions.map(({ id }) => id));
      const reached = new Set<string>();
      for (let step = 0; step < 300 && reached.size < wanted.length; step += 1) {
        await page.keyboard.press("Tab");
        const { region, ringed } = await page.evaluate(() => {
          const at = document.activeElement;
          const line = at?.matches("a") ? at.querySelector(".set") : null;
          return {
            region: at?.closest(".region")?.id ?? "",
            ringed: line ? getComputedStyle(line).outlineStyle === "solid" : true,
          };
        });
        if (region !== "") reached.add(region);
        expect(ringed, address).toBe(true);
      }
      expect(
        wanted.filter((id) => !reached.has(id)),
        address,
      ).toEqual([]);
    });
  });

  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const)
    it(`have no serious issue in ${colorScheme} at ${width} px`, async () => {
      await visit({ width, colorScheme }, async (page, address) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(serious.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual(
          [],
        );
      });
    }, 180_000);
});
