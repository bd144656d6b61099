/**
 * Fits a line's words to its printed length. The style sheet justifies each line in its box, so only what justifying
 * cannot do is reckoned here: words too long for their box are squeezed (a headline printed in narrow type), words
 * much too short are spaced a little before their gaps are opened, as setters did.
 *
 *     8 ems of words in a box of 7 ems            squeezed to 0.88
 *     7.5 ems of words with 6 gaps in 8 ems       as they are: the gaps take it
 *
 * Words that would be squeezed beyond recognition are set smaller instead, so a line never leaves its box.
 */
import { isSpace } from "../../text/scripts.js";
import { isCjkLetter, naturalWidth } from "./type-widths.js";

export interface Fit {
  /** One em, in the unit of `length`. */
  readonly size: number;
  /** Factor along the line, 1 or less. */
  readonly squeeze: number;
  /** Ems between letters. */
  readonly tracking: number;
}

/** Type narrower than this is no longer read as type. */
const narrowest = 0.62;
/** Ems by which each gap between words opens before the letters are spaced. */
const openGap = 0.32;
/** Letters further apart than this no longer make a word. */
const widestTracking = 0.12;
/** The tables know widths to about a hundredth. */
const margin = 1.012;

export function fitLine(text: string, length: number, size: number, bold: boolean, inCjkFace = false): Fit {
  const natural = Math.max(naturalWidth(text, bold, inCjkFace), 0.1) * margin;
  const room = length / size;
  if (natural > room) {
    const squeeze = Math.max(narrowest, room / natural);
    return { size: Math.min(size, length / (natural * squeeze)), squeeze, tracking: 0 };
  }
  const letters = Array.from(text);
  const gaps = letters.filter(isSpace).length;
  // Ideographs are set apart by justifying itself.
  const isSpaced = letters.some(isCjkLetter);
  const wanting = isSpaced ? 0 : (room - natural - gaps * openGap) / letters.length;
  return { size, squeeze: 1, tracking: Math.min(widestTracking, Math.max(0, wanting)) };
}
