/** The search as a reader uses it: over http and from `file://`, with the keyboard, on a phone, without a script. */
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltSite, type PlainServer, servePlainly, sharedSamples } from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`the search${reason ? ` (${reason})` : ""}`, () => {
  let site: BuiltSite;
  let server: PlainServer;
  beforeAll(async () => {
    site = sharedSamples();
    server = await servePlainly(site, "/papers/");
  });
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });

  const rootOf = (scheme: string): string =>
    scheme === "http" ? server.url : `${pathToFileURL(site.folder)}/`;

  /** A page, and what it complains of. */
  async function visit(
    address: string,
    work: (page: Page, complaints: string[]) => Promise<void>,
    options: BrowserContextOptions = {},
    before?: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await (browser as NonNullable<typeof browser>).newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("requestfailed", (request) => complaints.push(request.url()));
    await before?.(page);
    await page.goto(address);
    await work(page, complaints);
    await context.close();
  }
  const ask = (fields: Record<string, string>): string => `search.html?${new URLSearchParams(fields)}`;
  const said = async (page: Page): Promise<string> => {
    const status = page.locator("#search-status");
    await expect.poll(() => status.textContent()).toMatch(/Articles found|Nothing was found|Type what/);
    return (await status.textContent()) ?? "";
  };
  const lit = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...((CSS.highlights.get("found") ?? []) as Iterable<Range>)].map((range) => range.toString()),
    );

  for (const scheme of ["http", "file"] as const)
    it(`leads from any page to the words in their paragraph, over ${scheme}`, async () => {
      const start = site.pages.find((page) => /alder-point-beacon\/.*\/p1-[^/]+\.html$/.test(page)) ?? "";
      await visit(`${rootOf(scheme)}${start}`, async (page, complaints) => {
        await page.keyboard.press("/");
        await page.keyboard.type("灯台");
        await page.keyboard.press("Enter");
        await page.waitForURL(/search\.html\?q=/);
        expect(await said(page)).toMatch(/: [1-9]/);
        const hits = page.locator("#search-results > li");
        const count = Number(((await said(page)).match(/\d+/) ?? [])[0]);
        expect(await hits.count()).toBe(Math.min(10, count));
        expect(new Set(await page.locator(".hit-words mark").allTextContents())).toEqual(new Set(["灯台"]));
        // On to the first hit that says its words in a paragraph, by the keyboard.
        await page.locator(".hit-words a[href*='#k-']").first().focus();
        await page.keyboard.press("Enter");
        await page.waitForURL(/find=.*#k-/);
        await expect.poll(() => page.locator(".found-bar [role=status]").textContent()).toMatch(/：[1-9]/);
        await expect.poll(async () => new Set(await lit(page))).toEqual(new Set(["灯台"]));
        const inTarget = await page.locator(":target").textContent();
        expect(inTarget).toContain("灯台");
        await expect(page.locator(":target").isVisible()).resolves.toBe(true);
        await page.locator(".found-bar button").click();
        await expect.poll(() => lit(page)).toEqual([]);
        expect(complaints).toEqual([]);
      });
    });

  it("finds other forms unless told not to, and quoted words whole", async () => {
    const numbers: number[] = [];
    for (const fields of [
      { q: "燈臺" },
      { q: "燈臺", exact: "1" },
      { q: "brucke" },
      { q: "Brücke", exact: "1" },
      { q: "harb" },
      { q: '"harb"' },
    ])
      await visit(`${server.url}${ask(fields as Record<string, string>)}`, async (page) => {
        numbers.push(Number(((await said(page)).match(/\d+/) ?? ["0"])[0]));
      });
    expect(numbers.map((number) => number > 0)).toEqual([true, false, true, true, true, false]);
    expect(numbers[2]).toBe(numbers[3]);
  });

  it("narrows by newspaper, date, page and kind", async () => {
    const count = async (fields: Record<string, string>): Promise<number> => {
      let number = -1;
      await visit(`${rootOf("file")}${ask(fields)}`, async (page) => {
        number = Number(((await said(page)).match(/\d+/) ?? ["0"])[0]);
        if (Object.keys(fields).length > 1)
          expect(await page.locator("#search-filters").getAttribute("open")).not.toBeNull();
      });
      return number;
    };
    const all = await count({ q: "2" });
    const papers = ["alder-point-beacon", "fersenbruecker-bote", "qichuan-ribao", "shionagi-shimpo"];
    const parts = await Promise.all(papers.map((paper) => count({ q: "2", paper })));
    expect(all).toBeGreaterThan(3);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
    expect(await count({ q: "2", from: "2024", to: "2024" })).toBe((parts[0] ?? 0) + (parts[2] ?? 0));
    expect(await count({ q: "2", to: "2023-05" })).toBe((parts[1] ?? 0) + (parts[3] ?? 0));
    expect(await count({ q: "2", from: "2024-09-20" })).toBe(0);
    const kinds = await Promise.all(
      ["story", "notice", "advert", "leftover"].map((kind) => count({ q: "2", kind })),
    );
    expect(kinds.reduce((sum, part) => sum + part, 0)).toBe(all);
    expect(await count({ q: "ferry", page: "1" })).toBeLessThan(await count({ q: "ferry" }));
  });

  it("shows when, and each bar leads to its time", async () => {
    await visit(`${server.url}${ask({ q: "2" })}`, async (page) => {
      await said(page);
      const bars = page.locator("#search-times a");
      expect(await bars.count()).toBeGreaterThan(1);
      const name = (await bars.first().getAttribute("aria-label")) ?? "";
      await bars.first().click();
      await page.waitForURL(/[?&]from=/);
      expect(await said(page)).toBe(`Articles found: ${name.match(/\d+$/)?.[0]}`);
    });
  });

  it("shows more on demand, and goes there", async () => {
    await visit(`${server.url}${ask({ q: "the" })}`, async (page) => {
      await said(page);
      await page.locator("#search-more").click();
      await expect.poll(() => page.locator("#search-results > li").count()).toBeGreaterThan(10);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest("li")?.matches(":nth-child(11)")))
        .toBe(true);
    });
  });

  it("opens the printed lines for words that stand only there", async () => {
    const printed = /"text":"([^"]+)","printed":true/;
    const { readFileSync } = await import("node:fs");
    const words = site.files
      .filter((file) => /\/texts-\d+\.js$/.test(file))
      .map((file) => printed.exec(readFileSync(`${site.folder}/${file}`, "utf8"))?.[1])
      .find((text) => text !== undefined);
    await visit(`${server.url}${ask({ q: `"${words}"` })}`, async (page, complaints) => {
      expect(await said(page)).toMatch(/: [1-9]/);
      expect(await page.locator(".hit-words .label").first().textContent()).toBe("As printed");
      await page.locator("#search-results h2 a").first().click();
      await page.waitForURL(/find=/);
      await expect.poll(() => page.locator("details.source-lines").getAttribute("open")).not.toBeNull();
      await expect.poll(async () => (await lit(page)).length).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    });
  });

  it("wraps words in marks where the browser has no highlights of its own", async () => {
    const file = site.pages.find((page) => /shionagi-shimpo\/.*\/p1-[^/]+\.html$/.test(page)) ?? "";
    const noHighlights = async (page: Page): Promise<void> => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(window, "Highlight");
      });
    };
    await visit(
      `${server.url}${file}?${new URLSearchParams({ find: "の" })}`,
      async (page, complaints) => {
        await expect.poll(() => page.locator("main mark").count()).toBeGreaterThan(0);
        expect(new Set(await page.locator("main mark").allTextContents())).toEqual(new Set(["の"]));
        await page.locator(".found-bar button").click();
        await expect.poll(() => page.locator("main mark").count()).toBe(0);
        expect(complaints).toEqual([]);
      },
      {},
      noHighlights,
    );
  });

  it("says without a script that it needs one, and leads to the archive", async () => {
    await visit(
      `${rootOf("file")}search.html?q=ferry`,
      async (page) => {
        expect(await page.locator("main").textContent()).toContain("JavaScript");
        expect(await page.locator("#search-form").isVisible()).toBe(false);
        await page.locator("main a").first().click();
        await page.waitForURL(/index\.html$/);
      },
      { javaScriptEnabled: false },
    );
  });

  it("asks for few files: the page, its parts, the list of editions, shards and texts, nothing from elsewhere", async () => {
    const asked: string[] = [];
    await visit(
      `${server.url}${ask({ q: "灯台" })}`,
      async (page) => {
        await said(page);
      },
      {},
      async (page) => {
        page.on("request", (request) => asked.push(request.url()));
      },
    );
    expect(asked.every((url) => url.startsWith(server.url) || url.startsWith("data:"))).toBe(true);
    const names = asked.map((url) => url.slice(server.url.length).replace(/\?.*/, ""));
    expect(names.filter((name) => name.startsWith("search/pairs-"))).toHaveLength(1);
    expect(names.filter((name) => name.startsWith("search/words-"))).toHaveLength(0);
    expect(names.filter((name) => name.includes("/texts-"))).toEqual([
      "shionagi-shimpo/2022-11-10/texts-1.js",
    ]);
  });

  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
    ["dark", 360],
  ] as const)
    it(`has no issue for axe in ${colorScheme} at ${width} px, and nothing sticks out`, async () => {
      const article = site.pages.find((page) => /qichuan-ribao\/.*\/p1-[^/]+\.html$/.test(page)) ?? "";
      for (const address of [
        ask({ q: "2", order: "newest" }),
        ask({ q: "xyzzy" }),
        `${article}?${new URLSearchParams({ find: "的" })}`,
      ])
        await visit(
          `${server.url}${address}`,
          async (page) => {
            if (address.startsWith("search")) await said(page);
            else await expect.poll(() => page.locator(".found-bar").count()).toBe(1);
            const { violations } = await new AxeBuilder({ page }).analyze();
            expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
              width,
            );
          },
          { colorScheme, viewport: { width, height: 800 } },
        );
    });
});
