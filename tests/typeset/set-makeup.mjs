/**
 * Sets an issue in the make-up that `choose-makeup.mjs` gave it: measures heads, text and captions in the browser, has
 * them laid out by `lay-modules.mjs`, puts the lines into their frames and prints each page to PDF. Heads may stand
 * over, beside, amid or under their text, and text may run on under a neighbour.
 */
import { buildFrames, dressHeads, measureUnits } from "./flow-frames.mjs";
import { layStoreys } from "./lay-storeys.mjs";
import { contentsOf, unitHtml, unitsHtml } from "./page-contents.mjs";
import { furnitureHtml, leadingOf, measuresOf, pageCss, paragraphsOf, stripsOf } from "./page-html.mjs";
import { picturePage } from "./picture-page.mjs";
import { placeParts } from "./place-parts.mjs";
import { isCjk } from "./read-issue.mjs";
import { seededRandom, shuffled } from "./seeded-random.mjs";
import { openBrowser } from "./set-pages.mjs";
import { shareStoreys } from "./share-storeys.mjs";
import { lettersBeforeLastLine, turningParts } from "./turn-pages.mjs";

const POINTS_PER_PIXEL = 72 / 96;
/** Room under a head and the least size of its type, in ems of the body. */
const HEAD_ROOM = 0.5;
const LEAST_HEAD = 1.2;

/** What stands for a photograph: an image, so that the PDF has one where a newspaper's would. */
const PICTURE =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAR0lEQVR42mOw8YnJqemZs4bBIyKjomPGih0MISklLVOWbDnCkFDQMGHBhgMXGMAK9py5wwBWcOLGCwawgitPvjCAFTz4wAAA6sQmgZykdi8AAAAASUVORK5CYII=";

const ownCss = (issue) => `
  .unit, .frame { position: absolute; ${issue.direction === "vertical" ? "writing-mode: vertical-rl; right: 0;" : "left: 0;"} top: 0 }
  .unit { display: flow-root }
  .head .line, .head .kicker, .head .deck { text-align: ${issue.style.headAlign} }
  .label p { text-align: center; text-indent: 0; font-weight: bold; letter-spacing: .1em; padding-block: .2em }
  .rule { position: absolute; background: #555 }
  /* A line of verse that is longer than its column is turned over, set in further than verse begins. */
  p.verse { text-indent: -1em; padding-inline-start: 3em }
  .picture { position: absolute; margin: 0; background: url("${PICTURE}") center / 100% 100% no-repeat }
  .caption-box p.caption { margin: 0; padding-block-start: .3em; line-height: 1.25 }
  .corner-name { text-align: center; font-size: 44px; font-weight: bold; line-height: 1.5; border: 1px solid #000 }`;

/** Sets the page: `{number, pdf, webp?, pictures, rules}`, their places in points from the top left. */
async function setPage(tab, issue, page, withPicture) {
  const { body, gutter, margin, vertical, column, columns } = measuresOf(issue);
  const { manner } = issue;
  const pitch = body * leadingOf(issue, page.number);
  const gap = body * manner.gap;
  const isFront = page === issue.pages[0];
  const furniture = furnitureHtml(page, isFront);
  const cornerName = vertical && isFront && furniture.nameplate;
  if (cornerName) furniture.nameplate = "";
  const nameplateHeight = furniture.nameplate ? body * 5.2 : 0;
  const topHeight = nameplateHeight + body * 2.6;
  const contents = contentsOf(issue, page.number);
  const random = seededRandom(`${issue.id}/${page.number}/${manner.name}/${manner.seed}`);
  const { upper, lower, labels } = shareStoreys(issue, page.number, contents, random);
  issue.labels = [...(issue.labels ?? []), ...labels.map((text) => ({ page: page.number, text }))];
  const all = [...upper.flat(), ...lower];
  const nameSize = 2 * column + gutter;
  const cornerHtml = cornerName ? unitHtml("corner-name", "nameplate", nameSize, page.furniture[0]) : "";
  const style = `<style>${pageCss(issue, page.number)}${ownCss(issue)}</style>`;
  await tab.setContent(
    `<!doctype html><html lang="${issue.language}"><meta charset="utf-8">${style}<body>${unitsHtml(all)}${cornerHtml}</body></html>`,
  );
  await tab.evaluate(dressHeads, { vertical, spaced: !isCjk(issue.language), least: body * LEAST_HEAD });
  const { galleys, sizes } = await tab.evaluate(measureUnits, { vertical });
  for (const module of all) {
    module.lines = module.galley ? galleys[module.galley.key] : [];
    module.headSize = module.head ? sizes[module.head.key] + (module.galley ? body * HEAD_ROOM : 0) : 0;
    module.captionSize = module.caption ? sizes[module.caption.key] : 0;
  }
  const taken = new Array(columns).fill(0);
  if (cornerName) taken.fill(sizes.nameplate + gap, 0, 2);
  const { running } = manner;
  const found = layStoreys({ upper, lower }, { columns, pitch, gap, taken }, random, { vertical, running });
  const { laid, length } = found;
  for (const { story, caption, modules } of contents)
    if (caption && laid.some(({ module }) => modules.includes(module) && module.caption))
      story.captions = [...(story.captions ?? []), { page: page.number, text: caption }];

  const across = columns * column + (columns - 1) * gutter;
  const width = Math.ceil(2 * margin + (vertical ? length : across));
  const height = Math.ceil(2 * margin + topHeight + body * 3 + (vertical ? across : length));
  const css = ({ across: from, along, width: inline, size }) =>
    `position:absolute;inline-size:${inline}px;${size === undefined ? "" : `block-size:${size}px;`}${
      vertical
        ? `writing-mode:vertical-rl;left:auto;top:${margin + topHeight + from}px;right:${margin + along}px`
        : `left:${margin + from}px;top:${margin + topHeight + along}px`
    }`;
  const parts = placeParts(found, { css, gutter, column, columns, gap, rules: manner.rules });
  for (const [nth, html] of stripsOf(furniture, { margin, nameplateHeight }).entries())
    parts.marks.push({ name: `s${nth}`, html });
  parts.groups.push({
    texts: [],
    others: parts.marks.filter(({ name }) => name.startsWith("s")).map(({ name }) => name),
  });
  if (cornerName) {
    parts.units.push({ name: "name", key: "nameplate", css: css({ across: 0, along: 0, width: nameSize }) });
    parts.groups.push({ texts: [], others: ["name"] });
  }
  const order = shuffled(parts.groups, random).flatMap(({ texts, others }) =>
    random() < 0.5 ? [...others, ...texts] : [...texts, ...others],
  );
  await tab.addStyleTag({
    content: `@page{size:${width}px ${height}px;margin:0} body{width:${width}px;height:${height}px}`,
  });
  const { frames, units, marks } = parts;
  const built = await tab.evaluate(buildFrames, { frames, units, marks, order });
  for (const { name, size, rect } of built)
    if (Math.abs((vertical ? rect.width : rect.height) - size) > pitch / 2)
      console.error(`${issue.id} page ${page.number}: frame ${name} came out otherwise than its lines`);
  const pdf = await tab.pdf({
    width: `${width}px`,
    height: `${height}px`,
    printBackground: true,
    pageRanges: "1",
  });
  const pointsOf = ({ across: from, along, width: inline, size }) => {
    const [x0, y0, x1, y1] = vertical
      ? [
          width - margin - along - size,
          margin + topHeight + from,
          width - margin - along,
          margin + topHeight + from + inline,
        ]
      : [
          margin + from,
          margin + topHeight + along,
          margin + from + inline,
          margin + topHeight + along + size,
        ];
    return {
      x0: x0 * POINTS_PER_PIXEL,
      y0: y0 * POINTS_PER_PIXEL,
      x1: x1 * POINTS_PER_PIXEL,
      y1: y1 * POINTS_PER_PIXEL,
    };
  };
  const placesOf = (kind) => marks.filter((mark) => mark.kind === kind).map(({ place }) => pointsOf(place));
  const pixelsOf = (place) => {
    const { x0, y0, x1, y1 } = pointsOf(place);
    const [left, top, right, bottom] = [x0, y0, x1, y1].map((points) => points / POINTS_PER_PIXEL);
    return { left, top, right, bottom };
  };
  const boxes = parts.groups.flatMap(({ places = [], headPlace }) => {
    const head = headPlace ? pixelsOf(headPlace) : null;
    const rects = [...places.map(pixelsOf), ...(head ? [head] : [])];
    return rects.length > 0 ? [{ rects, head }] : [];
  });
  const webp = withPicture ? await picturePage(tab, { width, height }) : undefined;
  return {
    number: page.number,
    pdf,
    webp,
    pictures: placesOf("picture"),
    rules: placesOf("rule"),
    laid,
    boxes,
  };
}

/** Moves each turn of the page to the end of the line it falls in the midst of, as every turn in print is. */
async function settleTurns(tab, issue) {
  const { column, vertical } = measuresOf(issue);
  for (const { story, part } of turningParts(issue)) {
    const text = paragraphsOf(issue, story, part, { bylineInColumn: false });
    const style = `<style>${pageCss(issue, part.page)}${ownCss(issue)}</style>`;
    await tab.setContent(
      `<!doctype html><html lang="${issue.language}"><meta charset="utf-8">${style}<body>${unitHtml("galley", "turn", column, text)}</body></html>`,
    );
    await tab.evaluate(measureUnits, { vertical });
    const letters = await tab.evaluate(lettersBeforeLastLine, "turn");
    if (letters) story.jump = { ...story.jump, after_char: letters };
  }
}

/**
 * Sets all pages, on demand with a picture of each. Gives the stories of `issue` their captions, which belong to the
 * truth.
 */
export async function setMakeup(issue, { pictures = false } = {}) {
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage();
    const pages = [];
    await settleTurns(tab, issue);
    for (const page of issue.pages) pages.push(await setPage(tab, issue, page, pictures));
    return pages;
  } finally {
    await browser.close();
  }
}
