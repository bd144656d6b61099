/**
 * Every page of the built samples as a reader's browser shows it, and a page of every kind in all ways of reading: no
 * word in the console, nothing asked of the world, nothing that shifts or stands out to the side, nothing for axe.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityChecks } from "../../src/render/accessibility/checks.js";
import { type BuiltSite, sharedSamples } from "../browser/built-samples.js";
import { openBrowser } from "../browser/open-browser.js";
import { byVariantAndPaper, type FoundPage, findPages, samplePages } from "./find-pages.mjs";
import { readDown } from "./listen-for-shifts.mjs";
import { chooseOtherwise, findAxeIssues, findLostMarks, findOverflow, findShift } from "./look-at-page.js";
import { openTab, type Tab } from "./open-tab.js";
import { serveSite } from "./serve-site.mjs";
import { contextOf, nameWay, otherWays, plainWay, type Way } from "./ways-of-reading.js";

const { browser, reason } = await openBrowser();
const factors = ["colours", "scripts", "width", "motion", "choices"] as const;

describe("the ways of reading", () => {
  it("bring each two settings together", () => {
    const ways = [plainWay, ...otherWays];
    const values = (factor: (typeof factors)[number]) => [...new Set(ways.map((way) => way[factor]))];
    const missing = factors.flatMap((one, at) =>
      factors.slice(at + 1).flatMap((two) =>
        values(one).flatMap((a) =>
          values(two)
            .filter((b) => !ways.some((way) => way[one] === a && way[two] === b))
            .map((b) => `${one} ${a} with ${two} ${b}`),
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("are those that the accessibility statement names", () => {
    const ways = [plainWay, ...otherWays];
    for (const width of Object.values(accessibilityChecks.axe.values))
      for (const scheme of accessibilityChecks.axe.schemes)
        expect(ways.some((way) => way.width === width && way.colours === scheme)).toBe(true);
    expect(ways.some(({ width }) => width === accessibilityChecks.reflow.values.narrow)).toBe(true);
  });
});

describe.skipIf(browser === undefined)(`the built pages${reason ? ` (${reason})` : ""}`, () => {
  let site: BuiltSite;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let pages: FoundPage[];
  beforeAll(async () => {
    site = sharedSamples();
    pages = findPages(site.folder);
    // Milliseconds: longer than it takes to paint a page, so that what comes late is seen to come late.
    server = await serveSite(site.folder, { holdBack: 80 });
  });
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });

  /** Looks at one page in the way that the tab is set to. */
  async function look(tab: Tab, file: string, { scripts, choices, colours }: Way): Promise<string[]> {
    await tab.visit(file, scripts);
    await readDown(tab.page, tab.settle);
    const found = findShift(tab.takeShifts());
    if (choices === "other") {
      await chooseOtherwise(tab.page);
      await tab.settle();
    }
    const forced = colours === "forced";
    found.push(...(await findOverflow(tab.page)), ...(await findAxeIssues(tab.page, forced)));
    if (forced) found.push(...(await findLostMarks(tab.page)));
    found.push(...tab.takeComplaints());
    return found.map((finding) => `${file}: ${finding}`);
  }

  it("are of all the kinds that the samples have", () => {
    const kinds = new Set(pages.map(({ kind }) => kind));
    for (const kind of ["site", "archive", "front", "page", "article", "report", "404"])
      expect([...kinds]).toContain(kind);
    const variants = new Set(pages.map(({ variant }) => variant));
    expect([...variants].filter((variant) => /vertical/.test(variant)).length).toBeGreaterThan(1);
    expect([...variants].filter((variant) => /with scan/.test(variant)).length).toBeGreaterThan(0);
  });

  it("have no fault, each and every one", async () => {
    const tab = await openTab(browser as Browser, server.url, contextOf(plainWay));
    const found: string[] = [];
    for (const { file } of pages) found.push(...(await look(tab, file, plainWay)));
    await tab.close();
    expect(found).toEqual([]);
  }, 300_000);

  for (const [nth, way] of otherWays.entries())
    it(`have no fault at ${nameWay(way)}`, async () => {
      // A tab of its own for each page: a choice that is remembered would change what the next one looks like.
      const found: string[] = [];
      for (const { file } of inTurn(pages, nth)) {
        const tab = await openTab(browser as Browser, server.url, contextOf(way));
        found.push(...(await look(tab, file, way)));
        await tab.close();
      }
      expect(found).toEqual([]);
    }, 120_000);
});

/** One page of each variant; the newspapers take turns, so that each meets some ways and each variant meets all. */
function inTurn(pages: readonly FoundPage[], nth: number): FoundPage[] {
  const samples = samplePages(pages, byVariantAndPaper);
  return [...new Set(samples.map(({ variant }) => variant))].map((variant) => {
    const papers = samples.filter((sample) => sample.variant === variant);
    return papers[nth % papers.length] as FoundPage;
  });
}
