/** A page's groupings as a lattice of stretches: what they are made of, how likely the truth is, how good the best one is. */
import { figuresOf } from "../../lib/assemble/group-figures.js";
import { mostNodes, searchGroups } from "../../lib/assemble/group-search.js";
import { worthOf } from "../../lib/assemble/group-worth.js";
import { stretchesOf } from "./gold-groups.mjs";
import { logSum } from "./learning.mjs";

/** Every stretch of a page's file that can be a story, with its figures by number: rows of a sparse matrix. */
export function stretchTable({ graph, stories }, idOf) {
  const size = graph.nodes.length;
  const figures = figuresOf(graph);
  const starts = [0];
  const ids = [];
  const values = [];
  const row = new Map();
  const put = (name, value) => {
    if (value !== 0) row.set(name, (row.get(name) ?? 0) + value);
  };
  const at = new Map();
  for (let end = 0; end < size; end += 1)
    for (let start = Math.max(0, end - mostNodes + 1); start <= end; start += 1) {
      row.clear();
      figures.ofGroup(
        Array.from({ length: end - start + 1 }, (_, k) => start + k),
        put,
      );
      if (start > 0) figures.ofBorder(start, put);
      at.set(`${start} ${end}`, starts.length - 1);
      for (const [name, value] of row) {
        ids.push(idOf(name));
        values.push(value);
      }
      starts.push(ids.length);
    }
  const gold = stretchesOf(stories).flatMap(([start, end]) => {
    const rows = [];
    for (let from = start; from <= end; from += mostNodes)
      rows.push(at.get(`${from} ${Math.min(end, from + mostNodes - 1)}`));
    return rows;
  });
  return {
    size,
    starts: Int32Array.from(starts),
    ids: Int32Array.from(ids),
    values: Float64Array.from(values),
    gold,
  };
}

/** Log likelihood of the truth of one page; adds its slope, times `weight`, to `slope`. */
export function likelihood({ size, starts, ids, values, gold }, weights, weight, slope) {
  const rows = starts.length - 1;
  const worth = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (let k = starts[row]; k < starts[row + 1]; k += 1) sum += weights[ids[k]] * values[k];
    worth[row] = sum;
  }
  const first = (end) => Math.max(0, end - mostNodes + 1);
  const rowAt = [];
  for (let end = 0, row = 0; end < size; end += 1) {
    rowAt.push(row);
    row += end - first(end) + 1;
  }
  const forward = [0];
  for (let end = 0; end < size; end += 1) {
    const list = [];
    for (let start = first(end); start <= end; start += 1)
      list.push(forward[start] + worth[rowAt[end] + start - first(end)]);
    forward.push(logSum(list));
  }
  const backward = new Float64Array(size + 1).fill(-Infinity);
  backward[size] = 0;
  const all = forward[size];
  const add = (row, by) => {
    for (let k = starts[row]; k < starts[row + 1]; k += 1) slope[ids[k]] += by * values[k];
  };
  for (let end = size - 1; end >= 0; end -= 1)
    for (let start = first(end); start <= end; start += 1) {
      const row = rowAt[end] + start - first(end);
      const value = worth[row] + backward[end + 1];
      const share = Math.exp(forward[start] + value - all);
      if (share > 1e-9) add(row, -weight * share);
      const [most, least] = value > backward[start] ? [value, backward[start]] : [backward[start], value];
      backward[start] = least === -Infinity ? most : most + Math.log1p(Math.exp(least - most));
    }
  let sum = -all;
  for (const row of gold) {
    sum += worth[row];
    add(row, weight);
  }
  return weight * sum;
}

/** By row: F1 of pairs of bodies that stand in one story of the page, and the share of its stories that are whole. Without weights: the program's own. */
export function testGroups(pages, weights) {
  const rows = new Map();
  for (const { graph, stories, row } of pages) {
    const home = new Map();
    searchGroups(graph, worthOf(graph, weights)).groups.forEach((group, g) => {
      for (const i of group) home.set(i, g);
    });
    const sum = rows.get(row) ?? { both: 0, found: 0, true: 0, whole: 0, stories: 0 };
    const bodies = graph.nodes.filter(({ kind, index }) => kind === "body" && stories[index] !== undefined);
    for (const [k, { index: a }] of bodies.entries())
      for (const { index: b } of bodies.slice(k + 1)) {
        const [found, right] = [home.get(a) === home.get(b), stories[a] === stories[b]];
        if (found && right) sum.both += 1;
        if (found) sum.found += 1;
        if (right) sum.true += 1;
      }
    const setsOf = (homeOf) => {
      const sets = new Map();
      stories.forEach((story, i) => {
        if (story !== undefined) sets.set(homeOf(i), [...(sets.get(homeOf(i)) ?? []), i]);
      });
      return [...sets.values()].map((list) => list.join());
    };
    const found = new Set(setsOf((i) => home.get(i)));
    for (const set of setsOf((i) => stories[i])) {
      sum.stories += 1;
      if (found.has(set)) sum.whole += 1;
    }
    rows.set(row, sum);
  }
  return new Map(
    [...rows].map(([row, sum]) => [
      row,
      { f1: (2 * sum.both) / Math.max(1, sum.found + sum.true), whole: sum.whole / sum.stories },
    ]),
  );
}
