/**
 * Measures what a story takes up on its page from the printed lines alone: how wide its column was, how much text it
 * holds, how long its headline lines are. A column of 15 ems over 40 lines and one of 22 ems over 12 are told apart
 * without any coordinates.
 */
import { typicalWidth } from "../../text/widths.js";

/** What one story has on one page, as lines of text. */
export interface PartLines {
  /** Lines set in the body's columns. */
  readonly body: readonly string[];
  /** Headline lines, largest type. */
  readonly headline: readonly string[];
  /** Kicker, deck and jump head: smaller display type. */
  readonly lesser: readonly string[];
  readonly paragraphs: number;
  readonly kind: "story" | "notice" | "advert";
  /** The story begins here and goes on elsewhere: what a front page gives up room for. */
  readonly goesOn: boolean;
  /** The story began on a page before: what stands over it is a jump head. */
  readonly resumed: boolean;
}

export interface PartMeasure {
  /** Width of the printed column in ems of the body type. */
  readonly measure: number;
  /** All body text end to end, in ems. */
  readonly ems: number;
  readonly paragraphs: number;
  readonly headlineWidths: readonly number[];
  readonly lesserWidths: readonly number[];
  readonly kind: PartLines["kind"];
  readonly goesOn: boolean;
  readonly resumed: boolean;
}

/** A justified column's full lines agree, its last lines are short: a high quantile is the column. */
const columnQuantile = 0.8;
/** Ems. Narrower columns are captions or OCR scraps; wider ones are source lines that were never broken into columns. */
const narrowestMeasure = 8;
const widestMeasure = 28;
/** Ems: what a newspaper column usually measures, where the lines do not tell. */
export const usualMeasure = 16;
/** Ems that a word space takes in print; `typicalWidth` leaves spaces out. */
const wordSpace = 0.26;
/** The gap that a CJK headline is set with is a whole letter wide. */
const wideSpace = 1;

/** Width of a repaired line in ems, spaces counted. */
export function lineWidth(text: string): number {
  let spaces = 0;
  for (const character of text) {
    if (character === " ") spaces += wordSpace;
    else if (character === "\u3000") spaces += wideSpace;
  }
  return typicalWidth(text) + spaces;
}

function columnMeasure(widths: readonly number[]): number {
  const sorted = [...widths].filter((width) => width > 0).sort((a, b) => a - b);
  const width = sorted[Math.floor((sorted.length - 1) * columnQuantile)];
  if (width === undefined || width < narrowestMeasure || width > widestMeasure) return usualMeasure;
  return width;
}

export function measurePart(lines: PartLines): PartMeasure {
  const widths = lines.body.map(lineWidth);
  return {
    measure: columnMeasure(widths),
    ems: widths.reduce((sum, width) => sum + width, 0),
    paragraphs: lines.paragraphs,
    headlineWidths: lines.headline.map(lineWidth),
    lesserWidths: lines.lesser.map(lineWidth),
    kind: lines.kind,
    goesOn: lines.goesOn,
    resumed: lines.resumed,
  };
}

/** The page's own column: the measure most of its text is set in (median by amount of text). */
export function pageMeasure(parts: readonly PartMeasure[]): number {
  const sorted = [...parts].sort((a, b) => a.measure - b.measure);
  const half = sorted.reduce((sum, part) => sum + part.ems, 0) / 2;
  let seen = 0;
  for (const part of sorted) {
    seen += part.ems;
    if (seen >= half && seen > 0) return part.measure;
  }
  return usualMeasure;
}
