/**
 * The newspaper's name on the drawing of its first page, where the page prints it: by that one knows a paper at the size of a
 * stamp. Set in its printed box where there are places; else over the columns with a double rule under it, and on a vertical
 * page in a box of its own at the right, as the page view has it.
 */
import type { LineId } from "../../model/ids.js";
import type { Box, Page } from "../../model/page.js";
import { isUnspaced } from "../../text/scripts.js";
import { squash } from "../../text/squash.js";
import type { EditionView } from "../edition-view.js";
import { naturalWidth } from "../mirror/type-widths.js";
import { sortFurniture } from "../page/sort-furniture.js";

export interface Nameplate {
  readonly text: string;
  readonly language: string;
  readonly lines: ReadonlySet<LineId>;
}

/** Room for the name where the make-up is only reckoned, in units of the drawing. */
const band = { name: 22, under: 8 };
const plate = { width: 28, beside: 5, pitch: 23, ends: 8, most: 0.6 };
const rule = { thick: 0.9, apart: 2 };
/** Share of a box that letters fill across the line, and where the line stands in an em. */
const across = 0.86;
const baseline = 0.36;

/** `undefined` where the page prints no name that is the newspaper's own. */
export function nameplateOf(page: Page, view: Pick<EditionView, "edition">): Nameplate | undefined {
  const furniture = view.edition.assembly.furniture.filter((each) => each.page === page.number);
  const [name] = sortFurniture(furniture, page, view).nameplate;
  return name === undefined
    ? undefined
    : {
        text: squash(name.passage.text).text,
        language: page.language,
        lines: new Set(name.passage.spans.map(({ line }) => line)),
      };
}

export interface PlacedName {
  readonly name: Box;
  readonly rules: readonly Box[];
  /** What is left for the stories. */
  readonly rest: Box;
}

/** Makes room for the name on a page without places. */
export function makeRoom({ text }: Nameplate, paper: Box, vertical: boolean): PlacedName {
  const { x, y, width, height } = paper;
  if (!vertical) {
    const line = (top: number): Box => ({ x, y: y + band.name + top, width, height: rule.thick });
    const taken = band.name + band.under;
    return {
      name: { x, y, width, height: band.name },
      rules: [line(1), line(1 + rule.apart)],
      rest: { x, y: y + taken, width, height: height - taken },
    };
  }
  const long = Math.min(height * plate.most, naturalWidth(text, true, true) * plate.pitch + 2 * plate.ends);
  const left = x + width - plate.width;
  const frame = (inset: number): Box[] => {
    const box = {
      x: left + inset,
      y: y + inset,
      width: plate.width - 2 * inset,
      height: long - 2 * inset,
    };
    const down = { y: box.y, width: rule.thick, height: box.height };
    const over = { x: box.x, width: box.width, height: rule.thick };
    return [
      { ...over, y: box.y },
      { ...over, y: box.y + box.height - rule.thick },
      { ...down, x: box.x },
      { ...down, x: box.x + box.width - rule.thick },
    ];
  };
  return {
    name: {
      x: left + plate.beside,
      y: y + plate.ends,
      width: plate.width - 2 * plate.beside,
      height: long - 2 * plate.ends,
    },
    rules: [...frame(0), ...frame(rule.apart)],
    rest: { x, y, width: width - plate.width - plate.beside, height },
  };
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
/** Text of the newspaper's own in a picture: never markup, and no letters that XML forbids. */
const asText = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "").replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** The name as large as its box allows, as an element of SVG. It keeps its length in whatever face it is shown. */
export function setName({ text, language }: Nameplate, box: Box, vertical: boolean, fill: string): string {
  const letters = [...text];
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const face = `<text fill="${fill}" font-family="serif" font-weight="700" text-anchor="middle" xml:lang="${asText(language)}"`;
  if (vertical && letters.every(isUnspaced)) {
    const pitch = box.height / letters.length;
    const size = Math.min(box.width, pitch * across);
    const ys = letters.map((_, at) => short(box.y + (at + 0.5) * pitch + baseline * size)).join(" ");
    const xs = letters.map(() => short(middle.x)).join(" ");
    return `${face} font-size="${short(size)}" x="${xs}" y="${ys}">${asText(text)}</text>`;
  }
  const [long, thick] = vertical ? [box.height, box.width] : [box.width, box.height];
  const ems = Math.max(1, naturalWidth(text, true));
  const size = Math.min(thick * across, long / ems);
  const turned = vertical ? ` transform="rotate(90 ${short(middle.x)} ${short(middle.y)})"` : "";
  const length = `textLength="${short(ems * size)}" lengthAdjust="spacingAndGlyphs"`;
  return `${face} font-size="${short(size)}" x="${short(middle.x)}" y="${short(middle.y + baseline * size)}" ${length}${turned}>${asText(text)}</text>`;
}
