/**
 * Reads printed marks: （下转第二版）, “Continued on Page 4”, Fortsetzung von Seite 1, ▶관련기사 19면.
 * A bare phrase is never enough: a wording of the language must match whole, with a page number beside its page
 * word, and it must stand at the edge of a line. The fixed words may be damaged by OCR, the number may not.
 * It refuses prose: 遽下轉語, “(continued laughter)”.
 */
import type { Lexicon } from "../../text/lexicon/index.js";
import { readPageNumber } from "./read-page-number.js";

export type MarkKind = "jump-line" | "continuation-line" | "pointer" | "serial";

export interface MarkReading {
  readonly kind: MarkKind;
  /** Offsets in the squashed text. */
  readonly start: number;
  readonly end: number;
  readonly page?: number;
  /** The words that name the story: “HARBOR” in “See HARBOR, Page 3”. */
  readonly slug?: string;
  /** 0–1: how much of the wording was there. */
  readonly score: number;
}

const bracketPairs: Readonly<Record<string, string>> = {
  "（": "）",
  "(": ")",
  "〔": "〕",
  "【": "】",
  "［": "］",
  "[": "]",
  "<": ">",
  "〈": "〉",
  "＜": "＞",
  "「": "」",
};
/** Ornaments around a mark: rules, arrows, equal signs, stops. */
const ornament = new Set([
  ..." \t—–-―－─=＝▶▷►→←◀◁◆■□●○•·*＊✦▲△▼▽>»«:：.。,，;；|…~～（(〔【［[<〈）)〕】］]>〉",
]);
const marksInOrder = ["serial", "pointer", "backward", "forward"] as const;
const kindOf = {
  serial: "serial",
  pointer: "pointer",
  backward: "continuation-line",
  forward: "jump-line",
} as const;
/** Longest mark in characters: “Please turn to WATERFRONT PROJECT, Page A12” has 43. */
const longestMark = 64;

export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** alone: the whole line; bracketed: in brackets at an edge; bare: words at an edge without brackets. */
  readonly setting: "alone" | "bracketed" | "bare";
  readonly edge: "both" | "start" | "end";
}

const trimOrnament = (text: string, start: number, end: number): [number, number] => {
  while (start < end && ornament.has(text[start] ?? "")) start += 1;
  while (end > start && ornament.has(text[end - 1] ?? "")) end -= 1;
  return [start, end];
};

/** The places of a line where a mark could stand. */
export function markCandidates(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  if (text.length <= longestMark)
    candidates.push({ start: 0, end: text.length, setting: "alone", edge: "both" });
  const closer = bracketPairs[text[0] ?? ""];
  if (closer) {
    const close = text.indexOf(closer);
    if (close > 0 && close < longestMark && close < text.length - 1)
      candidates.push({ start: 0, end: close + 1, setting: "bracketed", edge: "start" });
  }
  for (let open = text.length - 1; open > 0 && text.length - open <= longestMark; open -= 1) {
    const pair = bracketPairs[text[open] ?? ""];
    if (!pair) continue;
    const close = text.indexOf(pair, open);
    if (close >= 0 && close >= text.length - 2)
      candidates.push({ start: open, end: text.length, setting: "bracketed", edge: "end" });
    break;
  }
  const equals = /^[=＝]|[=＝]$/.test(text);
  if (text.length > 8 && (equals || text.includes(" ")))
    candidates.push(
      { start: 0, end: text.length, setting: "bare", edge: "end" },
      { start: 0, end: text.length, setting: "bare", edge: "start" },
    );
  return candidates;
}

/** A wording with its words cut apart, once for a page and not once for each of its lines. */
export interface MarkWording {
  readonly kind: MarkKind;
  readonly wording: string;
  /** Absent for scripts without word spaces. */
  readonly words?: readonly string[];
}

/** All wordings of the given lexicons and of the house, in the order they are considered. */
export function listWordings(
  lexicons: readonly Lexicon[],
  house: { forward: readonly string[]; backward: readonly string[] },
): MarkWording[] {
  return lexicons.flatMap((lexicon) =>
    marksInOrder.flatMap((list) => {
      const extra = list === "forward" ? house.forward : list === "backward" ? house.backward : [];
      return [...lexicon.jumps[list], ...extra].map((wording) => ({
        kind: kindOf[list],
        wording,
        ...(lexicon.spaced && !/\p{sc=Hangul}/u.test(wording) ? { words: wordsOfWording(wording) } : {}),
      }));
    }),
  );
}

const wordsOfWording = (wording: string): string[] =>
  wording
    .toLowerCase()
    .split(" ")
    .flatMap((word) => word.split("."))
    .filter((word) => word !== "");

/** The mark a line carries, if any: the best reading over all wordings. */
export function matchMark(text: string, wordings: readonly MarkWording[]): MarkReading | undefined {
  let best: MarkReading | undefined;
  const consider = (reading: MarkReading | undefined): void => {
    if (reading && (!best || reading.score > best.score + 1e-9)) best = reading;
  };
  for (const candidate of markCandidates(text)) {
    const tokens = tokenise(text, ...trimOrnament(text, candidate.start, candidate.end));
    for (const { kind, wording, words } of wordings)
      consider(
        words
          ? matchWords(text, candidate, tokens, words, kind)
          : matchCharacters(text, candidate, wording, kind),
      );
  }
  return best;
}

// ---------------------------------------------------------------- scripts without word spaces

/** Templates of scripts without spaces (and Korean, whose spaces are not dependable): the fixed characters must all be there. */
function matchCharacters(
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
  if (from < 0 || !inside.endsWith(after)) return undefined;
  const number = readPageNumber(inside.slice(from + before.length, inside.length - after.length));
  if (number === undefined) return undefined;
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

const startsBracketed = (text: string): boolean => (text[0] ?? "") in bracketPairs;

// ---------------------------------------------------------------- scripts with word spaces

interface Token {
  readonly text: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const isWordPart = (c: string): boolean => /[\p{L}\p{N}'’°º-]/u.test(c);

function tokenise(text: string, start: number, end: number): Token[] {
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

/** Two words are the same but for OCR damage: one edit for four letters, two for eight. */
function near(a: string, b: string): number {
  if (a === b) return 0;
  const allowed = b.length >= 8 ? 2 : b.length >= 4 ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return -1;
  const distance = editDistance(a, b);
  return distance <= allowed ? distance : -1;
}

function editDistance(a: string, b: string): number {
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

function matchWords(
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
