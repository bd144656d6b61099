/**
 * Pieces: what the assembler reasons about. A piece is a printed line, or the part of a line that is left when a
 * run-in mark (“（上承第一版）创新创业人才等群体…”) is cut off, with everything that can be measured on it alone.
 */
import type { LineId } from "../model/ids.js";
import type { Line, LinePlace } from "../model/page.js";
import type { MarkReading } from "../text/marks/match-mark.js";
import {
  isCjkPunctuation,
  isCloser,
  isDigit,
  isHan,
  isHangul,
  isKana,
  isLatinLetter,
  isUnspaced,
} from "../text/scripts.js";
import { measureStretch, squash } from "../text/squash.js";
import { measureWidth, typicalWidth } from "../text/widths.js";

export interface PiecePart {
  readonly line: Line;
  /** UTF-16 offsets in the line's text. */
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  /** The line the piece begins on. */
  readonly line: Line;
  /** One part as a rule; more where an extractor broke one printed line into several. */
  readonly parts: readonly PiecePart[];
  /** Squashed text of the piece. */
  readonly text: string;
  /** Typical width in ems, and the interval it may have been set to: squeezed punctuation, autospace, stretching. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  /** Set wider than natural to fill its column: such a line never ends a paragraph. 0–1. */
  readonly stretched: number;
  /** How the text ends: at the end of a sentence, at a colon or comma, or in the middle. */
  readonly ends: "sentence" | "pause" | "open";
  readonly startsInside: boolean;
  readonly mark?: MarkReading;
  /** What a mark that was cut from the same line says of this piece. */
  readonly afterMark: boolean;
  readonly beforeMark: boolean;
  readonly spaced: boolean;
  /** How it stands on its page, where that is known and it is the whole of its line. */
  readonly place?: LinePlace;
  /** Gaps inside a CJK line that is not stretched: set on purpose, as in headlines. */
  readonly wantedGaps: number;
}

const sentenceEnds = new Set([..."。！？!?.…︒｡"]);
const pauses = new Set([..."：:；;，,、"]);
const cannotStart = new Set([..."。，、；：！？”’」』）》〉】〕］,.;:!?)]}»"]);

export function endingOf(text: string): Piece["ends"] {
  const ending = endingBefore(text, text.length);
  if (ending !== "open") return ending;
  const bracket = Math.max(text.lastIndexOf("（"), text.lastIndexOf("("));
  const signed = bracket > 0 && text.length - bracket <= longestSignature && /[）)]$/.test(text);
  return signed && endingBefore(text.slice(0, bracket).trimEnd(), bracket) === "sentence"
    ? "sentence"
    : "open";
}

/** （本报记者 尉迟朗） · (dpa/eigener Bericht): what signs a brief after its last sentence. */
const longestSignature = 26;

function endingBefore(text: string, length: number): Piece["ends"] {
  let at = Math.min(length, text.length);
  while (
    at > 0 &&
    (isCloser(text[at - 1] ?? "") || text[at - 1] === '"' || text[at - 1] === "'" || text[at - 1] === "»")
  )
    at -= 1;
  const last = text[at - 1] ?? "";
  if (sentenceEnds.has(last)) return "sentence";
  return pauses.has(last) ? "pause" : "open";
}

/** Mid-sentence by its first character: a lower-case letter, or punctuation that no line may begin a sentence with. */
function startsInsideSentence(text: string): boolean {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  if (cannotStart.has(first)) return true;
  return isLatinLetter(first) && first === first.toLowerCase() && first !== first.toUpperCase();
}

/** Latin and Korean lines stretch their word gaps; CJK lines their character gaps. */
function stretchOf(original: string, cjk: boolean): number {
  const { cjkShare, cjkGaps, wideShare, wordGaps } = measureStretch(original);
  if (cjk) return cjkGaps >= 2 && cjkShare >= 0.15 ? Math.min(1, 0.4 + cjkShare) : 0;
  return wordGaps >= 2 && wideShare >= 0.6 ? wideShare : 0;
}

/** Parts of one printed line: a space where both sides have word spaces. */
const joinSquashed = (a: string, b: string): string =>
  isSpaced(a.at(-1) ?? "") && isSpaced(b[0] ?? "") ? `${a} ${b}` : a + b;
const isSpaced = (character: string): boolean => !isUnspaced(character) && !isCjkPunctuation(character);

/** The gap a setter draws between CJK and Latin or digits, in ems. */
const autospace = 0.25;
/** Digits and letters are between .5 and .6 em wide in CJK faces. */
const digitDoubt = 0.1;
/** What a stretched CJK line lacks: one character, seldom one and a half, that a line-break rule pushed on. */
const mostStretch = 1.5;

function countBorders(characters: readonly string[]): number {
  let borders = 0;
  for (let i = 1; i < characters.length; i += 1) {
    const a = characters[i - 1] ?? "";
    const b = characters[i] ?? "";
    if ((isHan(a) || isKana(a)) !== (isHan(b) || isKana(b)) && (isAlphanumeric(a) || isAlphanumeric(b)))
      borders += 1;
  }
  return borders;
}
const isAlphanumeric = (c: string): boolean => isLatinLetter(c) || isDigit(c) || c === "%";

export function makePiece(
  parts: readonly PiecePart[],
  extra: { mark?: MarkReading; afterMark?: boolean; beforeMark?: boolean },
): Piece {
  const first = parts[0];
  if (!first) throw new Error("a piece needs a part");
  const text = parts.map((part) => squash(part.line.text, part.start, part.end).text).reduce(joinSquashed);
  const characters = [...text];
  const cjkCount = characters.filter((c) => isHan(c) || isKana(c)).length;
  const spacedCount = characters.filter((c) => isLatinLetter(c) || isHangul(c)).length;
  const spaced = spacedCount > cjkCount;
  const stretch = Math.max(
    ...parts.map((part) =>
      isWholeLine(part) || text.length > 4 ? stretchOf(part.line.original, cjkCount > 0) : 0,
    ),
  );
  const place = parts.every(isWholeLine) ? first.line.place : undefined;
  const interval = place ? { least: place.width, most: place.width } : measureWidth(text);
  const stretched = first.line.place ? 0 : stretch;
  const wideGaps = place || stretched > 0.3 || spaced ? 0 : countInnerWideGaps(parts);
  const gaps = spaced ? 0 : measureStretch(first.line.original).cjkGaps;
  return {
    line: first.line,
    parts,
    text,
    stretched,
    spaced,
    width: place?.width ?? typicalWidth(text) + wideGaps,
    least: interval.least + wideGaps,
    most: place
      ? place.width
      : interval.most +
        wideGaps +
        autospace * countBorders(characters) +
        (spaced ? 0 : digitDoubt * characters.filter(isAlphanumeric).length) +
        (stretched > 0.3 ? mostStretch : 0),
    ends: endingOf(text),
    startsInside: startsInsideSentence(text),
    afterMark: extra.afterMark ?? false,
    beforeMark: extra.beforeMark ?? false,
    wantedGaps: stretch > 0.3 ? 0 : gaps,
    ...(place ? { place } : {}),
    ...(extra.mark ? { mark: extra.mark } : {}),
  };
}

/** U+3000 inside an unstretched line is an em of printed room: after a dispatch opener, between the halves of a headline. */
function countInnerWideGaps(parts: readonly PiecePart[]): number {
  let gaps = 0;
  for (const part of parts) {
    const text = part.line.text.slice(part.start, part.end).trim();
    for (const character of text) if (character === "\u3000") gaps += 1;
  }
  return gaps;
}

const isWholeLine = (part: PiecePart): boolean => part.start === 0 && part.end === part.line.text.length;

/**
 * Puts together what an extractor broke: where two squeezed punctuation marks overlap, `-raw` extractors end the line
 * (`到听到天黑。` + `”阮家豪当了三十九`). No printed line begins with closing punctuation, so such a piece belongs to the
 * line before it; a piece that begins with an opening quote does where both halves fill one column.
 */
export function mergeBrokenLines(pieces: readonly Piece[], measure: readonly number[]): Piece[] {
  const merged: Piece[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i] as Piece;
    const before = merged.at(-1);
    const m = measure[i] ?? 0;
    if (before && canMerge(before, piece, m))
      merged[merged.length - 1] = makePiece([...before.parts, ...piece.parts], {
        afterMark: before.afterMark,
        beforeMark: piece.beforeMark,
      });
    else merged.push(piece);
  }
  return merged;
}

/** （齐 + 乐）: a short bracket that one line opens and the next closes. */
const closesBracket = (before: string, after: string): boolean =>
  /^[（(〔【]/.test(before) &&
  !/[）)〕】]/.test(before) &&
  /^[^（(〔【）)〕】]*[）)〕】]$/.test(after) &&
  before.length + after.length <= 18;

const lineStartForbidden = new Set([..."。，、；：！？”’」』）》〉】〕"]);

function canMerge(before: Piece, piece: Piece, m: number): boolean {
  if (piece.line.place) return piece.line.place.joins && !before.mark && !piece.mark && !piece.afterMark;
  if (before.mark || piece.mark || piece.afterMark || before.spaced || before.line === piece.line)
    return false;
  const first = piece.text[0] ?? "";
  if (closesBracket(before.text, piece.text)) return true;
  const fits = before.least + piece.least <= m + 0.5;
  if (lineStartForbidden.has(first)) return fits || [...piece.text].length <= 2;
  const last = before.text.at(-1) ?? "";
  return (
    fits &&
    piece.line.blanksBefore === 0 &&
    // Gaps set on purpose are a headline's.
    piece.wantedGaps === 0 &&
    "“‘「『（《〈".includes(first) &&
    "。，、；：！？”’」』）》".includes(last) &&
    before.most + piece.most >= m - 1
  );
}

export const idOf = (piece: Piece): LineId => piece.line.id;
