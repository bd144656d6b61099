/**
 * Puts stories on a page of columns as a make-up editor does: the lead on top, each story a module of text columns
 * under, beside or about its head, its text flowing from column to column, and under a shorter neighbour where a
 * column is free there. Numbers only: `across` counts along a line of text, `along` in the direction in which lines
 * follow each other (down the page; in vertical pages from right to left).
 */
import { shuffled } from "./seeded-random.mjs";

const TRIES = 120;
/** A frame of text holds at least so many lines. */
const LEAST_LINES = 3;
const LONGEST = 4000;

/** Fills frames in order with lines; returns `[from, to)` of each, or nothing where lines are left over. */
function fill(lines, frames) {
  const filled = [];
  let next = 0;
  for (const frame of frames) {
    const first = next;
    const room = frame.to - frame.from + 1;
    while (next < lines.length && lines[next].bottom - lines[first].top <= room) next += 1;
    // A subhead or a byline stays with the text under it.
    while (next < lines.length && next > first && lines[next - 1].keep) next -= 1;
    filled.push([first, next]);
  }
  return next === lines.length ? filled : undefined;
}

/** The frames of a module that ends at `bottom`, column by column, and where its head and picture stand. */
function framesOf(module, tops, bottom, { pitch, gap }) {
  const { head, picture, text } = module.shape;
  const { headSize, pictureSize, captionSize } = module;
  const [h0, h1] = head.over;
  const top = Math.max(...tops.slice(h0, h1));
  const free = bottom - top - headSize;
  const headAt =
    headSize === 0
      ? top
      : top + (head.sink ? Math.max(0, Math.floor((free * head.sink) / pitch) * pitch) : 0);
  const headEnd = headAt + headSize;
  if (headEnd > bottom + 1) return undefined;
  let pictureAt;
  const starts = tops.map((own, nth) =>
    nth >= h0 && nth < h1 && !head.sink && headSize
      ? headEnd
      : Math.max(own, nth >= h0 && nth < h1 ? top : own),
  );
  if (picture) {
    const over = starts.slice(...picture.over);
    pictureAt = Math.max(...over);
    const end = pictureAt + pictureSize + captionSize + gap / 2;
    if (end > bottom) return undefined;
    // No picture lies over a head that stands amid the text of its columns.
    const isCrossed = picture.over[0] < h1 && h0 < picture.over[1] && pictureAt < headEnd && headAt < end;
    if (head.sink && isCrossed) return undefined;
    for (let nth = picture.over[0]; nth < picture.over[1]; nth += 1) starts[nth] = end;
  }
  const frames = [];
  for (let nth = 0; nth < text; nth += 1) {
    const underHead = nth >= h0 && nth < h1 && headSize > 0;
    if (underHead && head.alone) continue;
    const cut = underHead && head.sink;
    const pieces = cut
      ? [
          [starts[nth], headAt - gap / 3],
          [headEnd, bottom],
        ]
      : [[starts[nth], bottom]];
    for (const [from, to] of pieces) {
      const onGrid = Math.ceil(from / pitch - 0.01) * pitch;
      if (to - onGrid >= LEAST_LINES * pitch || (module.lines.length <= LEAST_LINES && to - onGrid >= pitch))
        frames.push({ column: nth, from: onGrid, to });
    }
  }
  return { frames, headAt, pictureAt, top };
}

/** Lays one module with its columns beginning at `tops` (one for each column of its text): as short as it goes. */
function layModule(module, tops, page) {
  const { pitch } = page;
  const length = module.lines.length ? module.lines.at(-1).bottom - module.lines[0].top : 0;
  const highest = Math.min(...tops);
  for (let bottom = highest + length / module.shape.text; bottom < highest + LONGEST; bottom += pitch / 2) {
    const at = framesOf(module, tops, bottom, page);
    const filled = at && fill(module.lines, at.frames);
    if (!filled) continue;
    const frames = at.frames
      .map((frame, nth) => ({ ...frame, lines: filled[nth] }))
      .filter(({ lines: [from, to] }) => to > from);
    const ends = frames.map(
      ({ from, lines }) => from + module.lines[lines[1] - 1].bottom - module.lines[lines[0]].top,
    );
    const ownEnd = Math.max(
      at.headAt + module.headSize,
      ...ends,
      at.pictureAt === undefined ? 0 : at.pictureAt + module.pictureSize + module.captionSize,
    );
    return { ...at, frames, tops, bottom: ownEnd };
  }
  return undefined;
}

/**
 * Where each column of text begins: all at one height, but those after the head's columns may begin lower, under a
 * neighbour. Never those before it: no reader would look for a beginning there.
 */
function topsOf(shape, heights, mayWrap) {
  const all = Math.max(...heights);
  if (!mayWrap || shape.text !== shape.columns || shape.head.alone) return new Array(shape.text).fill(all);
  const [, headEnd] = shape.head.over;
  const headTop = Math.max(...heights.slice(0, headEnd));
  return heights.map((height, nth) => (nth < headEnd ? headTop : Math.max(height, headTop)));
}

/** Columns in which a module may begin: one that comes over from the page before in the first, one that turns over in the last. */
function startsOf({ stand, shape }, { columns }) {
  const last = columns - shape.columns;
  return stand === "head" ? [0, 0] : stand === "foot" ? [last, last] : [0, last];
}

/** The best place for one of a story's modules under what stands already. */
function placeStory(modules, heights, page, random) {
  let best;
  for (const module of modules) {
    const { columns } = module.shape;
    const [from, to] = startsOf(module, page);
    for (let start = from; start <= to; start += 1) {
      const own = heights.slice(start, start + columns);
      for (const mayWrap of [true, false]) {
        const tops = topsOf(module.shape, own, mayWrap);
        const wraps = mayWrap && Math.max(...tops) > Math.min(...tops) + LEAST_LINES * page.pitch;
        if (mayWrap && !wraps) continue;
        const waste =
          tops.length === own.length
            ? tops.reduce((sum, top, nth) => sum + top - own[nth], 0)
            : own.reduce((sum, height) => sum + tops[0] - height, 0);
        const cost =
          Math.min(...tops) +
          waste * (0.4 + 0.4 * random()) -
          (wraps ? page.pitch * 6 : 0) +
          (module.first ? 0 : page.pitch * 3);
        if (best && best.cost <= cost) continue;
        const laid = layModule(module, tops, page);
        // A column that begins under a neighbour must still hold some lines, else it is no wrap.
        if (laid && wraps && laid.bottom < Math.max(...tops) + LEAST_LINES * page.pitch) continue;
        if (laid) best = { ...laid, module, start, cost };
      }
    }
  }
  return best;
}

function layOnce(stories, page, random) {
  const heights = [...page.taken];
  const laid = [];
  for (const modules of stories) {
    const found = placeStory(modules, heights, page, random);
    if (!found) throw new Error(`no place for ${modules[0].key}`);
    heights.fill(found.bottom + page.gap, found.start, found.start + found.module.shape.columns);
    laid.push(found);
  }
  const length = Math.max(...heights) - page.gap;
  const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  return { laid, length, cost: length + 0.5 * (length - mean) };
}

/**
 * `stories`: for each its modules `{key, shape, lines: [{top, bottom, keep}], headSize, pictureSize, captionSize,
 * importance, stand}`, one for each shape it may have, `stand`: "head" of the first column or "foot" of the last; `page`: `{columns, pitch, gap, taken}`, `taken`
 * where each column is free from. Returns `{laid, length}`; each laid
 * module has `start`, `top`, `tops` (of each column of its text), `bottom`, `headAt`, `pictureAt` and `frames: [{column, from, lines: [first, end]}]`.
 */
export function layModules(stories, page, random) {
  const standing = (name) => stories.filter(([{ stand }]) => stand === name);
  const inOrder = (middle) => [...standing("head"), ...middle, ...standing("foot")];
  const byImportance = standing(undefined).sort((a, b) => a[0].importance - b[0].importance);
  const [lead, ...rest] = byImportance;
  let best = layOnce(inOrder(byImportance), page, random);
  for (let nth = 0; lead && nth < TRIES; nth += 1) {
    const tried = layOnce(inOrder([lead, ...shuffled(rest, random)]), page, random);
    if (tried.cost < best.cost - 0.5) best = tried;
  }
  return best;
}
