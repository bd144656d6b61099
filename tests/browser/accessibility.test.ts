/** axe finds nothing serious, in light and in dark: dark hides faults of its own. */
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BuiltSite,
  buildSamples,
  examplePages,
  type PlainServer,
  servePlainly,
} from "./built-samples.js";
import { openBrowser } from "./open-browser.js";

const { browser, reason } = await openBrowser();

describe.skipIf(browser === undefined)(`accessibility${reason ? ` (${reason})` : ""}`, () => {
  let site: BuiltSite;
  let server: PlainServer;
  beforeAll(async () => {
    site = buildSamples();
    server = await servePlainly(site);
  });
  afterAll(async () => {
    await server?.close();
    site?.remove();
    await browser?.close();
  });

  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const)
    it(`has no serious issue in ${colorScheme} at ${width} px`, async () => {
      const context = await (browser as NonNullable<typeof browser>).newContext({
        colorScheme,
        viewport: { width, height: 800 },
      });
      const page = await context.newPage();
      const issues: string[] = [];
      for (const file of examplePages(site, 1)) {
        await page.goto(new URL(file, server.url).href);
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, impact, nodes } of violations)
          if (impact === "serious" || impact === "critical")
            issues.push(
              `${file}: ${id}: ${nodes
                .slice(0, 2)
                .map(({ html }) => html.slice(0, 120))
                .join(" ; ")}`,
            );
      }
      await context.close();
      expect(issues).toEqual([]);
    }, 180_000);
});
