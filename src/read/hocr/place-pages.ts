/**
 * Pages in the file's own unit → pages in fractions: boxes, type sizes, language, numbers. A page that states no size
 * is measured by what stands on it. Boxes that make no sense are counted and left out; their text stays.
 */

import type { Box, Word } from "../../model/page.js";
import { aroundBoxes, isMeasure, type PageMeasure, placeBox } from "../place-box.js";
import { printedLine } from "../printed-line.js";
import type { SourceBlock, SourceLine, SourcePage } from "../source-page.js";
import { languageOfCode, majorityCode } from "./language-codes.js";
import type { RawWord } from "./line-text.js";
import type { RawBlock, RawLine, RawPage } from "./raw-page.js";
import type { Note } from "./tallied-notes.js";
import { numberOf, numbersOf, parseTitle, rectOf, type TitleProperties } from "./title-properties.js";
import { emOfLine } from "./type-size.js";

/** Where a page's own origin lies, and how large it is. */
interface Frame extends PageMeasure {
  readonly x0: number;
  readonly y0: number;
}

interface Placing {
  readonly frame: Frame | undefined;
  readonly resolution: number | undefined;
  readonly vertical: boolean;
  /** `least` is what a side measures at least, in the file's unit. */
  box(properties: TitleProperties | undefined, least?: number): Box | undefined;
}

/** From the corner of the page to the farthest box: what stands on it tells how large it is at least. */
function extentOf(page: RawPage): Frame | undefined {
  let [width, height] = [0, 0];
  const see = (properties: TitleProperties | undefined): void => {
    const rect = properties && rectOf(properties);
    if (!rect || !isMeasure({ width: rect.x1, height: rect.y1 })) return;
    width = Math.max(width, rect.x1);
    height = Math.max(height, rect.y1);
  };
  for (const properties of [...page.separators, ...page.pictures]) see(properties);
  for (const block of page.blocks) {
    see(block.properties);
    for (const line of block.lines) {
      see(line.properties);
      for (const word of line.words) see(parseTitle(word.title));
    }
  }
  return isMeasure({ width, height }) ? { x0: 0, y0: 0, width, height } : undefined;
}

function frameOf(page: RawPage, note: Note): Frame | undefined {
  const rect = rectOf(page.properties);
  if (rect) {
    const frame = { x0: rect.x0, y0: rect.y0, width: rect.x1 - rect.x0, height: rect.y1 - rect.y0 };
    if (isMeasure(frame)) return frame;
  }
  const extent = extentOf(page);
  if (extent) note("JL1068", "info", page.line);
  return extent;
}

function placeWord(
  { at, text }: RawWord,
  properties: TitleProperties,
  { box: placed }: Placing,
): Word | undefined {
  const box = placed(properties);
  if (!box) return undefined;
  const percent = numberOf(properties, "x_wconf");
  return percent !== undefined && percent >= 0 && percent <= 100
    ? { at, text, box, confidence: percent / 100 }
    : { at, text, box };
}

function placeLine(line: RawLine, number: number, placing: Placing): SourceLine {
  const { original, bold } = line;
  const titles = line.words.map(({ title }) => parseTitle(title));
  const words: Word[] = [];
  line.words.forEach((raw, index) => {
    const word = placeWord(raw, titles[index] ?? new Map(), placing);
    if (word) words.push(word);
  });
  const own = placing.box(line.properties);
  const box = own ?? aroundBoxes(words.map((word) => word.box));
  const { frame, vertical } = placing;
  // Only the line's own box says how thick it is; a paragraph of words is many lines thick.
  const thickness = own && frame && (vertical ? own.width * frame.width : own.height * frame.height);
  const properties = line.properties ?? new Map();
  const em = frame && emOfLine({ original, properties, words: titles, thickness }, placing.resolution);
  const typeSize = em !== undefined && frame && em < frame.height ? em / frame.height : undefined;
  return printedLine(number, original, { box, words, typeSize, bold: bold || undefined });
}

function placeBlock(block: RawBlock, firstNumber: number, placing: Placing): SourceBlock {
  const lines = block.lines.map((line, index) => placeLine(line, firstNumber + index, placing));
  const boxes = lines.map((line) => line.box).filter((box) => box !== undefined);
  const box = placing.box(block.properties) ?? aroundBoxes(boxes);
  return {
    lines,
    ...(box ? { box } : {}),
    ...(block.kind ? { kind: block.kind } : {}),
    ...(block.sourceId === undefined ? {} : { sourceId: block.sourceId }),
  };
}

/** What is printed as a page's name is short: A7, 第二版, xviii. */
const longestFolio = 40;

function placePage(page: RawPage, number: number | undefined, note: Note): SourcePage {
  const frame = frameOf(page, note);
  const code = majorityCode(page.languages);
  const said = code === undefined ? undefined : languageOfCode(code);
  if (code !== undefined && !said) note("JL1069", "info", page.line, { code: code.slice(0, 40) });
  const placing: Placing = {
    frame,
    resolution: numbersOf(page.properties, "scan_res")?.[1] ?? numberOf(page.properties, "scan_res"),
    vertical: said?.direction === "vertical",
    box: (properties, least = 0) => {
      if (!frame || !properties?.has("bbox")) return undefined;
      const rect = rectOf(properties);
      const side = (from: number, to: number) => (to < from ? to - from : Math.max(least, to - from));
      const box =
        rect &&
        placeBox(
          frame,
          rect.x0 - frame.x0,
          rect.y0 - frame.y0,
          side(rect.x0, rect.x1),
          side(rect.y0, rect.y1),
        );
      if (!box) note("JL1043", "warning", page.line);
      return box;
    },
  };
  const boxesOf = (list: readonly TitleProperties[], least: number) =>
    list.map((properties) => placing.box(properties, least)).filter((box) => box !== undefined);
  // A rule may be drawn without any thickness; it is one unit thick then.
  const [separators, pictures] = [boxesOf(page.separators, 1), boxesOf(page.pictures, 0)];
  let next = 1;
  const blocks = page.blocks.map((block) => {
    const first = next;
    next += block.lines.length;
    return placeBlock(block, first, placing);
  });
  const folio = page.properties.get("lpageno");
  return {
    blocks,
    ...(frame ? { aspect: frame.height / frame.width } : {}),
    ...(separators.length > 0 ? { separators } : {}),
    ...(pictures.length > 0 ? { pictures } : {}),
    ...(number === undefined ? {} : { number }),
    ...(folio && folio.length <= longestFolio ? { folio } : {}),
    ...said,
  };
}

/**
 * `ppageno` counts from 0. In a file of one page it is 0 whatever page that is, so it tells something only where a
 * file has several pages with numbers of their own.
 */
function numbersIn(pages: readonly RawPage[]): readonly (number | undefined)[] {
  const numbers = pages.map(({ properties }) => numberOf(properties, "ppageno"));
  const sound = numbers.every(
    (number) => number !== undefined && Number.isSafeInteger(number) && number >= 0,
  );
  return sound && pages.length > 1 && new Set(numbers).size === pages.length
    ? numbers.map((number) => (number as number) + 1)
    : pages.map(() => undefined);
}

export function placePages(pages: readonly RawPage[], note: Note): readonly SourcePage[] {
  const numbers = numbersIn(pages);
  return pages.map((page, index) => placePage(page, numbers[index], note));
}
