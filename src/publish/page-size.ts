/**
 * How large a page is, for the forms that measure in whole units: its picture's pixels; without a picture, of the shape
 * that was measured; where nothing was, of a nominal one.
 */
import type { Page } from "../model/page.js";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Units across a page without a picture: fine enough for the thinnest line of type. */
const nominalWidth = 2000;
/** Height by width of a broadsheet page (600 mm by 400 mm), for pages of which nothing is known. */
const nominalAspect = 1.5;
/** No printed page is longer or wider: an aspect beyond comes from a broken file. */
const longestShape = 6;

export const isShape = (aspect: number | undefined): aspect is number =>
  aspect !== undefined && aspect > 1 / longestShape && aspect < longestShape;

const sizeOfShape = (aspect: number): Size => ({
  width: nominalWidth,
  height: Math.round(nominalWidth * aspect),
});

/** `nominal`: nothing tells its shape. */
export function sizeOfPage({ scan, aspect }: Page): Size & { readonly nominal: boolean } {
  if (scan) return { width: scan.width, height: scan.height, nominal: false };
  return isShape(aspect)
    ? { ...sizeOfShape(aspect), nominal: false }
    : { ...sizeOfShape(nominalAspect), nominal: true };
}

/** The frame that its lines' boxes are measured in; `undefined` where they have none. */
export function frameOfText({ scan, aspect }: Page): Size | undefined {
  if (!isShape(aspect)) return undefined;
  return scan?.takesBoxes ? { width: scan.width, height: scan.height } : sizeOfShape(aspect);
}
