/**
 * In what order the hangings of a page are read: where white runs across the whole page, what is above it first; else
 * where white runs down, what is left of it; and so on inside. So storeys are read one after the other, and in each the
 * columns from left to right.
 */
import { byPlace, type Frame, type Rect } from "./rect.js";

/** Ems by which neighbours may overlap and still be apart. */
const slack = 1;

type Axis = readonly [from: "y0" | "x0", to: "y1" | "x1"];
const down: Axis = ["y0", "y1"];
const right: Axis = ["x0", "x1"];

/** Cuts items where nothing reaches over from one side to the other. */
function cut<T extends Rect>(items: readonly T[], [from, to]: Axis, tolerance: number): T[][] {
  const parts: T[][] = [];
  let end = -Infinity;
  for (const item of [...items].sort((a, b) => a[from] - b[from])) {
    if (item[from] >= end - tolerance) parts.push([]);
    parts.at(-1)?.push(item);
    end = Math.max(end, item[to]);
  }
  return parts;
}

export function orderHangings<T extends Rect>(frame: Frame, items: readonly T[]): T[] {
  if (items.length < 2) return [...items];
  for (const axis of [down, right]) {
    const parts = cut(items, axis, slack * frame.em);
    if (parts.length > 1) return parts.flatMap((part) => orderHangings(frame, part));
  }
  return [...items].sort(byPlace);
}
