/**
 * The reading order that a file of ALTO 4.3 or later may state, ahead of its pages: the names of composed blocks, text
 * blocks or lines in the order in which they are read. Blocks are put in that order; a block that it does not name
 * stays behind the block it follows in the file. What stands in an UnorderedGroup alone has no order, and lines stay
 * in the order they have in their block.
 *
 *     <ReadingOrder><OrderedGroup ID="g"><ElementRef ID="r1" REF="block_7"/> …
 */
import type { RawBlock } from "./raw-page.js";

/** Ranks by name, gathered while the ReadingOrder is walked. */
export interface ReadingOrder {
  open(name: string, values: Readonly<Record<string, string>>): void;
  close(name: string): void;
  rankOf(id: string | undefined): number | undefined;
}

export function gatherReadingOrder(): ReadingOrder {
  const ranks = new Map<string, number>();
  let ordered = 0;
  return {
    open(name, values) {
      if (name === "OrderedGroup") ordered += 1;
      if (ordered === 0 || values.REF === undefined) return;
      if (name !== "ElementRef" && name !== "OrderedGroup" && name !== "UnorderedGroup") return;
      for (const id of values.REF.split(/\s+/)) if (id !== "" && !ranks.has(id)) ranks.set(id, ranks.size);
    },
    close(name) {
      if (name === "OrderedGroup") ordered -= 1;
    },
    rankOf: (id) => (id === undefined ? undefined : ranks.get(id)),
  };
}

export interface OrderedBlocks {
  readonly blocks: readonly RawBlock[];
  /** Whether the file's order says where most of them stand. */
  readonly ordered: boolean;
}

export function orderBlocks(blocks: readonly RawBlock[]): OrderedBlocks {
  const printed = blocks.filter(({ lines }) => lines.length > 0);
  const named = printed.filter(({ rank }) => rank !== undefined).length;
  if (named * 2 <= printed.length) return { blocks, ordered: false };
  let before = -1;
  const ranked = blocks.map((block) => {
    before = block.rank ?? before;
    return { block, rank: before };
  });
  // Sorting is stable: blocks of one rank (parts of one composed block) stay as the file has them.
  return { blocks: ranked.sort((a, b) => a.rank - b.rank).map(({ block }) => block), ordered: true };
}
