/**
 * HTML and CSS of a printed page: boxes on a grid of columns, text in columns inside each box. Positions come
 * from `pack-page.mjs`; here stands only what a box looks like, with the headline above, below or beside the text.
 */
import { hyphenate } from "./hyphenate.mjs";
import { isCjk } from "./read-issue.mjs";

const FONT = {
  "zh-Hans": "Noto Serif CJK SC",
  "zh-Hant": "Noto Serif CJK TC",
  ja: "Noto Serif CJK JP",
  ko: "Noto Serif CJK KR",
};
const LATIN_FONT = "'Liberation Serif', 'Times New Roman', serif";
const IDEOGRAPHIC_SPACE = "\u3000";

export const escapeHtml = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`);

/** Length of a line where the issue names none: 12 characters in a tier, 13 in a column, some 36 Latin letters. */
const USUAL_MEASURE_EM = { vertical: 12, cjk: 13, latin: 15 };
const PIXELS_PER_MM = 96 / 25.4;
const MARGIN_MM = 12;
/** Height of the strip of furniture over a vertical page, in CSS pixels. */
const STRIP = 46;

/**
 * CSS pixels of the measures in `issue.style`: a column is the length of a line of text, in vertical pages of a
 * tier (段). It comes from `measureEm`, or from the page's own measure across its columns, or is the usual one.
 */
export function measuresOf(issue) {
  const { style } = issue;
  const vertical = issue.direction === "vertical";
  const cjk = isCjk(issue.language);
  const body = (style.bodyPt * 96) / 72;
  const gutter = style.gutterMm ? style.gutterMm * PIXELS_PER_MM : body * (style.gutterEm ?? 2.2);
  const margin = MARGIN_MM * PIXELS_PER_MM;
  const pageMm = vertical ? style.pageHeightMm : style.pageWidthMm;
  const usual = USUAL_MEASURE_EM[vertical ? "vertical" : cjk ? "cjk" : "latin"] * body;
  const across = pageMm ? pageMm * PIXELS_PER_MM - 2 * margin - (vertical ? STRIP : 0) : 0;
  const shared = across ? (across - gutter * (style.columns - 1)) / style.columns : usual;
  const free = style.measureEm ? style.measureEm * body : shared;
  // CJK columns hold a whole number of characters; a hair more, so that rounding never costs the last one.
  const column = cjk ? Math.floor(free / body + 0.01) * body + 0.2 : free;
  return { vertical, body, gutter, margin, column, columns: style.columns };
}

/** A style value that is one for all pages or a list with one for each. */
export const ofPage = (value, page) => [value].flat()[(page - 1) % [value].flat().length];

/** Line pitch in ems. Over 1.5 an extractor takes every line for a block of its own. */
export const leadingOf = (issue, page) => ofPage(issue.style.leading ?? 1.4, page);

/** The stylesheet of one page. */
export function pageCss(issue, page) {
  const { vertical, body, gutter, columns } = measuresOf(issue);
  const cjk = isCjk(issue.language);
  const font = FONT[issue.language] ? `'${FONT[issue.language]}', serif` : LATIN_FONT;
  return `
  * { margin: 0; padding: 0; box-sizing: border-box }
  html { font: ${body}px/${leadingOf(issue, page)} ${font}; line-break: strict; word-break: normal; overflow-wrap: break-word;
    text-autospace: normal; text-spacing-trim: ${issue.style.textSpacingTrim ?? "normal"}; hyphens: manual; hyphenate-character: '-'; color: #000; background: #fff }
  body { position: relative }
  .box, .furniture { position: absolute }
  .box { ${vertical ? "writing-mode: vertical-rl;" : ""} }
  .notice { border: 1px solid #000; padding: ${body * 0.6}px }
  .notice p:first-child { font-weight: bold; text-align: center; text-indent: 0 }
  .columns { column-gap: ${gutter}px; column-fill: balance; column-rule: .5px solid #777 }
  .beside { display: grid; column-gap: ${gutter}px; align-items: start }
  p { text-align: justify; text-indent: ${issue.style.indentEm ?? (cjk ? 2 : 1.2)}em; orphans: 1; widows: 1 }
  p.flush, p.mark, p.subhead, p.byline, p.credit { text-indent: 0 }
  p.mark, p.credit { text-align: right }
  p.flushleft { text-align: left }
  p.goes-on { text-align-last: justify }
  p.verse { text-align: left; text-indent: 0; padding-inline-start: 2em }
  p.list { ${cjk ? "" : "text-indent: -1em; padding-inline-start: 1em"} }
  p.question, p.subhead { font-weight: bold }
  p.subhead { ${cjk ? "text-align: center;" : "text-align: left;"} break-after: avoid; margin-block: .35em }
  p.caption { text-indent: 0; font-size: .88em; margin-block-end: .5em }
  p.byline { ${cjk ? "text-align: center;" : "text-align: left; font-weight: bold; font-size: .92em;"} margin-block: .3em }
  .head { ${vertical ? "padding-inline-start: 1em; margin-block: .2em .6em;" : "margin-block: .2em .45em;"} line-height: 1.22 }
  .head .line { display: block; font-weight: bold; ${cjk && !vertical ? "text-align: center" : ""} }
  .head .kicker, .head .deck { display: block; font-size: ${body * 1.18}px; line-height: 1.3; ${cjk && !vertical ? "text-align: center" : ""} }
  .h1 .line { font-size: ${body * (columns > 4 ? 3 : 2.6)}px } .h2 .line { font-size: ${body * 1.95}px } .h3 .line { font-size: ${body * 1.45}px }
  .picture { background: repeating-linear-gradient(45deg, #bbb 0 2px, #eee 2px 6px); margin-block-end: .4em }
  .furniture { display: flex; justify-content: space-between; align-items: baseline; font-size: ${body * 0.92}px; line-height: 1.4; gap: 2em; white-space: nowrap }
  .top { border-bottom: 1px solid #000 } .foot { border-top: .5px solid #000; white-space: normal }
  .nameplate { font-size: ${body * 4}px; font-weight: bold; text-align: center; line-height: 1.2; letter-spacing: ${cjk ? ".2em" : 0} }
  `;
}

const isLatinLetter = (char) => /\p{Script=Latin}/u.test(char ?? "");

/** The `<p>`s of one part of a story, marks and dateline and credit in their places. */
export function paragraphsOf(issue, story, part, options) {
  const cjk = isCjk(issue.language);
  const dress = (text) => escapeHtml(cjk ? text : hyphenate(text)).replaceAll("\n", "<br>");
  const gap = cjk ? "" : " ";
  const out = [];
  if (part.arrives && !part.arrives.continuation_run_in && part.arrives.continuation_line)
    out.push(`<p class="flush flushleft">${dress(part.arrives.continuation_line)}</p>`);
  if (!part.arrives && options.bylineInColumn) out.push(`<p class="byline">${escapeHtml(story.byline)}</p>`);
  part.spans.forEach(([index, from, to], nth) => {
    const { kind, text } = story.body[index];
    const classes = [kind];
    let html = dress(text.slice(from, to));
    if (to < text.length && isLatinLetter(text[to - 1]) && isLatinLetter(text[to])) html += "-";
    if (nth === 0 && !part.arrives && story.dateline)
      html = dress(story.dateline) + (cjk ? IDEOGRAPHIC_SPACE : " ") + html;
    if (nth === 0 && part.arrives?.continuation_run_in)
      html = dress(part.arrives.continuation_line) + gap + html;
    // A line that goes on over the page is full.
    if (part.leaves?.unmarked && to < text.length) classes.push("goes-on");
    // The rest of a paragraph stands flush, and so does the first one of a story; one that begins after a turn is set in.
    const isOpening = !cjk && kind === "paragraph" && !part.arrives;
    if (nth === 0 && (from > 0 || isOpening)) classes.push("flush");
    const isLast = nth === part.spans.length - 1;
    if (isLast && part.leaves?.run_in) html += gap + dress(part.leaves.jump_line);
    if (isLast && !part.leaves && story.credit && story.credit_run_in) html += gap + dress(story.credit);
    out.push(`<p class="${classes.join(" ")}">${html}</p>`);
  });
  if (part.leaves?.jump_line && !part.leaves.run_in)
    out.push(`<p class="mark">${dress(part.leaves.jump_line)}</p>`);
  if (!part.leaves && story.credit && !story.credit_run_in)
    out.push(`<p class="credit">${dress(story.credit)}</p>`);
  return out.join("\n");
}

export function headOf(story, part, options) {
  const line = (cls, text) => `<span class="${cls}">${escapeHtml(text)}</span>`;
  const jumpHead = part.arrives?.jump_head ?? [];
  const lines = part.arrives
    ? jumpHead.map((text) => line("line", text))
    : [
        ...(story.kicker ?? []).map((text) => line("kicker", text)),
        ...story.headline.map((text) => line("line", text)),
        ...(story.deck ?? []).map((text) => line("deck", text)),
      ];
  const byline =
    part.arrives || !story.byline || options.bylineInColumn
      ? ""
      : `<p class="byline">${escapeHtml(story.byline)}</p>`;
  if (!lines.length && !byline) return "";
  // A jump head is smaller than the head of page 1.
  const rank = part.arrives ? Math.min(3, story.importance + 1) : story.importance;
  return `<div class="head h${rank}">${lines.join("\n")}${byline}</div>`;
}

/** The inside of a story's box. `columns`: columns of the page the box spans; `place`: where its head stands. */
export function storyHtml(issue, story, part, { columns, place, bylineInColumn, pictureSize = 0 }) {
  const options = { bylineInColumn: bylineInColumn && !!story.byline && !part.arrives };
  const { column, gutter, vertical } = measuresOf(issue);
  const head = headOf(story, part, options);
  const picture = pictureSize > 0 ? `<div class="picture" style="block-size:${pictureSize}px"></div>` : "";
  const beside = place === "beside" && columns > 1 && head && !vertical;
  const body = `<div class="columns" style="columns:${beside ? columns - 1 : columns}">${paragraphsOf(issue, story, part, options)}</div>`;
  if (beside)
    return `${picture}<div class="beside" style="grid-template-columns:${column}px ${(columns - 1) * column + (columns - 2) * gutter}px">${head}${body}</div>`;
  return place === "below" ? picture + body + head : picture + head + body;
}

/** The inside of a notice's or advert's box. */
export function noticeHtml(issue, notice) {
  const dress = isCjk(issue.language) ? (text) => text : hyphenate;
  return notice.lines.map((text) => `<p>${escapeHtml(dress(text))}</p>`).join("\n");
}

/** Strips of furniture in their places: nameplate, head of page, foot of page. */
export function stripsOf(furniture, { margin, nameplateHeight }) {
  const strip = `left:${margin}px;right:${margin}px`;
  return [
    furniture.nameplate &&
      `<div class="furniture" style="${strip};top:${margin}px;display:block">${furniture.nameplate}</div>`,
    furniture.top &&
      `<div class="furniture top" style="${strip};top:${margin + nameplateHeight}px">${furniture.top}</div>`,
    furniture.foot &&
      `<div class="furniture foot" style="${strip};bottom:${margin * 0.6}px">${furniture.foot}</div>`,
  ].filter(Boolean);
}

/** The furniture of a page as `{top, foot}` HTML; page 1 has its nameplate first. */
export function furnitureHtml(page, isFront) {
  const spans = (list) => list.map((text) => `<span>${escapeHtml(text)}</span>`).join("\n");
  const texts = page.furniture ?? [];
  const nameplate = isFront && texts.length ? `<div class="nameplate">${escapeHtml(texts[0])}</div>` : "";
  const rest = isFront ? texts.slice(1) : texts;
  const inFoot = rest.length > 2 ? rest.slice(-1) : [];
  const inTop = rest.slice(0, rest.length - inFoot.length);
  return { nameplate, top: spans(inTop), foot: spans(inFoot) };
}
