/**
 * Sets an issue in the make-up that `choose-makeup.mjs` gave it: measures heads, text and captions in the browser, has
 * them laid out by `lay-modules.mjs`, puts the lines into their frames and prints each page to PDF. Heads may stand
 * over, beside, amid or under their text, and text may run on under a neighbour.
 */
import { captionOf } from "./captions.mjs";
import { shapesOf } from "./choose-makeup.mjs";
import { buildFrames, dressHeads, measureUnits } from "./flow-frames.mjs";
import { layModules } from "./lay-modules.mjs";
import {
  furnitureHtml,
  headOf,
  leadingOf,
  measuresOf,
  noticeHtml,
  pageCss,
  paragraphsOf,
  stripsOf,
} from "./page-html.mjs";
import { isCjk, partsOf } from "./read-issue.mjs";
import { seededRandom, shuffled } from "./seeded-random.mjs";
import { openBrowser } from "./set-pages.mjs";

const POINTS_PER_PIXEL = 72 / 96;
/** Room under a head and the least size of its type, in ems of the body. */
const HEAD_ROOM = 0.5;
const LEAST_HEAD = 1.2;

const unit = (kind, key, size, html) =>
  `<div class="unit ${kind}" data-key="${key}" style="inline-size:${size}px">${html}</div>`;

const ownCss = (issue) => `
  .unit, .frame { position: absolute; ${issue.direction === "vertical" ? "writing-mode: vertical-rl; right: 0;" : "left: 0;"} top: 0 }
  .unit { display: flow-root }
  .head .line, .head .kicker, .head .deck { text-align: ${issue.style.headAlign} }
  .rule { position: absolute; background: #555 }
  .picture { position: absolute; margin: 0 }
  .caption-box p.caption { margin: 0; padding-block-start: .3em; line-height: 1.25 }
  .corner-name { text-align: center; font-size: 44px; font-weight: bold; line-height: 1.5; border: 1px solid #000 }`;

/** What stands on a page: for each story part and notice its shapes with the HTML that must be measured. */
function contentsOf(issue, pageNumber) {
  const { column, gutter, columns: most } = measuresOf(issue);
  const across = (count, of = column) => count * of + (count - 1) * gutter;
  const contents = [];
  for (const story of issue.stories)
    for (const part of partsOf(story)) {
      if (part.page !== pageNumber) continue;
      const random = seededRandom(`${issue.id}/${issue.manner.seed}/${story.id}/${part.page}`);
      const bylineInColumn = !!story.byline && !part.arrives && random() < 0.5;
      const head = headOf(story, part, { bylineInColumn });
      const text = paragraphsOf(issue, story, part, { bylineInColumn });
      const shapes = shapesOf(issue, story, part, random);
      const caption = shapes.some((shape) => shape.picture) ? captionOf(issue, story, random) : undefined;
      const key = `${story.id}@${part.page}`;
      const modules = shapes.map((shape, nth) => {
        const measure = (across(shape.columns) - (shape.text - 1) * gutter) / shape.text;
        const over = ([from, to]) => across(to - from, measure);
        return {
          ...{ key, shape, measure, importance: story.importance, first: nth === 0 },
          galley: { key: `${key}/text/${measure}`, size: measure, html: text },
          head: head && {
            key: `${key}/head/${over(shape.head.over)}`,
            size: over(shape.head.over),
            html: head,
          },
          caption: shape.picture && {
            key: `${key}/caption/${over(shape.picture.over)}`,
            size: over(shape.picture.over),
            html: `<p class="caption">${caption}</p>`,
          },
          pictureSize: shape.picture ? over(shape.picture.over) * shape.picture.ratio : 0,
        };
      });
      contents.push({ story, caption, modules });
    }
  issue.notices.forEach((notice, nth) => {
    if (notice.page !== pageNumber) return;
    const columns = Math.min(notice.columns ?? 1, most);
    const size = across(columns);
    const key = `notice${nth}@${pageNumber}`;
    const shape = { columns, text: columns, place: "notice", head: { over: [0, columns] } };
    const head = { key, size, html: noticeHtml(issue, notice), kind: "notice" };
    contents.push({
      modules: [{ key, shape, measure: column, importance: 4, first: true, head, pictureSize: 0 }],
    });
  });
  return contents;
}

function unitsHtml(modules) {
  const units = new Map();
  for (const { galley, head, caption } of modules) {
    if (galley) units.set(galley.key, unit("galley", galley.key, galley.size, galley.html));
    if (head) units.set(head.key, unit(head.kind ?? "head-box", head.key, head.size, head.html));
    if (caption) units.set(caption.key, unit("caption-box", caption.key, caption.size, caption.html));
  }
  return [...units.values()].join("\n");
}

/** What the browser must place: frames, units (heads, captions, notices), and marks (rules, pictures), with CSS. */
function placedParts(laid, { css, gutter, column, gap, rules, pitch }) {
  const [frames, units, marks] = [[], [], []];
  const groups = laid.map((found, nth) => {
    const { module, start } = found;
    const { galley, head, caption, measure, shape } = module;
    const at = (textColumn) => start * (column + gutter) + textColumn * (measure + gutter);
    const [texts, others] = [[], []];
    const mark = (name, cls, place) => {
      marks.push({ name, html: `<div class="${cls}" style="${css(place)}"></div>`, kind: cls, place });
      others.push(name);
    };
    found.frames.forEach((frame, f) => {
      const name = `f${nth}-${f}`;
      const [first, end] = frame.lines;
      const size = module.lines[end - 1].bottom - module.lines[first].top;
      frames.push({
        name,
        galley: galley.key,
        first,
        end,
        size,
        css: css({ across: at(frame.column), along: frame.from, width: measure }),
      });
      texts.push(name);
      if (frame.column > 0 && (rules === "columns" || rules === "both"))
        mark(`r${nth}-${f}`, "rule", {
          across: at(frame.column) - gutter / 2,
          along: frame.from,
          width: 0.7,
          size: frame.to - frame.from,
        });
    });
    const whole = shape.columns * (column + gutter) - gutter;
    if (found.top > gap && (rules === "modules" || rules === "both"))
      mark(`m${nth}`, "rule", {
        across: start * (column + gutter),
        along: found.top - gap / 2,
        width: whole,
        size: 0.7,
      });
    if (shape.picture) {
      const place = { across: at(shape.picture.over[0]), along: found.pictureAt, width: caption.size };
      mark(`p${nth}`, "picture", { ...place, size: module.pictureSize });
      units.push({
        name: `c${nth}`,
        key: caption.key,
        css: css({ ...place, along: found.pictureAt + module.pictureSize }),
      });
      others.push(`c${nth}`);
    }
    if (head) {
      units.push({
        name: `h${nth}`,
        key: head.key,
        css: css({ across: at(shape.head.over[0]), along: found.headAt, width: head.size }),
      });
      others.push(`h${nth}`);
    }
    return { texts, others, pitch };
  });
  return { frames, units, marks, groups };
}

/** Sets the page: `{number, pdf, pictures, rules}`, their places in points from the top left. */
async function setPage(tab, issue, page) {
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
  const all = contents.flatMap(({ modules }) => modules);
  const nameSize = 2 * column + gutter;
  const cornerHtml = cornerName ? unit("corner-name", "nameplate", nameSize, page.furniture[0]) : "";
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
  const random = seededRandom(`${issue.id}/${page.number}/${manner.name}/${manner.seed}`);
  const { laid, length } = layModules(
    contents.map(({ modules }) => modules),
    { columns, pitch, gap, taken },
    random,
  );
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
  const parts = placedParts(laid, { css, gutter, column, gap, rules: manner.rules, pitch });
  stripsOf(furniture, { margin, nameplateHeight }).forEach((html, nth) =>
    parts.marks.push({ name: `s${nth}`, html }),
  );
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
  return { number: page.number, pdf, pictures: placesOf("picture"), rules: placesOf("rule"), laid };
}

/** Sets all pages. Gives the stories of `issue` their captions, which belong to the truth. */
export async function setMakeup(issue) {
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage();
    const pages = [];
    for (const page of issue.pages) pages.push(await setPage(tab, issue, page));
    return pages;
  } finally {
    await browser.close();
  }
}
