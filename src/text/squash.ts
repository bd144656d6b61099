/**
 * A reading view of a printed line: spaces between CJK characters gone, runs of spaces one, full-width ASCII and
 * vertical forms folded, so that detectors see words whatever the setting did to them. Nothing is stored from it:
 * it maps back to the line, so what was found in it can be cut out of the line itself.
 */
import { isCjk, isSpace } from "./scripts.js";

export interface Squashed {
  readonly text: string;
  /** For each UTF-16 unit of `text`, its offset in the line; one more at the end: the offset after the last. */
  readonly offsets: readonly number[];
}

const verticalForms: Readonly<Record<string, string>> = {
  "︵": "(",
  "︶": ")",
  "︿": "〈",
  "﹀": "〉",
  "︽": "《",
  "︾": "》",
  "﹁": "「",
  "﹂": "」",
  "﹃": "『",
  "﹄": "』",
  "︻": "【",
  "︼": "】",
  "︹": "〔",
  "︺": "〕",
  "︒": "。",
  "︑": "、",
  "︐": "，",
  "︓": "：",
  "︔": "；",
  "︕": "！",
  "︖": "？",
};

function fold(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0xff0c || code === 0xff1a || code === 0xff1b || code === 0xff01 || code === 0xff1f)
    return character;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return verticalForms[character] ?? character;
}

/** Squashes `text` from `start` (default the whole line). Linear. */
export function squash(text: string, start = 0, end = text.length): Squashed {
  let out = "";
  const offsets: number[] = [];
  let pending = -1;
  let last = "";
  for (let i = start; i < end; ) {
    const character = String.fromCodePoint(text.codePointAt(i) ?? 32);
    const size = character.length;
    if (isSpace(character) || character === "\u00ad") {
      if (character !== "\u00ad" || i + 1 < end) {
        if (
          pending < 0 &&
          character !== "\u00ad" &&
          character !== "\u200b" &&
          character !== "\ufeff" &&
          character !== "\u2060"
        )
          pending = i;
        i += size;
        continue;
      }
    }
    if (pending >= 0 && out !== "" && !isCjk(last) && !isCjk(character)) {
      out += " ";
      offsets.push(pending);
    }
    pending = -1;
    const folded = fold(character);
    for (let k = 0; k < folded.length; k += 1) offsets.push(i + Math.min(k, size - 1));
    out += folded;
    last = character;
    i += size;
  }
  offsets.push(lastContentEnd(text, start, end));
  return { text: out, offsets };
}

function lastContentEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text[at - 1] ?? "")) at -= 1;
  return at;
}

/** How a line was set: gaps between characters that ordinary text never has. */
export interface Stretch {
  /** Share of neighbouring CJK characters that a space divides, 0–1. */
  readonly cjkShare: number;
  readonly cjkGaps: number;
  /** Share of word gaps that are two or more spaces wide (justified Latin from extractors that draw gaps). */
  readonly wideShare: number;
  readonly wordGaps: number;
}

export function measureStretch(line: string): Stretch {
  let pairs = 0;
  let gaps = 0;
  let words = 0;
  let wide = 0;
  let last = "";
  let run = 0;
  for (const character of line) {
    if (isSpace(character)) {
      run += character === "\u3000" ? 2 : 1;
      continue;
    }
    if (last !== "") {
      if (isCjk(last) && isCjk(character)) {
        pairs += 1;
        if (run > 0) gaps += 1;
      } else if (run > 0 && !isCjk(last) && !isCjk(character)) {
        words += 1;
        if (run > 1) wide += 1;
      }
    }
    last = character;
    run = 0;
  }
  return {
    cjkShare: pairs ? gaps / pairs : 0,
    cjkGaps: gaps,
    wideShare: words ? wide / words : 0,
    wordGaps: words,
  };
}
