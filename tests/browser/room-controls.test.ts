/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** What moves a reader through the reading room: settings, keys, fingers. */
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openBrowser } from "./open-browser.js";
import { beacon, fileAt, hashAt, jumped, openRoom, paperColour, ribao, shimpo } from "./open-room.js";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`the reading room${reason ? ` (${reason})` : ""}`, () => {
  const { site, visit } = openRoom(browser);
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      return at?.dataset.opens ?? at?.closest("[id]")?.id ?? "";
    });

  describe("settings", () => {
    it("change the page at once and stay for the next page, before it is painted, over http and from file://", async () => {
      for (const base of [undefined, pathToFileURL(`${site().folder}/`).href])
        await visit(
          {},
          async (page, go) => {
            await go(`${beacon}/${jumped}.html`);
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
            expect(await slider.getAttribute("aria-valuetext")).toBe("115%");
            const after = { size: await size(), width: await width(), colour: await paperColour(page) };
            expect(after.size / before.size).toBeCloseTo(1.15, 2);
            expect(after.width).toBeLessThan(before.width);
            expect(after.colour).not.toBe(before.colour);
            expect(await face()).toContain("system-ui");
            await page.keyboard.press("Escape");
            await expect.poll(() => focused(page)).toBe("settings");

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
        for (const file of [`${beacon}/p1.html`, `${beacon}/${jumped}.html`, "index.html"]) {
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
        await page.waitForURL(/\/p1-[a-z0-9]+\.html/);
        expect(await mode(".story")).toBe("horizontal-tb");
        expect(await page.locator(".set-horizontal").isChecked()).toBe(true);
        await page.locator(".set-horizontal").uncheck();
        expect(await mode(".story")).toBe("vertical-rl");
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
        await help.waitFor();
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("j");
        expect([fileAt(page), hashAt(page)]).toEqual(["p1.html", ""]);
        await page.keyboard.press("Escape");
        await help.waitFor({ state: "hidden" });
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.closest(".folios") !== null))
          .toBe(true);
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
      // A tenth of a second from step to step, however long a busy machine takes over them: a slow touch is no swipe.
      const began = Date.now() / 1000;
      const touch = (
        type: "touchStart" | "touchMove" | "touchEnd",
        touchPoints: { x: number; y: number }[],
        step: number,
      ) => session.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp: began + step / 10 });
      await touch("touchStart", point(from), 0);
      await touch("touchMove", point(to), 1);
      await touch("touchEnd", [], 2);
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
});
