/** Layout shifts as the browser itself counts them: no script in the page is needed, so they are told with scripts off too. */

/**
 * @typedef {object} Shift
 * @property {number} value
 * @property {string} moved where the first piece that moved stood and stands: left, top, width, height
 */

/**
 * Notes into `shifts` what moves without a reader's doing.
 * @param {import("playwright-core").CDPSession} session
 * @param {Shift[]} shifts
 */
export async function listenForShifts(session, shifts) {
  session.on("PerformanceTimeline.timelineEventAdded", ({ event }) => {
    const details = event.layoutShiftDetails;
    if (details === undefined || details.hadRecentInput) return;
    const [first] = details.sources;
    shifts.push({
      value: details.value,
      moved: `${placeOf(first?.previousRect)} → ${placeOf(first?.currentRect)}`,
    });
  });
  await session.send("PerformanceTimeline.enable", { eventTypes: ["layout-shift"] });
}

const placeOf = (rect) =>
  rect === undefined ? "?" : [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(" ");

/**
 * Scrolls down as a reader does, so that what is loaded on the way is loaded. For `page.evaluate`; `settle` waits for it.
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<void>} settle
 */
export async function readDown(page, settle) {
  await page.evaluate(async () => {
    const steps = 6;
    for (let step = 1; step <= steps; step += 1) {
      window.scrollTo(0, (document.documentElement.scrollHeight * step) / steps);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await settle();
  await page.evaluate(() => window.scrollTo(0, 0));
}
