/** The borders between stories that a move of a run from one to another makes and undoes. */
import type { Group, Worth } from "./group-worth.js";

/** A border at an end of a run or inside it: the groups of the nodes before and after it, and which of these are moved. */
export interface Border {
  readonly at: number;
  readonly before: number;
  readonly after: number;
  readonly takesBefore: boolean;
  readonly takesAfter: boolean;
}

/** Found once for a run, whoever takes it. `home` tells the group of each node. */
export function bordersOf(home: ReadonlyMap<number, number>, run: Group): Border[] {
  const inRun = new Set(run);
  return [...new Set(run.flatMap((i) => [i, i + 1]))].flatMap((at): Border[] => {
    const [before, after] = [home.get(at - 1), home.get(at)];
    if (before === undefined || after === undefined) return [];
    return [{ at, before, after, takesBefore: inRun.has(at - 1), takesAfter: inRun.has(at) }];
  });
}

/** Borders between stories that come and go when a run changes its group. */
export function bordersGained(borders: readonly Border[], to: number, worth: Worth): number {
  let gained = 0;
  for (const { at, before, after, takesBefore, takesAfter } of borders) {
    const now = before !== after;
    const then = (takesBefore ? to : before) !== (takesAfter ? to : after);
    if (now !== then) gained += then ? worth.ofBorder(at) : -worth.ofBorder(at);
  }
  return gained;
}
