/**
 * Marks in scripts without word spaces, and in Korean, whose spaces are not dependable: （下转第二版）, ＝２面に続く.
 * The fixed characters must all be there, with a page number between or beside them; see match-damaged-mark.ts for those
 * that an OCR damaged.
 */

import {
  type Candidate,
  type MarkKind,
  type MarkReading,
  startsBracketed,
  trimOrnament,
} from "./mark-candidates.js";
import { matchDamagedMark } from "./match-damaged-mark.js";
import { readPageNumber } from "./read-page-number.js";

/** Templates of scripts without spaces (and Korean, whose spaces are not dependable): the fixed characters must all be there. */
export function matchCharacters(
  text: string,
  candidate: Candidate,
  wording: string,
  kind: MarkKind,
): MarkReading | undefined {
  const [start, end] = trimOrnament(text, candidate.start, candidate.end);
  const inside = text.slice(start, end).replaceAll(" ", "");
  const template = wording.replaceAll(" ", "");
  const slot = template.indexOf("{n}");
  if (slot < 0) {
    if (
      candidate.setting === "bare" ||
      (candidate.setting === "alone" && kind === "serial" && !startsBracketed(text))
    )
      return undefined;
    return inside === template
      ? { kind, start: candidate.start, end: candidate.end, score: 0.95 }
      : undefined;
  }
  const before = template.slice(0, slot);
  const after = template.slice(slot + 3);
  if (candidate.setting === "bare") return matchBareCharacters(text, candidate, before, after, kind);
  const pointerTail =
    kind === "pointer" && before !== "" && after !== "" && inside.length <= 30 ? inside.indexOf(before) : -1;
  const from = inside.startsWith(before) ? 0 : pointerTail;
  const number =
    from < 0 || !inside.endsWith(after)
      ? undefined
      : readPageNumber(inside.slice(from + before.length, inside.length - after.length));
  if (number === undefined) {
    const bracketed = candidate.setting === "bracketed" || startsBracketed(text);
    return matchDamagedMark({ inside, candidate, bracketed, before, after, kind });
  }
  if (before === "" && after === "") return undefined;
  return {
    kind,
    start: candidate.start,
    end: candidate.end,
    page: number,
    score: (candidate.setting === "bracketed" ? 1 : 0.98) + template.length / 1000,
  };
}

/** ＝２面に続く and 2면에 계속 run in with the text: only with the page number between fixed words, at the very edge. */
function matchBareCharacters(
  text: string,
  candidate: Candidate,
  before: string,
  after: string,
  kind: MarkKind,
): MarkReading | undefined {
  if (after.length < 2 || kind === "pointer") return undefined;
  if (candidate.edge === "end") {
    const [, end] = trimOrnament(text, 0, text.length);
    const tail = text.slice(0, end);
    if (!tail.replaceAll(" ", "").endsWith(after)) return undefined;
    const sign = Math.max(
      tail.lastIndexOf("＝"),
      tail.lastIndexOf("="),
      tail.lastIndexOf("▶"),
      tail.lastIndexOf("☞"),
      tail.lastIndexOf("→"),
    );
    if (sign < 0 || end - sign > 24) return undefined;
    const reading = matchCharacters(
      text.slice(sign + 1, end),
      { start: 0, end: end - sign - 1, setting: "alone", edge: "both" },
      `${before}{n}${after}`,
      kind,
    );
    return reading ? { ...reading, start: sign, end: text.length, score: 0.9 } : undefined;
  }
  const sign = /^[=＝▶☞→]/.test(text) ? text.slice(1).search(/[=＝▶◀　 ]/) : -1;
  if (sign < 0 || sign > 20) return undefined;
  const reading = matchCharacters(
    text.slice(1, sign + 1),
    { start: 0, end: sign, setting: "alone", edge: "both" },
    `${before}{n}${after}`,
    kind,
  );
  return reading ? { ...reading, start: 0, end: sign + 2, score: 0.9 } : undefined;
}
