/**
 * Whether an edition's columns are filled one after the other, told by where headings stand and by where text begins under
 * none. Where stories stand in blocks, headings reach over columns, text begins in the middle of one, and the head of a
 * column does not go on from the foot of the one before.
 */
import type { Chain } from "../chain-lines.js";
import { breaksOff, gapBelow, isIndented, isWeak } from "../look-around.js";
import { type Frame, overlapX, type Rect, widthOf } from "../rect.js";
import { isInColumn, type Storey, wide } from "./storeys.js";

/** Headings in columns, and column tops under no heading, that pages must show; share of what says otherwise. */
const fewestHeadings = 3;
const fewestTops = 2;
const mostOthers = 0.1;
/** Ems by which tops of one storey differ. */
const level = 1.5;
/** Pitches of white over text in the middle of a column from which on it begins there. */
const beginning = 1.5;
/** Pitches of white between a column and what stands in its way. */
const widest = 4;

/** How often a page shows what its columns are filled like. */
export interface Filling {
  /** Headings that stand in columns or storeys, and those that reach over some. */
  readonly headings: number;
  readonly over: number;
  /** Text under no heading at the top of a column, and in the middle of one. */
  readonly tops: number;
  readonly inside: number;
  /** Of the tops those that cannot go on from the foot of the column before. */
  readonly broken: number;
}

/** Whether the pages of an edition show that their columns are filled one after the other. */
export function areFilled(pages: readonly Filling[]): boolean {
  const sum = (of: (page: Filling) => number): number => pages.reduce((total, page) => total + of(page), 0);
  const [headings, tops] = [sum((page) => page.headings), sum((page) => page.tops)];
  const others = sum(({ over, inside, broken }) => over + inside + broken);
  return headings >= fewestHeadings && tops >= fewestTops && others <= mostOthers * (headings + tops);
}

/** Where headings stand, and where text begins under none: a column may begin under a nameplate, a notice, a picture. */
export function fillingOf(
  frame: Frame,
  storeys: readonly Storey[],
  grid: readonly Rect[],
  inTheWay: readonly Rect[],
): Filling {
  const isUnder = (chain: Rect): boolean =>
    inTheWay.some(
      (rect) =>
        overlapX(rect, chain) > 0 &&
        rect.y0 < chain.y0 &&
        Math.abs(chain.y0 - rect.y1) < widest * frame.pitch,
    );
  let [headings, over, tops, inside, broken] = [0, 0, 0, 0, 0];
  for (const { columns } of storeys) {
    const firsts = columns.flatMap((column, at) =>
      at > 0 && column[0] && !column[0].display ? [column[0]] : [],
    );
    const top = Math.min(...columns.flat().map(({ y0 }) => y0));
    const isLevel = (chain: Chain): boolean =>
      Math.abs(chain.y0 - top) < level * frame.em ||
      firsts.some((other) => other !== chain && Math.abs(other.y0 - chain.y0) < level * frame.em);
    columns.forEach((column, at) => {
      for (const [i, chain] of column.entries()) {
        const above = column[i - 1];
        if (chain.display && !isWeak(chain)) {
          headings += 1;
          if (!isInColumn(frame, grid, chain)) over += 1;
        }
        // Text set wider than a column is in none either.
        if (!chain.display && widthOf(chain) > wide * widthOf(grid[at] as Rect)) over += 1;
        if (chain.display || (!above && at === 0)) continue;
        const begins = above && !above.display && gapBelow(above, chain) > beginning * frame.pitch;
        if (!above && (isLevel(chain) || isUnder(chain))) {
          tops += 1;
          const foot = columns
            .slice(0, at)
            .flat()
            .findLast(({ display }) => !display);
          if (foot && isBroken(foot, chain)) broken += 1;
        } else if ((!above || begins) && !isUnder(chain)) inside += 1;
      }
    });
  }
  return { headings, over, tops, inside, broken };
}

/** Whether the words say that a text does not go on from another: one of the two begins or ends a paragraph, and one does not. */
function isBroken(foot: Chain, top: Chain): boolean {
  if (foot.leaves || top.arrives) return false;
  const isInside = /^\p{Ll}/u.test(top.spots[0]?.lines[0]?.text.trim() ?? "");
  return breaksOff(foot) ? isIndented(top) : isInside;
}
