/**
 * Whether a gap on a line is the gutter between two columns. A gutter goes on: the lines above and below are open at
 * the same place, with type on both sides. The wide gap of a headline does not, nor does a stretched line's.
 *
 *     along the water-  │  The trustees will        open, line after line: a gutter
 *     “数”为媒   “智”赋能                            the lines below run across it: a gap
 */
import type { Extent } from "./frames.js";
import { firstFrom, overlapOf, type Piece, type PieceIndex } from "./pieces.js";

/** How far up and down is looked, and how many lines of it, in ems and lines. */
const reachEm = 9;
const mostRows = 6;
/** Narrowest gutter that can go on, in ems of the lines it passes. */
const narrowest = 0.35;
/** How far from the gap type counts as being beside it, in ems. */
const farthestBeside = 30;

/** Pieces as rows, from the line outwards. */
function rowsOf(pieces: readonly Piece[], away: (piece: Piece) => number): Piece[][] {
  const rows: { pieces: Piece[]; v0: number; v1: number }[] = [];
  for (const piece of [...pieces].sort((a, b) => away(a) - away(b))) {
    const row = rows.at(-1);
    const shared = row ? overlapOf(row.v0, row.v1, piece.v0, piece.v1) : 0;
    if (row && shared >= 0.5 * (piece.v1 - piece.v0)) row.pieces.push(piece);
    else rows.push({ pieces: [piece], v0: piece.v0, v1: piece.v1 });
  }
  return rows.map((row) => row.pieces);
}

/** How many lines on one side of the gap leave it open. */
function countOpen(gap: { readonly from: number; readonly to: number }, rows: readonly Piece[][]): number {
  let { from, to } = gap;
  let open = 0;
  for (const row of rows.slice(0, mostRows)) {
    const middle = (from + to) / 2;
    let [left, right] = [-Infinity, Infinity];
    for (const piece of row) {
      if (piece.u0 + piece.u1 < 2 * middle) left = Math.max(left, piece.u1);
      else right = Math.min(right, piece.u0);
    }
    const em = row[0]?.em ?? 1;
    [from, to] = [Math.max(from, left), Math.min(to, right)];
    if (to - from < narrowest * em) break;
    const reach = farthestBeside * em;
    if (middle - left < reach && right - middle < reach) open += 1;
  }
  return open;
}

/** How many lines above and below leave the gap between two neighbours of a line open. */
export function countOpenLines(a: Piece, b: Piece, index: PieceIndex): number {
  const em = Math.min(a.em, b.em);
  const gap = { from: a.u1, to: b.u0 };
  const [v0, v1] = [Math.min(a.v0, b.v0), Math.max(a.v1, b.v1)];
  const middle = (v0 + v1) / 2;
  const [near, far] = [gap.from - farthestBeside * em, gap.to + farthestBeside * em];
  const around = new Set<Piece>();
  if (!index.spend()) return 0;
  // A word is shorter than what counts as beside; twice as far back begins whatever reaches into it.
  for (const shelf of index.shelves(v0 - reachEm * em, v1 + reachEm * em))
    for (let at = firstFrom(shelf, near - farthestBeside * em); at < shelf.length; at += 1) {
      const piece = shelf[at] as Piece;
      if (piece.u0 >= far || !index.spend()) break;
      if (piece.u1 > near) around.add(piece);
    }
  const centre = (piece: Piece) => (piece.v0 + piece.v1) / 2;
  const above = [...around].filter((piece) => piece.v1 <= middle && centre(piece) < v0);
  const below = [...around].filter((piece) => piece.v0 >= middle && centre(piece) > v1);
  return (
    countOpen(
      gap,
      rowsOf(above, (piece) => -centre(piece)),
    ) +
    countOpen(
      gap,
      rowsOf(below, (piece) => centre(piece)),
    )
  );
}

/** Whether a printed rule stands between two neighbours of a line. */
export function isRuledApart(a: Piece, b: Piece, rules: readonly Extent[]): boolean {
  const middle = (Math.max(a.v0, b.v0) + Math.min(a.v1, b.v1)) / 2;
  const play = 0.1 * Math.min(a.em, b.em);
  return rules.some(
    ({ u0, u1, v0, v1 }) =>
      v0 <= middle && v1 >= middle && u0 >= a.u1 - play && u1 <= b.u0 + play && v1 - v0 > u1 - u0,
  );
}
