/** How much a page shifts while it comes and is scrolled through: on a desk and a phone, with scripts and without. */
import { listenForShifts, readDown } from "./listen-for-shifts.mjs";

export const SHIFT_WAYS = [
  { name: "desktop", width: 1280, height: 800, scripts: true },
  { name: "desktop, no scripts", width: 1280, height: 800, scripts: false },
  { name: "phone", width: 360, height: 740, scripts: true },
  { name: "phone, no scripts", width: 360, height: 740, scripts: false },
];

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {(typeof SHIFT_WAYS)[number]} way
 * @returns {Promise<number>} the shifts added up
 */
export async function measureShift(browser, url, { width, height, scripts }) {
  const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const shifts = [];
  await listenForShifts(session, shifts);
  await session.send("Emulation.setScriptExecutionDisabled", { value: !scripts });
  await page.goto(url);
  await session.send("Emulation.setScriptExecutionDisabled", { value: false });
  await readDown(page, () => page.waitForLoadState("networkidle"));
  await context.close();
  return shifts.reduce((all, { value }) => all + value, 0);
}
