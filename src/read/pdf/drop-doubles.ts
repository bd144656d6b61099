/**
 * Characters drawn twice to look bold are printed once: a cell with the same character, of the same size, within a
 * tenth of an em of one that was painted before it by another operator is left out. `ll` stays two: its letters are
 * painted by one operator, and stand further apart.
 */
import type { Cell } from "./cells.js";

/** In ems. */
const nearest = 0.1;
/** Sizes count as one within this factor. */
const sameSize = 1.1;
/** So many of one character at one place are no print; the rest is not compared. */
const mostAlike = 40;

export function dropDoubles(cells: readonly Cell[]): { readonly kept: Cell[]; readonly dropped: number } {
  const seen = new Map<string, Cell[]>();
  const kept = cells.filter((cell) => {
    const reach = nearest * cell.em;
    // Squares four times as wide as the reach: whatever is near stands in the same square or a neighbour.
    const square = Math.max(reach, 0.001) * 4;
    const [column, row] = [Math.floor(cell.u0 / square), Math.floor(cell.v0 / square)];
    const keyOf = (across: number, along: number) =>
      `${cell.text}|${cell.angle}|${Math.round(cell.em)}|${along}|${across}`;
    for (let across = row - 1; across <= row + 1; across += 1)
      for (let along = column - 1; along <= column + 1; along += 1)
        for (const other of seen.get(keyOf(across, along)) ?? [])
          if (
            other.run !== cell.run &&
            Math.abs(other.u0 - cell.u0) <= reach &&
            Math.abs(other.v0 - cell.v0) <= reach &&
            Math.max(other.em, cell.em) <= sameSize * Math.min(other.em, cell.em)
          )
            return false;
    const key = keyOf(row, column);
    const list = seen.get(key);
    if (list && list.length < mostAlike) list.push(cell);
    else if (!list) seen.set(key, [cell]);
    return true;
  });
  return { kept, dropped: cells.length - kept.length };
}
