/**
 * One test for each claim of the accessibility statement: the list is the statement's own, and one without its test does not
 * compile. What tests/quality looks for on every kind of page is not looked for here again.
 */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccessibilityCheck, accessibilityChecks } from "../../src/render/accessibility/checks.js";
import {
  type BuiltSite,
  examplePages,
  type PlainServer,
  servePlainly,
  sharedSamples,
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

/** Claims tested in another file, which takes their measures from the list as the tests below do. */
const elsewhere = {
  axe: "../quality/pages.test.ts",
  reflow: "../quality/pages.test.ts",
  keyboard: "../quality/keyboard.test.ts",
} as const satisfies Partial<Record<AccessibilityCheck, string>>;

const tests: Readonly<Record<Exclude<AccessibilityCheck, keyof typeof elsewhere>, () => Promise<string[]>>> =
  {
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
            if (
              (rect.width >= size && rect.height >= size) ||
              inText(element) ||
              element.closest("svg, table")
            )
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
              // Nobody is shown what a script or its absence holds; the choice of exact letters names letters, which are no text.
              !element?.closest("script, .search-exact")
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
    site = sharedSamples();
    server = await servePlainly(site);
    pages = [...examplePages(site, 1), ...site.pages.filter((file) => /headlines-/.test(file)).slice(0, 2)];
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });

  for (const [name, test] of Object.entries(tests)) it(name, async () => expect(await test()).toEqual([]));

  for (const [name, file] of Object.entries(elsewhere))
    it(`${name}, in ${file}`, () =>
      expect(readFileSync(new URL(file, import.meta.url), "utf8")).toContain(`accessibilityChecks.${name}.`));
});
