/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The built site is whole: links lead somewhere, nothing is asked of the world, it reads without scripts and anywhere. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BuiltSite,
  examplePages,
  type PlainServer,
  servePlainly,
  sharedSamples,
} from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const site: BuiltSite = sharedSamples();
const { browser, reason } = await openBrowser();
afterAll(async () => {
  await browser?.close();
  site.remove();
});

const attributes = /\s(?:href|src)="([^"]*)"/g;
const decode = (text: string): string =>
  text.replaceAll("&amp;", "&").replaceAll("&#x26;", "&").replaceAll("&quot;", '"');

describe("links in the built files", () => {
  const ids = new Map(
    site.pages.map((page) => [
      page,
      new Set(
        [...readFileSync(path.join(site.folder, page), "utf8").matchAll(/\sid="([^"]*)"/g)].map((match) =>
          decode(match[1] as string),
        ),
      ),
    ]),
  );

  it("all resolve, to the very paragraph", () => {
    const broken: string[] = [];
    let internal = 0;
    for (const page of site.pages)
      for (const match of readFileSync(path.join(site.folder, page), "utf8").matchAll(attributes)) {
        const href = decode(match[1] as string);
        if (/^(https?:|mailto:|data:)/.test(href)) continue;
        internal += 1;
        const [file = "", anchor] = href.split("#");
        const target =
          file === ""
            ? page
            : path.posix.join(path.posix.dirname(page), decodeURIComponent(file.split("?")[0] as string));
        if (!site.files.includes(target)) broken.push(`${page} → ${href}`);
        else if (anchor && target.endsWith(".html") && !ids.get(target)?.has(decodeURIComponent(anchor)))
          broken.push(`${page} → ${href} (no such place)`);
      }
    expect(broken).toEqual([]);
    expect(internal).toBeGreaterThan(site.pages.length);
  });

  it("give every id once on a page", () => {
    for (const page of site.pages) {
      const all = [...readFileSync(path.join(site.folder, page), "utf8").matchAll(/\sid="([^"]*)"/g)].map(
        (match) => match[1],
      );
      expect(
        all.filter((id, index) => all.indexOf(id) !== index),
        page,
      ).toEqual([]);
    }
  });

  it("are relative and name their file, 404 aside", () => {
    const rooted = site.pages
      .filter((page) => page !== "404.html")
      .flatMap((page) =>
        [...readFileSync(path.join(site.folder, page), "utf8").matchAll(attributes)].map(
          (match) => `${page} → ${match[1]}`,
        ),
      )
      .filter((entry) => / → (\/|[^#]*\/(#|$))/.test(entry) && !/ → (https?|mailto|data):/.test(entry));
    expect(rooted).toEqual([]);
  });
});

describe.skipIf(browser === undefined)(`in a browser${reason ? ` (${reason})` : ""}`, () => {
  let server: PlainServer;
  let below: PlainServer;
  beforeAll(async () => {
    server = await servePlainly(site);
    below = await servePlainly(site, "/archive/papers/");
  });
  afterAll(async () => {
    await server?.close();
    await below?.close();
  });

  /** Console errors, page errors and requests that leave the site, while `visit` runs. */
  async function watch(
    origin: string,
    visit: (page: Page) => Promise<void>,
    scripts = true,
  ): Promise<string[]> {
    const context = await (browser as NonNullable<typeof browser>).newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("requestfailed", (request) => {
      // A picture that is left while it comes, since the next page is opened, is no fault.
      if (request.failure()?.errorText !== "net::ERR_ABORTED")
        complaints.push(`${page.url()} could not get ${request.url()}`);
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith("data:"))
        complaints.push(`${page.url()} asks for ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
    });
    await visit(page);
    await context.close();
    return complaints;
  }
  const visitAll = (base: string) => async (page: Page) => {
    for (const file of examplePages(site).filter((name) => name !== "404.html"))
      await page.goto(new URL(file, base).href);
  };

  it("works from file://", async () => {
    const base = pathToFileURL(`${site.folder}/`).href;
    expect(await watch(base, visitAll(base))).toEqual([]);
  });

  it("works under a base path, and its links stay there", async () => {
    expect(await watch(below.url, visitAll(below.url))).toEqual([]);
    await watch(below.url, async (page) => {
      await page.goto(below.url);
      const hrefs = await page.$$eval("a[href]", (links) =>
        links.map((link) => (link as HTMLAnchorElement).href),
      );
      expect(hrefs.length).toBeGreaterThan(0);
      expect(hrefs.filter((href) => !href.startsWith(below.url))).toEqual([]);
    });
  });

  it("reads with scripts off: the text of every article is there and seen", async () => {
    // A short notice has at least so many letters.
    const shortest = 5;
    const articles = site.pages.filter((page) => /\/p\d+-[a-z0-9]+\.html$/.test(page));
    expect(articles.length).toBeGreaterThan(10);
    const complaints = await watch(
      server.url,
      async (page) => {
        for (const file of articles.slice(0, 12)) {
          await page.goto(new URL(file, server.url).href);
          const story = page.locator("article.story");
          // What is seen, not what is there: hidden text does not count.
          // biome-ignore lint/performance/useDomNodeTextContent: textContent would count hidden text
          expect((await story.innerText()).trim().length, file).toBeGreaterThan(shortest);
          expect(await story.isVisible(), file).toBe(true);
        }
      },
      false,
    );
    expect(complaints).toEqual([]);
  });

  it("has live jump lines: the mark on one page leads to the other half and back", async () => {
    const fronts = site.pages.filter((page) => /\/p1\.html$/.test(page));
    let followed = 0;
    await watch(server.url, async (page) => {
      for (const front of fronts) {
        await page.goto(new URL(front, server.url).href);
        const hrefs = await page.$$eval(".region .jump a[href]", (links) =>
          links.map((link) => (link as HTMLAnchorElement).href),
        );
        for (const href of hrefs) {
          await page.goto(href);
          const region = page.locator(`[id="${decodeURIComponent(new URL(href).hash.slice(1))}"]`);
          expect(await region.count(), href).toBe(1);
          const back = await region
            .locator("xpath=ancestor-or-self::article")
            .locator(".jump a[href]")
            .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
          expect(
            back.some((link) => link.includes("p1.html")),
            href,
          ).toBe(true);
          followed += 1;
        }
      }
    });
    expect(followed).toBeGreaterThan(2);
  });
});
