/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The printed page enlarged and its small pictures, in a browser, on the sample edition that has scans and on made tiles. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scaleScanFile } from "../../src/store/scans/scale-scan-file.js";
import { png } from "../made-picture.js";
import { type BuiltSite, buildSamples, type PlainServer, servePlainly } from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();
const hasSharp = await import("sharp" as string).then(
  () => true,
  () => false,
);
const edition = "fersenbruecker-bote/2023-05-17";

afterAll(() => browser?.close());

describe.skipIf(browser === undefined || !hasSharp)(
  `a page with a scan${reason ? ` (${reason})` : ""}`,
  () => {
    let site: BuiltSite;
    let server: PlainServer;
    beforeAll(async () => {
      site = buildSamples({}, "editions/fersenbruecker-bote");
      server = await servePlainly(site);
    });
    afterAll(async () => {
      await server.close();
      site.remove();
    });
    const fromDisk = (name: string): string => {
      const [file = "", rest = ""] = name.split(/(?=[?#])(.*)/s);
      return pathToFileURL(path.join(site.folder, edition, file)).href + rest;
    };
    const fromServer = (name: string): string => `${server.url}${edition}/${name}`;

    interface Watched {
      readonly page: Page;
      /** Console messages, faults and files that are not there. */
      readonly trouble: string[];
    }
    async function open(
      address: string,
      look: (watched: Watched) => Promise<void>,
      options: { colorScheme?: "light" | "dark"; width?: number; javaScriptEnabled?: boolean } = {},
    ): Promise<void> {
      const { width = 1280, ...rest } = options;
      const context = await (browser as NonNullable<typeof browser>).newContext({
        viewport: { width, height: 900 },
        ...rest,
      });
      const page = await context.newPage();
      const trouble: string[] = [];
      page.on("console", (message) => trouble.push(message.text()));
      page.on("pageerror", ({ message }) => trouble.push(message));
      page.on("requestfailed", (request) => trouble.push(request.url()));
      page.on("response", (response) => {
        if (response.status() >= 400) trouble.push(response.url());
      });
      await page.goto(address);
      await look({ page, trouble });
      expect(trouble).toEqual([]);
      await context.close();
    }
    const enlarge = async (page: Page): Promise<void> => {
      await page.check(".show-print");
      await page.getByRole("button", { name: "Vergrößern" }).click();
      await page.waitForSelector("dialog.viewer[data-open]");
    };
    /** Whether the picture is on the canvas: the disk's is tainted, so its pixels are asked of a screenshot. */
    const dark = async (page: Page): Promise<number> =>
      (await page.locator("dialog canvas").first().screenshot()).length;

    /** Waits until what is measured moves no more: the viewer glides. */
    const settled = async <T>(measure: () => Promise<T>): Promise<T> => {
      let last = await measure();
      await expect
        .poll(
          async () => {
            const before = JSON.stringify(last);
            last = await measure();
            return JSON.stringify(last) === before;
          },
          { interval: 150 },
        )
        .toBe(true);
      return last;
    };

    it("opens enlarged from a server and from the disk, shows the scan, and Escape leads back", async () => {
      for (const address of [fromServer("p1.html"), fromDisk("p1.html")])
        await open(address, async ({ page }) => {
          await enlarge(page);
          // Paper without print packs to a few kilobytes.
          await expect.poll(() => dark(page)).toBeGreaterThan(50_000);
          expect(await page.locator("dialog a.zone").count()).toBe(
            await page.locator(".print-page a.zone").count(),
          );
          await page.keyboard.press("Escape");
          await page.locator("dialog.viewer").waitFor({ state: "detached" });
          await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("enlarge");
        });
    });

    it("has its stories as links in the order of the page, seen when they have the focus, and Enter opens one", async () => {
      await open(fromDisk("p1.html"), async ({ page }) => {
        await enlarge(page);
        const names = await page
          .locator(".print-page a.zone")
          .evaluateAll((all) => all.map((each) => each.textContent));
        const zone = page.locator("dialog a.zone").first();
        const { width = 0 } = (await settled(() => zone.boundingBox())) ?? {};
        for (let press = 0; press < 3; press += 1) await page.keyboard.press("+");
        await expect.poll(async () => (await zone.boundingBox())?.width).toBeGreaterThan(width * 1.3);
        await settled(() => zone.boundingBox());
        const visited: (string | null)[] = [];
        for (let press = 0; press < 20 && visited.length < names.length; press += 1) {
          await page.keyboard.press("Tab");
          const look = () =>
            page.evaluate(() => {
              const at = document.activeElement as HTMLElement;
              if (!at.matches("dialog a.zone")) return undefined;
              const { left, right, top, bottom } = at.getBoundingClientRect();
              return {
                name: at.textContent,
                seen: left < innerWidth && right > 0 && top < innerHeight && bottom > 50,
                outline: getComputedStyle(at).outlineWidth,
              };
            });
          const focus = await look();
          if (!focus) continue;
          // The picture glides to where the focus is.
          await expect.poll(look).toMatchObject({ name: focus.name, seen: true, outline: "3px" });
          visited.push(focus.name);
        }
        expect(visited).toEqual(names);
        await page.keyboard.press("Enter");
        await page.waitForURL(/p1-[a-z0-9]+\.html$/);
        expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toBe("");
      });
    });

    it("opens a story by a click, moves by a drag, zooms by keys and back to the whole", async () => {
      await open(fromServer("p1.html"), async ({ page }) => {
        await enlarge(page);
        const zone = page.locator("dialog a.zone").first();
        const box = async () =>
          (await zone.boundingBox()) as NonNullable<Awaited<ReturnType<typeof zone.boundingBox>>>;
        const first = await settled(box);
        await page.keyboard.press("+");
        await expect.poll(async () => (await box()).width).toBeGreaterThan(first.width * 1.3);
        const near = await settled(box);
        await page.mouse.move(640, 500);
        await page.mouse.down();
        await page.mouse.move(560, 400, { steps: 5 });
        await page.mouse.up();
        await expect.poll(async () => (await box()).y).toBeLessThan(near.y - 50);
        expect(page.url()).toMatch(/p1\.html$/);
        await page.keyboard.press("0");
        await expect.poll(async () => (await box()).width).toBeCloseTo(first.width, 0);
        await settled(box);
        await zone.click();
        await page.waitForURL(/p1-[a-z0-9]+\.html$/);
      });
    });

    it("marks what was searched for, on the page and enlarged", async () => {
      for (const address of [fromServer("p1.html?find=osse"), fromDisk("p1.html?find=osse")])
        await open(address, async ({ page }) => {
          expect(await page.locator(".hits").count()).toBe(0);
          await page.check(".show-print");
          await page.waitForSelector(".hits");
          const words: [string, ...number[]][] = await page.evaluate(
            () => (window as unknown as { jumplineWords: [string, ...number[]][] }).jumplineWords,
          );
          const wanted = words.filter(([word]) => word.toLowerCase().replace(/^\W+/, "").startsWith("osse"));
          expect(wanted.length).toBeGreaterThan(1);
          await expect.poll(() => page.locator(".print-page .hits span").count()).toBe(wanted.length);
          await expect
            .poll(() => page.locator(".found[role=status]").textContent())
            .toContain(`${wanted.length}`);
          await page.getByRole("button", { name: "Vergrößern" }).click();
          await page.waitForSelector("dialog.viewer[data-open]");
          await expect.poll(() => page.locator("dialog .hits span").count()).toBe(wanted.length);
        });
    });

    it("takes what was searched for along from a story to its page, and marks other forms of a letter too", async () => {
      const story = site.pages.find((page) => /fersenbruecker-bote\/[^/]+\/p1-[^/]+\.html$/.test(page)) ?? "";
      const file = story.slice(story.lastIndexOf("/") + 1);
      for (const address of [fromServer, fromDisk])
        await open(address(`${file}?find=BRUCKE&passage=k-1`), async ({ page }) => {
          await page.click(".modes .to-page");
          await page.waitForURL(/\/p1\.html\?find=BRUCKE(#|$)/);
          await page.check(".show-print");
          await page.waitForSelector(".hits span");
          const words: [string, ...number[]][] = await page.evaluate(
            () => (window as unknown as { jumplineWords: [string, ...number[]][] }).jumplineWords,
          );
          const wanted = words.filter(([word]) => /^\W*brücke/i.test(word));
          expect(wanted.length).toBeGreaterThan(0);
          expect(await page.locator(".print-page .hits span").count()).toBeGreaterThanOrEqual(wanted.length);
        });
      // Whoever asked for it as written gets it as written.
      await open(fromServer("p1.html?find=BRUCKE&exact=1"), async ({ page }) => {
        await page.check(".show-print");
        await page.waitForSelector(".hits", { state: "attached" });
        expect(await page.locator(".hits span").count()).toBe(0);
      });
    });

    it("weighs at most 400 KB at first sight, shifts nothing, and fetches the viewer only when asked", async () => {
      await open(fromServer("p1.html"), async ({ page }) => {
        await page.check(".show-print");
      });
      for (const width of [360, 1280]) {
        const context = await (browser as NonNullable<typeof browser>).newContext({
          viewport: { width, height: 900 },
          deviceScaleFactor: 2,
        });
        await context.addInitScript(() => {
          const shifts = { sum: 0 };
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              const { value, hadRecentInput } = entry as unknown as {
                value: number;
                hadRecentInput: boolean;
              };
              // What the reader does moves things; what comes later must not.
              if (!hadRecentInput) shifts.sum += value;
            }
          }).observe({ type: "layout-shift", buffered: true });
        });
        const page = await context.newPage();
        const fetched = new Set<string>();
        const open = new Set<unknown>();
        page.on("request", (request) => {
          open.add(request);
          fetched.add(request.url().slice(server.url.length));
        });
        for (const end of ["requestfinished", "requestfailed"] as const)
          page.on(end as "requestfinished", (request) => open.delete(request));
        await page.goto(fromServer("p1.html"), { waitUntil: "networkidle" });
        await page.check(".show-print");
        await page.locator(".print img").evaluate((each) => (each as HTMLImageElement).decode());
        await expect.poll(() => open.size).toBe(0);
        const weight = [...fetched]
          .filter((name) => !name.startsWith("data:") && site.files.includes(name))
          .reduce((sum, name) => {
            const bytes = readFileSync(path.join(site.folder, name));
            return sum + (/\.(html|css|js)$/.test(name) ? gzipSync(bytes).length : bytes.length);
          }, 0);
        expect([...fetched].some((name) => /p1(-small)?\.webp$/.test(name))).toBe(true);
        expect([...fetched].filter((name) => /viewer/.test(name))).toEqual([]);
        expect(weight, `${width}: ${[...fetched].join(" ")}`).toBeLessThanOrEqual(400_000);
        expect(
          await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum),
          `${width}`,
        ).toBeLessThanOrEqual(0.02);
        await context.close();
      }
    });

    it("shows all pages in small, the present one marked, without a script", async () => {
      await open(
        fromDisk("p2.html"),
        async ({ page }) => {
          const strip = page.getByRole("navigation", { name: "Die Seiten im Bild" });
          expect(await strip.getByRole("link").count()).toBe(4);
          expect(await strip.locator("[aria-current=page]").textContent()).toContain("Seite 2");
          await strip.scrollIntoViewIfNeeded();
          const widths = await strip.locator("img").evaluateAll(async (all) => {
            await Promise.all(all.map((each) => (each as HTMLImageElement).decode()));
            return all.map((each) => (each as HTMLImageElement).naturalWidth);
          });
          expect(widths).toEqual([200, 200, 200, 200]);
          expect(await page.getByRole("button", { name: "Vergrößern" }).count()).toBe(0);
          await strip.getByRole("link", { name: /Seite 4/ }).click();
          await page.waitForURL(/p4\.html$/);
        },
        { javaScriptEnabled: false },
      );
    });

    it("has nothing for axe, by day and by night, on the page, enlarged and on the front", async () => {
      for (const colorScheme of ["light", "dark"] as const) {
        const check = async (page: Page, what: string): Promise<void> => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
            `${what} ${colorScheme}`,
          ).toEqual([]);
        };
        await open(fromServer("index.html"), ({ page }) => check(page, "front"), { colorScheme });
        await open(
          fromServer("p1.html?find=osse"),
          async ({ page }) => {
            await enlarge(page);
            await check(page, "enlarged");
            await page.keyboard.press("Escape");
            await check(page, "page");
          },
          { colorScheme },
        );
      }
    }, 120_000);
  },
);

describe.skipIf(browser === undefined || !hasSharp)("tiles", () => {
  it("are all there that OpenSeadragon asks for, whatever the size of the scan", async () => {
    const root = mkdtempSync(path.join(os.tmpdir(), "jumpline-tiles-"));
    const page = await (browser as NonNullable<typeof browser>).newPage();
    const main = path.join(
      process.cwd(),
      "node_modules/openseadragon/build/openseadragon/openseadragon.min.js",
    );
    await page.addScriptTag({ path: main });
    const sizes = [
      [2501, 3777],
      [3001, 4099],
      [1024, 1024],
      [1025, 2049],
      [900, 1000],
      [2048, 700],
      [1999, 5],
    ] as const;
    for (const [width, height] of sizes) {
      const to = path.join(root, `${width}x${height}`);
      mkdirSync(to);
      writeFileSync(path.join(to, "scan.png"), png(width, height));
      const made = await scaleScanFile({ from: path.join(to, "scan.png"), to, asStored: false, tiles: true });
      if (!("tiles" in made) || !made.tiles) throw new Error(JSON.stringify(made));
      const { tile, scaleFactors, sizes: wholes, count } = made.tiles;
      const asked: string[] = await page.evaluate(
        (about) => {
          // biome-ignore lint/suspicious/noExplicitAny: a library without types here
          const { IIIFTileSource } = (window as any).OpenSeadragon;
          const source = new IIIFTileSource(IIIFTileSource.prototype.configure(about, ""));
          const urls: string[] = [];
          for (let level = source.minLevel; level <= source.maxLevel; level += 1) {
            const { x: across, y: down } = source.getNumTiles(level);
            for (let x = 0; x < across; x += 1)
              for (let y = 0; y < down; y += 1) urls.push(source.getTileUrl(level, x, y));
          }
          return urls;
        },
        {
          "@context": "http://iiif.io/api/image/3/context.json",
          id: "tiles",
          type: "ImageService3",
          protocol: "http://iiif.io/api/image",
          profile: "level0",
          width,
          height,
          sizes: wholes,
          tiles: [{ width: tile, scaleFactors }],
        },
      );
      const there = readdirSync(path.join(to, "tiles"), { recursive: true, encoding: "utf8" })
        .map((name) => `tiles/${name.replaceAll(path.sep, "/")}`)
        .filter((name) => statSync(path.join(to, name)).isFile());
      expect(asked.length).toBeGreaterThanOrEqual(scaleFactors.length);
      expect(
        asked.filter((name) => !there.includes(name)),
        `${width} × ${height}`,
      ).toEqual([]);
      expect(there).toHaveLength(count);
      for (const { width: w, height: h } of wholes)
        expect(there).toContain(`tiles/full/${w},${h}/0/default.jpg`);
      expect(there).toContain("tiles/full/max/0/default.jpg");
    }
    await page.close();
    rmSync(root, { recursive: true, force: true });
  });
});
