/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Ruby by the real route: set in a browser, printed to PDF, read out of it again, and shown over its letters. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, describe, expect, it } from "vitest";
import { buildSamples, servePlainly } from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();
afterAll(() => browser?.close());

const ruby = (base: string, reading: string): string => `<ruby>${base}<rt>${reading}</rt></ruby>`;
const sentences = [
  `${ruby("北岸", "ほくがん")}の渡し場に新しい${ruby("桟橋", "さんばし")}が完成し、きのう午前、六十人余りの乗客を乗せた一番船が対岸へ向かった。`,
  `桟橋には三隻の船が同時に着くことができ、待合室には${ruby("暖房", "だんぼう")}が入り、冬の朝も風を避けて待てる。`,
  `船長の${ruby("高橋", "たかはし")}さんは「やっと${ruby("間", "ま")}に合った」と胸をなで下ろした。`,
];
const plain = (html: string): string => html.replace(/<rt>.*?<\/rt>|<[^>]+>/g, "");
const paragraphs = [sentences.join(""), [...sentences].reverse().join("")];
const set = (mode: string): string => `<!doctype html><html lang="ja"><style>
  body { margin: 0 } p { margin: 0; text-indent: 1em } rt { font-size: 7px }
  main { box-sizing: border-box; width: 600px; height: 800px; padding: 30px; writing-mode: ${mode}; font: 14px/1.9 "Noto Serif CJK JP", serif }
  div { columns: 2; column-gap: 20px; inline-size: 540px; block-size: 540px; column-fill: auto; text-align: justify }
  h2 { font-size: 26px; margin: 0 6px }
  </style><main><div><h2>渡し場に新桟橋</h2>${paragraphs.map((each) => `<p>${each}</p>`).join("")}</div></main>`;

describe.skipIf(browser === undefined)(`ruby${reason ? ` (${reason})` : ""}`, () => {
  it.each([
    ["vertical", "vertical-rl"],
    ["horizontal", "horizontal-tb"],
  ])(
    "of a %s page stands over its letters and in no text",
    async (direction, mode) => {
      const context = await (browser as NonNullable<typeof browser>).newContext({
        viewport: { width: 1280, height: 900 },
      });
      const page = await context.newPage();
      const source = mkdtempSync(path.join(os.tmpdir(), "jumpline-ruby-"));
      const edition = path.join(source, "shio", "2020-05-05");
      mkdirSync(edition, { recursive: true });
      await page.setContent(set(mode));
      writeFileSync(
        path.join(edition, "page-1.pdf"),
        await page.pdf({ width: "600px", height: "800px", printBackground: true }),
      );
      writeFileSync(
        path.join(edition, "edition.md"),
        `---\nnewspaper: 汐凪\ndate: 2020-05-05\nlanguage: ja\ndirection: ${direction}\n---\n`,
      );
      const site = buildSamples({}, source);
      const server = await servePlainly(site);
      try {
        const data = site.files.find((file) => file.endsWith("/edition.json")) ?? "";
        const { articles, leftovers, furniture } = JSON.parse(
          readFileSync(path.join(site.folder, data), "utf8"),
        );
        expect(articles).toHaveLength(1);
        expect(leftovers).toEqual([]);
        expect(articles[0].headline).toBe("渡し場に新桟橋");
        expect(articles[0].body.map(({ text }: { text: string }) => text)).toEqual(paragraphs.map(plain));
        const readings = paragraphs.flatMap((each) =>
          [...each.matchAll(/<rt>(.*?)<\/rt>/g)].map(([, reading]) => reading),
        );
        expect(furniture.map(({ text }: { text: string }) => text).sort()).toEqual([...readings].sort());

        const story = site.pages.find((file) => /\/p1-[a-z0-9]+\.html$/.test(file)) ?? "";
        await page.goto(server.url + story);
        const shown = await page.$$eval(".story .body ruby", (all) =>
          all.map((each) => ({
            over: each.textContent,
            reading: getComputedStyle(each.querySelector("rt") as Element, "::before").content.slice(1, -1),
          })),
        );
        expect(shown).toEqual(
          paragraphs.flatMap((each) =>
            [...each.matchAll(/<ruby>(.*?)<rt>(.*?)<\/rt>/g)].map(([, over, reading]) => ({ over, reading })),
          ),
        );
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

        // On the page each stands where it was printed; where stories are listed, over its letters.
        await page.goto(server.url + story.replace(/p1-[a-z0-9]+/, "p1"));
        expect(await page.locator(".reading .set:visible").count()).toBe(readings.length);
        expect(await page.locator(".mirror rt:visible").count()).toBe(0);
        await page.setViewportSize({ width: 360, height: 800 });
        expect(await page.locator(".reading:visible").count()).toBe(0);
        const begun = page.locator(".flow > p:visible").first();
        expect(await begun.locator("rt:visible").count()).toBe((paragraphs[0]?.match(/<rt>/g) ?? []).length);
        const { violations: onPhone } = await new AxeBuilder({ page }).analyze();
        expect(onPhone.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      } finally {
        await server.close();
        await context.close();
        site.remove();
        rmSync(source, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
