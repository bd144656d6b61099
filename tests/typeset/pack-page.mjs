/**
 * Puts boxes on a page of columns: each where the page is emptiest, the orders tried at random (seeded) and the
 * one that fills the page best kept. Refuses nothing: a page that does not fit grows longer.
 */
import { shuffled } from "./seeded-random.mjs";

const TRIES = 400;

function place(boxes, columns, gap) {
  const filled = new Array(columns).fill(0);
  const placed = [];
  for (const box of boxes) {
    let best = { start: 0, at: Number.POSITIVE_INFINITY };
    for (let start = 0; start + box.columns <= columns; start += 1) {
      const at = Math.max(...filled.slice(start, start + box.columns));
      if (at < best.at - 0.5) best = { start, at };
    }
    filled.fill(best.at + box.size + gap, best.start, best.start + box.columns);
    placed.push({ ...box, ...best });
  }
  return { placed, length: Math.max(...filled) - gap };
}

/** Room left after a box until the next one or the end of the page. */
function roomAfter(box, placed, length, gap) {
  const below = placed
    .filter(
      (other) =>
        other.at > box.at && other.start < box.start + box.columns && box.start < other.start + other.columns,
    )
    .map((other) => other.at - gap);
  return Math.min(length, ...below) - box.at - box.size;
}

/**
 * `boxes`: `[{columns, size, importance, …}]`, size along the page in pixels. Returns the boxes with `start`
 * (column), `at` (pixels) and `room` (pixels left after it), and the page's length.
 */
export function packPage(boxes, columns, gap, random, leastLength = 0) {
  const byImportance = [...boxes].sort(
    (a, b) => a.importance - b.importance || b.size * b.columns - a.size * a.columns,
  );
  let best = place(byImportance, columns, gap);
  for (let nth = 0; nth < TRIES; nth += 1) {
    const [leading, ...rest] = byImportance;
    const tried = place([leading, ...shuffled(rest, random)], columns, gap);
    if (tried.length < best.length - 0.5) best = tried;
  }
  const length = Math.max(best.length, leastLength);
  return {
    length,
    placed: best.placed.map((box) => ({ ...box, room: roomAfter(box, best.placed, length, gap) })),
  };
}
