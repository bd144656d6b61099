/**
 * Marks in scripts with word spaces: “Continued on Page 4”, “See HARBOR, Page 3”, Fortsetzung von Seite 1. The fixed words
 * may be damaged by OCR, and so may a number in figures where the mark stands alone; run in with text they must be whole
 * and begin with a capital.
 */

import {
  type Candidate,
  type MarkKind,
  type MarkReading,
  ornament,
  startsBracketed,
} from "./mark-candidates.js";
import { readConfusedNumber } from "./match-damaged-mark.js";
import { readPageNumber } from "./read-page-number.js";

export interface Token {
  readonly text: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const isWordPart = (c: string): boolean => /[\p{L}\p{N}'’°º-]/u.test(c);

export function tokenise(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end) {
    if (!isWordPart(text[at] ?? "")) {
      at += 1;
      continue;
    }
    const from = at;
    while (at < end && isWordPart(text[at] ?? "")) at += 1;
    const raw = text.slice(from, at);
    tokens.push({ raw, text: raw.toLowerCase(), start: from, end: at });
  }
  return tokens;
}

/** Without one a line can carry no wording that has a `{n}`. */
export const mayBeNumber = ({ raw }: Token): boolean =>
  readPageNumber(raw) !== undefined || readConfusedNumber(raw) !== undefined;

/** Two words are the same but for OCR damage: one edit for four letters, two for eight. */
function near(a: string, b: string): number {
  if (a === b) return 0;
  const allowed = b.length >= 8 ? 2 : b.length >= 4 ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return -1;
  const distance = editDistance(a, b, allowed);
  return distance <= allowed ? distance : -1;
}

/** More than `most` may come out as any number above it. */
function editDistance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}

const isCapitals = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();

interface WordMatch {
  readonly damage: number;
  readonly page?: number;
  readonly slug?: string;
  readonly used: number;
}

/** Matches template words against tokens from `at`; the whole template must be used up. */
function matchFrom(
  tokens: readonly Token[],
  at: number,
  template: readonly string[],
  alone: boolean,
): WordMatch | undefined {
  let damage = 0;
  let page: number | undefined;
  let slug: string | undefined;
  let i = at;
  for (let t = 0; t < template.length; t += 1) {
    const want = template[t] ?? "";
    const token = tokens[i];
    if (want === "{slug}") {
      const next = template[t + 1];
      let size = 0;
      while (
        size < 5 &&
        tokens[i + size] &&
        isCapitals(tokens[i + size]?.raw ?? "") &&
        tokens[i + size]?.text !== next &&
        !(size > 0 && next === "{n}" && readPageNumber(tokens[i + size]?.raw ?? "") !== undefined)
      )
        size += 1;
      if (size === 0 && alone) {
        const stop = tokens.findIndex((x, k) => k > i && k <= i + 4 && x.text === next);
        if (stop > 0 && next !== undefined && next !== "{n}") size = stop - i;
      }
      if (next === "{n}" && size > 0 && readPageNumber(tokens[i + size]?.raw ?? "") === undefined)
        return undefined;
      if (size === 0) return undefined;
      slug = tokens
        .slice(i, i + size)
        .map((x) => x.raw)
        .join(" ");
      i += size;
      continue;
    }
    if (!token) return undefined;
    if (want === "{n}") {
      page = readPageNumber(token.raw);
      // With nothing but the mark on its line, “Page l” is page 1.
      if (page === undefined && alone) {
        page = readConfusedNumber(token.raw);
        damage += 1;
      }
      if (page === undefined) return undefined;
      i += 1;
      continue;
    }
    if (want.startsWith("(")) {
      if (near(token.text, want.slice(1, -1)) >= 0) i += 1;
      continue;
    }
    const distance = near(token.text, want);
    if (distance < 0) return undefined;
    damage += distance;
    i += 1;
  }
  return {
    damage,
    used: i - at,
    ...(page === undefined ? {} : { page }),
    ...(slug === undefined ? {} : { slug }),
  };
}

/** Wordings too short or too common in prose to be believed anywhere but alone on a line. */
const isWeak = (template: readonly string[]): boolean =>
  template.filter((word) => !word.startsWith("{")).join("").length < 9;

export function matchWords(
  text: string,
  candidate: Candidate,
  tokens: readonly Token[],
  template: readonly string[],
  kind: MarkKind,
): MarkReading | undefined {
  const hasNumber = template.includes("{n}");
  if (candidate.setting !== "bare") {
    if (tokens.length > 14) return undefined;
    const match = matchFrom(tokens, 0, template, true);
    if (!match || match.used !== tokens.length) return undefined;
    if (!hasNumber && candidate.setting === "alone" && !startsBracketed(text) && template.length < 3)
      return undefined;
    if (template[0] === "{slug}" && !isCapitals(tokens[0]?.raw ?? "") && isWeak(template)) return undefined;
    const letters = template.join("").length;
    return {
      kind,
      start: candidate.start,
      end: candidate.end,
      score: 1 - match.damage / Math.max(8, letters) + template.length / 1000,
      ...pageAndSlug(match),
    };
  }
  if (!hasNumber || isWeak(template) || kind === "pointer" || kind === "serial") return undefined;
  return matchBareWords(text, candidate, tokens, template, kind);
}

const pageAndSlug = (match: WordMatch): { page?: number; slug?: string } => ({
  ...(match.page === undefined ? {} : { page: match.page }),
  ...(match.slug === undefined ? {} : { slug: match.slug }),
});

/** Run in without brackets: “… the new pier. Continued on Page 4”: whole words, no damage, a capital where the mark begins. */
function matchBareWords(
  text: string,
  candidate: Candidate,
  tokens: readonly Token[],
  template: readonly string[],
  kind: MarkKind,
): MarkReading | undefined {
  if (candidate.edge === "end" && kind === "jump-line") {
    for (let at = Math.max(1, tokens.length - 9); at < tokens.length; at += 1) {
      const first = tokens[at];
      const match = matchFrom(tokens, at, template, false);
      if (!first || !match || match.damage > 0 || at + match.used !== tokens.length) continue;
      if (first.raw[0] === first.raw[0]?.toLowerCase()) continue;
      return { kind, start: first.start, end: text.length, score: 0.9, ...pageAndSlug(match) };
    }
  }
  if (candidate.edge === "start" && kind === "continuation-line") {
    const match = matchFrom(tokens, 0, template, false);
    const last = match ? tokens[match.used - 1] : undefined;
    const next = match ? tokens[match.used] : undefined;
    const first = tokens[0];
    if (
      !match ||
      match.damage > 0 ||
      !last ||
      !next ||
      !first ||
      first.raw[0] === first.raw[0]?.toLowerCase()
    )
      return undefined;
    let end = last.end;
    while (end < next.start && ornament.has(text[end] ?? "")) end += 1;
    return { kind, start: 0, end, score: 0.88, ...pageAndSlug(match) };
  }
  return undefined;
}
