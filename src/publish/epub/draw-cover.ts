/**
 * A book's cover: the newspaper's name, the date, and the first headlines, set as type. It is taken where there
 * is no picture of the first page, and for a month, which has many first pages. An SVG cannot break lines, so the name is
 * scaled to the width by the room its letters take, and a headline is cut where its line ends.
 */
import { isCjk } from "../../text/scripts.js";
import { escapeXml } from "../xml.js";

export interface CoverWords {
  readonly title: string;
  readonly lang: string;
  /** Under the name: place, date, number. */
  readonly lines: readonly string[];
  readonly headlines: readonly string[];
}

const width = 1200;
const height = 1600;
const margin = 90;
const measure = width - 2 * margin;
/** Ems that a letter takes on average, and an ideograph; capitals of a name are wider than text. */
const letter = 0.55;
const ideograph = 1;
const headlinesShown = 6;

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (isCjk(character) ? ideograph : letter), 0);

function cut(text: string, ems: number): string {
  if (widthOf(text) <= ems) return text;
  let out = "";
  let taken = 1;
  for (const character of Array.from(text)) {
    taken += isCjk(character) ? ideograph : letter;
    if (taken > ems) break;
    out += character;
  }
  return `${out.trimEnd()}…`;
}

export function drawCover({ title, lang, lines, headlines }: CoverWords): string {
  const name = cut(title, 34);
  const size = Math.min(190, Math.floor(measure / Math.max(1, widthOf(name))));
  const text = (y: number, fontSize: number, words: string, weight = "normal"): string =>
    `<text x="${width / 2}" y="${y}" font-size="${fontSize}" font-weight="${weight}">${escapeXml(cut(words, (0.96 * measure) / fontSize))}</text>`;
  const shown = headlines.slice(0, headlinesShown);
  const label = [title, ...lines].filter((line) => line !== "").join(", ");
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xml:lang="${escapeXml(lang)}">`,
    `<title>${escapeXml(label)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fbf9f4"/>`,
    `<g fill="#1d1a16" text-anchor="middle" font-family="Georgia, 'Noto Serif CJK SC', 'Songti SC', serif">`,
    `<text x="${width / 2}" y="430" font-size="${size}" font-weight="bold">${escapeXml(name)}</text>`,
    ...lines.filter((line) => line !== "").map((line, index) => text(560 + index * 62, 42, line)),
    ...shown.map((headline, index) => text(920 + index * 84, 44, headline)),
    "</g>",
    `<path d="M${margin} 200H${width - margin}M${margin} 212H${width - margin}M${margin} 800H${width - margin}M${margin} 1480H${width - margin}" stroke="#1d1a16" stroke-width="3" fill="none"/>`,
    "</svg>",
    "",
  ].join("\n");
}
