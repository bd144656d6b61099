/** What figures share: how they are put and weighed, and what several of them ask of a node. */
import { typicalWidth } from "../text/widths.js";
import type { StoryNode } from "./story-nodes.js";

/** Takes a figure; the same name again adds to it. */
export type Put = (name: string, value: number) => void;

/** A weigher: the sum of the figures that `fill` puts, each times its weight; figures without a weight say nothing. */
export function weighBy(weights: Readonly<Record<string, number>>): (fill: (put: Put) => void) => number {
  let worth = 0;
  const put: Put = (name, value) => {
    worth += (weights[name] ?? 0) * value;
  };
  return (fill) => {
    worth = 0;
    fill(put);
    return worth;
  };
}

/** A text is open where its last sentence goes on elsewhere, fresh where a paragraph begins with it: at least so likely. */
export const surelyOpen = 0.5;
export const hardlyFresh = 0.3;
/** A body of few characters says less by what it shares. */
export const fullText = 60;

export const widest = (node: StoryNode): number =>
  Math.max(...node.units.map((unit) => typicalWidth(unit.text)));
/** Set in larger type than the column's: wider than it. */
export const isWide = (node: StoryNode): boolean => widest(node) > 1.05 * node.measure;
export const isNarrow = (node: StoryNode): boolean =>
  widest(node) <= 0.9 * node.measure && node.units.length === 1;

export const differ = (a: number, b: number): boolean => Math.abs(a - b) > 0.1 * Math.max(a, b);
