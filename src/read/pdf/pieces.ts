/**
 * Cells that follow each other closely, painted one after the other, are pieces of lines: about a word each. A piece is
 * never taken apart again, so that the letters of a word stay in the order of painting where widths are off (OCR).
 */
import type { Cell } from "./cells.js";
import type { Extent } from "./frames.js";

export interface Piece extends Extent {
  readonly cells: Cell[];
  readonly angle: number;
  readonly em: number;
  /** Places of its first and last cell in the order of painting. */
  first: number;
  last: number;
}

/** How far the next cell may stand off or run back, in ems: punctuation set tight runs back by half an em. */
const [mostBack, mostGap] = [0.6, 0.15];
/** How much of the smaller height two cells of a line share. */
const leastShared = 0.5;
/** Sizes on one line differ at most by this factor: a drop cap stands by itself; OCR guesses sizes word by word. */
export const unlike = { type: 2, ocr: 4 };

export const overlapOf = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.min(a1, b1) - Math.max(a0, b0);

/** Whether two can stand on one line, by height and size. */
export function isLevel(
  a: Extent & { readonly em: number },
  b: Extent & { readonly em: number },
  mostUnlike: number = unlike.type,
): boolean {
  const shared = overlapOf(a.v0, a.v1, b.v0, b.v1);
  return (
    shared >= leastShared * Math.min(a.v1 - a.v0, b.v1 - b.v0) &&
    Math.max(a.em, b.em) <= mostUnlike * Math.min(a.em, b.em)
  );
}

/** Figures side by side in a column: they stand at one height, the next to the right. */
const isAbreast = (before: Cell, cell: Cell): boolean =>
  before.upright &&
  cell.upright &&
  Math.abs(cell.u0 - before.u0) <= mostGap * cell.em &&
  cell.v0 < before.v0 &&
  cell.v0 > before.v0 - cell.em;

export function makePieces(cells: readonly Cell[]): Piece[] {
  const pieces: Piece[] = [];
  for (const cell of cells) {
    const piece = pieces.at(-1);
    const before = piece?.cells.at(-1);
    const gap = before ? (cell.u0 - before.u1) / Math.min(before.em, cell.em) : 0;
    const follows =
      piece &&
      before &&
      piece.angle === cell.angle &&
      (isAbreast(before, cell) || (isLevel(before, cell) && gap <= mostGap && gap >= -mostBack)) &&
      before.spaceAfter === "";
    if (follows) {
      piece.cells.push(cell);
      piece.last = cell.nth;
      Object.assign(piece, {
        u0: Math.min(piece.u0, cell.u0),
        u1: Math.max(piece.u1, cell.u1),
        v0: Math.min(piece.v0, cell.v0),
        v1: Math.max(piece.v1, cell.v1),
      });
    } else {
      const { u0, u1, v0, v1, angle, em, nth } = cell;
      pieces.push({ cells: [cell], u0, u1, v0, v1, angle, em, first: nth, last: nth });
    }
  }
  return pieces;
}

/** Pieces of one frame, found by where they stand: on shelves about a line thick, each from left to right. */
export interface PieceIndex {
  /** The shelves that a stretch across the lines touches; a piece lies on each shelf that it reaches into. */
  shelves(v0: number, v1: number): readonly (readonly Piece[])[];
  /** Whether one more piece may be looked at for a gutter. A page of print needs a tenth of what there is. */
  spend(): boolean;
}

/** Pieces that reach over so many shelves are no print; they are found on the first of them only. */
const mostShelves = 64;
/** How many pieces may be looked at around the gaps of a page, so that hostile pages end. */
const mostLooks = 4_000_000;

export function indexPieces(pieces: readonly Piece[]): PieceIndex {
  const ems = pieces.map(({ em }) => em).sort((a, b) => a - b);
  const shelf = Math.max(0.5, ems[ems.length >> 1] ?? 1);
  const shelfOf = (v: number) => Math.floor(v / shelf);
  const shelves = new Map<number, Piece[]>();
  for (const piece of [...pieces].sort((a, b) => a.u0 - b.u0 || a.first - b.first)) {
    const from = shelfOf(piece.v0);
    const to = Math.min(shelfOf(piece.v1), from + mostShelves);
    for (let at = from; at <= to; at += 1) {
      const list = shelves.get(at);
      if (list) list.push(piece);
      else shelves.set(at, [piece]);
    }
  }
  let left = mostLooks;
  return {
    spend() {
      left -= 1;
      return left > 0;
    },
    shelves(v0, v1) {
      const found: (readonly Piece[])[] = [];
      const from = shelfOf(v0);
      const to = Math.min(shelfOf(v1), from + mostShelves);
      for (let at = from; at <= to; at += 1) {
        const list = shelves.get(at);
        if (list) found.push(list);
      }
      return found;
    },
  };
}

/** Where on a shelf the pieces begin that begin at `u` or after it. */
export function firstFrom(shelf: readonly Piece[], u: number): number {
  let [low, high] = [0, shelf.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shelf[middle] as Piece).u0 < u) low = middle + 1;
    else high = middle;
  }
  return low;
}
