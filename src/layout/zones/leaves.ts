/**
 * One scan, one page or two? Bound volumes are photographed open: two pages side by side, each with a head and columns
 * of its own. No reader goes on from the left page's storey to the right page's: the one is read whole, then the other.
 *
 * A scan is a spread where it is broader than high, which a newspaper's page is not, and where white runs down near the
 * middle from top to foot with print on either side. The white may be no broader than a gutter. Files that were made and
 * not scanned (they know their type) are single pages whatever their shape.
 */
import { type Box, linesOf, type Page } from "../../model/page.js";
import { median } from "../median.js";
import type { Frame } from "../rect.js";
import { runsLeftwards } from "./runs-leftwards.js";

/** Height by width; a newspaper's page is higher than broad. */
const broad = 1;
/** The fold is this near to the middle of all print, as a share of its breadth. */
const nearMiddle = 0.08;
/** Share of the lines that stands on either side at least. */
const leastSide = 0.2;
/** Share of a line's breadth that may reach over the fold: a box too wide, a page not quite flat. */
const mayReach = 0.04;
/** Lines that run down are all apart from each other; only white so many times as broad as a line is a fold. */
const foldWidth = 2.5;

interface Stripe {
  readonly from: number;
  readonly to: number;
}

/** What no line stands in, from left to right. */
function whiteStripes(boxes: readonly Box[]): Stripe[] {
  const stripes: Stripe[] = [];
  let end: number | undefined;
  const spans = boxes.map(({ x, width }): Stripe => {
    const reach = mayReach * width;
    return { from: x + reach, to: x + width - reach };
  });
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    if (end !== undefined && from > end) stripes.push({ from: end, to: from });
    end = Math.max(end ?? to, to);
  }
  return stripes;
}

/** Where the fold of a spread is, as a fraction of the scan's width. */
function foldOf(page: Page): number | undefined {
  if (page.aspect === undefined || page.aspect >= broad) return undefined;
  const boxes = linesOf(page).flatMap(({ box }) => (box ? [box] : []));
  const left = boxes.reduce((least, { x }) => Math.min(least, x), 1);
  const right = boxes.reduce((most, { x, width }) => Math.max(most, x + width), 0);
  const offMiddle = ({ from, to }: Stripe): number => Math.abs((from + to) / 2 - (left + right) / 2);
  const pitch = page.direction === "vertical" ? median(boxes.map(({ width }) => width)) : 0;
  const fold = whiteStripes(boxes)
    .filter((stripe) => offMiddle(stripe) < nearMiddle * (right - left))
    .filter(({ from, to }) => to - from > foldWidth * pitch)
    .sort((a, b) => offMiddle(a) - offMiddle(b))[0];
  if (!fold) return undefined;
  const at = (fold.from + fold.to) / 2;
  const share = boxes.filter((box) => isLeftOf(box, at)).length / boxes.length;
  return share >= leastSide && share <= 1 - leastSide ? at : undefined;
}

const isLeftOf = ({ x, width }: Box, fold: number): boolean => x + width / 2 < fold;

/**
 * The pages on a scan in the order in which they are read, each with the lines, rules and pictures that are on it; `frame`
 * is that of the whole.
 */
export function leavesOf(page: Page, { exact }: Pick<Frame, "exact">): readonly Page[] {
  const fold = exact ? undefined : foldOf(page);
  if (fold === undefined) return [page];
  const { separators, pictures, ...rest } = page;
  const leaf = (left: boolean): Page => {
    const isHere = (box: Box): boolean => isLeftOf(box, fold) === left;
    return {
      ...rest,
      blocks: page.blocks.map((block) => ({
        ...block,
        lines: block.lines.filter(({ box }) => box && isHere(box)),
      })),
      ...(separators ? { separators: separators.filter(isHere) } : {}),
      ...(pictures ? { pictures: pictures.filter(isHere) } : {}),
    };
  };
  const leaves = [leaf(true), leaf(false)];
  return page.direction === "vertical" || runsLeftwards(page) ? leaves.reverse() : leaves;
}
