/**
 * Pieces → lines: each is followed by its nearest neighbour on its line, unless a rule or a gutter stands between, or
 * too wide a gap. Geometry decides; that two were painted one after the other is evidence that they belong together.
 */

import type { PdfRectangle } from "../../model/pdf-content.js";
import type { Cell } from "./cells.js";
import { countOpenLines, isRuledApart } from "./find-gutters.js";
import { type Extent, extentOf } from "./frames.js";
import {
  firstFrom,
  indexPieces,
  isLevel,
  makePieces,
  type Piece,
  type PieceIndex,
  unlike,
} from "./pieces.js";

/** Up to these gaps, in ems, nothing is asked: painted one after the other, or at different times. */
const surelyTogether = { inTurn: 0.6, apart: 0.35 };
/** Beyond these nothing holds them together: no headline has such gaps, and other columns stand there. */
const surelyApart = { inTurn: 4, apart: 1.5 };
/** How many lines must leave a gap open to make it a gutter. Word gaps happen to meet over two or three lines. */
const openLines = { inTurn: 3, apart: 1 };
/**
 * A gap that is narrower than this, in ems, between pieces painted in turn is no gutter. The text layer over a scan
 * has words of a borrowed font at guessed sizes, with gaps of an em between them, but its columns come in turn.
 */
const narrowestInTurn = { type: 0.8, ocr: 1.8 };
/** How far a neighbour may run back into a piece, in ems. */
const mostBack = 0.6;
/** So many pieces on one spot are no print. */
const mostLooked = 100;

/** Whether the glyphs are the printed type itself, or were put over a scan of it. */
export type Origin = "type" | "ocr";

/** The nearest piece to the right on the same line. */
function nextOf(piece: Piece, index: PieceIndex, mostUnlike: number): Piece | undefined {
  let nearest: Piece | undefined;
  for (const shelf of index.shelves(piece.v0, piece.v1)) {
    const from = firstFrom(shelf, piece.u1 - mostBack * piece.em);
    for (let at = from; at < Math.min(shelf.length, from + mostLooked); at += 1) {
      const other = shelf[at] as Piece;
      if (nearest && other.u0 >= nearest.u0) break;
      const isFurther = other !== piece && other.u0 > piece.u0 && other.u1 > piece.u1;
      if (isFurther && isLevel(piece, other, mostUnlike)) nearest = other;
    }
  }
  return nearest;
}

function belongTogether(
  a: Piece,
  b: Piece,
  index: PieceIndex,
  rules: readonly Extent[],
  origin: Origin,
): boolean {
  const em = origin === "ocr" ? Math.max(a.em, b.em) : Math.min(a.em, b.em);
  const gap = (b.u0 - a.u1) / em;
  const order = a.last + 1 === b.first ? "inTurn" : "apart";
  if (gap > surelyApart[order] || isRuledApart(a, b, rules)) return false;
  if (gap <= surelyTogether[order]) return true;
  // A gap that painted spaces fill was set as a gap; a gutter is wider than the space at the end of a line.
  const filled = (a.cells.at(-1)?.roomAfter ?? 0) / em;
  if (order === "inTurn" && filled > 0 && gap - filled < surelyTogether.apart) return true;
  if (order === "inTurn" && gap < narrowestInTurn[origin]) return true;
  return countOpenLines(a, b, index) < openLines[order];
}

/** Lines of one frame as cells in reading order. */
function linkFrame(pieces: readonly Piece[], rules: readonly Extent[], origin: Origin): Cell[][] {
  const index = indexPieces(pieces);
  // Two may want the same neighbour; the nearer one gets it.
  const before = new Map<Piece, Piece>();
  for (const piece of pieces) {
    const next = nextOf(piece, index, unlike[origin]);
    if (!next || !belongTogether(piece, next, index, rules, origin)) continue;
    const rival = before.get(next);
    if (!rival || rival.u1 < piece.u1) before.set(next, piece);
  }
  const after = new Map([...before].map(([next, piece]) => [piece, next]));
  return pieces
    .filter((piece) => !before.has(piece))
    .map((piece) => {
      const cells: Cell[] = [];
      for (let at: Piece | undefined = piece; at; at = after.get(at)) cells.push(...at.cells);
      return cells;
    });
}

/** All lines of a page, in the order in which their first glyphs were painted. */
export function linkPieces(cells: readonly Cell[], rules: readonly PdfRectangle[], origin: Origin): Cell[][] {
  const pieces = makePieces(cells);
  const angles = [...new Set(pieces.map(({ angle }) => angle))];
  const lines = angles.flatMap((angle) =>
    linkFrame(
      pieces.filter((piece) => piece.angle === angle),
      rules.map((rule) => extentOf(angle, rule)),
      origin,
    ),
  );
  const firstOf = (line: readonly Cell[]) => line.reduce((first, { nth }) => Math.min(first, nth), Infinity);
  return lines
    .map((line) => ({ line, first: firstOf(line) }))
    .sort((a, b) => a.first - b.first)
    .map(({ line }) => line);
}
