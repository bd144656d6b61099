/**
 * One page of glyphs → a page of blocks of lines, and what was noticed on it. Geometry decides what is a line; the
 * order is that in which the file paints.
 */
import type { Box } from "../../model/page.js";
import type { PdfPage, PdfRectangle } from "../../model/pdf-content.js";
import { isMeasure, placeBox } from "../place-box.js";
import type { SourcePage } from "../source-page.js";
import { type Cell, makeCells } from "./cells.js";
import { dropDoubles } from "./drop-doubles.js";
import { groupLines } from "./group-lines.js";
import { isIdeograph, type PageHabits } from "./judge-gaps.js";
import { linkPieces } from "./link-pieces.js";
import { boxOfCell, setLine } from "./set-line.js";
import { turnPage } from "./turn-page.js";

/** What is worth a diagnostic, counted. */
export interface PageFindings {
  readonly doubled: number;
  readonly outside: number;
  readonly guessed: number;
  readonly leftOut: number;
  readonly isScanOnly: boolean;
}

/** Share of the page that an image covers to be the scan of it, and of an edge to be a picture at all. */
const scanShare = 0.8;
const leastPicture = 0.02;
/** Painted spaces by letters that are not ideographs, where words are set apart by them. */
const leastSpaces = 0.05;
/** Letters by operator, where each word has its own. */
const leastWord = 2;

const areaOf = ({ width, height }: { readonly width: number; readonly height: number }) => width * height;

/** The part of a rectangle that lies on the page. */
function clipped({ x, y, width, height }: PdfRectangle, page: PdfPage): PdfRectangle {
  const [x0, y0] = [Math.max(0, x), Math.max(0, y)];
  return {
    x: x0,
    y: y0,
    width: Math.min(page.width, x + width) - x0,
    height: Math.min(page.height, y + height) - y0,
  };
}

const boxesOf = (page: PdfPage, rectangles: readonly PdfRectangle[]): Box[] =>
  rectangles.flatMap(({ x, y, width, height }) => placeBox(page, x, y, width, height) ?? []);

function habitsOf(cells: readonly Cell[], isScan: boolean): PageHabits {
  const letters = cells.filter((cell) => !isIdeograph(cell));
  const spaced = letters.filter(({ spaceBefore, spaceAfter }) => spaceBefore !== "" || spaceAfter !== "");
  const runs = new Set(letters.map(({ run }) => run));
  return {
    paintsSpaces: spaced.length >= leastSpaces * letters.length,
    paintsWords: isScan && letters.length >= leastWord * runs.size,
  };
}

/** What stands in no Unicode plane of characters: private use, and the sign for what could not be read. */
function isUnknown({ text, guessed }: Cell): boolean {
  return guessed || /[\ufffd\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u.test(text);
}

export function readPage(given: PdfPage): { readonly page: SourcePage; readonly found: PageFindings } {
  const page = turnPage(given);
  const { kept, dropped } = dropDoubles(makeCells(page));
  const cells = kept.map((cell, nth) => ({ ...cell, nth }));
  const isMeasured = isMeasure(page);
  const images = page.images
    .map((image) => clipped(image, page))
    .filter(({ width, height }) => width > 0 && height > 0);
  const hasScan = images.some((image) => areaOf(image) >= scanShare * areaOf(page));
  const isHidden = cells.filter(({ hidden }) => hidden).length * 2 > cells.length;
  const isOcr = hasScan || isHidden;
  const habits = habitsOf(cells, isOcr);
  const lines = linkPieces(cells, page.rules, isOcr ? "ocr" : "type").map((line, nth) =>
    setLine(line, nth + 1, page, habits),
  );
  const isUpright = cells.filter(({ upright }) => upright).length * 2 > cells.length;
  // Text that nobody sees lies over the picture that it was read from.
  const isPicture = (image: PdfRectangle) =>
    areaOf(image) < scanShare * areaOf(page) &&
    image.width >= leastPicture * page.width &&
    image.height >= leastPicture * page.height &&
    !isHidden;
  const separators = boxesOf(
    page,
    page.rules.map((rule) => clipped(thickened(rule), page)),
  );
  const pictures = boxesOf(page, images.filter(isPicture));
  return {
    page: {
      blocks: groupLines(lines, page.rules),
      ...(isMeasured && { aspect: page.height / page.width }),
      ...(separators.length > 0 && { separators }),
      ...(pictures.length > 0 && { pictures }),
      ...(isUpright && { direction: "vertical" as const }),
    },
    found: {
      doubled: dropped,
      outside: cells.filter((cell) => !boxOfCell(cell, page)).length,
      guessed: cells.filter(isUnknown).length,
      leftOut: page.leftOut,
      isScanOnly: cells.length === 0 && page.images.length > 0,
    },
  };
}

/** A hairline has no width of its own. */
function thickened({ x, y, width, height }: PdfRectangle): PdfRectangle {
  const hairline = 0.1;
  return { x, y, width: Math.max(width, hairline), height: Math.max(height, hairline) };
}
