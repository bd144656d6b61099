/**
 * A browser as on a slow and busy machine, to see that the tests wait for what they read: `SLOW_BROWSER=6 npx vitest run
 * tests/browser` makes every page six times slower to reckon, and its scripts late.
 */
import type { Browser, BrowserContext, Page } from "playwright-core";

/** How late each script comes, ms: longer than it takes to go from a click to the first look at the next page. */
const LATE = 250;

export function slowDown(browser: Browser, rate: number): Browser {
  const slowPage = async (page: Page): Promise<Page> => {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    return page;
  };
  const slowContext = async (context: BrowserContext): Promise<BrowserContext> => {
    await context.route(/\.js(?:\?|$)/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE));
      // A page that was left in the meantime wants its script no more.
      await route.fallback().catch(() => undefined);
    });
    const open = context.newPage.bind(context);
    context.newPage = async () => slowPage(await open());
    return context;
  };
  const openContext = browser.newContext.bind(browser);
  const openPage = browser.newPage.bind(browser);
  browser.newContext = async (...options) => slowContext(await openContext(...options));
  browser.newPage = async (...options) => {
    const page = await openPage(...options);
    await slowContext(page.context());
    return slowPage(page);
  };
  return browser;
}
