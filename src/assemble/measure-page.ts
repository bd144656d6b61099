/**
 * The page's own measure: how its blank lines are meant, how wide its columns are at each place, how deep
 * paragraphs are indented. Everything later is counted in these, never in fixed numbers.
 */
import type { Piece } from "./pieces.js";
import { findMeasuredIndents, findPrintedIndents } from "./printed-indents.js";

export interface PageMeasure {
  /** pitch: a blank line after nearly every line, meaning nothing; blocks: blank lines set blocks apart; none: there are none. */
  readonly blanks: "pitch" | "blocks" | "none";
  /** On a page at pitch: a blank line after all lines but a few, so that two without one are set closer on purpose. */
  readonly evenPitch: boolean;
  /** Column measure in ems at each piece. */
  readonly measure: readonly number[];
  /** First-line indent in ems (0 where none is to be seen), by CJK or spaced setting. */
  readonly indent: number;
  /** In block pages: the share of block borders at which a paragraph was at its end; how much a blank line says. */
  readonly blankTrust: number;
  /** The text has no full stops (older Chinese): its pauses end sentences too. */
  readonly pausesEnd: boolean;
  /** Whether each piece is set in by spaces of the file; undefined where the file does not keep indents. */
  readonly setIn: readonly (boolean | undefined)[];
}

/** Latin lines of one column agree in width to this share, since widths of letters are estimated; CJK lines to this part of an em. */
const latinTolerance = 0.075;
const cjkTolerance = 0.3;

/** Headlines of several lines are few lines of a page. */
const evenShare = 0.9;

const hasBlankBefore = (piece: Piece): boolean => piece.line.blanksBefore > 0;

/** Blank-line pitch, judged on the page as a whole. */
function judgeBlanks(pieces: readonly Piece[]): Pick<PageMeasure, "blanks" | "evenPitch"> {
  const lines = pieces.filter((piece, i) => i > 0 && piece.line !== pieces[i - 1]?.line);
  const share = lines.length === 0 ? 0 : lines.filter(hasBlankBefore).length / lines.length;
  const none = lines.length === 0 || (share < 0.015 && lines.length > 30);
  const pitch = share > 0.72 && lines.length >= 6;
  return { blanks: none ? "none" : pitch ? "pitch" : "blocks", evenPitch: pitch && share > evenShare };
}

/** Whether a piece can be a full line of a column of this width. */
const fills = (piece: Piece, width: number): boolean =>
  piece.spaced
    ? Math.abs(piece.width - width) <= latinTolerance * width
    : piece.least - cjkTolerance <= width && width <= piece.most + cjkTolerance;

/**
 * What a piece costs in a column of this width: nothing if it fills it, a little if it is shorter (a last line), more
 * if it is wider, which a body line cannot be. Much wider ones are headings over several columns and say little.
 */
function columnCost(piece: Piece, width: number): number {
  if (piece.mark || piece.width < 3) return 0;
  if (fills(piece, width)) return 0;
  if (!piece.spaced && width > piece.most && width <= piece.most + 1) return 0.25;
  const over = piece.spaced ? piece.width / width : (piece.least - cjkTolerance) / width;
  if (over > 1) return over < 1.35 ? 1.6 : 0.8;
  return 0.6 + 0.4 * (1 - over);
}

/** Cost of two neighbouring lines standing in columns of different width. */
const changeOfColumn = 2.5;
/** Widths that fewer lines than this have cannot be a column's. */
const fewestLines = 3;
/** No page has more kinds of columns than this. */
const mostColumns = 24;

/** Widths that several lines of the page can fill, most lines first. */
function candidateWidths(pieces: readonly Piece[]): number[] {
  const seen = new Map<number, number>();
  for (const piece of pieces) {
    if (piece.mark || piece.width < 4) continue;
    const step = piece.spaced ? Math.max(0.5, piece.width * 0.025) : 0.5;
    const width = Math.round((piece.spaced ? piece.width : (piece.least + piece.most) / 2) / step) * step;
    if (!seen.has(width))
      seen.set(
        width,
        pieces.filter((other) => !other.mark && other.spaced === piece.spaced && fills(other, width)).length,
      );
  }
  const ranked = [...seen]
    .filter(([, lines]) => lines >= fewestLines)
    .sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  return (ranked.length > 0 ? ranked : [...seen]).slice(0, mostColumns).map(([width]) => width);
}

/** The column each piece stands in: the cheapest sequence of candidate widths, changes costing. */
function followColumns(pieces: readonly Piece[]): number[] {
  const widths = candidateWidths(pieces);
  if (widths.length === 0) return pieces.map((piece) => piece.width);
  let costs = widths.map(() => 0);
  const back: number[][] = [];
  for (const piece of pieces) {
    const cheapest = costs.indexOf(Math.min(...costs));
    const from = costs.map((cost, w) => (cost <= (costs[cheapest] ?? 0) + changeOfColumn ? w : cheapest));
    costs = widths.map(
      (width, w) =>
        Math.min(costs[w] ?? 0, (costs[cheapest] ?? 0) + changeOfColumn) + columnCost(piece, width),
    );
    back.push(from);
  }
  let w = costs.indexOf(Math.min(...costs));
  const path: number[] = new Array(pieces.length).fill(0);
  for (let i = pieces.length - 1; i >= 0; i -= 1) {
    path[i] = widths[w] ?? 0;
    w = back[i]?.[w] ?? w;
  }
  return path;
}

/** A page measure for lines that have been cut into pieces. */
export function measurePage(pieces: readonly Piece[]): PageMeasure {
  const { blanks, evenPitch } = judgeBlanks(pieces);
  const followed = followColumns(pieces);
  const measure = pieces.map(({ place }, i) => place?.column ?? followed[i] ?? 0);
  const placed = pieces.some(({ place }) => place !== undefined);
  const text = pieces.map((piece) => piece.text).join("");
  const stops = [...text].filter((c) => c === "。" || c === ".").length;
  const pausesEnd = stops * 12 < [...text].filter((c) => c === "、" || c === "，").length;
  return {
    blanks,
    evenPitch,
    measure,
    // Where boxes show the indents themselves, no width has to tell them.
    indent: placed ? 0 : findIndent(pieces, measure),
    blankTrust: trustBlanks(pieces, measure, blanks, pausesEnd),
    pausesEnd,
    setIn: placed ? findMeasuredIndents(pieces) : findPrintedIndents(pieces),
  };
}

/** First lines of paragraphs are known where the line before ends a sentence short of the measure. */
function findIndent(pieces: readonly Piece[], measure: readonly number[]): number {
  const counts = [0, 0, 0];
  for (let i = 1; i + 1 < pieces.length; i += 1) {
    const before = pieces[i - 1];
    const piece = pieces[i];
    const next = pieces[i + 1];
    const m = measure[i] ?? 0;
    if (!before || !piece || !next || piece.spaced || piece.mark || piece.afterMark) continue;
    if (before.ends !== "sentence" || before.most > (measure[i - 1] ?? 0) - 1.5 || piece.stretched > 0)
      continue;
    if (Math.abs(next.width - m) > 1 || piece.width < m - 3.4 || piece.width > m + 1) continue;
    const lack = Math.max(0, Math.min(2, Math.round(m - piece.width)));
    counts[lack] = (counts[lack] ?? 0) + 1;
  }
  const best = counts.indexOf(Math.max(...counts));
  return (counts[best] ?? 0) >= 2 ? best : 2;
}

/** How often a blank line comes after the end of a sentence that did not fill its line or before anything else. */
function trustBlanks(
  pieces: readonly Piece[],
  measure: readonly number[],
  blanks: PageMeasure["blanks"],
  pausesEnd: boolean,
): number {
  if (blanks !== "blocks") return 0;
  let ended = 0;
  let all = 0;
  for (let i = 1; i < pieces.length; i += 1) {
    const piece = pieces[i];
    const before = pieces[i - 1];
    if (!piece || !before || !hasBlankBefore(piece) || before.line === piece.line) continue;
    if (before.width < (measure[i - 1] ?? 0) * 0.3) continue;
    all += 1;
    if (
      before.ends === "sentence" ||
      (pausesEnd && before.ends === "pause") ||
      before.width < (measure[i - 1] ?? 0) * 0.85
    )
      ended += 1;
  }
  return all < 4 ? 0.7 : ended / all;
}
