/**
 * Text as the search sees it, for texts and for what is looked for alike: widths, cases and compatibility forms folded
 * (`ＮＡＴＯ` → `nato`, `ｶﾞ` → `ガ`, `ﬁ` → `fi`), invisible characters gone, spaces kept between words only, never
 * beside Chinese, Japanese or Korean, where an extractor draws them at will. Each character knows where it came from.
 * It refuses to fold accents and forms of Han characters: that is a choice of whoever searches (`fold-form.ts`).
 */
import { foldRadical } from "../radicals.js";
import { isHan, isHangul, isKana, isSpace } from "../scripts.js";

export interface FoldedText {
  /** One code point each. */
  readonly characters: readonly string[];
  /** Where in the text (UTF-16 offsets) the character's source begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** It holds a letter of Chinese, Japanese or Korean. */
  readonly isCjk: boolean;
}

/** A letter of a script in which any run of letters is looked for, not words. */
export const isCjkLetter = (character: string): boolean =>
  isHan(character) || isKana(character) || isHangul(character);

const letterOrDigit = /^[\p{L}\p{N}\p{M}]/u;
const asciiWord = /^[0-9a-z]$/;
/** A letter or digit of any other script, folded. */
export function isWordCharacter(character: string): boolean {
  if (character < "\u0080") return asciiWord.test(character);
  return !isCjkLetter(character) && letterOrDigit.test(character);
}

const invisible = /^\p{Cf}/u;
const control = /^\p{Cc}/u;
/** Marks that belong to the letter before them, and half-width voicing marks. */
const mark = /^[\p{M}\uff9e\uff9f]/u;
const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const isLeadingJamo = (code: number): boolean => code >= 0x1100 && code <= 0x115f;
const isFollowingJamo = (code: number): boolean => code >= 0x1160 && code <= 0x11ff;

/** Punctuation that setters and keyboards write in several ways. */
const signs: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‛": "'",
  "′": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "″": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  "〜": "~",
  "・": "·",
  "‧": "·",
  "•": "·",
  ς: "σ",
};

const isPlain = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3041 && code <= 0x3096) ||
  (code >= 0x30a1 && code <= 0x30fa) ||
  (code >= 0xac00 && code <= 0xd7a3);

/** The folded characters of one cluster: a letter with the marks on it. */
function foldCluster(cluster: string): string[] {
  const composed = foldRadical(cluster).normalize("NFKC").replace(variationSelectors, "");
  const out: string[] = [];
  // Spacing accents decompose to a space and a mark: the space was never printed.
  for (const character of composed.toLowerCase())
    if (!isSpace(character)) out.push(signs[character] ?? character);
  return out;
}

/** Where the cluster that begins at `at` ends. */
function clusterEnd(text: string, at: number, code: number, size: number): number {
  let end = at + size;
  for (;;) {
    const next = text.codePointAt(end);
    if (next === undefined || next < 0x300) return end;
    const character = String.fromCodePoint(next);
    const joins =
      mark.test(character) || ((isLeadingJamo(code) || isFollowingJamo(code)) && isFollowingJamo(next));
    if (!joins) return end;
    end += character.length;
  }
}

export function foldText(text: string): FoldedText {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let isCjk = false;
  let gap = -1;
  const push = (character: string, start: number, end: number): void => {
    const last = characters.at(-1);
    if (gap >= 0 && last !== undefined && isWordCharacter(last) && isWordCharacter(character)) {
      characters.push(" ");
      starts.push(gap);
      ends.push(start);
    }
    gap = -1;
    if (!isCjk && isCjkLetter(character)) isCjk = true;
    characters.push(character);
    starts.push(start);
    ends.push(end);
  };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0x20;
    const character = String.fromCodePoint(code);
    const size = character.length;
    if (isSpace(character) || control.test(character)) {
      // A zero-width space and its like part nothing.
      if (gap < 0 && !(code >= 0x200b && invisible.test(character))) gap = at;
      at += size;
      continue;
    }
    if (invisible.test(character)) {
      at += size;
      continue;
    }
    const end = clusterEnd(text, at, code, size);
    if (end === at + size && isPlain(code)) push(character, at, end);
    else if (end === at + size && code < 0x80) push(character.toLowerCase(), at, end);
    else for (const folded of foldCluster(text.slice(at, end))) push(folded, at, end);
    at = end;
  }
  return { characters, starts, ends, isCjk };
}
