/** One test for each claim of the accessibility statement: the list is the statement's own, and one without its test fails here. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccessibilityCheck, accessibilityChecks } from "../../src/render/accessibility/checks.js";
import {
  type BuiltSite,
  buildSamples,
  examplePages,
  type PlainServer,
  servePlainly,
} from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();
let site: BuiltSite;
let server: PlainServer;
let pages: string[];

/** Opens each kind of page and gathers what is wrong on it. */
async function lookAtAll(
  options: NonNullable<Parameters<NonNullable<typeof browser>["newContext"]>[0]>,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const context = await (browser as NonNullable<typeof browser>).newContext(options);
  const page = await context.newPage();
  const wrong: string[] = [];
  for (const file of pages) {
    await page.goto(new URL(file, server.url).href);
    wrong.push(...(await look(page)).map((each) => `${file}: ${each}`));
  }
  await context.close();
  return wrong;
}

const tests: Readonly<Record<AccessibilityCheck, () => Promise<string[]>>> = {
  async axe() {
    const { values, schemes, tags } = accessibilityChecks.axe;
    const wrong: string[] = [];
    for (const width of Object.values(values))
      for (const colorScheme of schemes)
        wrong.push(
          ...(await lookAtAll({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
            const { violations } = await new AxeBuilder({ page }).withTags([...tags]).analyze();
            return violations.map(
              ({ id, nodes }) => `${colorScheme} ${width} ${id}: ${nodes[0]?.html.slice(0, 120)}`,
            );
          })),
        );
    return wrong;
  },
  reflow: () =>
    lookAtAll({ viewport: { width: accessibilityChecks.reflow.values.narrow, height: 256 } }, (page) =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth} px`] : [];
      }),
    ),
  keyboard: () =>
    lookAtAll({ viewport: { width: 1280, height: 800 } }, async (page) => {
      const wrong: string[] = [];
      const wanted = await page.evaluate(() => {
        const all = [...document.querySelectorAll("a[href], button, select, input, summary")];
        return all.filter(
          (each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0,
        ).length;
      });
      // The first hundred stops show how the page goes; a long one has the same links on and on.
      const stops = Math.min(100, wanted);
      const seen = new Set<string>();
      for (let at = 0; at < stops; at += 1) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const focused = document.activeElement;
          if (!focused || focused === document.body) return undefined;
          const { outlineStyle, outlineWidth } = getComputedStyle(focused);
          const path = [...document.querySelectorAll("*")].indexOf(focused);
          return {
            path: String(path),
            rings: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
            html: focused.outerHTML.slice(0, 80),
          };
        });
        if (!stop) break;
        seen.add(stop.path);
        if (!stop.rings) wrong.push(`no ring: ${stop.html}`);
      }
      // Radio buttons of one choice are one stop.
      if (seen.size < stops - 2) wrong.push(`${seen.size} stops of ${stops}`);
      return wrong;
    }),
  targets: () =>
    lookAtAll({ viewport: { width: 360, height: 800 } }, (page) =>
      page.evaluate((size) => {
        const inText = (element: Element): boolean => {
          const line = element.parentElement;
          return [...(line?.childNodes ?? [])].some(
            (node) => node.nodeType === Node.TEXT_NODE && /[^\s·:：(),]/.test(node.textContent ?? ""),
          );
        };
        const boxes = [...document.querySelectorAll("a[href], button, select, summary, label:has(input)")]
          .filter(
            (each) =>
              each.checkVisibility({ visibilityProperty: true }) && !each.matches(".skip, .permalink"),
          )
          .flatMap((element) => {
            const rect = element.getBoundingClientRect();
            return rect.width > 1 && rect.height > 1 ? [{ element, rect }] : [];
          });
        const middle = ({ x, y, width, height }: DOMRect) => ({ x: x + width / 2, y: y + height / 2 });
        return boxes.flatMap(({ element, rect }) => {
          if ((rect.width >= size && rect.height >= size) || inText(element) || element.closest("svg, table"))
            return [];
          // Spacing: a circle of that size round its middle meets no other target, nor another small one's circle.
          const here = middle(rect);
          const near = boxes.some(({ element: other, rect: there }) => {
            if (other === element || other.contains(element) || element.contains(other)) return false;
            const dx = Math.max(there.left - here.x, 0, here.x - there.right);
            const dy = Math.max(there.top - here.y, 0, here.y - there.bottom);
            if (Math.hypot(dx, dy) < size / 2 - 0.5) return true;
            const small = there.width < size || there.height < size;
            const to = middle(there);
            return small && Math.hypot(to.x - here.x, to.y - here.y) < size - 0.5;
          });
          return near
            ? [`${Math.round(rect.width)} by ${Math.round(rect.height)}: ${element.outerHTML.slice(0, 90)}`]
            : [];
        });
      }, accessibilityChecks.targets.size),
    ),
  forcedColours: () =>
    lookAtAll({ forcedColors: "active", viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.keyboard.press("Tab");
      return page.evaluate(() => {
        const probe = document.createElement("p");
        probe.style.color = "CanvasText";
        document.body.append(probe);
        const text = getComputedStyle(probe).color;
        probe.remove();
        const wrong: string[] = [];
        for (const each of document.querySelectorAll("main p, main h1, main h2, main li"))
          if (!each.closest("a, label, svg") && getComputedStyle(each).color !== text)
            wrong.push(`${getComputedStyle(each).color}: ${each.outerHTML.slice(0, 80)}`);
        const focused = document.activeElement;
        if (!focused || getComputedStyle(focused).outlineStyle === "none")
          wrong.push("no ring in forced colours");
        return wrong;
      });
    }),
  language: () =>
    lookAtAll({ viewport: { width: 1280, height: 800 } }, (page) =>
      page.evaluate(() => {
        const { lang } = document.documentElement;
        const wrong = lang === "" ? ["the page says no language"] : [];
        const script = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const element = node.parentElement;
          const said = element?.closest("[lang]")?.getAttribute("lang") ?? "";
          // What a script alone shows: Han, kana or Hangul in a text said to be in a language that has none.
          if (
            script.test(node.textContent ?? "") &&
            !/^(zh|ja|ko|lzh|yue)/.test(said) &&
            !element?.closest("script")
          )
            wrong.push(`${said}: ${node.textContent?.trim().slice(0, 40)}`);
        }
        return wrong;
      }),
    ),
  noScript: () =>
    lookAtAll({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }, async (page) => {
      const stories = page.locator("main article, main li a, main p");
      const count = await stories.count();
      if (count === 0) return ["nothing to read"];
      const body = page.locator(".story .body");
      return (await body.count()) > 0 && !(await body.first().isVisible()) ? ["its text is hidden"] : [];
    }),
};

describe.skipIf(browser === undefined)(`what the statement claims${reason ? ` (${reason})` : ""}`, () => {
  beforeAll(async () => {
    site = buildSamples();
    server = await servePlainly(site);
    pages = [...examplePages(site, 1), ...site.pages.filter((file) => /headlines-/.test(file)).slice(0, 2)];
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });

  for (const name of Object.keys(accessibilityChecks) as AccessibilityCheck[])
    it(name, async () => expect(await tests[name]()).toEqual([]), 300_000);
});
