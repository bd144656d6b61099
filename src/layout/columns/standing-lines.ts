/**
 * How the lines of a page stand in their columns, in ems, where the source's blocks are kept: a column is what the
 * lines around a line fill, so that a page photographed askew has its columns measured where they are.
 *
 *     │ must come to terms. │      inset 0, room 0
 *     │      FRANCE.        │      inset 7.2, room 7.1: in the middle
 *     │  Paris, July 31. The│      inset 1.2
 */
import type { Block } from "../../model/page.js";
import { around, type Frame, middle, overlapX, overlapY, type Rect, type Spot, widthOf } from "../rect.js";

/** A line of a block with its place in its column. */
export interface Standing extends Rect {
  readonly spot: Spot;
  /** Edges of its column. */
  readonly left: number;
  readonly right: number;
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

const tall = ({ y0, y1 }: Rect): number => y1 - y0;

const runsSideways = ({ amount, em }: Spot, box: Rect): boolean =>
  amount >= sidewaysAmount &&
  tall(box) > sidewaysShape * Math.max(em, widthOf(box)) &&
  tall(box) > leastBox * amount * em;

const isWrong = ({ amount, em }: Spot, box: Rect): boolean =>
  widthOf(box) < leastBox * amount * em || widthOf(box) > mostBox * amount * em || tall(box) < leastBox * em;

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? 0;

/** Blocks that have lines with boxes; `rects` gives each line's own box in the frame, `spots` its type. */
export function standBlocks(
  frame: Frame,
  blocks: readonly {
    readonly block: Block;
    readonly spots: readonly Spot[];
    readonly boxes: readonly Rect[];
  }[],
): StandingBlock[] {
  const flat = blocks.flatMap(({ spots, boxes }, at) =>
    spots.map((spot, i) => ({
      spot,
      box: boxes[i] as Rect,
      at,
      sideways: runsSideways(spot, boxes[i] as Rect),
    })),
  );
  const upright = flat.filter(({ sideways }) => !sideways);
  const usual = quantile(
    upright.filter(({ spot }) => spot.amount > 0).map(({ box }) => widthOf(box)),
    0.5,
  );
  const standing = flat.map((line, i): Standing & { at: number; sideways: boolean } => {
    const near = flat
      .slice(Math.max(0, i - reach), i + reach + 1)
      .filter(
        (other) =>
          !other.sideways &&
          !isWrong(other.spot, other.box) &&
          widthOf(other.box) <= Math.max(overColumns * usual, widthOf(line.box)) &&
          overlapX(other.box, line.box) > 0.5 * Math.min(widthOf(other.box), widthOf(line.box)),
      );
    const before = flat[i - 1];
    const joins =
      before?.at === line.at &&
      overlapY(before.box, line.box) >
        0.5 * Math.min(before.box.y1 - before.box.y0, line.box.y1 - line.box.y0) &&
      line.box.x0 >= before.box.x1 - 0.5 * frame.em;
    return {
      ...line.box,
      spot: line.spot,
      at: line.at,
      sideways: line.sideways,
      left: Math.min(
        line.box.x0,
        quantile(
          near.map(({ box }) => box.x0),
          strays,
        ),
      ),
      right: Math.max(
        line.box.x1,
        quantile(
          near.map(({ box }) => box.x1),
          1 - strays,
        ),
      ),
      misplaced: isWrong(line.spot, line.box),
      joins,
    };
  });
  return blocks.flatMap(({ block }, at): StandingBlock[] => {
    const lines = standing.filter((line) => line.at === at);
    if (lines.length === 0) return [];
    const amounts = (some: readonly Standing[]): number =>
      some.reduce((sum, { spot }) => sum + spot.amount, 0);
    const sideways = 2 * amounts(lines.filter((line) => line.sideways)) > amounts(lines);
    return [{ ...around(lines), block, lines, sideways }];
  });
}

/** Ems from the column's left edge to the line, and from the line to the column's right edge. */
export const insetOf = ({ em }: Frame, line: Standing): number => (line.x0 - line.left) / em;
export const roomOf = ({ em }: Frame, line: Standing): number => (line.right - line.x1) / em;

/** From one line to the next below it, in usual pitches. */
export const pitchesDown = ({ pitch }: Frame, above: Rect, below: Rect): number =>
  (middle(below) - middle(above)) / pitch;
