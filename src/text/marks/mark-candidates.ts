/**
 * Where in a line a mark could stand: alone, in brackets at an edge, or bare at an edge; and what a reading of one says.
 * It looks at no words: those are matched in `match-mark-words.ts` and `match-mark-characters.ts`.
 */
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
export const ornament = new Set([
  ..." \t—–-―－─=＝▶▷►▸◂☞☜☛➡⇒→←◀◁◆■□●○•·*＊✦▲△▼▽>»«:：.。,，;；|…~～（(〔【［[<〈）)〕】］]>〉",
]);
/** Longest mark in characters: “Please turn to WATERFRONT PROJECT, Page A12” has 43. */
const longestMark = 64;

export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** alone: the whole line; bracketed: in brackets at an edge; bare: words at an edge without brackets. */
  readonly setting: "alone" | "bracketed" | "bare";
  readonly edge: "both" | "start" | "end";
}

export const trimOrnament = (text: string, start: number, end: number): [number, number] => {
  while (start < end && ornament.has(text[start] ?? "")) start += 1;
  while (end > start && ornament.has(text[end - 1] ?? "")) end -= 1;
  return [start, end];
};

const closers = new Set(Object.values(bracketPairs));

/** Where the bracket that opens before `from` closes, by whatever closing bracket: an OCR takes one for another. */
function closingFrom(text: string, from: number): number {
  for (let at = from; at < text.length && at - from < longestMark; at += 1)
    if (closers.has(text[at] ?? "")) return at;
  return -1;
}

/** The places of a line where a mark could stand. */
export function markCandidates(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  if (text.length <= longestMark)
    candidates.push({ start: 0, end: text.length, setting: "alone", edge: "both" });
  if (startsBracketed(text)) {
    const close = closingFrom(text, 1);
    if (close > 0 && close < text.length - 1)
      candidates.push({ start: 0, end: close + 1, setting: "bracketed", edge: "start" });
  }
  for (let open = text.length - 1; open > 0 && text.length - open <= longestMark; open -= 1) {
    if (!((text[open] ?? "") in bracketPairs)) continue;
    const close = closingFrom(text, open + 1);
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

export const startsBracketed = (text: string): boolean => (text[0] ?? "") in bracketPairs;
