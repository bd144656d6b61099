/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The reading room as a person uses it: the way between an article and its place, printed lines, type, paper. */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openBrowser } from "./open-browser.js";
import { beacon, bote, fileAt, hashAt, jumped, openRoom, paperColour, ribao, shimpo } from "./open-room.js";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`the reading room${reason ? ` (${reason})` : ""}`, () => {
  const { site, visit } = openRoom(browser);

  describe("between an article and its place", () => {
    it("the switch leads to the page, where the story is lit, on to its other page, and back", async () => {
      await visit({}, async (page, go) => {
        const id = jumped;
        await go(`${beacon}/${id}.html`);
        await page.locator(".modes a", { hasText: "Page" }).click();
        await page.waitForURL(/\/p1\.html#/);
        expect([fileAt(page), hashAt(page)]).toEqual(["p1.html", `#${id}`]);
        const lit = page.locator(`[id="${id}"]`);
        const colour = () => lit.evaluate((each) => getComputedStyle(each).backgroundColor);
        const other = await page
          .locator(".mirror .region:not(:target)")
          .first()
          .evaluate((each) => getComputedStyle(each).backgroundColor);
        expect(await colour()).not.toBe(other);
        const ways = page.locator(".ways.afloat");
        await expect.poll(() => ways.isVisible()).toBe(true);
        await expect
          .poll(async () => {
            const box = await ways.boundingBox();
            return box && box.y > 0 && box.y + box.height <= 900;
          })
          .toBe(true);
        await ways.getByRole("link", { name: "page 3" }).click();
        await page.waitForURL(/\/p3\.html#/);
        expect([fileAt(page), hashAt(page)]).toEqual(["p3.html", `#${id}`]);
        expect(await colour()).not.toBe(other);
        await page.locator(".modes a", { hasText: "Read" }).click();
        await page.waitForURL(`**/${id}.html`);
      });
    });

    it("works without a script, from the lit story itself, on approximate and measured pages", async () => {
      await visit({ javaScriptEnabled: false }, async (page, go) => {
        for (const folder of [beacon, bote]) {
          const id = site()
            .files.find((file) => file.startsWith(`${folder}/p1-`) && /(9zvcvj|9je4rp)\.html$/.test(file))
            ?.split("/")
            .at(-1)
            ?.replace(".html", "");
          await go(`${folder}/${id}.html`);
          await page.locator(".modes .to-page").click();
          await page.waitForURL(/\/p1\.html#/);
          const ways = page.locator(".region:target .ways");
          expect(await ways.isVisible(), folder).toBe(true);
          await ways.locator(".elsewhere").click();
          await page.waitForURL((url) => !url.pathname.endsWith("/p1.html"));
          expect(hashAt(page)).toBe(`#${id}`);
          await page.locator(".region:target .ways a").first().click();
          await page.waitForURL(`**/${id}.html`);
        }
      });
    });

    it("Escape puts the light out and leaves the page where it is", async () => {
      await visit({}, async (page, go) => {
        await go(`${beacon}/p1.html#${jumped}`);
        // The browser has gone to the story before it is lit.
        await page.locator(".ways.afloat").waitFor();
        await page.evaluate(() => scrollTo(0, 400));
        const before = await page.evaluate(() => scrollY);
        await page.keyboard.press("Escape");
        await expect.poll(() => page.locator(".region:target, .ways.afloat").count()).toBe(0);
        expect(await page.evaluate(() => scrollY)).toBe(before);
      });
    });
  });

  describe("as printed and as repaired", () => {
    it("names the rule of each change, shows the changed lines alone, and says what joined the parts", async () => {
      await visit({ javaScriptEnabled: false }, async (page, go) => {
        await go(`${beacon}/${jumped}.html`);
        await page.getByText("As printed and as repaired").click();
        const changed = page.locator(".source-lines tr.changed");
        const rows = await changed.count();
        expect(rows).toBeGreaterThan(3);
        expect(await page.locator(".source-lines tr.changed .rules code").count()).toBeGreaterThanOrEqual(
          rows,
        );
        expect(await page.locator(".source-lines tr.changed .rules").first().isVisible()).toBe(true);
        const plain = page.locator(".source-lines tbody tr:not(.changed, .joined)").first();
        expect(await plain.isVisible()).toBe(true);
        await page.getByLabel("Only lines with repairs").check();
        expect(await plain.isVisible()).toBe(false);
        const join = page.locator(".source-lines tr.joined");
        expect(await join.count()).toBe(1);
        expect(await join.textContent()).toMatch(/page 1.*page 3.*See FERRY, Page 3.*\d+%/i);
      });
    });
  });

  describe("type", () => {
    it("has the measure and the indent of its script", async () => {
      const longest = async (folder: string): Promise<string> => {
        return (
          site()
            .files.filter((file) => file.startsWith(`${folder}/p1-`) && file.endsWith(".html"))
            .sort(
              (a, b) =>
                readFileSync(`${site().folder}/${b}`).length - readFileSync(`${site().folder}/${a}`).length,
            )[0] ?? ""
        );
      };
      await visit({}, async (page, go) => {
        for (const [folder, ems, indent] of [
          [beacon, [28, 33], 1.4],
          [bote, [28, 33], 1.4],
          [ribao, [32, 38], 2],
        ] as const) {
          await go(await longest(folder));
          const set = await page.$eval(".story .body > p:nth-of-type(2)", (each) => {
            const style = getComputedStyle(each);
            const em = Number.parseFloat(style.fontSize);
            return {
              ems: each.getBoundingClientRect().width / em,
              indent: Number.parseFloat(style.textIndent) / em,
            };
          });
          expect(set.ems, folder).toBeGreaterThan(ems[0]);
          expect(set.ems, folder).toBeLessThan(ems[1]);
          expect(set.indent, folder).toBeCloseTo(indent, 1);
        }
      });
    });
  });

  describe("paper", () => {
    it("takes each printed page on one sheet, A4 or A3", async () => {
      await visit({ colorScheme: "dark" }, async (page, go) => {
        for (const file of site().pages.filter((each) => /\/p\d+\.html$/.test(each))) {
          await go(file);
          // What found no story has a sheet of its own after the page, where its place is not known.
          const rest = await page.locator(".sheet:not(.measured) ~ .unplaced").count();
          for (const format of ["A4", "A3"]) {
            const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString("latin1");
            expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)], `${file} on ${format}`).toHaveLength(1 + rest);
          }
        }
      });
    }, 180_000);
    it("is white and without the ways around the text, whatever the reader's colours", async () => {
      await visit({}, async (page, go) => {
        await go(`${beacon}/${jumped}.html`);
        await page.evaluate(() => localStorage.setItem("jumpline-reading", '{"theme":"dark"}'));
        await page.reload();
        await page.emulateMedia({ media: "print" });
        expect(await paperColour(page)).toBe("rgb(255, 255, 255)");
        for (const what of [".modes", ".reader-tools", ".folios"])
          expect(await page.locator(what).first().isVisible(), what).toBe(false);
      });
    });
  });

  describe("for everyone", () => {
    const states: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
      ["a lit story", `${beacon}/p1.html#p1-9zvcvj`, (page) => page.locator(".ways.afloat").waitFor()],
      [
        "a lit story on a measured page",
        `${bote}/p1.html#p1-9je4rp`,
        (page) => page.locator(".ways.afloat").waitFor(),
      ],
      ["a spread", `${bote}/s2-3.html`, (page) => page.locator(".facing").waitFor()],
      [
        "an article with its lines",
        `${beacon}/p1-9zvcvj.html`,
        (page) => page.locator(".source-lines summary").click(),
      ],
      ["the settings", `${ribao}/p1.html`, (page) => page.locator("[data-opens='settings']").click()],
      ["the keys", `${shimpo}/p1.html`, (page) => page.locator("[data-opens='keys']").click()],
    ];
    for (const [theme, width] of [
      ["light", 1920],
      ["sepia", 1280],
      ["dark", 360],
    ] as const)
      it(`axe finds nothing in ${theme} at ${width} px`, async () => {
        await visit({ viewport: { width, height: 900 } }, async (page, go) => {
          await go("index.html");
          await page.evaluate(
            (value) => localStorage.setItem("jumpline-reading", JSON.stringify({ theme: value })),
            theme,
          );
          for (const [name, file, reach] of states) {
            await page.goto("about:blank");
            await go(file);
            await reach(page);
            const { violations } = await new AxeBuilder({ page }).analyze();
            expect(
              violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
              name,
            ).toEqual([]);
          }
        });
      }, 240_000);

    it("nothing moves after it is first painted, with a reader's choices too", async () => {
      for (const chosen of [
        "{}",
        '{"theme":"dark","size":"130","face":"sans","width":"narrow","lines":"horizontal"}',
      ])
        for (const width of [1280, 360])
          await visit({ viewport: { width, height: 900 } }, async (page, go) => {
            await go("index.html");
            await page.evaluate((value) => localStorage.setItem("jumpline-reading", value), chosen);
            for (const folder of [beacon, shimpo, bote])
              for (const name of ["index.html", "p1.html", "p2.html"]) {
                await go(`${folder}/${name}`);
                const moved = await page.evaluate(
                  () =>
                    new Promise<number>((resolve) => {
                      let sum = 0;
                      new PerformanceObserver((list) => {
                        for (const entry of list.getEntries())
                          sum += (entry as unknown as { readonly value: number }).value;
                      }).observe({ type: "layout-shift", buffered: true });
                      setTimeout(() => resolve(sum), 150);
                    }),
                );
                expect(moved, `${folder}/${name} at ${width} px with ${chosen}`).toBeLessThanOrEqual(0.02);
              }
          });
    }, 240_000);

    it("fits 320 px, as 400 % of zoom makes it, in the largest text", async () => {
      await visit({ viewport: { width: 320, height: 640 } }, async (page, go) => {
        await go("index.html");
        await page.evaluate(() => localStorage.setItem("jumpline-reading", '{"size":"200","width":"wide"}'));
        for (const [name, file, reach] of states) {
          await page.goto("about:blank");
          await go(file);
          await reach(page);
          const { scroll, client } = await page.evaluate(() => ({
            scroll: document.documentElement.scrollWidth,
            client: document.documentElement.clientWidth,
          }));
          expect(scroll, name).toBeLessThanOrEqual(client);
        }
      });
    });
  });
});
