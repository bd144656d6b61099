/** The other forms are reached and saved from the pages, and all pages keep to the policy that hosts send. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import type { BrowserContext, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentPolicyHeader } from "../../src/model/content-policy.js";
import {
  type BuiltSite,
  examplePages,
  type PlainServer,
  servePlainly,
  sharedSamples,
} from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`other forms${reason ? ` (${reason})` : ""}`, () => {
  let site: BuiltSite;
  let server: PlainServer;
  beforeAll(async () => {
    site = sharedSamples();
    server = await servePlainly(site, "/papers/");
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });
  const openContext = (options: BrowserContextOptions = {}): Promise<BrowserContext> =>
    (browser as NonNullable<typeof browser>).newContext({ acceptDownloads: true, ...options });

  async function save(from: string, name: string): Promise<{ file: string; bytes: Buffer }> {
    const context = await openContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(new URL(from, server.url).href);
    const link = page.locator(".other-forms").getByRole("link", { name });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const bytes = readFileSync(await download.path());
    const file = download.suggestedFilename();
    await context.close();
    return { file, bytes };
  }

  it("saves a story as text and as Markdown, and its edition as a book, without a script", async () => {
    const article = site.pages.find((page) => /^alder-point-beacon\/.*\/p1-\w+\.html$/.test(page)) as string;
    const id = path.basename(article, ".html");
    const text = await save(article, "Plain text");
    expect(text.file).toBe(`alder-point-beacon-2024-09-19-${id}.txt`);
    expect(text.bytes.equals(readFileSync(path.join(site.folder, article.replace(".html", ".txt"))))).toBe(
      true,
    );
    const markdown = await save(article, "Markdown");
    expect(markdown.file).toBe(`alder-point-beacon-2024-09-19-${id}.md`);
    expect(markdown.bytes.toString("utf8")).toMatch(/^---\nid: p1-/);
    const book = await save(article, "EPUB book");
    expect(book.file).toBe("alder-point-beacon-2024-09-19.epub");
    expect(Object.keys(unzipSync(book.bytes))[0]).toBe("mimetype");
  }, 60_000);

  it("saves a whole edition from its front", async () => {
    const { file, bytes } = await save("qichuan-ribao/2024-04-18/index.html", "纯文本");
    expect(file).toBe("qichuan-ribao-2024-04-18.txt");
    expect(bytes.toString("utf8")).toContain("栖川日报");
  }, 60_000);

  it("leads from an archive to the month's book, the feed and the calendar", async () => {
    const context = await openContext();
    const page = await context.newPage();
    await page.goto(new URL("alder-point-beacon/index.html", server.url).href);
    const month = page.getByRole("link", { name: /September 2024: Book of the month/ });
    const [download] = await Promise.all([page.waitForEvent("download"), month.click()]);
    expect(download.suggestedFilename()).toBe("2024-09.epub");
    const links = await page
      .locator(".other-forms a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links).toEqual(["feed.xml", "on-this-day.ics"]);
    for (const link of links) expect(site.files).toContain(`alder-point-beacon/${link}`);
    await context.close();
  }, 60_000);

  it("shows every kind of page as it is under the policy that hosts send, and says nothing in the console", async () => {
    const context = await openContext();
    const said: string[] = [];
    await context.route("**/*", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": contentPolicyHeader };
      await route.fulfill({ response, headers });
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      // A missing page is what the address of 404.html is for.
      if (!message.text().includes("404")) said.push(`${page.url()}: ${message.text()}`);
    });
    for (const file of [...examplePages(site, 1), "nothing/here.html"]) {
      await page.goto(new URL(file, server.url).href);
      await page.waitForLoadState("load");
    }
    // The last is the page for what is not there: its style stands in attributes and holds.
    expect(await page.locator("h1").evaluate((heading) => getComputedStyle(heading).borderTopStyle)).toBe(
      "double",
    );
    // A measured page stands by style attributes.
    await page.goto(new URL("fersenbruecker-bote/2023-05-17/p1.html", server.url).href);
    expect(
      await page
        .locator(".paper")
        .first()
        .evaluate((paper) => paper.getAttribute("style")),
    ).toMatch(/--/);
    expect(said).toEqual([]);
    await context.close();
  }, 120_000);
});
