/**
 * Takes out what prints nothing: zero-width characters, byte order marks, soft hyphens inside a line, and
 * direction controls on a line without right-to-left letters (they can only mislead there).
 * It leaves a soft hyphen that ends a line, since the line was broken there and the joiner needs to know; zero-width
 * joiners, which Indic, Persian and emoji need; and everything between letters of scripts that are written with them.
 */
import type { LineRule } from "./line-rule.js";

const zeroWidth = new Set(["\u200b", "\u2060", "\ufeff", "\u180e"]);
const softHyphen = "\u00ad";
const isDirectionControl = (character: string): boolean =>
  /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character);
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Thai, Lao, Khmer and Burmese mark word borders with a zero-width space. */
const marksWordBorders = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;

export const dropInvisible: LineRule = (text) => {
  const found: ReturnType<LineRule> = [];
  const keepsZeroWidth = marksWordBorders.test(text);
  const keepsDirection = rightToLeft.test(text);
  const lastInked = text.trimEnd().length - 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    const drop = (rule: string) => found.push({ rule, at, removed: character, inserted: "" });
    if (zeroWidth.has(character) && !(keepsZeroWidth && character === "\u200b")) drop("drop-zero-width");
    else if (character === softHyphen && at !== lastInked) drop("drop-soft-hyphen");
    else if (isDirectionControl(character) && !keepsDirection) drop("drop-direction-control");
  }
  return found;
};
