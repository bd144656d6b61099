/**
 * Nodes → groups of nodes, each one story: the worthiest way to cut the file into stories, exactly, by one dynamic
 * program (stories mostly stand together in a file, whatever their order inside); then moves of runs between
 * stories, for those that stand in several places. Deterministic.
 */
import { bordersGained, bordersOf } from "./group-borders.js";
import { type Group, runsOf, type Worth, worthOf } from "./group-worth.js";
import type { StoryGraph } from "./story-nodes.js";

/** Nodes of a story at most, where it stands together. */
export const mostNodes = 45;
/** What may be lost, in nats, by giving a mark that stands alone to a story. */
const strayMark = 3;
/** Nodes of a run that is moved from story to story, and stories before and after its own that it may go to. */
const longestRun = 6;
const mostNear = 30;
/** Nodes that a story may grow to by moves: the longest in print have half as many, and the work grows with the square. */
const mostGrown = 120;
const mostSweeps = 30;
/** Nodes of a page that are cut into stories but not moved between them, for the work it would be: it is no page of print. */
const mostMoved = 1_000;
const epsilon = 1e-7;

export interface Grouped {
  readonly groups: readonly Group[];
  /** For each node: how much less the best arrangement found is worth that takes it out of its story, in nats. */
  readonly margins: readonly number[];
  /** For each node: the group it would go to then; absent where it would begin its own. */
  readonly rivals: readonly (number | undefined)[];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, k) => from + k);

/** The worthiest cut of the file into stories that each stand together. */
export function cutFile(size: number, worth: Worth): Group[] {
  const best = [0];
  const from = [0];
  for (let end = 1; end <= size; end += 1) {
    let most = -Infinity;
    for (let start = Math.max(0, end - mostNodes); start < end; start += 1) {
      const value =
        (best[start] ?? 0) + worth.ofGroup(range(start, end - 1)) + (start > 0 ? worth.ofBorder(start) : 0);
      if (value > most) {
        most = value;
        from[end] = start;
      }
    }
    best.push(most);
  }
  const groups: Group[] = [];
  for (let end = size; end > 0; end = from[end] ?? 0) groups.unshift(range(from[end] ?? 0, end - 1));
  return groups;
}

export function searchGroups(graph: StoryGraph, worth: Worth = worthOf(graph)): Grouped {
  const { length } = graph.nodes;
  const groups: Group[] = cutFile(length, worth);
  if (length > mostMoved)
    return {
      groups,
      margins: new Array<number>(length).fill(0),
      rivals: new Array<undefined>(length).fill(undefined),
    };
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    let moved = false;
    for (let at = 0; at < groups.length; at += 1) {
      const move = bestMove(groups, at, graph, worth);
      if (!move || move.gain <= epsilon) continue;
      groups[at] = move.rest;
      if (move.to < groups.length) groups[move.to] = move.taken;
      else groups.push(move.taken);
      moved = true;
    }
    for (let at = groups.length - 1; at >= 0; at -= 1) if (groups[at]?.length === 0) groups.splice(at, 1);
    if (!moved) break;
  }
  houseMarks(groups, graph, worth);
  return { groups, ...measureMargins(groups, graph, worth) };
}

/** A mark is no story by itself: one left alone goes where it costs least, unless that is against all reason. */
function houseMarks(groups: Group[], graph: StoryGraph, worth: Worth): void {
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const isMark = groups[at]?.every((i) => ["jump", "continuation"].includes(graph.nodes[i]?.kind ?? ""));
    if (!isMark) continue;
    const move = bestMove(groups, at, graph, worth);
    if (!move || move.rest.length > 0 || move.gain < -strayMark) continue;
    groups[move.to] = move.taken;
    groups.splice(at, 1);
  }
}

interface Move {
  readonly gain: number;
  readonly run: Group;
  readonly rest: Group;
  /** The group that takes the run; one past the last for a new one. */
  readonly to: number;
  readonly taken: Group;
}

/**
 * Ways to take a run out of a group and give it to another or to none. Text goes to the groups that stand before and
 * after it; headings, marks and whole groups to any group near.
 */
function* movesOf(
  groups: readonly Group[],
  at: number,
  { nodes }: StoryGraph,
  worth: Worth,
): Generator<Move> {
  const group = groups[at] ?? [];
  const home = homesOf(groups);
  const own = worth.ofGroup(group);
  // Asked for again with every run; nothing of them changes here.
  const takerWorths = new Map<number, number>();
  const worthOfTaker = (to: number, taker: Group): number => {
    const known = takerWorths.get(to) ?? (taker.length > 0 ? worth.ofGroup(taker) : 0);
    takerWorths.set(to, known);
    return known;
  };
  const near = Array.from({ length: 2 * mostNear + 1 }, (_, k) => at - mostNear + k);
  for (const run of runsToMove(group)) {
    const inRun = new Set(run);
    const rest = group.filter((i) => !inRun.has(i));
    const free = rest.length === 0 || run.every((i) => nodes[i]?.kind !== "body");
    const beside = [home.get((run[0] ?? 0) - 1), home.get((run.at(-1) ?? 0) + 1)];
    const takers = new Set([...(free ? near : []), ...beside, groups.length]);
    const left = rest.length > 0 ? worth.ofGroup(rest) : 0;
    const borders = bordersOf(home, run);
    for (const to of takers) {
      if (to === undefined || to < 0 || to > groups.length || to === at) continue;
      if (to === groups.length && rest.length === 0) continue;
      const taker = groups[to] ?? [];
      if (taker.length + run.length > mostGrown) continue;
      const taken = merge(taker, run);
      const before = own + worthOfTaker(to, taker);
      const after = left + worth.ofGroup(taken);
      yield { gain: after - before + bordersGained(borders, to, worth), run, rest, to, taken };
    }
  }
}

/** Two groups in the order of the file → one. */
function merge(a: Group, b: Group): Group {
  const both: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x = Number.POSITIVE_INFINITY, y = Number.POSITIVE_INFINITY] = [a[i], b[j]];
    if (x <= y) i += 1;
    else j += 1;
    both.push(Math.min(x, y));
  }
  return both;
}

/** Runs at most so long, from either end of where the group stands together or inside it; and the whole. */
function runsToMove(group: Group): Group[] {
  const runs: Group[] = [];
  for (const [first, last] of runsOf(group)) {
    for (let from = first; from <= last; from += 1)
      for (let to = from; to <= Math.min(last, from + longestRun - 1); to += 1) runs.push(range(from, to));
    if (last - first >= longestRun) runs.push(range(first, last));
  }
  if (group.length > longestRun || runsOf(group).length > 1) runs.push(group);
  return runs;
}

/** For each node its group. */
function homesOf(groups: readonly Group[]): Map<number, number> {
  const home = new Map<number, number>();
  groups.forEach((nodes, g) => {
    for (const i of nodes) home.set(i, g);
  });
  return home;
}

function bestMove(groups: readonly Group[], at: number, graph: StoryGraph, worth: Worth): Move | undefined {
  let best: Move | undefined;
  for (const move of movesOf(groups, at, graph, worth))
    if (!best || move.gain > best.gain + epsilon) best = move;
  return best;
}

function measureMargins(
  groups: readonly Group[],
  graph: StoryGraph,
  worth: Worth,
): Pick<Grouped, "margins" | "rivals"> {
  const margins = new Array<number>(graph.nodes.length).fill(20);
  const rivals = new Array<number | undefined>(graph.nodes.length).fill(undefined);
  groups.forEach((group, at) => {
    for (const { gain, run, rest, to } of movesOf(groups, at, graph, worth)) {
      const affected = 2 * run.length <= group.length || rest.length === 0 ? run : rest;
      for (const i of affected) {
        if (-gain >= (margins[i] ?? 0)) continue;
        margins[i] = Math.max(0, -gain);
        rivals[i] = affected === run && to < groups.length ? to : undefined;
      }
    }
  });
  return { margins, rivals };
}
