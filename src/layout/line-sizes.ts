/**
 * One em of each line's type. Where a source says few sizes it knows them; what a program measured on a scan is one
 * witness among three, and the middle one is believed:
 *
 *     海。                             said 1.3, height .9, width .7     → body type
 *     一只橘子的赶路史                     said 2.1, height 1.9, width 2.1   → a headline
 *
 * It refuses to tell small differences by heights and widths alone: letters that hang below the line, and lines that
 * are stretched to fill their column, make more.
 */
import type { Line } from "../model/page.js";
import { isSpace, isUnspaced } from "../text/scripts.js";
import { weightedMedian } from "./median.js";
import { heightOf, type Rect, widthOf } from "./rect.js";

/** A line where the reader sees it. */
export interface PlacedLine {
  readonly line: Line;
  readonly rect: Rect;
  /** How much text it holds, in ems of any size. */
  readonly amount: number;
}

export interface LineSizes {
  /** One em of each line. */
  readonly ems: readonly number[];
  /** The source knows its sizes, so that a small difference is one. */
  readonly exact: boolean;
}

/** Printers set a page in no more sizes than this; a source with more has measured them. */
const mostSizes = 24;
/** Fewer ems of text than this do not tell a line's type size by its length. */
const tellingAmount = 4;
/** A line is higher or lower than its neighbours by the letters that stand in it; only beyond this is its type another. */
const sameHeight = [0.7, 1.2] as const;

/** Latin letters in ems above and below the line on which they stand. */
const rise = { small: 0.47, tall: 0.7 };
const fall = { none: 0, comma: 0.13, tail: 0.21 };
const latin = /\p{sc=Latin}/u;

/** How high a line's ink is in ems of its type: “wo no sea” is half as high as “Flying”. */
function inkOf(text: string): number {
  const most = rise.tall + fall.tail;
  if (!latin.test(text) || /[^\p{sc=Latin}\p{sc=Common}]/u.test(text)) return most;
  const above = /[\p{Lu}\dbdfhijklt“”‘’"'!?()&$%]/u.test(text) ? rise.tall : rise.small;
  const below = /[gjpqyQ()$]/.test(text) ? fall.tail : /[,;]/.test(text) ? fall.comma : fall.none;
  return above + below;
}

/** Ideographs are as wide as high: so much of them tells their size by its width. */
const tellingIdeographs = 8;
/** No line of body type is stretched less than most by more than this. */
const leastStretch = 1.1;

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

function isIdeographic(text: string): boolean {
  let [unspaced, all] = [0, 0];
  for (const character of text) {
    if (isSpace(character)) continue;
    all += 1;
    if (isUnspaced(character)) unspaced += 1;
  }
  return 2 * unspaced > all;
}

/** Whether ink tells the height of the type: of ideographs all but the flat ones are as high as it. */
const isFullHeight = (text: string): boolean => !latin.test(text) && /[^\P{sc=Han}一二三工]/u.test(text);

/** Size of each line by the usual one, as its height and its width show it. */
function witnesses(lines: readonly PlacedLine[]): { height: number; width: number; most: number }[] {
  const all = lines.map(({ line, rect, amount }) => ({
    height: heightOf(rect) / inkOf(line.text),
    width: widthOf(rect) / amount,
    amount: amount >= tellingAmount ? amount : 0,
  }));
  const usual = {
    height: weightedMedian(all.map(({ height, amount }) => [height, amount])),
    width: weightedMedian(all.map(({ width, amount }) => [width, amount])),
  };
  return all.map(({ height, width }, i) => {
    const { line, amount } = lines[i] as PlacedLine;
    const tells = amount >= tellingIdeographs && isIdeographic(line.text);
    return {
      height: height / usual.height,
      width: width / usual.width,
      most: tells
        ? (leastStretch * width) / usual.width
        : isFullHeight(line.text)
          ? (leastStretch * height) / usual.height
          : Infinity,
    };
  });
}

export function sizeLines(lines: readonly PlacedLine[], aspect: number): LineSizes {
  const told = lines.map(({ line }) => line.typeSize);
  const saysSizes = 2 * told.filter((size) => size !== undefined).length > lines.length;
  if (!saysSizes) {
    const telling = lines.filter(({ amount }) => amount >= tellingAmount);
    const em = weightedMedian(telling.map(({ rect, amount }) => [widthOf(rect) / amount, amount]));
    const ems = witnesses(lines).map(({ height, width, most }) => {
      const ratio = Math.min(middleOf(height, width, 1), most);
      return em * (ratio >= sameHeight[0] && ratio <= sameHeight[1] ? 1 : ratio);
    });
    return { ems, exact: false };
  }
  const usual = weightedMedian(
    lines.map(({ line, amount }) => [line.typeSize ?? 0, line.typeSize === undefined ? 0 : amount]),
  );
  const exact = new Set(told).size <= Math.max(mostSizes, lines.length / 8);
  if (exact) return { ems: told.map((size) => (size ?? usual) * aspect), exact };
  // What was measured of a line over several columns is measured of none of its stretches.
  const said = told.map((size, i) => (lines[i]?.line.stretch ? undefined : size));
  const seen = witnesses(lines);
  // The letters of other scripts make a line's height and width differ: what is said of it stands, but where it has too
  // few of them to have been measured by.
  const sizeOfLetters = (size: number, i: number): number => {
    const { height, width } = seen[i] as (typeof seen)[number];
    return (lines[i]?.amount ?? 0) < tellingAmount ? usual * middleOf(size / usual, height, width) : size;
  };
  if (!isIdeographic(lines.map(({ line }) => line.text).join("")))
    return { ems: said.map((size, i) => sizeOfLetters(size ?? usual, i) * aspect), exact };
  const ems = said.map((size, i) => {
    const { height, width, most } = seen[i] as (typeof seen)[number];
    const ratio = (size ?? usual) / usual;
    return usual * Math.min(middleOf(ratio, height, width), most) * aspect;
  });
  return { ems, exact };
}
