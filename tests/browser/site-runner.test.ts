/** What the one who runs a site, and its reader, can choose: the language of the site, a theme, and reading without a connection. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stripCssComments } from "../../src/render/strip-css-comments.js";
import { allWords, wordsFor } from "../../src/render/words/index.js";
import { type BuiltSite, buildSamples, examplePages, servePlainly, sharedSamples } from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();
afterAll(() => browser?.close());
const newContext = (options = {}) => (browser as NonNullable<typeof browser>).newContext(options);

/** All words of the site on a page: texts in the page's own language or marked as the site's, and labels of those. */
const siteWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      const holder = element?.closest("[lang], [data-ui]");
      if (!element || element.closest("script, option[lang]")) continue;
      if (holder !== document.documentElement && !holder?.hasAttribute("data-ui")) continue;
      if (node instanceof Element)
        for (const name of ["aria-label", "title", "alt", "data-page", "data-label"])
          out.push(node.getAttribute(name) ?? "");
      else out.push((node as Text).data.trim());
    }
    return out.filter((text) => text !== "");
  });

/** Wordings by their names, those of reports too; sentences with page text in them stay in the page's language. */
function wordings(lang: string): Record<string, unknown> {
  const { findings, ...words } = wordsFor(lang);
  const { diagnostics: _, ...groups } = findings;
  const nested = Object.entries(groups).flatMap(([group, said]) =>
    typeof said === "string"
      ? [[`findings.${group}`, said]]
      : Object.entries(said).map(([name, wording]) => [`findings.${group}.${name}`, wording]),
  );
  return { ...words, ...Object.fromEntries(nested) };
}

/** Whether a text still says something in the words of a language that another says otherwise. */
function speaks(text: string, from: string, to: string): string | undefined {
  const [own, other] = [wordings(from), wordings(to)];
  for (const [name, wording] of Object.entries(own)) {
    const instead = other[name];
    if (typeof wording !== "string" || wording === instead || name === "colon" || name === "dateLong")
      continue;
    const literal = wording.replace(/\{\w+\}.*$/, "").trim();
    if (/\{/.test(wording) ? literal.length > 3 && text.startsWith(literal) : text === wording) {
      // The same word may be one of the other language's.
      const theirs = Object.values(other).some((each) => typeof each === "string" && each === text);
      const theirStart = Object.values(other).some(
        (each) =>
          typeof each === "string" && /\{/.test(each) && each.replace(/\{\w+\}.*$/, "").trim() === literal,
      );
      if (!theirs && !theirStart) return `${text} (${name})`;
    }
  }
  return undefined;
}

describe.skipIf(browser === undefined)(`the language of the site${reason ? ` (${reason})` : ""}`, () => {
  let site: BuiltSite;
  beforeAll(() => {
    site = sharedSamples();
  });
  afterAll(() => site?.remove());
  const address = (file: string): string => pathToFileURL(path.join(site.folder, file)).href;

  for (const lang of ["de", "zh-Hant", "ko"])
    it(`changes every word of the site on every kind of page into ${lang}, from a disk too`, async () => {
      const context = await newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.goto(address("index.html"));
      await page.selectOption(".languages select", lang);
      const left: string[] = [];
      let checked = 0;
      // The same look finds the words of a page that was not changed.
      const untouched = await newContext({ javaScriptEnabled: false });
      const plain = await untouched.newPage();
      await plain.goto(address("alder-point-beacon/2024-09-19/report.html"));
      const found = (await siteWords(plain)).filter((text) => speaks(text, "en", lang));
      await untouched.close();
      expect(found.length).toBeGreaterThan(15);
      for (const file of [
        ...examplePages(site, 1),
        ...site.pages.filter((each) => /headlines-/.test(each)),
      ]) {
        if (file === "404.html") continue;
        const own = /lang="([^"]+)"/.exec(readFileSync(path.join(site.folder, file), "utf8"))?.[1] ?? "";
        await page.goto(address(file));
        await page.waitForFunction((wanted) => document.documentElement.lang === wanted, lang);
        if (own === lang) continue;
        checked += 1;
        for (const text of await siteWords(page)) {
          const said = speaks(text, own, lang);
          if (said) left.push(`${file}: ${said}`);
        }
      }
      await context.close();
      expect(left).toEqual([]);
      expect(checked).toBeGreaterThan(10);
    }, 240_000);

  it("leaves the newspaper's text alone, and gives each newspaper its own words back", async () => {
    const context = await newContext();
    const page = await context.newPage();
    const file = site.pages.find((each) => /alder.*\/p1-[a-z0-9]+\.html$/.test(each)) ?? "";
    await page.goto(address(file));
    const story = await page.locator(".story .body").textContent();
    const skip = () => page.locator(".skip").textContent();
    expect(await skip()).toBe(wordsFor("en").skip);
    await page.selectOption(".languages select", "ja");
    await expect.poll(skip).toBe(wordsFor("ja").skip);
    expect(await page.locator(".story .body").textContent()).toBe(story);
    expect(await page.locator(".story").getAttribute("lang")).toBe("en");
    await page.reload();
    await expect.poll(skip).toBe(wordsFor("ja").skip);
    await page.selectOption(".languages select", "");
    await expect.poll(skip).toBe(wordsFor("en").skip);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    expect(await page.locator("[data-own-lang]").count()).toBe(0);
    await context.close();
  });

  it("offers each language by its own name", async () => {
    const page = await (browser as NonNullable<typeof browser>).newPage();
    await page.goto(address("accessibility.html"));
    const names = await page.locator(".languages option[lang]").allTextContents();
    expect(names).toEqual(allWords.map(({ ownName }) => ownName));
    await page.close();
  });

  it("narrows the headlines of a year to those with a word", async () => {
    const page = await (browser as NonNullable<typeof browser>).newPage();
    await page.goto(address("alder-point-beacon/headlines-2024.html"));
    await page.getByRole("searchbox", { name: wordsFor("en").filterHeadlines }).fill("SNOWSHOES");
    await expect
      .poll(() => page.locator(".headline-day li:visible").allTextContents())
      .toEqual(["Library to lend snowshoes"]);
    await expect.poll(() => page.getByRole("status").textContent()).toBe("Headlines shown: 1");
    await page.close();
  });
});

describe.skipIf(browser === undefined)(`reading without a connection${reason ? ` (${reason})` : ""}`, () => {
  it("opens what was read and an edition that was kept, and says what was not", async () => {
    const site = buildSamples({}, "editions", ["--offline"]);
    const server = await servePlainly(site, "/papers/");
    const context = await newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    const front = `${server.url}alder-point-beacon/2024-09-19/index.html`;
    // Everything that is to be kept is there.
    for (const list of site.files.filter((file) => file.endsWith("/offline.json")))
      for (const name of JSON.parse(readFileSync(path.join(site.folder, list), "utf8")).files)
        expect(site.files, name).toContain(path.posix.join(path.posix.dirname(list), name));
    await page.goto(front);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await page.getByRole("button", { name: wordsFor("en").keepEdition }).click();
    await page.getByText(wordsFor("en").kept, { exact: true }).waitFor();
    // One page read with different words looked for in it is one page.
    for (const find of ["", "?find=harbor", "?find=bell&exact=1"])
      await page.goto(`${server.url}fersenbruecker-bote/2023-05-17/p2.html${find}`);
    const read = () =>
      page.evaluate(async () => {
        const name = (await caches.keys()).find((each) => each.endsWith(" read")) ?? "";
        return (await (await caches.open(name)).keys()).map(({ url }) => url);
      });
    await expect.poll(async () => (await read()).filter((url) => url.endsWith("-17/p2.html")).length).toBe(1);
    expect((await read()).filter((url) => url.includes("find="))).toEqual([]);
    await server.close();
    await context.setOffline(true);
    await page.goto(`${server.url}alder-point-beacon/2024-09-19/p3.html`);
    expect(await page.locator("h1").count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
    // A story of the edition that was kept, as a result of the search leads to it; and one that was read before.
    const story = site.pages.find((file) => /alder-point-beacon\/.*\/p2-[^/]+\.html$/.test(file)) ?? "";
    await page.goto(`${server.url}${story}?find=harbor#k-1`);
    expect(await page.locator("article h1").count()).toBe(1);
    await page.goto(`${server.url}fersenbruecker-bote/2023-05-17/p2.html?find=anderes`);
    expect(await page.locator("h1").textContent()).not.toBe(wordsFor("en").offline);
    await page.goto(`${server.url}fersenbruecker-bote/2023-05-17/p1.html`);
    expect(await page.locator("h1").textContent()).toBe(wordsFor("en").offline);
    expect(faults).toEqual([]);
    await context.close();
    site.remove();
  }, 120_000);
});

describe("a theme of the user's own", () => {
  it("takes the place of the program's files, and the rest stays", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-theme-"));
    const guide = readFileSync(new URL("../../docs/theming.md", import.meta.url), "utf8");
    // The guide's own example: each block of code names its file in the line before.
    const files = [...guide.matchAll(/^`(my-templates\/[^`]+)`:\n\n```\w+\n([\s\S]*?)^```/gm)];
    expect(files.map(([, name]) => name)).toEqual([
      "my-templates/assets/css/90-harbour.css",
      "my-templates/parts/site-foot.njk",
    ]);
    for (const [, name = "", text = ""] of files) {
      const place = path.join(folder, name.replace("my-templates/", ""));
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
    const site = buildSamples({}, "editions", ["--templates", folder]);
    const css = site.files.find((file) => /^assets\/site-.*\.css$/.test(file)) ?? "";
    expect(
      readFileSync(path.join(site.folder, css), "utf8")
        .trimEnd()
        .endsWith(stripCssComments(files[0]?.[2] ?? "").trimEnd()),
    ).toBe(true);
    expect(readFileSync(path.join(site.folder, "index.html"), "utf8")).toContain("Harbour Museum");
    site.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});
