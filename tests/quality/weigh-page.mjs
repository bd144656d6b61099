/** What a page weighs on its way to a reader: all that a browser fetches for the first view, packed as a host packs it. */

/** Packed bytes. */
export const MOST_ARTICLE = 40 * 1024;
export const MOST_SCAN = 400 * 1024;

/** What a browser is taken for: a desk, and a phone with three points to the pixel. */
export const SCREENS = {
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
};

/**
 * Opens the page with nothing kept, and the picture of the printed page where there is a choice of it.
 * @param {import("playwright-core").Browser} browser
 * @param {{url: string, takeSent: () => {file: string, bytes: number}[]}} server
 * @param {string} file
 * @param {keyof typeof SCREENS} screen
 * @returns {Promise<{bytes: number, html: number, css: number, js: number, pictures: number, other: number}>}
 */
export async function weighPage(browser, server, file, screen) {
  const context = await browser.newContext({ serviceWorkers: "block", ...SCREENS[screen] });
  const page = await context.newPage();
  server.takeSent();
  await page.goto(server.url + file, { waitUntil: "networkidle" });
  const print = page.locator("input.show-print");
  if ((await print.count()) > 0 && !(await print.first().isChecked())) {
    await print.first().evaluate((input) => input.click());
    await page
      .locator(".print img")
      .first()
      .evaluate((image) => image.decode());
  }
  const sent = server.takeSent();
  await context.close();
  const of = (ending) =>
    sent.filter((each) => ending.test(each.file)).reduce((all, { bytes }) => all + bytes, 0);
  const parts = {
    html: of(/(?:\.html|\/)$|^$/),
    css: of(/\.css$/),
    js: of(/\.js$/),
    pictures: of(/\.(?:png|jpe?g|webp|avif|svg)$/),
  };
  const bytes = of(/./);
  return { bytes, ...parts, other: bytes - parts.html - parts.css - parts.js - parts.pictures };
}
