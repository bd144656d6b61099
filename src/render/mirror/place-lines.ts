/**
 * Where the lines of a page with coordinates stand, all in page widths (a page of `aspect` 1.4 is 1 wide and 1.4
 * high), which way each is set, and how large its type is. A page is measured only where nearly all its text has
 * boxes: else lines without a place would have to be thought up, and the page is called approximate.
 * Boxes come from files: they are held on the page, and one that is not made of numbers is no box.
 */
import type { LineId } from "../../model/ids.js";
import { type Box, type Line, linesOf, type Page } from "../../model/page.js";
import { sizeType } from "./size-type.js";
import { naturalWidth } from "./type-widths.js";

export interface PlacedLine {
  readonly line: Line;
  /** In page widths. */
  readonly box: Box;
  readonly vertical: boolean;
  readonly bold: boolean;
}

export interface PlacedLines {
  /** Height of the page in page widths. */
  readonly aspect: number;
  readonly lines: ReadonlyMap<LineId, PlacedLine>;
  /** One em of each line's type, in page widths. */
  readonly sizes: ReadonlyMap<LineId, number>;
  /** One em of what most of the page is set in. */
  readonly em: number;
  /** Whether the file tells bold type from other; where it does not, headlines are set bold. */
  readonly tellsBold: boolean;
  /** Whether boxes are drawn round the ink of their letters, as OCR does, or by the type's own measures. */
  readonly isInk: boolean;
  /** Whether the page is set in a CJK face, its Latin words too. */
  readonly isCjk: boolean;
  readonly rules: readonly Box[];
  readonly pictures: readonly Box[];
}

/** Share of a page's letters that must have boxes. */
const nearlyAll = 0.9;
/** No printed page is longer or wider than this. */
const longestShape = 6;
/** Nothing smaller than this, in page widths, is seen on any page: such a box says nothing of its line. */
const leastExtent = 1e-4;
/** So many times longer than thick, the box of a line of more than two letters tells that it runs the other way. */
const tellingShape = 2;
const tellingLetters = 2;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** The part of a box that is on the page, in page widths. Not for boxes without extent, rules aside. */
function onPage({ x, y, width, height }: Box, aspect: number): Box | undefined {
  if (![x, y, width, height].every(Number.isFinite) || width < 0 || height < 0) return undefined;
  const [left, top] = [clamp(x), clamp(y)];
  return {
    x: left,
    y: top * aspect,
    width: clamp(x + width) - left,
    height: (clamp(y + height) - top) * aspect,
  };
}

/** As its page runs, unless its box says otherwise: a headline set across a vertical page, or down a horizontal one. */
function runsDown(text: string, { width, height }: Box, { direction }: Page): boolean {
  const down = direction === "vertical";
  if (naturalWidth(text, false) <= tellingLetters) return down;
  return down ? width < height * tellingShape : height > width * tellingShape;
}

const reachesDown = /[gjpqy]/u;
/** Lines with letters that reach down are so many times thicker than others, where boxes follow the ink. */
const inkDifference = 1.08;
/** Fewer lines tell it by chance. */
const fewestTelling = 3;

function isDrawnRoundInk(lines: PlacedLines["lines"], sizes: PlacedLines["sizes"]): boolean {
  const thickness: Record<"down" | "flat", number[]> = { down: [], flat: [] };
  for (const [id, { line, box, vertical }] of lines) {
    if (vertical || !/[a-z]/u.test(line.text)) continue;
    thickness[reachesDown.test(line.text) ? "down" : "flat"].push(box.height / (sizes.get(id) ?? 1));
  }
  const { down, flat } = thickness;
  if (down.length < fewestTelling || flat.length < fewestTelling) return false;
  const middle = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return middle(down) > middle(flat) * inkDifference;
}

/** A rule is so many times longer than it is thick at least, and no thicker than this, by the body type. */
const ruleShape = 8;
const thickest = 0.12;

/** The box that an OCR draws round a rule is as much thicker as the rule slants or bends over its length. */
function thinned({ x, y, width, height }: Box, em: number): Box {
  const taken = Math.min(width, height) - thickest * em;
  if (taken <= 0 || Math.max(width, height) < ruleShape * Math.min(width, height))
    return { x, y, width, height };
  return width > height
    ? { x, y: y + taken / 2, width, height: height - taken }
    : { x: x + taken / 2, y, width: width - taken, height };
}

const isRough = (page: Page): boolean => linesOf(page).some(({ place }) => place?.rough === true);

/** `undefined` where the page has no coordinates, or too few to say that it was measured. */
export function placeLines(page: Page): PlacedLines | undefined {
  const { aspect } = page;
  if (aspect === undefined || !(aspect > 1 / longestShape && aspect < longestShape)) return undefined;
  const lines = new Map<LineId, PlacedLine>();
  let letters = 0;
  let placed = 0;
  for (const line of linesOf(page)) {
    letters += line.text.length;
    const box = line.box && onPage(line.box, aspect);
    if (!box || Math.min(box.width, box.height) < leastExtent) continue;
    placed += line.text.length;
    const vertical = runsDown(line.text, box, page);
    lines.set(line.id, { line, box, vertical, bold: line.bold === true });
  }
  if (lines.size === 0 || placed < letters * nearlyAll) return undefined;
  const { sizes, em } = sizeType([...lines.values()], aspect);
  const boxes = (list: readonly Box[] = []): Box[] =>
    list.flatMap((each) => {
      const box = onPage(each, aspect);
      return box ? [box] : [];
    });
  return {
    aspect,
    isInk: isDrawnRoundInk(lines, sizes),
    isCjk: /^(zh|ja|ko|lzh|yue)\b/iu.test(page.language),
    lines,
    sizes,
    em,
    tellsBold: [...lines.values()].some(({ bold }) => bold),
    rules: boxes(page.separators).map((box) => (isRough(page) ? thinned(box, em) : box)),
    pictures: boxes(page.pictures).filter(({ width, height }) => width > 0 && height > 0),
  };
}
