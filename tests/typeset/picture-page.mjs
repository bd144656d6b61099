/** The picture of a set page, as a library's scan of it would be: the shape of the page, print on paper, WebP. */

/** Pixels of the picture to one CSS pixel, of which a page has about 900 in its height. */
const SCALE = 1.6;
const QUALITY = 60;
const PAPER = "#f1eee6";

/** WebP bytes of what stands in the tab, `width` by `height` CSS pixels. The same page gives the same bytes. */
export async function picturePage(tab, { width, height }) {
  await tab.addStyleTag({ content: `html, body { background: ${PAPER} }` });
  await tab.setViewportSize({ width, height });
  const session = await tab.context().newCDPSession(tab);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: QUALITY,
    clip: { x: 0, y: 0, width, height, scale: SCALE },
    captureBeyondViewport: true,
  });
  await session.detach();
  return Buffer.from(data, "base64");
}
