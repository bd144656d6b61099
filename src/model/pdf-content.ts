/**
 * What is taken out of a PDF before anything is decided: plain data, so that it may come from another thread. Places
 * are points (1/72 inch) on the page as it is shown, origin top left, y downwards.
 *
 *     { font: 0, size: 9.7, angle: 0, glyphs: [{ text: "中", x: 40, y: 185, advance: 9.7 }, …] }
 */

export interface PdfFont {
  /** As the file names it: `AAAAAA+NotoSerifCJKsc-Bold`. */
  readonly name: string;
  readonly bold: boolean;
}

export interface PdfGlyph {
  /** What the font's own table says it reads as; a ligature may be several characters. */
  readonly text: string;
  /** Where it begins on the baseline; for vertical fonts the middle of its upper edge. */
  readonly x: number;
  readonly y: number;
  /** Its own width (height in vertical fonts) without the space that was added after it. */
  readonly advance: number;
  /** The file has no table for it: `text` is its number in the font, taken as a character. */
  readonly guessed?: true;
}

/** Glyphs that one operator paints. */
export interface PdfRun {
  /** Index into the page's fonts. */
  readonly font: number;
  /** One em in points as shown. */
  readonly size: number;
  /** Where the baseline leads, in degrees clockwise: 0 to the right, 90 down the page. */
  readonly angle: number;
  /** Set by a vertical font: glyphs stand upright, one under the other, across the baseline's direction. */
  readonly vertical: boolean;
  /** Neither filled nor stroked: the text layer over a scan. */
  readonly hidden: boolean;
  /** Stroked as well as filled, which makes a light font bold. */
  readonly thickened: boolean;
  readonly glyphs: readonly PdfGlyph[];
}

export interface PdfRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfPage {
  /** 1-based number in the file. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly fonts: readonly PdfFont[];
  /** In the order in which they are painted. */
  readonly runs: readonly PdfRun[];
  /** Lines and thin bars, along the edges of the page. */
  readonly rules: readonly PdfRectangle[];
  readonly images: readonly PdfRectangle[];
  /** How many glyphs were left out, because no page has so many. */
  readonly leftOut: number;
  /** Why the page could not be read. */
  readonly fault?: string;
}

export interface PdfContent {
  readonly pages: readonly PdfPage[];
  /** Why there are no pages. */
  readonly fault?: { readonly kind: "encrypted" | "damaged" | "empty"; readonly reason: string };
}
