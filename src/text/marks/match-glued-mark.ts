/**
 * Marks of languages with word spaces whose spaces an OCR or a setter lost or added: `Fortsetzung aufSeite 3`, `Continuedon
 * Page 4`, `F o r t s e t z u n g  a u f  S e i t e  3`. All letters must be there, and the number beside them.
 */
import type { Candidate, MarkKind, MarkReading } from "./mark-candidates.js";
import { readPageNumber } from "./read-page-number.js";

/** Fewer letters may be the beginning of a word. */
const leastLetters = 10;
const gluedScore = 0.86;
const numberSlot = "{n}";

/** A wording's letters before and after its number, without spaces; undefined where it has other slots or too few letters. */
export function glue(words: readonly string[]): readonly [string, string] | undefined {
  const whole = words.join("");
  const [before = "", after = "", more] = whole.split(numberSlot);
  if (more !== undefined || !whole.includes(numberSlot) || /[{(]/.test(before + after)) return undefined;
  return before.length + after.length >= leastLetters ? [before, after] : undefined;
}

/** What stands in a candidate, without spaces and stops: once for all wordings. Empty where no glued mark can be. */
export const gluedText = (text: string, { setting }: Candidate, start: number, end: number): string =>
  setting === "bare" || !/\d/.test(text) ? "" : text.slice(start, end).toLowerCase().replace(/[\s.]/g, "");

export function matchGlued(
  inside: string,
  candidate: Candidate,
  [before, after]: readonly [string, string],
  kind: MarkKind,
): MarkReading | undefined {
  if (kind === "serial") return undefined;
  const [from, to] = [before.length, inside.length - after.length];
  if (to <= from || !inside.startsWith(before) || !inside.endsWith(after)) return undefined;
  const number = inside.slice(from, to);
  const page = /^\d/.test(number) || after !== "" ? readPageNumber(number) : undefined;
  return page === undefined
    ? undefined
    : { kind, start: candidate.start, end: candidate.end, page, score: gluedScore };
}
