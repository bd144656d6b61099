/** Where blocks of a page that have no place of their own go, once the others are put in order. */
import type { Block } from "../model/page.js";

/** The ordered blocks, and after each those of the source's that follow it there and are not among them. */
export function followSource(source: readonly Block[], ordered: readonly Block[]): Block[] {
  const placed = new Set(ordered);
  const followers = new Map<Block | undefined, Block[]>();
  let before: Block | undefined;
  for (const block of source) {
    if (placed.has(block)) before = block;
    else if (!followers.get(before)?.push(block)) followers.set(before, [block]);
  }
  const after = (block: Block | undefined): Block[] => followers.get(block) ?? [];
  return [...after(undefined), ...ordered.flatMap((block) => [block, ...after(block)])];
}
