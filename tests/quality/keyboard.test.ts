/** Every kind of page can be walked through with the keyboard, on a wide screen and on a phone's. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityChecks } from "../../src/render/accessibility/checks.js";
import { type BuiltSite, sharedSamples } from "../browser/built-samples.js";
import { openBrowser } from "../browser/open-browser.js";
import { byVariant, findPages, samplePages } from "./find-pages.mjs";
import { openTab } from "./open-tab.js";
import { serveSite } from "./serve-site.mjs";
import { walkByKeyboard } from "./walk-by-keyboard.js";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`the keyboard${reason ? ` (${reason})` : ""}`, () => {
  let site: BuiltSite;
  let server: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    site = sharedSamples();
    server = await serveSite(site.folder);
  });
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });

  for (const width of Object.values(accessibilityChecks.keyboard.values))
    it(`gets through every kind of page at ${width} px, seen, in order and out again`, async () => {
      const tab = await openTab(browser as Browser, server.url, {
        viewport: { width, height: 740 },
        reducedMotion: "reduce",
      });
      const faults: string[] = [];
      for (const { file } of samplePages(findPages(site.folder), byVariant)) {
        await tab.visit(file);
        const { found, stops } = await walkByKeyboard(tab.page);
        if (stops === 0) faults.push(`${file}: the Tab key goes nowhere`);
        faults.push(...[...found, ...tab.takeComplaints()].map((fault) => `${file}: ${fault}`));
      }
      await tab.close();
      expect(faults).toEqual([]);
    }, 120_000);

  it("is judged by a walk that sees what is wrong", async () => {
    const tab = await openTab(browser as Browser, server.url, { viewport: { width: 800, height: 600 } });
    await tab.visit("index.html");
    await tab.page.evaluate(() => {
      document.body.innerHTML = `<a href="#a" style="outline:none">unseen</a> <a href="#b" tabindex="2">first</a>
        <a href="#c" style="position:absolute;left:-999px">away</a>
        <div style="display:flex;flex-direction:row-reverse"><a href="#d">d</a><a href="#e">e</a></div>`;
    });
    const { found } = await walkByKeyboard(tab.page);
    for (const fault of ["is not seen", "goes back", "off the screen", "in reverse", "tabindex over 0"])
      expect(found.join("\n")).toContain(fault);
    await tab.close();
  });
});
