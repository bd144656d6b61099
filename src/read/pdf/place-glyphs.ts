/**
 * One text-showing operator → its glyphs where they stand on the page. A glyph's advance is its own: the spacing of
 * `Tc`, `Tw` and the numbers of a `TJ` moves the pen but belongs to no glyph, so that `[(中) -300 (，)] TJ` keeps the
 * gap between the two for whoever judges gaps.
 */

import type { PdfFont, PdfGlyph, PdfRun } from "../../model/pdf-content.js";
import { apply, type Matrix, multiply } from "./matrix.js";

/** A font as far as placing needs it. */
export interface PlacedFont extends PdfFont {
  /** Glyph space → text space: 0.001, but not in fonts that are drawings (Type 3). */
  readonly unit: number;
  /** One em by the size the font is set at: 1, but not in fonts that are drawings. */
  readonly em: number;
  readonly vertical: boolean;
  /** What it reads the code of a glyph as was only guessed. */
  guesses(code: number): boolean;
}

/** What of the graphics state decides about text. */
export interface TextState {
  readonly ctm: Matrix;
  /** Index of the font. */
  readonly font: number;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly rise: number;
  readonly mode: number;
}

/** Places beyond this are nowhere (a page measures 14,400 points at most). */
const farthest = 100_000;
const toPlace = (value: number): number => (Math.abs(value) <= farthest ? value : -farthest);

/** A number of the file; what is none counts as nothing. */
export const toNumber = (value: unknown): number =>
  typeof value === "number" && Number.isFinite(value) ? value : 0;

/** Text rendering modes of PDF: 3 and 7 paint nothing, 2 and 6 fill and stroke. */
const isHidden = (mode: number): boolean => mode === 3 || mode === 7;
const isThickened = (mode: number): boolean => mode === 2 || mode === 6;

interface ShownGlyph {
  readonly unicode?: unknown;
  readonly width?: unknown;
  readonly vmetric?: unknown;
  readonly isSpace?: unknown;
  readonly originalCharCode?: unknown;
}

/** The run, and the text matrix after it. */
export function placeGlyphs(
  items: readonly unknown[],
  font: PlacedFont,
  state: TextState,
  from: Matrix,
): { readonly run: PdfRun; readonly textMatrix: Matrix } {
  const { size, stretch, rise, ctm } = state;
  const whole = multiply(ctm, from);
  const facing = Math.sign(size * stretch) || 1;
  const alongScale = Math.hypot(whole[0], whole[1]) * Math.abs(stretch);
  const upScale = Math.hypot(whole[2], whole[3]);
  const glyphs: PdfGlyph[] = [];
  let textMatrix = from;
  const advancePen = (along: number) => {
    textMatrix = multiply(textMatrix, font.vertical ? [1, 0, 0, 1, 0, -along] : [1, 0, 0, 1, along, 0]);
  };
  for (const item of items) {
    if (typeof item === "number") {
      // Numbers of TJ move back along the line, and down in vertical writing.
      advancePen((font.vertical ? 1 : -stretch) * (item / 1000) * size);
      continue;
    }
    const { unicode, width, vmetric, isSpace, originalCharCode } = (item ?? {}) as ShownGlyph;
    const down = Array.isArray(vmetric) ? -toNumber(vmetric[0]) || 1000 : 1000;
    const own = (font.vertical ? down : toNumber(width)) * font.unit * size;
    const [x, y] = apply(multiply(ctm, textMatrix), 0, rise);
    if (typeof unicode === "string" && unicode !== "")
      glyphs.push({
        text: unicode,
        x: toPlace(x),
        y: toPlace(y),
        advance: Math.abs(toPlace(own * (font.vertical ? upScale : alongScale))),
        ...(font.guesses(toNumber(originalCharCode)) && { guessed: true as const }),
      });
    const spacing = state.charSpacing + (isSpace === true ? state.wordSpacing : 0);
    advancePen(font.vertical ? own - spacing : (own + spacing) * stretch);
  }
  const run: PdfRun = {
    font: state.font,
    size: Math.abs(toPlace(size * upScale * font.em)),
    angle: (Math.atan2(whole[1] * facing, whole[0] * facing) * 180) / Math.PI,
    vertical: font.vertical,
    hidden: isHidden(state.mode),
    thickened: isThickened(state.mode),
    glyphs,
  };
  return { run, textMatrix };
}
