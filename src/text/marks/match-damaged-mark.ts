/**
 * Marks that an OCR damaged in one place: （上接工版） for （上接１版）, CF转3版) for （下转3版）, Page l for Page 1. All the
 * rest must be there, in brackets or alone on its line, and at the edge of the text where such a mark stands. It scores
 * lower than a whole one. Where the number is lost, （下转站版）, the mark names no page, and its other half must.
 */
import type { Candidate, MarkKind, MarkReading } from "./mark-candidates.js";
import { readPageNumber } from "./read-page-number.js";

/** What is left of a mark with fewer fixed characters, once one is damaged, stands in prose too. */
const fewestFixed = 3;
const damagedScore = 0.8;
const lostScore = 0.7;
/** What may stand where the number was. */
const lostNumber = /^[^\s\p{P}]{1,2}$/u;
/** A character of many strokes may come out as two of few. */
const damage = "[^\\p{N}]{1,2}";
const confused: Readonly<Record<string, string>> = {
  I: "1",
  l: "1",
  "|": "1",
  "!": "1",
  丨: "1",
  工: "1",
  O: "0",
  o: "0",
  〇: "0",
};

/** A number in figures of which some were read as the letters that look like them. */
export function readConfusedNumber(text: string): number | undefined {
  const figures = [...text.trim()].map((character) => confused[character] ?? character).join("");
  return /^[1-9]\d?$/.test(figures) ? readPageNumber(figures) : undefined;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** The number in `inside` where one of the fixed characters is another; those beside the number must be whole: 10時から names no page. */
function numberBetween(
  inside: string,
  before: readonly string[],
  after: readonly string[],
): number | undefined {
  // Only one may be damaged: asked of every line, so what cannot be is told before a pattern is made.
  if ([...before, ...after].filter((character) => !inside.includes(character)).length > 1) return undefined;
  for (let at = 0; at < before.length + after.length; at += 1) {
    if (at === before.length - 1 || at === before.length) continue;
    const fixed = [...before, ...after].map((character, i) => (i === at ? damage : literally(character)));
    const pattern = [...fixed.slice(0, before.length), "(.{1,3})", ...fixed.slice(before.length)].join("");
    const found = new RegExp(`^${pattern}$`, "u").exec(inside)?.[1];
    const number = found === undefined ? undefined : readPageNumber(found);
    if (number !== undefined) return number;
  }
  return undefined;
}

interface DamagedMark {
  /** What stands there, without spaces and ornaments. */
  readonly inside: string;
  readonly candidate: Candidate;
  /** It stands in brackets. */
  readonly bracketed: boolean;
  /** What is fixed around the number. */
  readonly before: string;
  readonly after: string;
  readonly kind: MarkKind;
}

export function matchDamagedMark(mark: DamagedMark): MarkReading | undefined {
  const { inside, candidate, bracketed, before, after, kind } = mark;
  const edge = kind === "jump-line" ? "end" : kind === "continuation-line" ? "start" : undefined;
  if (edge === undefined || (candidate.edge !== edge && candidate.edge !== "both")) return undefined;
  const [first, last] = [[...before], [...after]];
  const fixed = first.length + last.length;
  // 3面から ends many a line; with nothing before the number only brackets make a mark of what is left of it.
  if (before === "" && !bracketed) return undefined;
  if (fixed < fewestFixed || inside.length > fixed + 4) return undefined;
  const isWhole = inside.startsWith(before) && inside.endsWith(after);
  const { start, end } = candidate;
  const score = damagedScore + fixed / 1000;
  if (!isWhole) {
    const page = numberBetween(inside, first, last);
    return page === undefined ? undefined : { kind, start, end, page, score };
  }
  const number = inside.slice(before.length, inside.length - after.length);
  const page = readConfusedNumber(number);
  if (page !== undefined) return { kind, start, end, page, score };
  const isLost = bracketed && before !== "" && after !== "" && lostNumber.test(number);
  return isLost ? { kind, start, end, score: lostScore } : undefined;
}
