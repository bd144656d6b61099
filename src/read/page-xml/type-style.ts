/**
 * How large and how bold the type of a line is, where the file says it: `TextStyle` on the line, on all of its words,
 * on its region or on the page, or Transkribus's `textStyle {…}` over the whole line.
 *
 * PAGE gives sizes in points and coordinates in pixels. Where the page says its resolution, that joins the two; where
 * it does not, or gives one that cannot be true, the lines themselves do: a line's outline goes from the tops of its
 * tall letters to the feet of its long ones, which is about one em. Too few such lines, and no size is told.
 */
import { median } from "../median.js";
import { readCustom } from "./custom-value.js";
import { isDrawn } from "./outline.js";
import { numberIn, type RawLine, type RawRegion, type Values } from "./raw-page.js";

const pointsPerInch = 72;
const centimetresPerInch = 2.54;
/** Fewer lines than this are no measure of a page. */
const fewestLines = 5;
/** Shorter lines may have no tall and no long letter. */
const shortestText = 10;
/** A line's height in ems by the page's resolution: outside of this the resolution is that of another picture. */
const [leastEms, mostEms] = [0.6, 1.8];

const sizeIn = (style: Values | undefined): number | undefined => {
  const size = numberIn(style?.fontSize);
  return size !== undefined && size > 0 && size < 1000 ? size : undefined;
};
const boldIn = (style: Values | undefined): boolean | undefined =>
  style?.bold === "true" || style?.bold === "1"
    ? true
    : style?.bold === "false" || style?.bold === "0"
      ? false
      : undefined;

/** What Transkribus says of the line from its first character to its last. */
function customStyle({ values }: RawLine, length: number): Values | undefined {
  for (const entry of readCustom(values.custom)) {
    if (entry.name !== "textStyle") continue;
    const whole =
      (numberIn(entry.values.get("offset")) ?? 0) === 0 &&
      (numberIn(entry.values.get("length")) ?? 0) >= length;
    if (whole) return Object.fromEntries(entry.values);
  }
  return undefined;
}

/** What all words of a line say alike: one value, or nothing. */
function alike<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

/** The nearest that says anything: the line, its words, its region, what is around that. */
function nearest<T>(
  line: RawLine,
  length: number,
  read: (style: Values | undefined) => T | undefined,
): T | undefined {
  const own =
    read(line.style) ??
    read(customStyle(line, length)) ??
    alike(line.words.map((word) => read(word.style ?? word.glyphs[0]?.style)));
  if (own !== undefined) return own;
  for (let region: RawRegion | undefined = line.region; region; region = region.parent) {
    const said = read(region.style);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Size in points. */
export const pointsOf = (line: RawLine, text: string): number | undefined =>
  nearest(line, text.trim().length, sizeIn);
export const isBold = (line: RawLine, text: string): boolean | undefined =>
  nearest(line, text.trim().length, boldIn);

/** How high the type of a line stands, in pixels, without the slope of a skewed scan. */
function heightOf({ outline, baseline }: RawLine): number | undefined {
  if (!isDrawn(outline) || outline.broken) return undefined;
  const [across, down] = [outline.right - outline.left, outline.bottom - outline.top];
  const known = isDrawn(baseline) && !baseline.broken;
  const height =
    across >= down
      ? down - (known ? baseline.bottom - baseline.top : 0)
      : across - (known ? baseline.right - baseline.left : 0);
  return height > 0 ? height : undefined;
}

function statedPixels({ imageYResolution, imageXResolution, imageResolutionUnit }: Values) {
  const resolution = numberIn(imageYResolution) ?? numberIn(imageXResolution);
  if (resolution === undefined || resolution <= 0) return undefined;
  if (imageResolutionUnit === "PPCM") return (resolution * centimetresPerInch) / pointsPerInch;
  return imageResolutionUnit === "other" ? undefined : resolution / pointsPerInch;
}

/** Pixels of a point on this page; undefined where it cannot be told. */
export function pixelsPerPoint(
  page: Values,
  lines: readonly { readonly line: RawLine; readonly text: string; readonly points: number }[],
): number | undefined {
  const measured = lines.flatMap(({ line, text, points }) => {
    const height = text.length < shortestText ? undefined : heightOf(line);
    return height === undefined ? [] : [height / points];
  });
  const seen = measured.length < fewestLines ? undefined : median(measured);
  const stated = statedPixels(page);
  if (stated === undefined || seen === undefined) return stated ?? seen;
  const ems = seen / stated;
  return ems >= leastEms && ems <= mostEms ? stated : seen;
}
