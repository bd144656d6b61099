/**
 * A source line as printed and as repaired in one: kept, taken out and put in, each change with its rule.
 * `此 次 冬` → kept 此, out ␣, kept 次, out ␣, kept 冬. Nothing of the original is missing from kept + out; kept + in is
 * the repaired line.
 */
import type { Line } from "../../model/page.js";

export interface EditPiece {
  readonly kind: "kept" | "out" | "in";
  readonly text: string;
  /** Empty for kept text. */
  readonly rule: string;
}

/** Cuts the visible pieces at `at` (an offset into kept + in) and returns the place in the list there. */
function cutAt(pieces: EditPiece[], at: number): number {
  let offset = 0;
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i] as EditPiece;
    if (piece.kind === "out") continue;
    if (offset === at) return i;
    if (offset + piece.text.length > at) {
      const head = { ...piece, text: piece.text.slice(0, at - offset) };
      pieces.splice(i, 1, head, { ...piece, text: piece.text.slice(at - offset) });
      return i + 1;
    }
    offset += piece.text.length;
  }
  return pieces.length;
}

/** Plays a line's edits onto its original. Neighbouring pieces of one kind and rule are one. */
export function showEdits(line: Line): EditPiece[] {
  const pieces: EditPiece[] = [{ kind: "kept", text: line.original, rule: "" }];
  for (const edit of line.edits) {
    const start = cutAt(pieces, edit.at);
    const end = edit.removed === "" ? start : cutAt(pieces, edit.at + edit.removed.length);
    const touched = pieces.slice(start, end).flatMap((piece): EditPiece[] => {
      if (piece.kind === "in") return [];
      return piece.kind === "out" ? [piece] : [{ kind: "out", text: piece.text, rule: edit.rule }];
    });
    if (edit.inserted !== "") touched.push({ kind: "in", text: edit.inserted, rule: edit.rule });
    pieces.splice(start, end - start, ...touched);
  }
  return mergeNeighbours(pieces);
}

function mergeNeighbours(pieces: readonly EditPiece[]): EditPiece[] {
  const merged: EditPiece[] = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const last = merged.at(-1);
    if (last && last.kind === piece.kind && last.rule === piece.rule)
      merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    else merged.push(piece);
  }
  return merged;
}
