/**
 * Figures of the words of a story: that its texts speak of one thing, and its headings of them.
 * It refuses to ask of what kinds it is made.
 */

import { fullText, type Put } from "./figure.js";
import type { StoryGraph } from "./story-nodes.js";
import type { StoryParts } from "./story-parts.js";

/** Companions a body must have for half of their mean to count: so that a long story is not better off in two. */
const companions = 3;

/** That its texts speak of one thing, and its headings of them. */
export function putWords(
  group: readonly number[],
  { bodies, heads, blocks }: StoryParts,
  graph: StoryGraph,
  spaced: boolean,
  put: Put,
): void {
  const { nodes, index } = graph;
  const both = (name: string, value: number): void => {
    put(name, value);
    if (spaced) put(`${name}, spaced`, value);
  };
  const size = (i: number): number => Math.min(1, (nodes[i]?.text.length ?? 0) / fullText);
  if (bodies.length === 1) put("lonely", size(bodies[0] ?? 0));
  else {
    both(
      "cohesion",
      bodies.reduce((sum, i) => sum + size(i) * companionship(i, bodies, index.cohesion), 0),
    );
    put("cohesion of runs", cohesionOfRuns(bodies, graph));
  }
  if (blocks.length > 0) {
    const named = blocks.map((block) => block.reduce((sum, i) => sum + index.naming(i, bodies), 0));
    both("naming, best heading", Math.max(...named));
    both(
      "naming",
      named.reduce((sum, value) => sum + value, 0),
    );
    if (named.length > 1) put("naming, least heading", Math.min(...named));
    put(
      "naming against",
      heads.reduce((sum, i) => sum + Math.min(0, index.naming(i, bodies)), 0),
    );
  }
  for (const i of group) if (nodes[i]?.kind === "jump") put("slug", index.naming(i, [...bodies, ...heads]));
}

/** How well a body goes with the story: with the two most like it, and with all of it. */
function companionship(
  i: number,
  bodies: readonly number[],
  cohesion: (a: number, b: number) => number,
): number {
  let best = -2;
  let second = -2;
  let sum = 0;
  for (const other of bodies) {
    if (other === i) continue;
    const value = cohesion(i, other);
    sum += value;
    if (value > best) {
      second = best;
      best = value;
    } else if (value > second) second = value;
  }
  const nearest = second <= -2 ? best : 0.65 * best + 0.35 * second;
  return 0.5 * nearest + sum / (bodies.length - 1 + companions);
}

/** How far neighbouring runs of bodies, with a heading or mark between, speak of one thing. */
function cohesionOfRuns(bodies: readonly number[], { nodes, index }: StoryGraph): number {
  const runs: number[][] = [];
  for (const i of bodies) {
    const last = runs.at(-1);
    if (last && nodes[last.at(-1) ?? 0]?.chunk === nodes[i]?.chunk) last.push(i);
    else runs.push([i]);
  }
  const letters = (run: readonly number[]): number =>
    run.reduce((sum, i) => sum + (nodes[i]?.text.length ?? 0), 0);
  let total = 0;
  for (let k = 1; k < runs.length; k += 1) {
    const [above, below] = [runs[k - 1] ?? [], runs[k] ?? []];
    let sum = 0;
    for (const a of above) for (const b of below) sum += index.cohesion(a, b);
    const size = Math.min(1, letters(above) / 80, letters(below) / 80);
    total += (size * sum) / (above.length * below.length);
  }
  return total;
}
