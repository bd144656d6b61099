/**
 * Sets a stretch of text on the page: each printed line at its own box, squeezed or opened to its printed length, with
 * the hyphen that ended it. Where the words are no longer those of the lines (an editor changed them), or a line has no
 * box, the words are spread over what boxes there are, so that nothing is left out and nothing is set beside its story.
 * Where no line has a box it gives nothing, and the text has no place on the page.
 */
import { type LineId, placeOfLine } from "../../model/ids.js";
import type { Box, Line } from "../../model/page.js";
import type { Passage, Seam, Span } from "../../model/unit.js";
import { joinTexts } from "../../text/join-lines.js";
import { fitLine } from "./fit-line.js";
import { levelBox } from "./level-box.js";
import type { PlacedLine, PlacedLines } from "./place-lines.js";
import { sliceBox, spreadText } from "./spread-text.js";

/** What one line of print holds of a text, and where. */
export interface SetLine {
  readonly text: string;
  /** The hyphen that ends the line in print and is no part of the text; empty where there is none. */
  readonly hyphen: string;
  /** Whether a space stands between this and the next. */
  readonly spaced: boolean;
  /** In page widths. */
  readonly box: Box;
  readonly size: number;
  readonly squeeze: number;
  readonly tracking: number;
  readonly vertical: boolean;
  readonly bold: boolean;
  /** The printed stretch that it says; absent where words were spread. */
  readonly span?: Span;
}

export interface Setting {
  readonly page: number;
  /** The words as they should read on this page. */
  readonly text: string;
  readonly printed: Pick<Passage, "spans" | "seams">;
  /** Display type, bold where the file does not tell. */
  readonly display: boolean;
}

interface Piece {
  readonly span: Span;
  readonly text: string;
  readonly seam: Seam | undefined;
}

function piecesOn(
  page: number,
  { spans, seams }: Setting["printed"],
  lines: ReadonlyMap<LineId, Line>,
): Piece[] {
  return spans.flatMap((span, at) =>
    placeOfLine(span.line).page === page
      ? [{ span, text: lines.get(span.line)?.text.slice(span.start, span.end) ?? "", seam: seams[at] }]
      : [],
  );
}

const white = /\s+/gu;
const letters = (text: string): string => text.replace(white, "");

/** Whether the pieces, joined, say the text; where it goes on overleaf, a hyphen may end it. */
function saysText(pieces: readonly Piece[], text: string): boolean {
  const seams = pieces.slice(0, -1).map(({ seam }) => seam ?? "nothing");
  const joined = letters(
    joinTexts(
      pieces.map((piece) => piece.text),
      seams,
    ),
  );
  const wanted = letters(text);
  return joined === wanted || (pieces.at(-1)?.seam === "drop-hyphen" && joined.slice(0, -1) === wanted);
}

/** @param style applied to the words before they are measured */
export function setText(
  { page, text, printed, display }: Setting,
  place: PlacedLines,
  lines: ReadonlyMap<LineId, Line>,
  style: (text: string) => string,
): SetLine[] {
  const set = (
    placed: PlacedLine,
    box: Box,
    words: string,
    hyphen: string,
    spaced: boolean,
    span?: Span,
  ): SetLine => {
    const bold = placed.bold || (display && !place.tellsBold);
    const size = place.sizes.get(placed.line.id) ?? place.em;
    const length = placed.vertical ? box.height : box.width;
    const shown = style(words);
    const fit = fitLine((shown + hyphen).trim(), length, size, bold, place.isCjk);
    const level = placed.vertical || !place.isInk ? box : levelBox(shown, box, fit.size);
    const said = span ? { span } : {};
    return { text: shown, hyphen, spaced, box: level, ...fit, vertical: placed.vertical, bold, ...said };
  };
  const pieces = piecesOn(page, printed, lines);
  const placed = pieces.map(({ span }) => {
    const line = place.lines.get(span.line);
    return line && { line, box: sliceBox(line, span) };
  });
  if (placed.every((each) => each !== undefined) && saysText(pieces, text))
    return pieces.map(({ span, text: words, seam }, at) => {
      const { line, box } = placed[at] as NonNullable<(typeof placed)[number]>;
      const cut = seam === "drop-hyphen" ? words.length - 1 : words.length;
      return set(line, box, words.slice(0, cut), words.slice(cut), seam === "space", span);
    });
  const boxes = placed.filter((each) => each !== undefined);
  const shares = spreadText(
    text,
    boxes.map(({ line, box }) => (line.vertical ? box.height : box.width)),
  );
  return boxes.flatMap(({ line, box }, at) => {
    const words = shares[at] ?? "";
    return words === "" ? [] : [set(line, box, words.trimEnd(), "", words !== words.trimEnd())];
  });
}
