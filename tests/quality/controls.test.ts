/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * Every kind of page under the strict policy that a host would send, while all that can be used on it is used; and
 * again afterwards, when what was chosen is remembered: it stands so from the first moment, and nothing shifts.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltSite, sharedSamples } from "../browser/built-samples.js";
import { openBrowser } from "../browser/open-browser.js";
import { byKind, byVariant, findPages, samplePages } from "./find-pages.mjs";
import { readDown } from "./listen-for-shifts.mjs";
import { findAxeIssues, findOverflow, findShift } from "./look-at-page.js";
import { openTab, type Tab } from "./open-tab.js";
import { policyToSend } from "./read-policy.js";
import { serveSite } from "./serve-site.mjs";
import { useControls } from "./use-controls.js";

/**
 * Whether a page that is come back to must stand at once as it was chosen. It needs the choices to be read before the
 * first paint; while they are read by a deferred script, vertical pages that are read horizontally shift.
 */
const KEPT_WITHOUT_SHIFT = true;

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`what can be used${reason ? ` (${reason})` : ""}`, () => {
  let site: BuiltSite;
  let server: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    site = sharedSamples();
    // Milliseconds: a page is painted before its script comes, so that what a script changes late is seen to shift.
    server = await serveSite(site.folder, { policy: policyToSend(site.folder), holdBack: 250 });
  });
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });

  for (const [width, keyOf] of [
    [1280, byVariant],
    [360, byKind],
  ] as const)
    it(`keeps to the policy and is remembered without a shift, at ${width} px`, async () => {
      const faults: string[] = [];
      let all = 0;
      for (const { file } of samplePages(findPages(site.folder), keyOf)) {
        const tab = await openTab(browser as Browser, server.url, { viewport: { width, height: 740 } });
        const broken = await watchPolicy(tab);
        await tab.visit(file);
        const { found, used } = await useControls(tab, file);
        all += used;
        const after = [...(await findOverflow(tab.page)), ...(await findAxeIssues(tab.page))];
        faults.push(...found, ...after.map((fault) => `${file}, all used: ${fault}`));
        tab.takeShifts();
        await tab.visit(file);
        await readDown(tab.page, tab.settle);
        faults.push(
          ...findShift(KEPT_WITHOUT_SHIFT ? tab.takeShifts() : []).map(
            (fault) => `${file}, come back to: ${fault}`,
          ),
          ...[...broken, ...tab.takeComplaints()].map((fault) => `${file}: ${fault}`),
        );
        await tab.close();
      }
      expect(faults).toEqual([]);
      expect(all).toBeGreaterThan(5);
    }, 400_000);

  it("would be told of a broken policy", async () => {
    const tab = await openTab(browser as Browser, server.url, {});
    const broken = await watchPolicy(tab);
    await tab.visit("index.html");
    await tab.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'run'";
      document.body.append(script);
    });
    await tab.settle();
    expect(broken.join()).toMatch(/breaks the policy.*script-src/);
    expect(await tab.page.title()).not.toBe("run");
    await tab.close();
  });
});

/** Notes every breach of the policy, wherever on the page. Printing is not really done. */
async function watchPolicy(tab: Tab): Promise<string[]> {
  const broken: string[] = [];
  await tab.page.exposeFunction("noteBreach", (breach: string) => {
    broken.push(breach);
  });
  await tab.page.addInitScript(() => {
    window.print = () => undefined;
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      (globalThis as unknown as { noteBreach(breach: string): void }).noteBreach(
        `breaks the policy (${effectiveDirective}) with ${blockedURI} at ${sourceFile}:${lineNumber}`,
      );
    });
  });
  return broken;
}
