/**
 * What the lines of an edition show together: its words, whether its borders have autospace, whether people typed it.
 * A typed text (a transcript such as 敬啟者　茲定於) has hundreds of lines and none stretched, so its few gaps are meant.
 */
import { isDigit, isLatinLetter, isSpace, isUnspaced } from "../text/scripts.js";
import { collectVocabulary } from "../text/vocabulary.js";
import { measureGaps } from "./measure-gaps.js";
import type { EditionEvidence } from "./repair-context.js";

/** Fewer borders than this tell nothing about a house's autospace. */
const LEAST_BORDERS = 20;
/** A page of justified CJK text has a stretched line in every twenty or so; none in this many is no accident. */
const LEAST_TYPED_LINES = 200;

const isWestern = (character: string): boolean => isDigit(character) || isLatinLetter(character);

/** Borders of ideographs with digits and letters: how many have a gap, and how many there are. */
function countBorders(text: string): { open: number; all: number } {
  let open = 0;
  let all = 0;
  let before = "";
  let gap = false;
  for (const character of text) {
    if (isSpace(character)) {
      gap = true;
      continue;
    }
    if ((isUnspaced(before) && isWestern(character)) || (isWestern(before) && isUnspaced(character))) {
      all += 1;
      if (gap) open += 1;
    }
    before = character;
    gap = false;
  }
  return { open, all };
}

/** Full-width spaces are typed; only ordinary ones come from letter-spacing. */
function isStretchedByLayout(text: string): boolean {
  const { gaps, stretch, stretched } = measureGaps(text);
  if (stretch === "none") return false;
  const relevant = stretch === "whole" ? gaps : gaps.filter(({ at }) => stretched.has(at));
  return relevant.filter(({ wide }) => wide).length * 2 < relevant.length;
}

/** The evidence of lines in source order. */
export function measureEvidence(lines: readonly string[]): EditionEvidence {
  let open = 0;
  let all = 0;
  let cjkLines = 0;
  let stretched = 0;
  for (const line of lines) {
    if (![...line].some(isUnspaced)) continue;
    cjkLines += 1;
    const borders = countBorders(line);
    open += borders.open;
    all += borders.all;
    if (isStretchedByLayout(line.trim())) stretched += 1;
  }
  const share = all >= LEAST_BORDERS ? open / all : undefined;
  const typed = cjkLines >= LEAST_TYPED_LINES && stretched === 0 && (share ?? 0) < 0.5;
  return { vocabulary: collectVocabulary(lines), autospaceShare: share, typed };
}
