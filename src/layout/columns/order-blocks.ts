/**
 * The order in which the blocks of a page of running columns are read: the source's, unless it contradicts the page,
 * as one does that gives its blocks article by article or its tables last. Then the blocks are put in order by place
 * (Breuel 2003, “High performance document layout analysis”): what stands over another comes before it, and so does
 * what stands left of another unless something between the two lies over both columns.
 */
import { type Frame, heightOf, overlapX, overlapY, type Rect, widthOf } from "../rect.js";
import { readingOrder } from "../zones/reading-order.js";
import type { StandingBlock } from "./standing-lines.js";

/** Share of the narrower of two that must stand over the other, and of the lower that must stand beside it. */
const shared = 0.3;
/** More blocks than a newspaper page has: they are left as they are. */
const mostBlocks = 300;

const isOver = (a: Rect, b: Rect, slack: number): boolean =>
  overlapX(a, b) > shared * Math.min(widthOf(a), widthOf(b)) && a.y1 <= b.y0 + slack && a.y0 < b.y0;
const isLeft = (a: Rect, b: Rect, slack: number): boolean => a.x1 <= b.x0 + slack && a.x0 < b.x0;
const isBeside = (a: Rect, b: Rect): boolean => overlapY(a, b) > shared * Math.min(heightOf(a), heightOf(b));

/** Whether one must be read before another though the source has it later. */
const contradicts = (earlier: Rect, later: Rect, slack: number): boolean =>
  isOver(later, earlier, slack) || (isLeft(later, earlier, slack) && isBeside(earlier, later));

/** Whether a source has its blocks in an order that the page itself gainsays. */
const isGainsaid = (frame: Frame, blocks: readonly StandingBlock[]): boolean =>
  blocks.some((block, i) => blocks.slice(i + 1).some((later) => contradicts(block, later, frame.em)));

/** Blocks in reading order. Those set sideways, in margins as a rule, stay behind all others, in the source's order. */
export function orderBlocks(frame: Frame, blocks: readonly StandingBlock[]): StandingBlock[] {
  const upright = blocks.filter(({ sideways }) => !sideways);
  const sideways = blocks.filter((block) => block.sideways);
  if (upright.length > mostBlocks || !isGainsaid(frame, upright)) return [...blocks];
  return [...(readingOrder(upright, frame) ?? upright), ...sideways];
}
