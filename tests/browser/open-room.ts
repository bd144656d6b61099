/// <reference lib="dom" />
/** The built samples, served, and a visit to them that fails on any complaint of the page. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type BuiltSite, type PlainServer, servePlainly, sharedSamples } from "./built-samples.js";

export const beacon = "alder-point-beacon/2024-09-19";
export const shimpo = "shionagi-shimpo/2022-11-10";
export const ribao = "qichuan-ribao/2024-04-18";
export const bote = "fersenbruecker-bote/2023-05-17";
/** The article of the beacon's front page that goes on on page 3. */
export const jumped = "p1-9zvcvj";

export type Look = (page: Page, go: (file: string) => Promise<unknown>) => Promise<void>;

export interface Room {
  readonly site: () => BuiltSite;
  readonly server: () => PlainServer;
  /** @param base what files are looked for under, in place of the samples' server */
  readonly visit: (options: BrowserContextOptions, look: Look, base?: string) => Promise<void>;
}

/** To be called in a `describe`: serves the samples before its tests, and closes all after them. */
export function openRoom(browser: Browser | undefined): Room {
  let site: BuiltSite;
  let server: PlainServer;
  beforeAll(async () => {
    site = sharedSamples();
    server = await servePlainly(site);
  });
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });
  return {
    site: () => site,
    server: () => server,
    visit: async (options, look, base) => {
      const context = await (browser as Browser).newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      await look(page, (file) => page.goto(new URL(file, base ?? server.url).href));
      expect(complaints).toEqual([]);
      await context.close();
    },
  };
}

export const fileAt = (page: Page): string => new URL(page.url()).pathname.split("/").at(-1) ?? "";
export const hashAt = (page: Page): string => new URL(page.url()).hash;
export const paperColour = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
