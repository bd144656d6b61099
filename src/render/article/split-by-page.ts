/**
 * Cuts a passage where the printed page turned. A paragraph begun on page 1 and ended on page 2 gives two pieces,
 * also where the turn fell inside a word (`argu-` | `mented` → `argu` on page 1, `mented` on page 2).
 * Joined again, the pieces are the passage's text; where they are not (an editor set the text), the whole text is one
 * piece, since where the page turned in words that were never printed cannot be said.
 */
import { type LineId, placeOfLine } from "../../model/ids.js";
import type { Line } from "../../model/page.js";
import type { Passage } from "../../model/unit.js";

export interface PagePiece {
  readonly page: number;
  readonly text: string;
}

export function splitByPage(passage: Passage, lines: ReadonlyMap<LineId, Line>): PagePiece[] {
  const pieces: { page: number; text: string }[] = [];
  let whole = "";
  passage.spans.forEach((span, index) => {
    const page = placeOfLine(span.line).page;
    const text = lines.get(span.line)?.text.slice(span.start, span.end) ?? "";
    const seam = index === 0 ? undefined : passage.seams[index - 1];
    let last = pieces.at(-1);
    if (seam === "drop-hyphen" && last) last.text = last.text.slice(0, -1);
    if (seam === "space" && last) last.text += " ";
    if (last?.page !== page) {
      last = { page, text: "" };
      pieces.push(last);
    }
    last.text += text;
  });
  whole = pieces.map((piece) => piece.text).join("");
  const first = pieces[0];
  if (first === undefined || whole !== passage.text) return [{ page: first?.page ?? 0, text: passage.text }];
  return pieces;
}

/** The page a passage begins on; 0 where it has no source line. */
export const firstPageOf = (passage: Passage): number => {
  const first = passage.spans[0];
  return first === undefined ? 0 : placeOfLine(first.line).page;
};
