/** What a set of nodes is made of, as the figures of a story ask for it. */
import type { StoryGraph, StoryNode } from "./story-nodes.js";

export interface StoryParts {
  readonly bodies: readonly number[];
  readonly heads: readonly number[];
  /** Headings that stand together in the file. */
  readonly blocks: readonly (readonly number[])[];
  readonly count: Readonly<Record<StoryNode["kind"], number>>;
  /** Bodies that open as a dispatch does. */
  readonly openers: number;
  /** Nothing says that a story begins here: no byline, no dateline, no opener, no mark, no box. */
  readonly unmarked: boolean;
}

export function partsOf(group: readonly number[], { nodes }: StoryGraph): StoryParts {
  const count = {
    body: 0,
    heading: 0,
    byline: 0,
    dateline: 0,
    credit: 0,
    jump: 0,
    continuation: 0,
    notice: 0,
  };
  const bodies: number[] = [];
  const heads: number[] = [];
  const blocks: number[][] = [];
  let openers = 0;
  for (const i of group) {
    const node = nodes[i] as StoryNode;
    count[node.kind] += 1;
    if (node.kind === "body") {
      bodies.push(i);
      if (node.opens) openers += 1;
    } else if (node.kind === "heading") {
      heads.push(i);
      const last = blocks.at(-1);
      if (last?.at(-1) === i - 1) last.push(i);
      else blocks.push([i]);
    }
  }
  const unmarked =
    count.byline + count.dateline + count.continuation + count.notice + openers === 0 && bodies.length > 0;
  return { bodies, heads, blocks, count, openers, unmarked };
}
