/** Text of one hanging → its reading order: tier by tier, in each column by column, in each from top to bottom. */
import type { Chain } from "./chain-lines.js";
import { isWider, slack } from "./look-around.js";
import { type Frame, overlapX, widthOf } from "./rect.js";

export const orderText = (frame: Frame, chains: readonly Chain[]): Chain[] =>
  cutTiers(frame, chains).flatMap((tier) => {
    const [first, ...rest] = tier;
    return first && isAcross(first, rest) ? [first, ...orderColumns(frame, rest)] : orderColumns(frame, tier);
  });

/** A subhead set over the middle of several columns is read before all of them. */
const isAcross = (heading: Chain, below: readonly Chain[]): boolean =>
  heading.display &&
  below.every(({ y0 }) => y0 > heading.y0) &&
  below.some((left) =>
    below.some((right) => overlapX(left, heading) > 0 && overlapX(right, heading) > 0 && left.x1 < right.x0),
  );

/**
 * Tiers: under a subhead, and under text wider than a column, the columns begin anew. A headline set inside its text
 * makes none: each column goes on below it.
 */
function cutTiers(frame: Frame, chains: readonly Chain[]): Chain[][] {
  // What stands under one column's top alone parts nothing from the columns left of it: beside a headline they begin lower.
  const leftmost = chains.reduce((least, { x1 }) => Math.min(least, x1), Infinity);
  const isInColumn = (heading: Chain, before: readonly Chain[]): boolean =>
    before.length > 0 &&
    before.every((other) => overlapX(other, heading) > 0 && !isWider(other, heading)) &&
    leftmost < before.reduce((least, { x0 }) => Math.min(least, x0), heading.x0);
  const tiers: Chain[][] = [];
  let foot = -Infinity;
  for (const chain of [...chains].sort((a, b) => a.y0 - b.y0)) {
    const before = tiers.at(-1) ?? [];
    const begins =
      chain.y0 > foot - slack * frame.em &&
      (chain.display ? !isInColumn(chain, before) : before.every((other) => isWider(other, chain)));
    if (begins) tiers.push([]);
    tiers.at(-1)?.push(chain);
    foot = Math.max(foot, chain.y1);
  }
  return tiers;
}

/** Ems by which chains of one column may begin apart. */
const sameColumn = 3;
const fewestFull = 3;

function orderColumns(frame: Frame, chains: readonly Chain[]): Chain[] {
  const columns: { x0: number; x1: number; chains: Chain[] }[] = [];
  // Text of some lines shows where the columns are; a last word and a subhead may stand anywhere in one.
  const isFull = ({ display, spots }: Chain): boolean => !display && spots.length >= fewestFull;
  const byColumn = (a: Chain, b: Chain): number =>
    Number(isFull(b)) - Number(isFull(a)) || a.x0 - b.x0 || a.y0 - b.y0;
  for (const chain of [...chains].sort(byColumn)) {
    const column = columns.find(
      (other) =>
        overlapX(other, chain) > 0.5 * Math.min(widthOf(other), widthOf(chain)) &&
        chain.x0 < other.x0 + Math.max(sameColumn * frame.em, 0.5 * widthOf(other)),
    );
    if (column) column.chains.push(chain);
    else columns.push({ x0: chain.x0, x1: chain.x1, chains: [chain] });
  }
  return columns.sort((a, b) => a.x0 - b.x0).flatMap((column) => column.chains.sort((a, b) => a.y0 - b.y0));
}
