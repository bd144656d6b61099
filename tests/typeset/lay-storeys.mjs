/**
 * Pages of storeys: the news above; below it, under a rule through all columns, a storey of its own, as serials stand in
 * old papers. And the oldest make-up of all: one column after the other filled from head to foot, each story going on at
 * the head of the next column. In vertical pages a column is a tier, and the storey is the lowest tiers. Numbers as in
 * `lay-modules.mjs`.
 */
import { layModules } from "./lay-modules.mjs";

/** Lines that must stand under a head, and be left over for the next column. */
const LEAST_LINES = 2;
const LONGEST = 6000;

const lengthOf = (lines, first, end) => (end > first ? lines[end - 1].bottom - lines[first].top : 0);

/** Lines from `first` that fit into `room`; none that must stay with the next one stands last. */
function fitting(lines, first, room) {
  let end = first;
  while (end < lines.length && lengthOf(lines, first, end + 1) <= room + 1) end += 1;
  while (end < lines.length && end > first && lines[end - 1].keep) end -= 1;
  return end;
}

/** One column after the other down to `foot`; undefined where the page is full too early. */
function fillColumns(modules, { columns, pitch, gap, taken }, foot) {
  const free = [...taken];
  let column = 0;
  const laid = [];
  for (const [nth, module] of modules.entries()) {
    const { headSize, lines, shape } = module;
    const least = lengthOf(lines, 0, Math.min(lines.length, LEAST_LINES));
    // A label stays with what it is a label of.
    const next = shape.keep ? (modules[nth + 1]?.headSize ?? 0) + 3 * pitch : 0;
    while (column < columns && free[column] + headSize + least + next > foot) column += 1;
    if (column + shape.head.over[1] > columns) return undefined;
    const [start, top] = [column, free[column]];
    for (let over = 0; over < shape.head.over[1]; over += 1)
      free[start + over] = Math.max(free[start + over], top + headSize);
    const frames = [];
    for (let first = 0; first < lines.length; ) {
      if (column >= columns) return undefined;
      const from = frames.length === 0 ? top + headSize : Math.ceil(free[column] / pitch - 0.01) * pitch;
      const end = fitting(lines, first, foot - from);
      if (end > first) frames.push({ column: column - start, from, to: foot, lines: [first, end] });
      free[column] = from + lengthOf(lines, first, end);
      first = end;
      if (first < lines.length) column += 1;
    }
    for (const frame of frames) frame.to = frame.from + lengthOf(lines, ...frame.lines);
    laid.push({ module, start, top, tops: [top], headAt: top, frames, bottom: free[column] });
    free[column] += shape.keep ? gap / 3 : gap;
  }
  return laid;
}

/** As short a page as holds all, one column after the other. */
export function layRunning(modules, page) {
  const all = modules.reduce(
    (sum, { headSize, lines, shape }) =>
      sum + headSize * shape.head.over[1] + lengthOf(lines, 0, lines.length),
    0,
  );
  const highest = Math.min(...page.taken);
  for (let foot = highest + all / page.columns; foot < highest + LONGEST; foot += page.pitch / 2) {
    const laid = fillColumns(modules, page, foot);
    if (laid) return { laid, length: foot };
  }
  throw new Error(`no place for ${modules[0].key}`);
}

/** Rules from head to foot between columns `from` and `to`. */
const columnBars = (from, to, top, foot) =>
  Array.from({ length: Math.max(0, to - from - 1) }, (_, nth) => ({
    after: from + nth,
    along: top,
    size: foot - top,
  }));

/**
 * `upper`: as for `layModules`; `lower`: modules of the storey, in order, none where it is empty. Gives `bars` too:
 * `{after, along, size}` between columns, `{along}` through all columns.
 */
export function layStoreys({ upper, lower }, page, random, { vertical, running }) {
  const { columns, gap, taken } = page;
  const layUpper = (own) => {
    if (!running) return { ...layModules(upper, own, random), bars: [] };
    const laid = layRunning(
      upper.map(([module]) => module),
      own,
    );
    return { ...laid, bars: columnBars(0, own.columns, 0, laid.length) };
  };
  if (lower.length === 0) return layUpper(page);
  if (!vertical) {
    const above = layUpper(page);
    const under = layRunning(lower, { ...page, taken: taken.map(() => above.length + gap) });
    // No rule runs through a head that stands over several columns.
    const wide = under.laid.filter(({ module }) => module.shape.head.over[1] > 1);
    const barsFrom = Math.max(above.length + gap, ...wide.map(({ top, module }) => top + module.headSize));
    const bars = [{ along: above.length + gap / 2 }, ...columnBars(0, columns, barsFrom, under.length)];
    return {
      laid: [...above.laid, ...under.laid],
      length: under.length,
      bars: [...above.bars, ...bars],
    };
  }
  let best;
  for (let tiers = 1; tiers <= Math.floor(columns / 2); tiers += 1) {
    const from = columns - tiers;
    const above = layUpper({ ...page, columns: from, taken: taken.slice(0, from) });
    const under = layRunning(lower, { ...page, columns: tiers, taken: taken.slice(from) });
    const length = Math.max(above.length, under.length);
    const laid = [...above.laid, ...under.laid.map((one) => ({ ...one, start: one.start + from }))];
    const bars = [...above.bars, { after: from - 1, along: 0, size: length }];
    if (!best || length < best.length) best = { laid, length, bars };
  }
  return best;
}
