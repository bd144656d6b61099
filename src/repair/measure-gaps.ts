/**
 * Where the gaps of a line are and whether the line was stretched. A justified CJK line is stretched when a
 * line-break rule pushed a character down: `放 新 高 地 ”的 中 长 期`; on it a gap carries no information.
 * One gap never shows a stretch, two equal ones beside each other do.
 */
import { isCjkPunctuation, isDigit, isHangul, isLatinLetter, isSpace, isUnspaced } from "../text/scripts.js";

export interface Gap {
  readonly at: number;
  readonly raw: string;
  /** Rough width in spaces; a full-width space counts as two. */
  readonly width: number;
  /** Whether it holds a space of a full em or a tab, which no extractor writes for letter-spacing. */
  readonly wide: boolean;
  /** The characters before and after it. */
  readonly left: string;
  readonly right: string;
}

export type Stretch = "whole" | "part" | "none";
export interface GapMeasure {
  readonly gaps: readonly Gap[];
  readonly stretch: Stretch;
  /** Width of the gaps that letter-spacing made; 1 where there is no stretch. */
  readonly base: number;
  /** Offsets of gaps that lie in a run of single characters apart from each other. */
  readonly stretched: ReadonlySet<number>;
}

/** The full-width space, and the em space that stands for it where a font has none. */
const isWideSpace = (space: string): boolean =>
  space === "\u3000" || space === "\u2003" || space === "\u2001" || space === "\t";
const widthOfSpace = (space: string): number => (isWideSpace(space) ? 2 : 1);

/** Whether the text has a space of any kind: most rules are about gaps, and most lines have none. */
export const hasSpace = (text: string): boolean => /[\s\u180e\u200b\u2060]/.test(text);

/** All inner gaps of a text without outer spaces, left to right. */
export function findGaps(text: string): Gap[] {
  if (!hasSpace(text)) return [];
  const gaps: Gap[] = [];
  let left = "";
  let start = -1;
  let width = 0;
  let at = 0;
  for (const character of text) {
    if (isSpace(character)) {
      if (start < 0) start = at;
      width += widthOfSpace(character);
    } else {
      if (start >= 0 && left !== "") {
        const raw = text.slice(start, at);
        gaps.push({ at: start, raw, width, wide: [...raw].some(isWideSpace), left, right: character });
      }
      start = -1;
      width = 0;
      left = character;
    }
    at += character.length;
  }
  return gaps;
}

/** A line is stretched as a whole when its ideographs stand apart three times as often as together. */
const WHOLE_RATIO = 3;
/** Gaps beside each other that show a stretch. */
const LEAST_STRETCHED = 2;
const LEAST_GAPS_ALL_APART = 6;

/** The gaps, and what they show about the line. Only borders between ideographs or kana are counted: others have autospace. */
export function measureGaps(text: string): GapMeasure {
  const gaps = findGaps(text);
  let apart = 0;
  let together = 0;
  let before = "";
  let adjoining = false;
  for (const character of text) {
    if (isSpace(character)) {
      adjoining = false;
      continue;
    }
    if (before !== "" && isUnspaced(before) && isUnspaced(character)) {
      if (adjoining) together += 1;
      else apart += 1;
    }
    before = character;
    adjoining = true;
  }
  const runs = findStretchedRuns(text, gaps);
  // Many gaps and no two ideographs together, as in `4 月 21 日 7 时 至 16`: autospace alone leaves some together.
  const allApart = apart > 0 && together === 0 && gaps.length >= LEAST_GAPS_ALL_APART;
  const whole = (apart >= LEAST_STRETCHED && apart >= WHOLE_RATIO * together) || allApart;
  const inner = gaps.filter((gap) => isUnspaced(gap.left) && isUnspaced(gap.right));
  const relevant = inner.filter((gap) => whole || runs.has(gap.at));
  const base = relevant.reduce((least, gap) => Math.min(least, gap.width), relevant[0]?.width ?? 1);
  return { gaps, stretch: whole ? "whole" : runs.size > 0 ? "part" : "none", base, stretched: runs };
}

/**
 * Runs of gaps with exactly one ideograph or digit (punctuation aside) between one and the next. Two of the gaps must
 * stand between ideographs: those at digits may be autospace, as in `第 3 期 第 2 号`.
 */
function findStretchedRuns(text: string, gaps: readonly Gap[]): Set<number> {
  const found = new Set<number>();
  let run: Gap[] = [];
  const close = () => {
    const plain = run.filter((gap) => isUnspaced(gap.left) && isUnspaced(gap.right)).length;
    if (plain >= LEAST_STRETCHED) for (const gap of run) found.add(gap.at);
    run = [];
  };
  for (const gap of gaps) {
    const last = run.at(-1);
    if (last && !isSingleCell(text.slice(last.at + last.raw.length, gap.at))) close();
    run.push(gap);
  }
  close();
  return found;
}

/** One ideograph, kana or digit, with any punctuation that clings to it. */
function isSingleCell(cell: string): boolean {
  let bodies = 0;
  for (const character of cell) {
    if (isUnspaced(character) || isDigit(character)) bodies += 1;
    else if (!isCjkPunctuation(character)) return false;
  }
  return bodies === 1 || (bodies === 0 && cell !== "");
}

export type Setting = "cjk" | "hangul" | "spaced";

/** Punctuation that only CJK setting uses; curly quotes and dashes are shared with Latin. */
const isOwnCjkPunctuation = (character: string): boolean =>
  isCjkPunctuation(character) && (character.codePointAt(0) ?? 0) >= 0x3000;

/**
 * How the line is set: Hangul and alphabets part words by spaces, ideographs and kana do not.
 * @param closesCjk whether the language of the page is set without word spaces
 * @param korean whether the page is Korean: its ideographs stand among spaced words
 */
export function settingOf(text: string, closesCjk: boolean, korean: boolean): Setting {
  let unspaced = 0;
  let letters = 0;
  let punctuation = 0;
  for (const character of text) {
    if (isHangul(character)) return "hangul";
    if (isUnspaced(character)) unspaced += 1;
    else if (isOwnCjkPunctuation(character)) punctuation += 1;
    else if (isLatinLetter(character)) letters += 1;
  }
  if (korean) return "hangul";
  if (closesCjk) return unspaced > 0 || punctuation > 0 || letters === 0 ? "cjk" : "spaced";
  return unspaced > letters ? "cjk" : "spaced";
}
