/**
 * Where stories run down the columns and headings tell little, the columns are the order: chains as they follow each
 * other on the page, and what hangs together only as far as it is read together.
 */
import type { Chain } from "../chain-lines.js";
import type { Hanging } from "../hang-chains.js";
import { around, type Frame } from "../rect.js";
import { readingOrder } from "./reading-order.js";

/** The hangings of one page cut where the columns lead elsewhere, in the order of the columns. */
export function followColumns(frame: Frame, hangings: readonly Hanging[]): readonly Hanging[] {
  const hangingOf = new Map(hangings.flatMap((hanging) => hanging.chains.map((chain) => [chain, hanging])));
  const order = readingOrder([...hangingOf.keys()], frame);
  if (!order) return hangings;
  const cut: { from: Hanging; chains: Chain[] }[] = [];
  for (const chain of order) {
    const from = hangingOf.get(chain) as Hanging;
    const last = cut.at(-1);
    if (last?.from === from) last.chains.push(chain);
    else cut.push({ from, chains: [chain] });
  }
  return cut.map(({ from, chains }) => ({ ...around(chains), chains, head: from.head }));
}
