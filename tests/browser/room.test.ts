/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The reading room as a person uses it: settings, keys, fingers, the way between an article and its place, paper. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BuiltSite,
  buildSamples,
  type PlainServer,
  servePlainly,
  sharedSamples,
} from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();
const beacon = "alder-point-beacon/2024-09-19";
const shimpo = "shionagi-shimpo/2022-11-10";
const ribao = "qichuan-ribao/2024-04-18";
const bote = "fersenbruecker-bote/2023-05-17";

describe.skipIf(browser === undefined)(`the reading room${reason ? ` (${reason})` : ""}`, () => {
  let site: BuiltSite;
  let server: PlainServer;
  beforeAll(async () => {
    site = sharedSamples();
    server = await servePlainly(site);
  });
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });

  async function visit(
    options: BrowserContextOptions,
    look: (page: Page, go: (file: string) => Promise<unknown>) => Promise<void>,
    base?: string,
  ): Promise<void> {
    const context = await (browser as NonNullable<typeof browser>).newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    await look(page, (file) => page.goto(new URL(file, base ?? server.url).href));
    expect(complaints).toEqual([]);
    await context.close();
  }
  const fileAt = (page: Page): string => new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const hashAt = (page: Page): string => new URL(page.url()).hash;
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      return at?.dataset.opens ?? at?.closest("[id]")?.id ?? "";
    });
  /** The article of the beacon's front page that goes on on page 3. */
  const jumped = () => {
    const found = site.files.find((file) => /alder.*\/p1-9zvcvj\.html$/.test(file));
    expect(found, "the story on two pages").toBeDefined();
    return "p1-9zvcvj";
  };
  const paperColour = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  describe("settings", () => {
    it("change the page at once and stay for the next page, before it is painted, over http and from file://", async () => {
      for (const base of [undefined, pathToFileURL(`${site.folder}/`).href])
        await visit(
          {},
          async (page, go) => {
            await go(`${beacon}/${jumped()}.html`);
            const size = () =>
              page.$eval(".story .body", (body) => Number.parseFloat(getComputedStyle(body).fontSize));
            const width = () => page.$eval(".story", (story) => story.getBoundingClientRect().width);
            const face = () => page.$eval(".story .body", (body) => getComputedStyle(body).fontFamily);
            const before = { size: await size(), width: await width(), colour: await paperColour(page) };
            await page.getByRole("button", { name: "Reading settings" }).click();
            await page.getByRole("radio", { name: "Sepia" }).check();
            await page.getByRole("radio", { name: "Sans serif" }).check();
            await page.getByRole("radio", { name: "Narrow" }).check();
            const slider = page.getByRole("slider", { name: "Text size" });
            await slider.focus();
            await page.keyboard.press("ArrowRight");
            expect(await slider.getAttribute("aria-valuetext")).toBe("115 %");
            const after = { size: await size(), width: await width(), colour: await paperColour(page) };
            expect(after.size / before.size).toBeCloseTo(1.15, 2);
            expect(after.width).toBeLessThan(before.width);
            expect(after.colour).not.toBe(before.colour);
            expect(await face()).toContain("system-ui");
            await page.keyboard.press("Escape");
            expect(await focused(page)).toBe("settings");

            // Deferred scripts have not run when the first script of the next page ends: what it set is what is painted.
            await go(`${beacon}/index.html`);
            expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
              theme: "sepia",
              face: "sans",
              width: "narrow",
              size: "115",
            });
            expect(await paperColour(page)).toBe(after.colour);
            await page.getByRole("button", { name: "Reading settings" }).click();
            expect(await page.getByRole("radio", { name: "Sepia" }).isChecked()).toBe(true);
            await page.getByRole("button", { name: "Reset" }).click();
            expect(await paperColour(page)).toBe(before.colour);
            expect(await page.evaluate(() => localStorage.getItem("jumpline-reading"))).toBe("{}");
          },
          base,
        );
    });

    it("let a reader have dark by day and light by night", async () => {
      for (const [colorScheme, theme, dark] of [
        ["light", "dark", true],
        ["dark", "light", false],
      ] as const)
        await visit({ colorScheme }, async (page, go) => {
          await go(`${beacon}/index.html`);
          await page.evaluate(
            (value) => localStorage.setItem("jumpline-reading", JSON.stringify({ theme: value })),
            theme,
          );
          await page.reload();
          const [red = 0] = (await paperColour(page)).match(/\d+/g)?.map(Number) ?? [];
          expect(red < 128).toBe(dark);
        });
    });

    it("take nothing unknown from the store", async () => {
      await visit({}, async (page, go) => {
        await go(`${beacon}/index.html`);
        for (const stored of ['{"theme":"x y","size":"9999","evil":"1"}', "not json", "null", "[]"]) {
          await page.evaluate((value) => localStorage.setItem("jumpline-reading", value), stored);
          await page.reload();
          expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({
            scripts: "on",
          });
        }
      });
    });

    it("are not offered where there is no script", async () => {
      await visit({ javaScriptEnabled: false }, async (page, go) => {
        for (const file of [`${beacon}/p1.html`, `${beacon}/${jumped()}.html`, "index.html"]) {
          await go(file);
          expect(await page.locator(".reader-tools").isVisible(), file).toBe(false);
        }
      });
    });

    it("offer Kai where there is Chinese, and nowhere else", async () => {
      await visit({}, async (page, go) => {
        for (const [folder, offered] of [
          [ribao, true],
          [beacon, false],
          [shimpo, false],
        ] as const) {
          await go(`${folder}/p1.html`);
          await page.locator("[data-opens='settings']").click();
          expect(await page.locator(".face-brush").isVisible(), folder).toBe(offered);
        }
      });
    });

    it("keep the horizontal choice over pages and visits", async () => {
      await visit({}, async (page, go) => {
        await go(`${shimpo}/p1.html`);
        const mode = (what: string) => page.$eval(what, (each) => getComputedStyle(each).writingMode);
        expect(await mode(".mirror")).toBe("vertical-rl");
        await page.locator(".set-horizontal").check();
        expect(await mode(".mirror")).toBe("horizontal-tb");
        await page.locator(".mirror .headline a").first().click();
        expect(await mode(".story")).toBe("horizontal-tb");
        expect(await page.locator(".set-horizontal").isChecked()).toBe(true);
        await page.locator(".set-horizontal").uncheck();
        expect(await mode(".story")).toBe("vertical-rl");
      });
    });
  });

  describe("between an article and its place", () => {
    it("the switch leads to the page, where the story is lit, on to its other page, and back", async () => {
      await visit({}, async (page, go) => {
        const id = jumped();
        await go(`${beacon}/${id}.html`);
        await page.locator(".modes a", { hasText: "Page" }).click();
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
        const box = await ways.boundingBox();
        expect(box && box.y > 0 && box.y + box.height <= 900).toBe(true);
        await ways.getByRole("link", { name: "page 3" }).click();
        expect([fileAt(page), hashAt(page)]).toEqual(["p3.html", `#${id}`]);
        expect(await colour()).not.toBe(other);
        await page.locator(".modes a", { hasText: "Read" }).click();
        expect(fileAt(page)).toBe(`${id}.html`);
      });
    });

    it("works without a script, from the lit story itself, on approximate and measured pages", async () => {
      await visit({ javaScriptEnabled: false }, async (page, go) => {
        for (const folder of [beacon, bote]) {
          const id = site.files
            .find((file) => file.startsWith(`${folder}/p1-`) && /(9zvcvj|9je4rp)\.html$/.test(file))
            ?.split("/")
            .at(-1)
            ?.replace(".html", "");
          await go(`${folder}/${id}.html`);
          await page.locator(".modes .to-page").click();
          const ways = page.locator(".region:target .ways");
          expect(await ways.isVisible(), folder).toBe(true);
          await ways.locator(".elsewhere").click();
          expect(hashAt(page)).toBe(`#${id}`);
          expect(fileAt(page)).not.toBe("p1.html");
          await page.locator(".region:target .ways a").first().click();
          expect(fileAt(page)).toBe(`${id}.html`);
        }
      });
    });

    it("Escape puts the light out and leaves the page where it is", async () => {
      await visit({}, async (page, go) => {
        await go(`${beacon}/p1.html#${jumped()}`);
        await page.evaluate(() => scrollTo(0, 400));
        const before = await page.evaluate(() => scrollY);
        await page.keyboard.press("Escape");
        await expect.poll(() => page.locator(".region:target, .ways.afloat").count()).toBe(0);
        expect(await page.evaluate(() => scrollY)).toBe(before);
      });
    });
  });

  describe("keys", () => {
    it("turn pages, walk through stories, switch to reading and back", async () => {
      await visit({}, async (page, go) => {
        await go(`${beacon}/p1.html`);
        const stories = await page.$$eval(".mirror .region", (regions) => regions.map(({ id }) => `#${id}`));
        for (const [key, at] of [
          ["j", 0],
          ["j", 1],
          ["k", 0],
        ] as const) {
          await page.keyboard.press(key);
          await page.waitForURL(`**/p1.html${stories[at]}`);
        }
        const file = `${stories[0]?.slice(1)}.html`;
        await page.keyboard.press("Enter");
        await page.waitForURL(`**/${file}`);
        await page.keyboard.press("p");
        await page.waitForURL(`**/p1.html${stories[0]}`);
        await page.keyboard.press("r");
        await page.waitForURL(`**/${file}`);
        await page.keyboard.press("j");
        await page.waitForURL((url) => !url.pathname.endsWith(file));
        await go(`${beacon}/p1.html`);
        await page.keyboard.press("ArrowRight");
        await page.waitForURL("**/p2.html");
        await page.keyboard.press("ArrowLeft");
        await page.waitForURL("**/p1.html");
      });
    });

    it("turn a vertical paper to the left, as its arrows say", async () => {
      await visit({}, async (page, go) => {
        await go(`${shimpo}/p1.html`);
        const way = page.locator(".page-top .next .way");
        expect(await way.evaluate((each) => getComputedStyle(each, "::before").content)).toContain("←");
        await page.keyboard.press("ArrowLeft");
        await page.waitForURL("**/p2.html");
        await page.keyboard.press("ArrowRight");
        await page.waitForURL("**/p1.html");
      });
    });

    it("open help, which closes on Escape and gives the focus back", async () => {
      await visit({}, async (page, go) => {
        await go(`${beacon}/p1.html`);
        await page.locator(".folios a").first().focus();
        await page.keyboard.press("?");
        const help = page.getByRole("dialog", { name: "Keys" });
        expect(await help.isVisible()).toBe(true);
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("j");
        expect([fileAt(page), hashAt(page)]).toEqual(["p1.html", ""]);
        await page.keyboard.press("Escape");
        expect(await help.isVisible()).toBe(false);
        expect(await page.evaluate(() => document.activeElement?.closest(".folios") !== null)).toBe(true);
      });
    });

    it("are never taken from a field, and go to the search box where there is one", async () => {
      await visit({}, async (page, go) => {
        await go(`${beacon}/p1.html`);
        await page.keyboard.press("/");
        await page.keyboard.type("jk?p/");
        await page.keyboard.press("ArrowRight");
        expect(await page.locator(".find input").inputValue()).toBe("jk?p/");
        expect([fileAt(page), hashAt(page)]).toEqual(["p1.html", ""]);
      });
    });

    it("that write a letter can be turned off, and stay off", async () => {
      await visit({}, async (page, go) => {
        await go(`${beacon}/p1.html`);
        await page.locator("[data-opens='settings']").click();
        await page.getByRole("checkbox", { name: "Single-key shortcuts" }).uncheck();
        await page.keyboard.press("Escape");
        await go(`${beacon}/p2.html`);
        for (const key of ["j", "?", "r"]) await page.keyboard.press(key);
        expect([fileAt(page), hashAt(page)]).toEqual(["p2.html", ""]);
        expect(await page.locator("dialog[open]").count()).toBe(0);
        await page.keyboard.press("ArrowRight");
        await page.waitForURL("**/p3.html");
      });
    });
  });

  describe("a finger", () => {
    /** Touches and lets go, as a screen tells it; Playwright has no swipe of its own. */
    const swipe = async (page: Page, selector: string, from: [number, number], to: [number, number]) => {
      const session = await page.context().newCDPSession(page);
      await page.locator(selector).first().scrollIntoViewIfNeeded();
      const point = ([x, y]: [number, number]) => [{ x, y }];
      await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: point(from) });
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: point(to) });
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

    it("turns pages by a swipe across, not by one down or inside a scroller", async () => {
      await visit(phone, async (page, go) => {
        await go(`${beacon}/p1.html`);
        await swipe(page, "h1", [200, 300], [190, 120]);
        expect(fileAt(page)).toBe("p1.html");
        await swipe(page, "h1", [300, 300], [90, 310]);
        await page.waitForURL("**/p2.html");
        await swipe(page, "h1", [90, 300], [300, 310]);
        await page.waitForURL("**/p1.html");
        await go(`${beacon}/p1.html`);
        await page.evaluate(() => {
          const scroller = document.createElement("div");
          scroller.id = "scroller";
          scroller.style.cssText = "position:fixed;inset:0;overflow-x:auto;z-index:9";
          scroller.innerHTML = '<div style="width:2000px;height:100%"></div>';
          document.body.append(scroller);
        });
        await swipe(page, "#scroller", [300, 300], [90, 310]);
        expect(fileAt(page)).toBe("p1.html");
      });
    });
  });

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
  });

  describe("as printed and as repaired", () => {
    it("names the rule of each change, shows the changed lines alone, and says what joined the parts", async () => {
      await visit({ javaScriptEnabled: false }, async (page, go) => {
        await go(`${beacon}/${jumped()}.html`);
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
        expect(await join.textContent()).toMatch(/page 1.*page 3.*See FERRY, Page 3.*\d+ %/i);
      });
    });
  });

  describe("type", () => {
    it("has the measure and the indent of its script", async () => {
      const longest = async (folder: string): Promise<string> => {
        return (
          site.files
            .filter((file) => file.startsWith(`${folder}/p1-`) && file.endsWith(".html"))
            .sort(
              (a, b) =>
                readFileSync(`${site.folder}/${b}`).length - readFileSync(`${site.folder}/${a}`).length,
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
        for (const file of site.pages.filter((each) => /\/p\d+\.html$/.test(each))) {
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
        await go(`${beacon}/${jumped()}.html`);
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
