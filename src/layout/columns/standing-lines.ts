/**
 * How the lines of a page stand in their columns, in ems, where the source's blocks are kept: a column is what the
 * lines around a line fill, so that a page photographed askew has its columns measured where they are.
 *
 *     │ must come to terms. │      inset 0, room 0
 *     │      FRANCE.        │      inset 7.2, room 7.1: in the middle
 *     │  Paris, July 31. The│      inset 1.2
 */
import type { Block } from "../../model/page.js";
import { areLevel, around, type Frame, heightOf, overlapX, type Rect, type Spot, widthOf } from "../rect.js";

/** A line of a block with its place in its column. */
export interface Standing extends Rect {
  readonly spot: Spot;
  /** How long it is, how wide its column, and the white before and after it there. */
  readonly length: number;
  readonly column: number;
  readonly before: number;
  readonly after: number;
  /** The source says a box that cannot hold the line: its place says nothing. */
  readonly misplaced: boolean;
  /** It stands in the printed line of the line before it. */
  readonly joins: boolean;
}

/** A block of the source with its lines that have boxes. */
export interface StandingBlock extends Rect {
  readonly block: Block;
  readonly lines: readonly Standing[];
  /** Set sideways: its lines run up or down the page. */
  readonly sideways: boolean;
}

/** Lines before and after a line that show its column. */
const reach = 12;
/** Share of the lines around that may hang out of a column: marks in the margin, specks, wrong boxes. */
const strays = 0.1;
/** A box so much smaller or wider than its letters need is wrong. */
const leastBox = 0.3;
const mostBox = 2.5;
/** A line runs sideways whose box is so much taller than wide, and long enough for its letters that way. */
const sidewaysShape = 1.5;
const sidewaysAmount = 1.5;
/** A line so much wider than most is set over several columns, and shows none. */
const overColumns = 1.4;

const runsSideways = ({ amount, em }: Spot, box: Rect): boolean =>
  amount >= sidewaysAmount &&
  heightOf(box) > sidewaysShape * Math.max(em, widthOf(box)) &&
  heightOf(box) > leastBox * amount * em;

const isWrong = ({ amount, em }: Spot, box: Rect): boolean =>
  widthOf(box) < leastBox * amount * em ||
  widthOf(box) > mostBox * amount * em ||
  heightOf(box) < leastBox * em;

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? 0;

interface Boxed {
  readonly spot: Spot;
  readonly box: Rect;
}
interface Stood extends Boxed {
  readonly at: number;
  readonly sideways: boolean;
  /** The box as its reader sees it, who turns the page for what is set sideways. */
  readonly seen: Rect;
}

/** Text that runs up the page has its next line to the right, text that runs down to the left. */
function seeBlock(lines: readonly Boxed[], at: number): Stood[] {
  const sideways = lines.filter(({ spot, box }) => runsSideways(spot, box));
  const [first, last] = [sideways[0], sideways.at(-1)];
  const runsUp = first !== undefined && last !== undefined && last.box.x0 >= first.box.x0;
  const turned = ({ x0, x1, y0, y1 }: Rect): Rect =>
    runsUp ? { x0: -y1, x1: -y0, y0: x0, y1: x1 } : { x0: y0, x1: y1, y0: -x1, y1: -x0 };
  return lines.map(({ spot, box }) => {
    const isSideways = runsSideways(spot, box);
    return { spot, box, at, sideways: isSideways, seen: isSideways ? turned(box) : box };
  });
}

/** Blocks that have lines with boxes: each line's own box in the frame, and its type. */
export function standBlocks(
  frame: Frame,
  blocks: readonly { readonly block: Block; readonly lines: readonly Boxed[] }[],
): StandingBlock[] {
  const flat = blocks.flatMap(({ lines }, at) => seeBlock(lines, at));
  const upright = flat.filter(({ spot, sideways }) => !sideways && spot.amount > 0);
  const usual = quantile(
    upright.map(({ box }) => widthOf(box)),
    0.5,
  );
  let from = 0;
  return blocks.flatMap(({ block, lines: { length } }): StandingBlock[] => {
    const own = flat.slice(from, from + length);
    const lines = own.map((_, i) => standLine(frame, flat, from + i, usual));
    from += length;
    if (length === 0) return [];
    const amountOf = (some: readonly Stood[]): number => some.reduce((sum, { spot }) => sum + spot.amount, 0);
    const sideways = 2 * amountOf(own.filter((line) => line.sideways)) > amountOf(own);
    return [{ ...around(lines), block, lines, sideways }];
  });
}

function standLine(frame: Frame, all: readonly Stood[], i: number, usual: number): Standing {
  const { box, spot, at, sideways, seen } = all[i] as Stood;
  const misplaced = isWrong(spot, seen);
  const near = all
    .slice(Math.max(0, i - reach), i + reach + 1)
    .filter(
      (other) =>
        other.sideways === sideways &&
        (other.at === at || !sideways) &&
        !isWrong(other.spot, other.seen) &&
        widthOf(other.seen) <= Math.max(sideways ? Infinity : overColumns * usual, widthOf(seen)) &&
        overlapX(other.seen, seen) > 0.5 * Math.min(widthOf(other.seen), widthOf(seen)),
    )
    .map((other) => other.seen);
  const column = near.length > 0 ? near : [seen];
  const edge = (side: "x0" | "x1", share: number): number =>
    quantile(
      column.map((other) => other[side]),
      share,
    );
  const [left, right] = [Math.min(seen.x0, edge("x0", strays)), Math.max(seen.x1, edge("x1", 1 - strays))];
  const before = all[i - 1];
  const joins =
    before?.at === at && areLevel(before.seen, seen) && seen.x0 >= before.seen.x1 - 0.5 * frame.em;
  return {
    ...box,
    spot,
    length: widthOf(seen),
    column: right - left,
    before: seen.x0 - left,
    after: right - seen.x1,
    misplaced,
    joins,
  };
}

/** Ems from the column's left edge to the line, and from the line to the column's right edge. */
export const insetOf = ({ em }: Frame, { before }: Standing): number => before / em;
export const roomOf = ({ em }: Frame, { after }: Standing): number => after / em;
