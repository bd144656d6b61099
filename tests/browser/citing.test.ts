/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * Citing and correcting as readers do it: over http and from a folder, with a script and without. What is downloaded and
 * copied is read; a corrected line goes through our own parser and lands in the built story.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseOverrides } from "../../src/review/parse-overrides.js";
import {
  type BuiltSite,
  buildSamples,
  type PlainServer,
  servePlainly,
  sharedSamples,
} from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const site: BuiltSite = sharedSamples();
const { browser, reason } = await openBrowser();
let server: PlainServer;
beforeAll(async () => {
  server = await servePlainly(site, "/papers/");
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  site.remove();
});

const pageWith = (folder: string, words: string): string => {
  const found = site.pages.find(
    (page) =>
      page.startsWith(folder) &&
      /\/p\d+-[a-z0-9]+\.html$/.test(page) &&
      readFileSync(path.join(site.folder, page), "utf8").includes(words),
  );
  if (found === undefined) throw new Error(`no story of ${folder} holds ${words}`);
  return found;
};
const beacon = pageWith("alder-point-beacon/", "By TOBIAS WREN");
const ribao = pageWith("qichuan-ribao/", 'dc.title" content="末班轮渡推迟到晚上十点');
const shimpo = pageWith("shionagi-shimpo/", "夜明けの競り");
const fromFolder = (page: string): string => pathToFileURL(path.join(site.folder, page)).href;
const places = [
  ["over http", (page: string) => `${server.url}${page}`],
  ["from a folder", fromFolder],
] as const;

async function withPage(
  use: (page: Page, context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = {},
) {
  const context = await browser?.newContext({ acceptDownloads: true, ...options });
  if (!context) throw new Error(reason);
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  try {
    await use(page, context);
    expect(said).toEqual([]);
  } finally {
    await context.close();
  }
}
/** Catches what is put on the clipboard, which tests may not read from the system. */
const catchCopies = (page: Page) =>
  page.addInitScript(() => {
    const caught: string[] = [];
    Object.assign(window, { caught });
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: async (text: string) => void caught.push(text) },
    });
  });
const copies = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { caught: string[] }).caught);

/** Selects letters of a paragraph as a pointer would. */
const select = (page: Page, paragraph: string, from: number, to: number) =>
  page.evaluate(
    ([selector, start, end]) => {
      const node = [...(document.querySelector(selector as string)?.childNodes ?? [])].find(
        (each) =>
          each.nodeType === Node.TEXT_NODE && (each.textContent ?? "").trim().length > (end as number),
      );
      if (!node) throw new Error("no text");
      const range = document.createRange();
      range.setStart(node, start as number);
      range.setEnd(node, end as number);
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return range.toString();
    },
    [paragraph, from, to] as const,
  );
const highlighted = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const marks = [...document.querySelectorAll("mark.passage")].map((mark) => mark.textContent ?? "");
    const found = (CSS as unknown as { highlights?: Map<string, Iterable<Range>> }).highlights?.get(
      "passage",
    );
    return [...(found ?? [])]
      .map((range) => range.toString())
      .concat(marks.length > 0 ? [marks.join("")] : []);
  });

/** A story of a sample, built anew with an overrides.yaml beside its pages. */
function rebuild(edition: string, overrides: string, page: string): string {
  const [newspaper = ""] = edition.split("/");
  const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-corrected-"));
  cpSync(path.join("editions", newspaper), path.join(folder, newspaper), { recursive: true });
  writeFileSync(path.join(folder, edition, "overrides.yaml"), overrides);
  const built = buildSamples({}, folder);
  const text = readFileSync(path.join(built.folder, page), "utf8");
  built.remove();
  rmSync(folder, { recursive: true, force: true });
  return text;
}

describe.skipIf(!browser)(`citing ${reason}`, () => {
  for (const [where, at] of places)
    it(`gives files ${where}, without a script`, () =>
      withPage(
        async (page) => {
          await page.goto(at(beacon));
          await page.click(".cite > summary");
          expect(await page.locator(".cite dt").allTextContents()).toEqual([
            "Chicago",
            "MLA",
            "APA",
            "GB/T 7714",
            "Wikipedia",
          ]);
          expect(await page.locator(".cited").first().textContent()).toMatch(
            /^Wren, Tobias\. “.+” The Alder Point Beacon, September 19, 2024, 1, 2\.$/,
          );
          for (const [name, begins] of [
            ["BibTeX", "@article{alder-point-beacon-2024-09-19-"],
            ["RIS", "TY  - NEWS\r\n"],
            ["CSL-JSON", "[\n {\n"],
          ]) {
            const waiting = page.waitForEvent("download");
            await page.click(`.cite-files a:has-text("${name}")`);
            const download = await waiting;
            const file = await download.path();
            expect(readFileSync(file, "utf8").startsWith(begins as string), name).toBe(true);
            expect(download.suggestedFilename()).toMatch(
              /^alder-point-beacon-2024-09-19-p1-\w+\.(bib|ris|json)$/,
            );
          }
          expect(await page.locator(".copy, .passage-tools:not([hidden])").count()).toBe(0);
          expect(await page.locator(".cite-copies").isVisible()).toBe(false);
        },
        { javaScriptEnabled: false },
      ));

  it("copies a string, in the reader's own style first", () =>
    withPage(async (page) => {
      await catchCopies(page);
      await page.goto(fromFolder(ribao));
      await page.click(".cite > summary");
      await page.click("dl > div:first-child .copy");
      await expect
        .poll(() => copies(page))
        .toEqual(["左一禾. 末班轮渡推迟到晚上十点 夜归人不用再绕大桥[N]. 栖川日报, 2024-04-18(1, 3)."]);
      await page.click(".cite-files a + .copy");
      await expect.poll(async () => (await copies(page))[1]).toMatch(/^@article\{qichuan-ribao-2024-04-18-/);
    }));

  it("copies where the clipboard is not to be had, as over plain http", () =>
    withPage(async (page) => {
      await page.addInitScript(() => {
        const caught: string[] = [];
        Object.assign(window, { caught });
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.addEventListener("copy", ({ target }) => caught.push((target as HTMLTextAreaElement).value));
      });
      await page.goto(`${server.url}${beacon}`);
      await page.click(".cite > summary");
      await page.click("dl > div:first-child .copy");
      await expect.poll(() => page.textContent("dl > div:first-child .copy")).toBe("Copied");
      expect(await copies(page)).toEqual([await page.textContent(".cited")]);
    }));

  it("adds the citation to what is copied, once that is chosen, and remembers it", () =>
    withPage(async (page, context) => {
      await page.goto(`${server.url}${beacon}`);
      const copyPassage = (each: Page) =>
        each.evaluate(() => {
          const data = new DataTransfer();
          const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
          document.querySelector(".story .body p")?.dispatchEvent(event);
          return { text: data.getData("text/plain"), html: data.getData("text/html") };
        });
      await select(page, ".story .body p:not(:first-child)", 0, 20);
      expect(await copyPassage(page)).toEqual({ text: "", html: "" });
      await page.click(".cite > summary");
      await page.check(".cite-copies input");
      const words = await select(page, ".story .body p:not(:first-child)", 0, 20);
      const { text, html } = await copyPassage(page);
      const [passage, , citation, link] = text.split("\n");
      expect(passage).toBe(words);
      expect(citation).toMatch(/^Wren, Tobias\. /);
      expect(link).toMatch(/^http:.*\.html\?passage=0-\d+#k-/);
      expect(html).toContain(link?.replaceAll("&", "&amp;"));
      const other = await context.newPage();
      await other.goto(`${server.url}${beacon}`);
      expect(await other.isChecked(".cite-copies input")).toBe(true);
    }));
});

describe.skipIf(!browser)("a link to a passage", () => {
  for (const [where, at] of places)
    it(`is made of what was selected, and lights it again, ${where}`, () =>
      withPage(async (page) => {
        await catchCopies(page);
        await page.goto(at(beacon));
        const words = await select(page, ".story .body p:nth-of-type(2)", 4, 30);
        await page.waitForSelector(".passage-tools:not([hidden])");
        await page.click("[data-does='link']");
        await expect.poll(() => copies(page)).toHaveLength(1);
        const [link = ""] = await copies(page);
        expect(link).toMatch(/\?passage=\d+-\d+#k-[a-z0-9]+$/);
        await page.goto("about:blank");
        await page.goto(link);
        await expect.poll(() => highlighted(page)).toEqual([words]);
        expect(await page.evaluate(() => document.querySelector(":target")?.id)).toBe(link.split("#")[1]);
      }));

  it("counts letters without spaces, so that a mended gap moves nothing", () =>
    withPage(async (page) => {
      await catchCopies(page);
      await page.goto(fromFolder(beacon));
      const words = await select(page, ".story .body p:nth-of-type(2)", 4, 30);
      await page.waitForSelector(".passage-tools:not([hidden])");
      await page.click("[data-does='link']");
      await expect.poll(() => copies(page)).toHaveLength(1);
      const [link = ""] = await copies(page);
      // The same page with every space of the paragraph doubled.
      await page.goto("about:blank");
      await page.addInitScript(() =>
        document.addEventListener(
          "readystatechange",
          () => {
            const walker = document.createTreeWalker(
              document.querySelector(".story .body") as Node,
              NodeFilter.SHOW_TEXT,
            );
            while (walker.nextNode()) {
              const node = walker.currentNode as Text;
              node.data = node.data.replaceAll(" ", " \u2009");
            }
          },
          { once: true },
        ),
      );
      await page.goto(link);
      await expect
        .poll(async () => (await highlighted(page)).map((text) => text.replace(/\s/g, "")))
        .toEqual([words.replace(/\s/g, "")]);
    }));

  it("may run over paragraphs, and is lit without the highlight API too", () =>
    withPage(async (page) => {
      await page.addInitScript(() => Reflect.deleteProperty(window, "Highlight"));
      await page.goto(fromFolder(beacon));
      const [first, second] = await page
        .locator(".story .body p[id]")
        .evaluateAll((all) => all.map(({ id }) => id));
      await page.goto("about:blank");
      await page.goto(`${fromFolder(beacon)}?passage=6-9@${second}#${first}`);
      await page.locator("mark.passage").first().waitFor();
      const [text = ""] = await highlighted(page);
      const printed = await page.locator(`#${second}`).textContent();
      const letters = (words: string | null) => (words ?? "").replace(/\s/g, "");
      expect(letters(text).endsWith(letters(printed).slice(0, 9))).toBe(true);
      expect(await page.locator(`#${first} mark.passage`).count()).toBeGreaterThan(0);
      await page.evaluate(() => {
        location.hash = "#text";
      });
      await page.waitForFunction(() => document.querySelectorAll("mark").length === 0);
    }));

  it("leads to the paragraph without a script", () =>
    withPage(
      async (page) => {
        await page.goto(fromFolder(beacon));
        const last = await page.locator(".story .body p[id]").last().getAttribute("id");
        await page.goto(`${fromFolder(beacon)}?passage=3-9#${last}`);
        const top = () => page.locator(`#${last}`).evaluate((node) => node.getBoundingClientRect().top);
        await expect.poll(top).toBeLessThan(800);
      },
      { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } },
    ));

  it("does nothing where its letters or its paragraph are not there", () =>
    withPage(async (page) => {
      for (const bad of ["?passage=5-5", "?passage=9999-99999", "?passage=x", "?passage=1-2@k-zzz"]) {
        await page.goto("about:blank");
        await page.goto(`${fromFolder(beacon)}${bad}#k-000000`);
        expect(await highlighted(page)).toEqual([]);
      }
    }));

  for (const [kind, story] of [
    ["horizontal", beacon],
    ["vertical", shimpo],
  ] as const)
    it(`is offered by keyboard on a ${kind} page, and goes away with Escape`, () =>
      withPage(async (page) => {
        await page.goto(fromFolder(story));
        const sign = page.locator(".story .body .permalink").first();
        await sign.focus();
        expect(await sign.evaluate((node) => getComputedStyle(node).opacity)).toBe("1");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".passage-tools:not([hidden])");
        await page.waitForURL(/#k-/);
        const reached: (string | undefined)[] = [];
        for (let i = 0; i < 4 && !reached.includes("cite"); i += 1) {
          await page.keyboard.press("Tab");
          reached.push(
            await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.does),
          );
        }
        expect(reached).toEqual(expect.arrayContaining(["link", "cite"]));
        await page.keyboard.press("Escape");
        await page.locator(".passage-tools").waitFor({ state: "hidden" });
        expect(await page.evaluate(() => document.activeElement?.className)).toBe("permalink");
      }));

  it("is offered where the selection stands, inside the window, on vertical pages too", () =>
    withPage(async (page) => {
      for (const [story, from, to] of [
        [beacon, 4, 30],
        [shimpo, 2, 12],
      ] as const) {
        await page.goto(fromFolder(story));
        await page.locator(".story .body p").first().scrollIntoViewIfNeeded();
        await select(page, ".story .body p[id]", from, to);
        await page.waitForSelector(".passage-tools:not([hidden])");
        const box = await page.locator(".passage-tools").boundingBox();
        const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
        expect(
          box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
          story,
        ).toBe(true);
        expect(box && box.width > box.height, "its buttons stand in a row").toBe(true);
      }
    }));
});

describe.skipIf(!browser)("a correction", () => {
  it("is a prefilled message without a script", () =>
    withPage(
      async (page) => {
        await page.goto(fromFolder(beacon));
        const href = new URL((await page.getAttribute(".correct > p > a", "href")) ?? "");
        expect(href.protocol).toBe("mailto:");
        expect(href.pathname).toBe("corrections@beacon.example");
        expect(href.searchParams.get("subject")).toMatch(/^Correction: /);
        expect(await page.locator(".correct-lines").isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    ));

  it("is absent where nobody asked for any", () =>
    withPage(async (page) => {
      await page.goto(fromFolder(shimpo));
      expect(await page.locator(".correct").count()).toBe(0);
      expect(await page.locator("[data-does='correct']").count()).toBe(0);
    }));

  it("of a line goes through our own parser into the built story", () =>
    withPage(async (page) => {
      await page.goto(fromFolder(ribao));
      await page.locator(".story .body .permalink").first().focus();
      await page.keyboard.press("Enter");
      await page.click("[data-does='correct']");
      await page.waitForSelector(".correct-lines[open]");
      const first = page.locator(".correct-lines input").first();
      const before = await first.inputValue();
      expect(await page.locator(".correct-lines .save").isVisible()).toBe(false);
      await first.fill(`改正${before}"#: 了`);
      const waiting = page.waitForEvent("download");
      await page.click(".correct-lines .save");
      const file = await (await waiting).path();
      const yaml = readFileSync(file, "utf8");
      const { overrides, diagnostics } = parseOverrides("overrides.yaml", new TextEncoder().encode(yaml));
      expect(diagnostics).toEqual([]);
      expect(overrides).toHaveLength(1);
      expect(overrides[0]?.override).toMatchObject({ do: "text", to: `改正${before.trim()}"#: 了` });
      const message = new URL((await page.getAttribute(".correct-lines .send", "href")) ?? "");
      expect(message.origin).toBe("https://git.example.org");
      expect(message.searchParams.get("body")).toContain(yaml.trim());
      // An editor saves the file beside the pages and builds again.
      expect(rebuild("qichuan-ribao/2024-04-18", yaml, ribao)).toContain("改正");
      await page.keyboard.press("Escape");
      await page.locator(".correct-lines").waitFor({ state: "hidden" });
    }));

  it("that is too long for a message is to be attached", () =>
    withPage(async (page) => {
      await page.goto(fromFolder(beacon));
      await page.locator(".story .body .permalink").first().focus();
      await page.keyboard.press("Enter");
      await page.click("[data-does='correct']");
      await page.waitForSelector(".correct-lines[open]");
      for (const input of await page.locator(".correct-lines input").all()) await input.fill("é".repeat(300));
      const href = (await page.getAttribute(".correct-lines .send", "href")) ?? "";
      expect(href.length).toBeLessThan(2000);
      expect(decodeURIComponent(href)).toContain("attach the file overrides.yaml");
    }));
});

describe.skipIf(!browser)("citing and correcting for everyone", () => {
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 1280])
      it(`have no fault in ${colorScheme} at ${width} px`, () =>
        withPage(
          async (page) => {
            for (const story of [beacon, ribao, shimpo]) {
              // axe fetches the style sheets, which a browser refuses from a folder.
              await page.goto(`${server.url}${story}`);
              await page.click(".cite > summary");
              await page.locator(".story .body p[id]").first().scrollIntoViewIfNeeded();
              await select(page, ".story .body p[id]", 2, 12);
              await page.waitForSelector(".passage-tools:not([hidden])");
              const look = async () => {
                const { violations } = await new AxeBuilder({ page }).analyze();
                expect(violations.map(({ id, nodes }) => `${story}: ${id} ${nodes[0]?.html}`)).toEqual([]);
              };
              await look();
              expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
                true,
              );
              if (story === shimpo) continue;
              await page.click("[data-does='correct']");
              await page.locator(".correct-lines input").first().fill("x");
              await look();
            }
          },
          { colorScheme, viewport: { width, height: 800 } },
        ));
});
