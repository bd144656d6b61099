/**
 * Pages whose columns are filled one after the other, though they have headlines: each stands in its column, and a story
 * that does not end at the foot of one goes on at the head of the next, beside other stories and under no heading.
 *
 *     ┌ Osse … │ stimmten │ Sperr- │ genommen │
 *     │ bett   │ Rats-    │ müll   ├ Leser-   │     storey 0: the columns are the order
 *     │ …      │ …        │ …      │ brief …  │
 *     ├────────┴─ Feuilleton ──────┴──────────┤
 *     │ …      │ …        │ …      │ …        │     storey 1, under a rule through all columns
 *
 * It refuses pages with a headline over several columns that is not a whole storey's, and those where text begins under no
 * heading in the middle of a column, as it does where stories stand in blocks.
 */
import { type Chain, isRuled } from "../chain-lines.js";
import type { Hanging } from "../hang-chains.js";
import { breaksOff, gapBelow, isIndented, isWeak } from "../look-around.js";
import { median } from "../median.js";
import { around, type Frame, isLevelRule, middle, middleX, overlapX, type Rect, widthOf } from "../rect.js";
import { boxesOf } from "../zones/boxes.js";

/** Lines of text that show a column's measure; columns that a page has at least. */
const telling = 3;
const fewestColumns = 3;
/** Share of the text's breadth that a rule between storeys takes. */
const throughout = 0.8;
/** Ems by which a heading may hang out of its column, and by which tops of one storey differ. */
const hang = 1;
const level = 1.5;
/** Headings in columns, and column tops under no heading, that a page must show; share of what says otherwise. */
const fewestHeadings = 3;
const fewestTops = 2;
const mostOthers = 0.1;
/** A heading so near under text, in pitches, and no larger than this, is a subhead. */
const subheadGap = 1.4;
const largestSubhead = 1.4;
/** Pitches of white over text in the middle of a column from which on it begins there. */
const beginning = 1.5;
/** A column's measure may differ from another's to this share. */
const wide = 1.3;
/** Pitches of white between a column and what stands in its way. */
const widest = 4;

interface Storey {
  /** Headings over all its columns. */
  readonly heads: readonly Chain[];
  readonly columns: readonly (readonly Chain[])[];
}

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

/** A page as it is where its columns are filled one after the other. */
export interface Filled {
  readonly filling: Filling;
  readonly hangings: readonly (Hanging & { readonly storey?: number })[];
}

/** Whether the pages of an edition show that their columns are filled one after the other. */
export function areFilled(pages: readonly Filling[]): boolean {
  const sum = (of: (page: Filling) => number): number => pages.reduce((total, page) => total + of(page), 0);
  const [headings, tops] = [sum((page) => page.headings), sum((page) => page.tops)];
  const others = sum(({ over, inside, broken }) => over + inside + broken);
  return headings >= fewestHeadings && tops >= fewestTops && others <= mostOthers * (headings + tops);
}

/** The page column by column, each of its hangings with its storey; undefined where it has no columns. */
export function fillColumns(frame: Frame, hangings: readonly Hanging[]): Filled | undefined {
  const boxes = boxesOf(frame.rules, frame.em);
  const isBoxed = (chain: Rect): boolean =>
    boxes.some(
      (box) =>
        middleX(chain) > box.x0 &&
        middleX(chain) < box.x1 &&
        middle(chain) > box.y0 &&
        middle(chain) < box.y1,
    );
  const grid = gridOf(hangings.flatMap(({ chains }) => chains).filter((chain) => !isBoxed(chain)));
  if (!grid || grid.length < fewestColumns) return undefined;
  const text = around(grid);
  // Folios beside the tiers of a vertical page are in none.
  const isOutside = ({ x0, x1 }: Rect): boolean => x1 < text.x0 || x0 > text.x1;
  const isApart = ({ edge, chains }: Hanging): boolean =>
    edge === true || chains.every((chain) => isBoxed(chain) || isOutside(chain));
  const chains = hangings.filter((hanging) => !isApart(hanging)).flatMap((hanging) => hanging.chains);
  const storeys = storeysOf(frame, chains, grid);
  const apart = hangings.filter(isApart);
  const filled = [
    ...apart.filter(({ edge }) => edge),
    ...storeys.flatMap((storey, number) =>
      hangDown(frame, [...storey.heads, ...storey.columns.flat()]).map((hanging) => ({
        ...hanging,
        storey: number,
      })),
    ),
    ...apart.filter(({ edge }) => !edge),
  ];
  const inTheWay = [...apart, ...frame.pictures];
  return { filling: fillingOf(frame, storeys, grid, inTheWay), hangings: filled };
}

/** The columns of the page, by the text that fills them. */
function gridOf(chains: readonly Chain[]): Rect[] | undefined {
  const text = chains.filter(({ display, spots }) => !display && spots.length >= telling);
  const usual = median(text.map(widthOf));
  const columns: Rect[] = [];
  // Few lines at a column's foot show where it is as well.
  const full = chains.filter((one) => !one.display && Math.abs(widthOf(one) / usual - 1) < 0.2);
  for (const chain of full.sort((a, b) => a.x0 - b.x0)) {
    const column = columns.findIndex((other) => overlapX(other, chain) > 0.5 * usual);
    if (column < 0) columns.push(chain);
    else columns[column] = around([columns[column] as Rect, chain]);
  }
  return columns.some((column) => widthOf(column) > wide * usual) ? undefined : columns;
}

const columnOf = (grid: readonly Rect[], chain: Rect): number =>
  grid.reduce(
    (best, column, at) => (overlapX(column, chain) > overlapX(grid[best] as Rect, chain) ? at : best),
    0,
  );

const isInColumn = (frame: Frame, grid: readonly Rect[], chain: Rect): boolean =>
  grid.some(({ x0, x1 }) => chain.x0 > x0 - hang * frame.em && chain.x1 < x1 + hang * frame.em);

/** The page cut at rules through all columns; in each storey its columns, from top to bottom. */
function storeysOf(frame: Frame, chains: readonly Chain[], grid: readonly Rect[]): Storey[] {
  const breadth = widthOf(around(grid));
  const cuts = frame.rules
    .filter((rule) => isLevelRule(rule) && widthOf(rule) > throughout * breadth)
    .map(middle)
    .sort((a, b) => a - b);
  const parts = [-Infinity, ...cuts].map((from, i) =>
    chains.filter((chain) => middle(chain) > from && middle(chain) <= (cuts[i] ?? Infinity)),
  );
  return parts
    .filter((part) => part.length > 0)
    .map((part): Storey => {
      const text = part.filter(({ display }) => !display);
      const top = Math.min(...text.map(({ y0 }) => y0));
      const heads = part
        .filter((chain) => chain.display && !isInColumn(frame, grid, chain) && chain.y0 < top)
        .sort((a, b) => a.y0 - b.y0);
      // What stands over such a heading, or between its lines, is of it too: a rubric, a kicker.
      const foot = heads.at(-1)?.y1 ?? -Infinity;
      const over = part.filter(
        (chain) => chain.y1 <= foot + frame.em / 2 && (chain.display || chain.y1 < top),
      );
      const head = new Set([...heads, ...over]);
      const columns = grid.map((_, at) =>
        part.filter((chain) => !head.has(chain) && columnOf(grid, chain) === at).sort((a, b) => a.y0 - b.y0),
      );
      return { heads: [...head].sort((a, b) => a.y0 - b.y0), columns };
    });
}

/** Where headings stand, and where text begins under none: a column may begin under a nameplate, a notice, a picture. */
function fillingOf(
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

/** Chains in reading order → what hangs under each heading, from it to the next one. */
function hangDown(frame: Frame, chains: readonly Chain[]): Hanging[] {
  const groups: Chain[][] = [];
  for (const [i, chain] of chains.entries()) {
    const before = chains[i - 1];
    if (!before || opens(frame, before, chain)) groups.push([]);
    groups.at(-1)?.push(chain);
  }
  return groups.map((group): Hanging => {
    const heads = group.findIndex(({ display }) => !display);
    const own = group.slice(0, heads < 0 ? group.length : heads).filter((chain) => !isWeak(chain));
    return { ...around(group), chains: group, head: Math.max(0, ...own.map(({ scale }) => scale)) };
  });
}

/** Whether a story begins with this chain. */
function opens(frame: Frame, before: Chain, chain: Chain): boolean {
  if (chain.arrives) return !before.display;
  if (!chain.display || (before.display && !isWeak(before))) return false;
  const isBelow = chain.y0 >= before.y1 - frame.em && overlapX(before, chain) > 0;
  const isRuledOff = isBelow && isRuled(frame.rules, before, chain);
  if (isWeak(chain)) return isRuledOff || before.leaves;
  const isSubhead =
    isBelow &&
    !isRuledOff &&
    !before.leaves &&
    chain.scale < largestSubhead &&
    gapBelow(before, chain) < subheadGap * frame.pitch;
  return !isSubhead;
}
