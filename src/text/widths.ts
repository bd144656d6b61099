/**
 * How wide printed text is, in ems, known without a font: an ideograph takes one em, ASCII about half, and
 * CJK punctuation between a half and a full em, since setters squeeze it. So a width is an interval.
 */
import { isCjkPunctuation, isHan, isHangul, isKana, isSpace } from "./scripts.js";

export interface WidthInterval {
  readonly least: number;
  readonly most: number;
}

/** Latin letters by the room they take in an ordinary book face, in thousandths of an em. */
const narrow = new Set("iljtfrI.,:;'!|()[]{}-‘’“”·");
const wide = new Set("mwMWQOGDHNUKVXYACBRP@%&—–…");

/** Typical width of one character in ems. Spaces count nothing: in a justified line they say nothing. */
export function widthOf(character: string): number {
  if (isSpace(character)) return 0;
  if (isHan(character) || isKana(character)) return 1;
  if (isHangul(character)) return 0.95;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff60) return 1;
  if (code >= 0x3000 && code <= 0x303f) return 1;
  if (isCjkPunctuation(character)) return code < 0x2100 ? 0.75 : 1;
  if (narrow.has(character)) return 0.33;
  if (wide.has(character)) return 0.75;
  return 0.5;
}

/** Least and greatest width in ems of a line's characters, spaces left out. */
export function measureWidth(text: string): WidthInterval {
  let least = 0;
  let most = 0;
  for (const character of text) {
    const width = widthOf(character);
    const squeezable = isCjkPunctuation(character);
    least += squeezable ? 0.5 : width;
    most += squeezable ? Math.max(width, 1) : width;
  }
  return { least, most };
}

/** One number for a line's width: the middle of its interval. */
export function typicalWidth(text: string): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return sum;
}
