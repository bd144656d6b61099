/**
 * One em of a line's type, in pixels of the scan, from what the OCR says of its size. Absent where the file says
 * nothing, or what it says cannot be: then the line's box is a better witness, and that is for others to ask.
 *
 * Tesseract's `x_size` is not the em but the height of the row: x-height, ascenders and descenders as they were seen.
 * On type of known size (1,100 lines set in Times, Helvetica Narrow, Noto Serif and Noto Sans CJK) an em was
 * 1.06 of it in Latin type, where the row is a little lower than the em, and .81 in CJK type, where Tesseract adds a
 * third of the glyph's height for ascenders and descenders that Han characters do not have.
 */

import { isUnspaced } from "../../text/scripts.js";
import { median } from "../median.js";
import { numberOf, type TitleProperties } from "./title-properties.js";

interface Script {
  /** One em by `x_size`. */
  readonly emBySize: number;
  /** Ems by heights of the line's box that are possible: from a long skewed line to one without ascenders. */
  readonly least: number;
  readonly most: number;
}
const latin: Script = { emBySize: 1.06, least: 0.5, most: 2.4 };
/** Han characters fill their square, so the box tells more and the bounds are closer. */
const cjk: Script = { emBySize: 0.81, least: 0.5, most: 1.4 };

const pointsPerInch = 72;

function scriptOf(text: string): Script {
  let [unspaced, all] = [0, 0];
  for (const character of text) {
    if (character === " ") continue;
    all += 1;
    if (isUnspaced(character)) unspaced += 1;
  }
  return unspaced * 2 > all ? cjk : latin;
}

export interface SizedLine {
  readonly original: string;
  readonly properties: TitleProperties;
  /** The properties of its words. */
  readonly words: readonly TitleProperties[];
  /** Across the line: the height of its box, the width where it is set vertically; undefined without a box. */
  readonly thickness: number | undefined;
}

/** A property of the line, else the middle one of its words'. */
function ofLineOrWords({ properties, words }: SizedLine, name: string): number | undefined {
  const own = numberOf(properties, name);
  if (own !== undefined) return own;
  return median(words.map((word) => numberOf(word, name)).filter((size) => size !== undefined));
}

/** `resolution` in pixels per inch, from the page's `scan_res`: sizes in points mean nothing without it. */
export function emOfLine(line: SizedLine, resolution: number | undefined): number | undefined {
  const size = ofLineOrWords(line, "x_size");
  const points = ofLineOrWords(line, "x_fsize");
  if (size === undefined && points === undefined) return undefined;
  const script = scriptOf(line.original);
  const em =
    size !== undefined
      ? size * script.emBySize
      : points !== undefined && resolution !== undefined
        ? (points * resolution) / pointsPerInch
        : undefined;
  if (em === undefined || !(em > 0)) return undefined;
  if (line.thickness === undefined) return em;
  const ems = em / line.thickness;
  return ems >= script.least && ems <= script.most ? em : undefined;
}
