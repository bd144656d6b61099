/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Pictures of pages in a browser, on an invented edition built by the command line: chosen without a script, in place, whole. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { png } from "../made-picture.js";
import { madeTiff } from "../made-tiff.js";
import { harbourFiles } from "../read/issue/harbour-post.js";
import { type BuiltSite, buildSamples } from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();
const hasSharp = await import("sharp" as string).then(
  () => true,
  () => false,
);
const pictures = {
  // The issue file names it so; what it is, its bytes say.
  "images/0001.jpg": png(500, 1000),
  // Of another shape than the page: its stories are listed.
  "ALTO/0002.png": png(300, 200),
};

afterAll(() => browser?.close());

describe("a site with pictures of its pages", () => {
  let source = "";
  let site: BuiltSite;
  let edition = "";
  beforeAll(() => {
    source = mkdtempSync(path.join(os.tmpdir(), "jumpline-scans-"));
    const files = [
      ...harbourFiles().map(({ path: name, bytes }) => [name, bytes] as const),
      ...Object.entries(pictures),
    ];
    for (const [name, bytes] of files) {
      mkdirSync(path.dirname(path.join(source, name)), { recursive: true });
      writeFileSync(path.join(source, name), bytes);
    }
    site = buildSamples({}, source);
    edition = path.posix.dirname(site.pages.find((page) => page.endsWith("/p1.html")) ?? "");
  });
  afterAll(() => {
    rmSync(source, { recursive: true, force: true });
    site.remove();
  });

  it("holds them unchanged, under safe names, and leads nowhere that is not there", () => {
    const read = (name: string): Buffer => readFileSync(path.join(site.folder, edition, name));
    expect(site.files.filter((file) => /\/p\d\.(?:png|jpg|webp)$/.test(file))).toEqual([
      `${edition}/p1.png`,
      `${edition}/p2.png`,
    ]);
    expect(read("p1.png").equals(pictures["images/0001.jpg"])).toBe(true);
    expect(read("p2.png").equals(pictures["ALTO/0002.png"])).toBe(true);
    for (const page of site.pages) {
      const html = readFileSync(path.join(site.folder, page), "utf8");
      for (const [, target] of html.matchAll(/(?:href|src)="([^"#:]+)(?:#[^"]*)?"/g))
        expect(
          existsSync(path.join(site.folder, path.posix.dirname(page), target ?? "")),
          `${page}: ${target}`,
        ).toBe(true);
    }
    const data = JSON.parse(read("edition.json").toString("utf8"));
    expect(data.pages.map((page: { scan: { url: string } }) => page.scan.url)).toEqual(["p1.png", "p2.png"]);
  });

  const open = async (
    options: { width: number; colorScheme?: "light" | "dark"; javaScriptEnabled?: boolean },
    look: (page: Page, address: (name: string) => string) => Promise<void>,
  ): Promise<void> => {
    const { width, ...rest } = options;
    const context = await (browser as NonNullable<typeof browser>).newContext({
      viewport: { width, height: 900 },
      ...rest,
    });
    const page = await context.newPage();
    await look(page, (name) => pathToFileURL(path.join(site.folder, edition, name)).href);
    await context.close();
  };
  const box = (page: Page, selector: string) => page.locator(selector).first().boundingBox();

  describe.skipIf(browser === undefined)(`in a browser${reason ? ` (${reason})` : ""}`, () => {
    it("shows the text first and the print when it is chosen, without a script", async () => {
      await open({ width: 1280, javaScriptEnabled: false }, async (page, address) => {
        await page.goto(address("p1.html"));
        expect(await page.locator(".mirror").isVisible()).toBe(true);
        expect(await page.locator(".print img").isVisible()).toBe(false);
        await page.getByRole("radio", { name: "Print" }).check();
        expect(await page.locator(".mirror").isVisible()).toBe(false);
        const image = page.getByRole("img", { name: /as printed/ });
        await image.evaluate((each) => (each as HTMLImageElement).decode());
        expect(await image.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBe(500);
        await page.getByRole("radio", { name: "Text" }).check();
        expect(await page.locator(".mirror").isVisible()).toBe(true);
      });
    });

    it("fetches no picture before it is chosen", async () => {
      // Where scripts are off browsers fetch lazy pictures at once, so that nobody is watched scrolling.
      await open({ width: 1280 }, async (page, address) => {
        const fetched: string[] = [];
        page.on("request", (request) => fetched.push(request.url().split(".").at(-1) ?? ""));
        await page.goto(address("p1.html"));
        expect(fetched).not.toContain("png");
        await page.check(".show-print");
        await page.locator(".print img").evaluate((each) => (each as HTMLImageElement).decode());
        expect(fetched).toContain("png");
      });
    });

    it("has the stories over the picture where the boxes are, as links in the order of the page", async () => {
      await open({ width: 1280, javaScriptEnabled: false }, async (page, address) => {
        await page.goto(address("p1.html"));
        await page.check(".show-print");
        const picture = await box(page, ".print img");
        const zone = await page.getByRole("link", { name: "HARBOUR TAX RISES" }).boundingBox();
        if (!picture || !zone) throw new Error("both are there");
        // Its headline stands at (520, 120) of 1000 by 2000.
        const x = (520 - ((zone.x - picture.x) / picture.width) * 1000) / 1000;
        const y = (120 - ((zone.y - picture.y) / picture.height) * 2000) / 2000;
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThan(0.03);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThan(0.03);
        await page.mouse.click(zone.x + zone.width / 2, zone.y + zone.height / 2);
        await page.waitForURL(/\/p1-[a-z0-9]+\.html/);
        expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("HARBOUR TAX RISES");
      });
    });

    it("rings the story that has the focus, and scrolls to it", async () => {
      await open({ width: 360 }, async (page, address) => {
        await page.goto(address("p1.html"));
        await page.getByRole("radio", { name: "Print" }).focus();
        await page.keyboard.press("Space");
        // Past the button that enlarges the page.
        await page.keyboard.press("Tab");
        await page.keyboard.press("Tab");
        const ring = await page.evaluate(() => {
          const focused = document.activeElement as HTMLElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(focused);
          const { top, bottom } = focused.getBoundingClientRect();
          return {
            zone: focused.matches("a.zone"),
            outlineStyle,
            outlineWidth,
            seen: top < 900 && bottom > 0,
          };
        });
        expect(ring).toEqual({ zone: true, outlineStyle: "solid", outlineWidth: "3px", seen: true });
      });
    });

    it("keeps the picture's place, fits it to any width and scrolls one way", async () => {
      for (const width of [360, 800, 1280])
        for (const name of ["p1.html", "p2.html"])
          await open({ width, javaScriptEnabled: false }, async (page, address) => {
            await page.route("**/*.png", (route) => route.abort());
            await page.goto(address(name));
            await page.check(".show-print");
            const picture = await box(page, ".print img");
            if (!picture) throw new Error("the picture is shown");
            const shape = name === "p1.html" ? 2 : 2 / 3;
            expect(picture.height / picture.width, `${width} ${name}`).toBeCloseTo(shape, 1);
            expect(picture.x + picture.width).toBeLessThanOrEqual(width);
            const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
            expect(scroll, `${width} ${name}`).toBeLessThanOrEqual(width);
          });
    });

    it("lists the stories where the picture has another shape than the page", async () => {
      await open({ width: 1280, javaScriptEnabled: false }, async (page, address) => {
        await page.goto(address("p2.html"));
        await page.check(".show-print");
        expect(await page.locator(".zone").count()).toBe(0);
        expect(await page.locator(".print-list a").count()).toBeGreaterThan(0);
        expect(await page.locator(".print-list a").first().isVisible()).toBe(true);
      });
    });

    it("keeps the choice from page to page, but shows the text of a story that is asked for", async () => {
      await open({ width: 1280 }, async (page, address) => {
        await page.goto(address("p1.html"));
        await page.check(".show-print");
        await page.goto(address("p2.html"));
        expect(await page.locator(".print img").isVisible()).toBe(true);
        await page.goto("about:blank");
        await page.goto(`${address("p1.html")}#unplaced`);
        expect(await page.locator(".mirror").isVisible()).toBe(true);
      });
    });

    it("prints the picture on one sheet where that is chosen", async () => {
      await open({ width: 1280, javaScriptEnabled: false }, async (page, address) => {
        await page.goto(address("p1.html"));
        await page.check(".show-print");
        await page.locator(".print img").evaluate((each) => (each as HTMLImageElement).decode());
        await page.emulateMedia({ media: "print" });
        expect(await page.locator(".print img").isVisible()).toBe(true);
        expect(await page.locator(".mirror, .running, .print nav").first().isVisible()).toBe(false);
        const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
        expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1);
      });
    });

    it("has nothing serious for axe, by day and by night", async () => {
      for (const colorScheme of ["light", "dark"] as const)
        for (const name of ["p1.html", "p2.html"])
          await open({ width: 1280, colorScheme }, async (page, address) => {
            await page.goto(address(name));
            await page.check(".show-print");
            expect(await page.locator(".print img").evaluate((each) => getComputedStyle(each).filter)).toBe(
              "none",
            );
            const { violations } = await new AxeBuilder({ page }).analyze();
            expect(
              violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
              name,
            ).toEqual([]);
          });
    });
  });
});

describe.skipIf(!hasSharp)(`a site with TIFF scans${hasSharp ? "" : " (sharp is not installed)"}`, () => {
  let source = "";
  let site: BuiltSite;
  let edition = "";
  const sheet = {
    width: 500,
    height: 1000,
    photometric: 1,
    pixels: new Uint8Array(500_000).fill(200),
  } as const;
  const scan = madeTiff(sheet);
  beforeAll(() => {
    source = mkdtempSync(path.join(os.tmpdir(), "jumpline-scans-"));
    const files = [
      ...harbourFiles().map(({ path: name, bytes }) => [name, bytes] as const),
      ["ALTO/0001.tif", scan] as const,
      // Breaks off: the page is built without it.
      ["ALTO/0002.tif", scan.subarray(0, 1000)] as const,
    ];
    for (const [name, bytes] of files) {
      mkdirSync(path.dirname(path.join(source, name)), { recursive: true });
      writeFileSync(path.join(source, name), bytes);
    }
    site = buildSamples({}, source);
    edition = path.posix.dirname(site.pages.find((page) => page.endsWith("/p1.html")) ?? "");
  });
  afterAll(() => {
    rmSync(source, { recursive: true, force: true });
    site.remove();
  });

  it("holds what was made of them, and not the scans", () => {
    expect(site.files.filter((file) => /\.(?:png|jpg|webp|tiff?)$/.test(file))).toEqual([
      `${edition}/cover.jpg`,
      `${edition}/p1-thumb.webp`,
      `${edition}/p1.webp`,
    ]);
    expect(readFileSync(path.join(source, "ALTO/0001.tif")).equals(scan)).toBe(true);
    const data = JSON.parse(readFileSync(path.join(site.folder, edition, "edition.json"), "utf8"));
    expect(data.pages.map((page: { scan?: unknown }) => page.scan)).toEqual([
      { file: "ALTO/0001.tif", url: "p1.webp", width: 500, height: 1000 },
      undefined,
    ]);
    expect(data.diagnostics.map(({ code }: { code: string }) => code)).toContain("JL6014");
  });

  it.skipIf(browser === undefined)(`shows them in a browser${reason ? ` (${reason})` : ""}`, async () => {
    const page = await (browser as NonNullable<typeof browser>).newPage();
    await page.goto(pathToFileURL(path.join(site.folder, edition, "p1.html")).href);
    await page.check(".show-print");
    const image = page.locator(".print img");
    await image.evaluate((each) => (each as HTMLImageElement).decode());
    expect(await image.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBe(500);
    expect(await page.locator(".zone").count()).toBeGreaterThan(0);
    await page.close();
  });
});
