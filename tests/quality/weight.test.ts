/** No page makes a reader wait for what it weighs: an article at most 40 KB packed, a page with its scan at most 400 KB. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltSite, sharedSamples } from "../browser/built-samples.js";
import { openBrowser } from "../browser/open-browser.js";
import { byVariantAndPaper, type FoundPage, findPages, samplePages } from "./find-pages.mjs";
import { serveSite } from "./serve-site.mjs";
import { MOST_ARTICLE, MOST_SCAN, type SCREENS, weighPage } from "./weigh-page.mjs";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`the weight${reason ? ` (${reason})` : ""}`, () => {
  let site: BuiltSite;
  let pages: FoundPage[];
  let server: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    site = sharedSamples();
    // The largest of each variant and newspaper: what holds for it holds for the others.
    pages = samplePages(findPages(site.folder), byVariantAndPaper);
    server = await serveSite(site.folder);
  });
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });

  async function weigh(
    wanted: (page: FoundPage) => boolean,
    screen: keyof typeof SCREENS,
    most: number,
  ): Promise<string[]> {
    const heavy: string[] = [];
    const chosen = pages.filter(wanted);
    expect(chosen.length).toBeGreaterThan(0);
    for (const { file } of chosen) {
      const { bytes, ...parts } = await weighPage(browser as Browser, server, file, screen);
      expect(bytes, file).toBeGreaterThan(1000);
      if (bytes > most) heavy.push(`${file}: ${bytes} bytes, over ${most}: ${JSON.stringify(parts)}`);
    }
    return heavy;
  }

  it("of an article is at most 40 KB", async () => {
    expect(await weigh(({ kind }) => kind === "article", "desktop", MOST_ARTICLE)).toEqual([]);
  });

  const hasScan = ({ variant }: FoundPage): boolean => variant.includes("with scan");
  for (const screen of ["desktop", "phone"] as const)
    it(`of the first view of a page with its scan is at most 400 KB on a ${screen}`, async () => {
      expect(await weigh(hasScan, screen, MOST_SCAN)).toEqual([]);
    });
});
