/**
 * Sets an issue in a browser and prints each page to PDF: boxes are measured, packed on the page, and drawn in
 * a shuffled order, as layout programs write their text frames in the order in which they were made.
 */
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { packPage } from "./pack-page.mjs";
import {
  furnitureHtml,
  leadingOf,
  measuresOf,
  noticeHtml,
  pageCss,
  storyHtml,
  stripsOf,
} from "./page-html.mjs";
import { isCjk, partsOf } from "./read-issue.mjs";
import { pick, seededRandom, shuffled } from "./seeded-random.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];
const SYSTEM_BROWSERS = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
/** A picture is put where at least so many lines would stay empty. */
const SMALLEST_PICTURE_LINES = 5;

/** The system's Chromium, or the packaged one where there is none. */
export async function openBrowser() {
  const system = SYSTEM_BROWSERS.find((path) => path && existsSync(path));
  if (system) return chromium.launch({ executablePath: system, args: FLAGS });
  const packaged = (await import("@sparticuz/chromium")).default;
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args, ...FLAGS],
  });
}

/** Where the head may stand on a page of mixed habits; beside the text only where one column holds its lines. */
function mixedPlaces(issue, story) {
  if (story.importance === 1) return ["above", "above", "below"];
  const longest = Math.max(...story.headline.map((line) => line.length));
  const fitsColumn = longest <= (isCjk(issue.language) ? 9 : 16);
  return fitsColumn || story.columns > 2 ? ["above", "below", "beside"] : ["above", "below"];
}

function boxesOf(issue, pageNumber, random) {
  const { columns: pageColumns } = measuresOf(issue);
  const { headlinePlace = "above", bylinePlace = "mixed" } = issue.style;
  const boxes = [];
  for (const story of issue.stories) {
    for (const part of partsOf(story)) {
      const mixedPlace = pick(mixedPlaces(issue, story), random);
      const bylineInColumn = bylinePlace === "column" || (bylinePlace === "mixed" && random() < 0.5);
      if (part.page !== pageNumber) continue;
      const columns = Math.min(
        part.arrives ? (part.arrives.columns ?? story.columns) : story.columns,
        pageColumns,
      );
      const place = headlinePlace === "mixed" ? mixedPlace : headlinePlace;
      const html = (pictureSize) =>
        storyHtml(issue, story, part, { columns, place, bylineInColumn, pictureSize });
      boxes.push({
        key: `${story.id}@${part.page}`,
        columns,
        importance: story.importance,
        html,
        canGrow: true,
      });
    }
  }
  for (const [nth, notice] of issue.notices.entries()) {
    if (notice.page !== pageNumber) continue;
    const columns = Math.min(notice.columns ?? 1, pageColumns);
    boxes.push({
      key: `notice${nth + 1}@${pageNumber}`,
      columns,
      importance: 4,
      html: () => noticeHtml(issue, notice),
      isNotice: true,
    });
  }
  return boxes;
}

const documentOf = (issue, page, inside) =>
  `<!doctype html><html lang="${issue.language}"><meta charset="utf-8"><style>${pageCss(issue, page)}</style><body>${inside}</body></html>`;

/** Makes the lines of heads smaller until each fits on its line, as a sub-editor does. Runs in the browser. */
function fitHeads() {
  for (const head of document.querySelectorAll(".head")) {
    const lines = [...head.querySelectorAll(".line")];
    const upright = getComputedStyle(head).writingMode.startsWith("vertical");
    const lengthOf = (node) =>
      upright ? node.getBoundingClientRect().height : node.getBoundingClientRect().width;
    for (const line of lines) Object.assign(line.style, { whiteSpace: "nowrap", display: "inline-block" });
    const longest = Math.max(0, ...lines.map(lengthOf));
    const room = lengthOf(head) - 16;
    const size = lines.length ? Number.parseFloat(getComputedStyle(lines[0]).fontSize) : 0;
    for (const line of lines) {
      line.style.display = "";
      if (longest > room) line.style.fontSize = `${(size * room) / longest}px`;
    }
  }
}

async function measure(tab, issue, page, boxes) {
  const { column, gutter, vertical } = measuresOf(issue);
  const inside = boxes
    .map((box) => {
      const width = box.columns * column + (box.columns - 1) * gutter;
      return `<div class="box ${box.isNotice ? "notice" : ""}" style="inline-size:${width}px;top:0;left:0">${box.html(0)}</div>`;
    })
    .join("");
  await tab.setContent(documentOf(issue, page, inside));
  await tab.evaluate(fitHeads);
  return tab.evaluate(
    (isVertical) =>
      [...document.querySelectorAll(".box")].map((box) =>
        isVertical ? box.getBoundingClientRect().width : box.getBoundingClientRect().height,
      ),
    vertical,
  );
}

/**
 * Sets all pages. Returns `[{number, pdf, png?, boxes: [{key, rect, head}]}]`: the PDF's bytes and where each box
 * and its head stand (CSS pixels, origin top left), which is what the jumbling of the file order needs.
 */
export async function setPages(issue, { pictures = false } = {}) {
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage();
    const packed = [];
    for (const page of issue.pages) {
      const random = seededRandom(`${issue.id}/${page.number}`);
      const boxes = boxesOf(issue, page.number, random);
      const sizes = await measure(tab, issue, page.number, boxes);
      packed.push({ page, boxes: boxes.map((box, nth) => ({ ...box, size: sizes[nth] })) });
    }
    const { body, gutter, margin, vertical, column, columns } = measuresOf(issue);
    const gap = body * 1.6;
    const least =
      ((vertical ? issue.style.pageWidthMm : issue.style.pageHeightMm) ?? 0) * (96 / 25.4) - 2 * margin - 60;
    const pages = [];
    for (const { page, boxes } of packed) {
      const random = seededRandom(`${issue.id}/${page.number}/order`);
      const isFront = page === issue.pages[0];
      const furniture = furnitureHtml(page, isFront);
      const across = columns * column + (columns - 1) * gutter;
      const nameplateHeight = furniture.nameplate ? body * 5.2 : 0;
      const topHeight = nameplateHeight + body * 2.6;
      const pack = seededRandom(`${issue.id}/${page.number}/pack`);
      const { placed, length } = packPage(boxes, columns, gap, pack, least);
      const line = body * leadingOf(issue, page.number);
      const drawn = placed.map((box) => {
        const picture = box.canGrow && box.room > SMALLEST_PICTURE_LINES * line ? box.room - line : 0;
        const width = box.columns * column + (box.columns - 1) * gutter;
        const offset = box.start * (column + gutter);
        const where = vertical
          ? `top:${margin + topHeight + offset}px;right:${margin + box.at}px`
          : `left:${margin + offset}px;top:${margin + topHeight + box.at}px`;
        return `<div class="box ${box.isNotice ? "notice" : ""}" data-key="${box.key}" style="inline-size:${width}px;${where}">${box.html(picture)}</div>`;
      });
      const pageWidth = Math.ceil(2 * margin + (vertical ? length : across));
      const pageHeight = Math.ceil(2 * margin + topHeight + body * 3 + (vertical ? across : length));
      const frame = stripsOf(furniture, { margin, nameplateHeight });
      const size = `<style>@page{size:${pageWidth}px ${pageHeight}px;margin:0} body{width:${pageWidth}px;height:${pageHeight}px}</style>`;
      await tab.setContent(
        documentOf(issue, page.number, size + shuffled([...frame, ...drawn], random).join("\n")),
      );
      await tab.evaluate(fitHeads);
      const rects = await tab.evaluate(() => {
        const rectOf = (node) => {
          if (!node) return null;
          const { left, top, right, bottom } = node.getBoundingClientRect();
          return { left, top, right, bottom };
        };
        return [...document.querySelectorAll(".box, .furniture")].map((node) => ({
          key: node.dataset.key ?? "furniture",
          rect: rectOf(node),
          head: rectOf(node.querySelector(".head")),
        }));
      });
      const pdf = await tab.pdf({
        width: `${pageWidth}px`,
        height: `${pageHeight}px`,
        printBackground: true,
        pageRanges: "1",
      });
      let png;
      if (pictures) {
        await tab.setViewportSize({ width: pageWidth, height: pageHeight });
        png = await tab.screenshot({ fullPage: true });
      }
      pages.push({ number: page.number, pdf, png, boxes: rects });
    }
    return pages;
  } finally {
    await browser.close();
  }
}
