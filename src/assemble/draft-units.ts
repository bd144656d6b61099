/**
 * Units as the grouping sees them: runs of stated pieces with their joined text and what their edges tell.
 * A fragment (a paragraph that a column end cut) is a unit of its own here; grouping puts it to its other half.
 */
import { type LineId, type UnitId, unitId } from "../model/ids.js";
import type { Passage, Seam, Span } from "../model/unit.js";
import { joinPassages } from "../text/compose-passage.js";
import { joinTexts, seamBetween, type WordCounts } from "../text/join-lines.js";
import type { MarkReading } from "../text/marks/match-mark.js";
import { isSpace } from "../text/scripts.js";
import type { LineState, StatedPiece } from "./line-states.js";
import type { PageMeasure } from "./measure-page.js";
import { endingOf, type Piece } from "./pieces.js";

export type DraftKind =
  | "body"
  | "heading"
  | "byline"
  | "credit"
  | "dateline"
  | "jump"
  | "continuation"
  | "pointer"
  | "serial"
  | "furniture"
  | "notice-head";

export interface DraftUnit {
  readonly id: UnitId;
  readonly kind: DraftKind;
  readonly page: number;
  /** Position among the page's units in source order. */
  readonly order: number;
  readonly passage: Passage;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Ems of the column it is set in. */
  readonly measure: number;
  /** How likely it begins a paragraph (not in the middle of one), 0–1. */
  readonly fresh: number;
  /** How likely its text breaks off in mid-sentence, 0–1. */
  readonly open: number;
  /** A blank line or a run-in mark sets it apart from the unit before. */
  readonly apart: boolean;
  /** Directly under the line before, where the page has blank lines that mean something. */
  readonly tight: boolean;
  readonly mark?: MarkReading;
  readonly rule: string;
  readonly margin: number;
  readonly spaced: boolean;
  /** A line of verse: a body unit of its own. */
  readonly verse?: boolean;
  /** What stands under a picture: of a story, but of no place in its text. */
  readonly caption?: boolean;
}

/** A piece's spans with its outer spaces left out. Empty where it has no character. */
function spansOf(piece: Piece): Span[] {
  const spans: Span[] = [];
  for (const part of piece.parts) {
    let { start, end } = part;
    const text = part.line.text;
    while (start < end && isSpace(text[start] ?? "")) start += 1;
    while (end > start && isSpace(text[end - 1] ?? "")) end -= 1;
    if (end > start) spans.push({ line: part.line.id, start, end });
  }
  return spans;
}

/** Joins pieces into one passage, deciding each seam from the texts that meet and the edition's words. */
export function passageOf(pieces: readonly Piece[], words: WordCounts): Passage {
  const spans: Span[] = [];
  const texts: string[] = [];
  for (const piece of pieces) {
    for (const span of spansOf(piece)) {
      const part = piece.parts.find(
        (p) => p.line.id === span.line && p.start <= span.start && p.end >= span.end,
      );
      spans.push(span);
      texts.push((part ?? piece.parts[0])?.line.text.slice(span.start, span.end) ?? "");
    }
  }
  return joinPassageTexts(spans, texts, words);
}

function joinPassageTexts(spans: readonly Span[], texts: readonly string[], words: WordCounts): Passage {
  const seams: Seam[] = [];
  for (let i = 1; i < texts.length; i += 1)
    seams.push(seamBetween(texts[i - 1] ?? "", texts[i] ?? "", words));
  return { text: joinTexts(texts, seams), spans, seams };
}

/** One passage of two, where a column, a page or a jump cut a paragraph: the word cut by it becomes one word. */
export const continuePassage = (before: Passage, after: Passage, words: WordCounts): Passage =>
  joinPassages(before, after, seamBetween(before.text, after.text, words));

const kindOfState: Record<LineState, DraftKind> = {
  first: "body",
  more: "body",
  heading: "heading",
  mark: "jump",
  byline: "byline",
  "byline-more": "byline",
  credit: "credit",
  furniture: "furniture",
  "notice-head": "notice-head",
  dateline: "dateline",
};
const kindOfMark = {
  "jump-line": "jump",
  "continuation-line": "continuation",
  pointer: "pointer",
  serial: "serial",
} as const;

/** How likely a body unit begins a paragraph, by its first character and its indent. */
function freshness(piece: Piece, m: number, indent: number, lines: number, setIn?: boolean): number {
  if (piece.startsInside) return 0.03;
  if (setIn !== undefined && !piece.afterMark) return setIn ? 0.97 : 0.2;
  if (piece.spaced) return /^[“"‘'«„(]?\p{Lu}/u.test(piece.text) ? 0.8 : 0.45;
  if (indent === 0 || piece.afterMark) return 0.6;
  if (lines < 2) return 0.4;
  const full = Math.max(0, piece.least - m, m - piece.most);
  const indented = Math.max(0, piece.least - (m - indent), m - indent - piece.most);
  if (indented + 0.4 < full) return 0.95;
  return full + 0.4 < indented ? 0.12 : 0.6;
}

/** How likely a body unit breaks off: no sentence ends there, or its last line is stretched or full with no stop. */
function openness(piece: Piece, pausesEnd: boolean): number {
  const ends = endingOf(piece.text);
  if (ends === "sentence" || (pausesEnd && ends === "pause")) return piece.stretched > 0.3 ? 0.35 : 0.08;
  return ends === "pause" ? 0.75 : 0.92;
}

/** The units of one page, in source order. */
export function draftUnits(
  page: number,
  stated: readonly StatedPiece[],
  measure: PageMeasure,
  words: WordCounts,
): DraftUnit[] {
  const runs: { state: LineState; pieces: { stated: StatedPiece; index: number }[] }[] = [];
  stated.forEach((item, index) => {
    const last = runs.at(-1);
    const goesOn =
      last &&
      ((item.state === "more" && (last.state === "first" || last.state === "more")) ||
        (item.state === "byline-more" && last.state === "byline"));
    if (goesOn) last.pieces.push({ stated: item, index });
    else runs.push({ state: item.state, pieces: [{ stated: item, index }] });
  });
  const taken = new Map<LineId, number>();
  return runs.flatMap((run, order) => {
    const pieces = run.pieces.map((p) => p.stated.piece);
    const first = run.pieces[0];
    const lastPiece = pieces.at(-1);
    const passage = passageOf(pieces, words);
    if (!first || !lastPiece || passage.spans.length === 0) return [];
    const piece = first.stated.piece;
    const verse = first.stated.verse ?? false;
    const part = taken.get(piece.line.id) ?? 0;
    taken.set(piece.line.id, part + 1);
    const m = measure.measure[first.index] ?? piece.width;
    const kind = piece.mark ? kindOfMark[piece.mark.kind] : kindOfState[run.state];
    const blank = piece.line.blanksBefore > 0;
    return [
      {
        id: unitId(piece.line.id, part),
        kind,
        page,
        order,
        passage,
        text: passage.text,
        pieces,
        measure: m,
        fresh: verse ? 0.6 : freshness(piece, m, measure.indent, pieces.length, measure.setIn[first.index]),
        open: verse
          ? 0.4
          : piece.spaced || !lastPiece.beforeMark
            ? openness(lastPiece, measure.pausesEnd)
            : endingOf(lastPiece.text) === "sentence"
              ? 0.3
              : 0.95,
        apart: measure.blanks === "blocks" && blank,
        tight: measure.blanks !== "none" && !blank && order > 0,
        rule: first.stated.rule,
        margin: Math.min(...run.pieces.map((p) => p.stated.margin)),
        spaced: piece.spaced,
        ...(verse ? { verse } : {}),
        ...(first.stated.rule === "under-a-picture" ? { caption: true } : {}),
        ...(piece.mark ? { mark: piece.mark } : {}),
      },
    ];
  });
}
