/**
 * Marks in scripts with word spaces: “Continued on Page 4”, “See HARBOR, Page 3”, Fortsetzung von Seite 1. The fixed words
 * may be damaged by OCR, and so may a number in figures where the mark stands alone; run in with text they must be whole
 * and begin with a capital.
 */

import { areMorePages, columnAt } from "./after-page.js";
import {
  type Candidate,
  type MarkKind,
  type MarkReading,
  ornament,
  startsBracketed,
} from "./mark-candidates.js";
import { readConfusedNumber } from "./match-damaged-mark.js";
import { near } from "./near-words.js";
import { readPageNumber } from "./read-page-number.js";

export interface Token {
  readonly text: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** How far it is from words that were asked for: many wordings begin alike. */
  readonly asked: Map<string, number>;
}

/** Like `near`, asked once for each word of a language. */
function nearTo({ text, asked }: Token, want: string): number {
  const known = asked.get(want);
  if (known !== undefined) return known;
  const distance = near(text, want);
  asked.set(want, distance);
  return distance;
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
    tokens.push({ raw, text: raw.toLowerCase(), start: from, end: at, asked: new Map() });
  }
  return tokens;
}

/** Without one a line can carry no wording that has a `{n}`. */
export const mayBeNumber = ({ raw }: Token): boolean =>
  readPageNumber(raw) !== undefined || readConfusedNumber(raw) !== undefined;

const isCapitals = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();

interface WordMatch {
  readonly damage: number;
  readonly page?: number;
  readonly slug?: string;
  readonly used: number;
}

/** A page with the letter of its section: From A1. */
const sectionPage = /^[A-Z]-?\d{1,2}$/;
/** Words that may follow where a wording says so. */
const mostMore = 7;

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
      // “See related story, Page 4” names none: a slug begins with a capital.
      if (size === 0 && alone && /^\p{Lu}/u.test(token?.raw ?? "")) {
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
    if (want === "{more}") {
      if (tokens.length - i > mostMore) return undefined;
      i = tokens.length;
      continue;
    }
    if (want === "{n}" || want === "{a}") {
      if (want === "{a}" && !sectionPage.test(token.raw)) return undefined;
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
      if (nearTo(token, want.slice(1, -1)) >= 0) i += 1;
      continue;
    }
    const distance = nearTo(token, want);
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

/** A line in which a wording is looked for. */
interface MarkPlace {
  readonly text: string;
  readonly candidate: Candidate;
  readonly tokens: readonly Token[];
  /** The language's words for a column. */
  readonly columns: readonly string[];
}

/** Fair results, Page 2: some words, and a page set apart from them. One word and a page are a section's head. */
const namesStoryAndPage = (text: string, { slug }: WordMatch): boolean =>
  slug !== undefined && /^\p{Lu}\S* .*\p{Ll}, ?\p{L}+\.? ?\S+$/u.test(text) && / \p{Ll}/u.test(slug);

/** Whether words before a short wording name a story: BRIDGE from page 1; Bridge bonds / From 1A; Fair results, Page 2. */
function isNamed(text: string, match: WordMatch, tokens: readonly Token[], kind: MarkKind): boolean {
  if (kind === "pointer") return namesStoryAndPage(text.slice(tokens[0]?.start, tokens.at(-1)?.end), match);
  if (isCapitals(tokens[0]?.raw ?? "")) return true;
  const last = tokens[(match.slug ?? "").split(" ").length - 1];
  return kind === "continuation-line" && last !== undefined && /^ ?[/:|—–] ?/u.test(text.slice(last.end));
}

export function matchWords(
  place: MarkPlace,
  template: readonly string[],
  kind: MarkKind,
): MarkReading | undefined {
  const { text, candidate, tokens, columns } = place;
  // Most wordings are told from a line by their first word.
  const opener = template[0] ?? "";
  const first = tokens[0];
  if (candidate.setting !== "bare" && !/^[{(]/.test(opener) && (!first || nearTo(first, opener) < 0))
    return undefined;
  const hasNumber = template.includes("{n}") || template.includes("{a}");
  if (candidate.setting !== "bare") {
    if (tokens.length > 14) return undefined;
    const match = matchFrom(tokens, 0, template, true);
    if (!match) return undefined;
    const used = match.used + (hasNumber ? columnAt(tokens, match.used, columns) : 0);
    // LIRE PAGE 2 L’ÉDITORIAL DE JEAN MARCEAU: in capitals, what is there is named behind the page.
    const namesMore =
      kind === "pointer" &&
      hasNumber &&
      template[0] !== "{slug}" &&
      (isCapitals(text) || areMorePages(tokens, used));
    if (used !== tokens.length && !namesMore) return undefined;
    if (!hasNumber && candidate.setting === "alone" && !startsBracketed(text) && template.length < 3)
      return undefined;
    if (template[0] === "{slug}" && isWeak(template) && !isNamed(text, match, tokens, kind)) return undefined;
    const letters = template.join("").length;
    return {
      kind,
      start: candidate.start,
      end: candidate.end,
      score: 1 - match.damage / Math.max(8, letters) + template.length / 1000,
      ...pageAndSlug(match, kind),
    };
  }
  if (!hasNumber || isWeak(template) || kind === "pointer" || kind === "serial") return undefined;
  return matchBareWords(place, template, kind);
}

/** A serial's number counts its parts: 12. Fortsetzung is no page. */
const pageAndSlug = (match: WordMatch, kind: MarkKind): { page?: number; slug?: string } => ({
  ...(match.page === undefined || kind === "serial" ? {} : { page: match.page }),
  ...(match.slug === undefined ? {} : { slug: match.slug }),
});

/** Run in without brackets: “… the new pier. Continued on Page 4”: whole words, no damage, a capital where the mark begins. */
function matchBareWords(
  { text, candidate, tokens, columns }: MarkPlace,
  template: readonly string[],
  kind: MarkKind,
): MarkReading | undefined {
  if (candidate.edge === "end" && kind === "jump-line") {
    for (let at = Math.max(1, tokens.length - 9); at < tokens.length; at += 1) {
      const first = tokens[at];
      const match = matchFrom(tokens, at, template, false);
      if (!first || !match || match.damage > 0) continue;
      const end = at + match.used;
      if (end + columnAt(tokens, end, columns) !== tokens.length) continue;
      if (first.raw[0] === first.raw[0]?.toLowerCase()) continue;
      return { kind, start: first.start, end: text.length, score: 0.9, ...pageAndSlug(match, kind) };
    }
  }
  if (candidate.edge === "start" && kind === "continuation-line") {
    const match = matchFrom(tokens, 0, template, false);
    if (!match || match.damage > 0) return undefined;
    const used = match.used + columnAt(tokens, match.used, columns);
    const [first, last, next] = [tokens[0], tokens[used - 1], tokens[used]];
    if (!last || !next || !first || first.raw[0] === first.raw[0]?.toLowerCase()) return undefined;
    let end = last.end;
    while (end < next.start && ornament.has(text[end] ?? "")) end += 1;
    return { kind, start: 0, end, score: 0.88, ...pageAndSlug(match, kind) };
  }
  return undefined;
}
