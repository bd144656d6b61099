/**
 * Whether a page is better read as its source has it: older papers run their stories down the columns in one size of
 * type, so that sizes and spans tell hardly any story; and a source that was segmented by people or by a good program
 * has its blocks in an order that eyes could follow. Only where both hold does layout stand back.
 */
import type { Page } from "../model/page.js";
import type { Hanging } from "./hang-chains.js";
import { around, overlapX, type Rect, widthOf } from "./rect.js";

/** A headline is so large, by the body type, and has so many lines of text under it. */
const headlineScale = 1.3;
const fewestLines = 3;
/**
 * Lines of a page to a headline: papers made up by headlines have 20 to 70, running columns over 120; where no headline
 * stands over more than one column, so that none opens a page, half as many are telling.
 */
const linesToHeadline = 100;
const linesToTitle = 50;
/** A headline so much wider than its text stands over more than one column of it. */
const spanning = 1.3;
/** Share of steps from block to block that go down a column or to the right. */
const plausible = 0.75;

/** What the make-up of a page tells: how many headlines it has, over how many lines. */
export interface MakeUp {
  readonly headlines: number;
  /** Those that stand over more than one column. */
  readonly spanning: number;
  readonly lines: number;
}

export function countHeadlines(hangings: readonly Hanging[]): MakeUp {
  const isSpanning = ({ chains }: Hanging): boolean => {
    const widest = (display: boolean): number =>
      chains.reduce((most, chain) => (chain.display === display ? Math.max(most, widthOf(chain)) : most), 0);
    return widest(true) > spanning * widest(false);
  };
  const isHeadline = ({ head, chains }: Hanging): boolean =>
    head >= headlineScale && chains.some(({ display, spots }) => !display && spots.length >= fewestLines);
  const headlines = hangings.filter(isHeadline);
  return {
    headlines: headlines.length,
    spanning: headlines.filter(isSpanning).length,
    lines: hangings.reduce(
      (sum, { chains }) => sum + chains.reduce((n, { spots }) => n + spots.length, 0),
      0,
    ),
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Whether headlines are too few on all the pages to tell their stories. */
export function runsDownColumns(pages: readonly MakeUp[]): boolean {
  const [headlines, lines] = [
    sumOf(pages.map((page) => page.headlines)),
    sumOf(pages.map((page) => page.lines)),
  ];
  const over = sumOf(pages.map((page) => page.spanning)) > 0;
  return lines > (over ? linesToHeadline : linesToTitle) * headlines;
}

/** Whether the blocks of horizontal pages stand in an order that a reader could follow. */
export function isOrdered(pages: readonly Page[]): boolean {
  let steps = 0;
  let followed = 0;
  for (const page of pages) {
    const rects = page.blocks.flatMap(({ lines }): Rect[] => {
      const boxes = lines.flatMap(({ box }) => (box ? [box] : []));
      return boxes.length === 0
        ? []
        : [around(boxes.map(({ x, y, width, height }) => ({ x0: x, x1: x + width, y0: y, y1: y + height })))];
    });
    rects.slice(1).forEach((rect, i) => {
      const before = rects[i] as Rect;
      const below = overlapX(before, rect) > 0.3 * Math.min(widthOf(before), widthOf(rect));
      steps += 1;
      followed += (below ? rect.y0 >= before.y0 : rect.x0 >= before.x0) ? 1 : 0;
    });
  }
  return steps > 0 && followed >= plausible * steps;
}
