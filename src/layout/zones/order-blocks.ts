/**
 * The blocks of a source as units of order: people, or a good program, have seen which lines belong together, and only
 * the order of the blocks is missing or is none that eyes could follow. A block is never torn apart.
 *
 * It refuses where the blocks are no units: where most hold one line, where they hold two columns side by side, where
 * they lie over each other.
 */
import type { Block, Page } from "../../model/page.js";
import { followSource } from "../follow-source.js";
import {
  areLevel,
  around,
  type Frame,
  heightOf,
  overlapX,
  overlapY,
  type Rect,
  type Spot,
  widthOf,
} from "../rect.js";
import { mostParts, readingOrder } from "./reading-order.js";

/** Lines of a block, as a mean over the page's: with fewer the source says where lines are and nothing more. */
const fewestLines = 2;
/** Share of the lines that stand beside another one of their block: a table here and there, no columns. */
const mostBeside = 0.2;
/** Share of the smaller of two blocks that lies in the other, and share of the blocks for which that may hold. */
const lyingIn = 0.5;
const mostLyingIn = 0.1;

interface Part extends Rect {
  readonly block: Block;
  readonly spots: readonly Spot[];
}

/** The blocks of a page as they lie in each frame of it; a block that is in two is where more of its lines are. */
function partsOf(page: Page, frames: readonly Frame[]): Part[][] {
  const blockOf = new Map(page.blocks.flatMap((block) => block.lines.map(({ id }) => [id, block] as const)));
  const inFrames = frames.map(({ spots }) => {
    const found = new Map<Block, Spot[]>();
    for (const spot of spots)
      for (const block of new Set(spot.lines.map(({ id }) => blockOf.get(id)))) {
        const others = block && found.get(block);
        if (others) others.push(spot);
        else if (block) found.set(block, [spot]);
      }
    return found;
  });
  const home = (block: Block): number => {
    const counts = inFrames.map((found) => found.get(block)?.length ?? 0);
    return counts.reduce((most, count, at) => (count > (counts[most] ?? 0) ? at : most), 0);
  };
  return inFrames.map((found, at) =>
    [...found].flatMap(([block, spots]) => (home(block) === at ? [{ ...around(spots), block, spots }] : [])),
  );
}

/** How many lines stand level with another one of the block, in a column of their own. */
const besideOthers = ({ spots }: Part): number =>
  spots.filter((spot, i) =>
    // Lines of a block follow each other, so that what is beside one is near it in the list.
    spots
      .slice(Math.max(0, i - 3), i + 4)
      .some((other) => other !== spot && overlapX(spot, other) < 0 && areLevel(spot, other)),
  ).length;

const areaOf = (rect: Rect): number => widthOf(rect) * heightOf(rect);

function liesIn(part: Part, parts: readonly Part[]): boolean {
  return parts.some((other) => {
    const [wide, high] = [overlapX(part, other), overlapY(part, other)];
    return (
      other !== part &&
      wide > 0 &&
      high > 0 &&
      areaOf(part) <= areaOf(other) &&
      wide * high > lyingIn * areaOf(part)
    );
  });
}

function areUnits(parts: readonly Part[]): boolean {
  if (parts.length > mostParts) return false;
  const lines = parts.reduce((sum, { spots }) => sum + spots.length, 0);
  const beside = parts.reduce((sum, part) => sum + besideOthers(part), 0);
  return (
    parts.length > 1 &&
    lines >= fewestLines * parts.length &&
    beside <= mostBeside * lines &&
    parts.filter((part) => liesIn(part, parts)).length <= mostLyingIn * parts.length
  );
}

/**
 * The blocks of a page in reading order; `frames` are its leaves in theirs. What has no place follows the block that it
 * follows in the source. Undefined where the blocks are no units.
 */
export function orderBlocks(page: Page, frames: readonly Frame[]): readonly Block[] | undefined {
  const ordered: Block[] = [];
  for (const [at, parts] of partsOf(page, frames).entries()) {
    const frame = frames[at];
    const order = frame && areUnits(parts) ? readingOrder(parts, frame) : undefined;
    if (!order) return undefined;
    ordered.push(...order.map(({ block }) => block));
  }
  return followSource(page.blocks, ordered);
}
