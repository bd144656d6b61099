/**
 * The edition's own words, as evidence for mending a word that was torn: `Hand le` is Handle because Handle stands
 * whole elsewhere in the same edition and `le` nowhere but beside `Hand`.
 * It leaves out what a line end cut (`water-` and the `front` below it), for those pieces are no words.
 */
import { isSpace, isUnspaced } from "./scripts.js";

export interface Vocabulary {
  /** How often the word stands whole in the edition; case does not count. */
  count(word: string): number;
  /** How often the word stands anywhere but directly before or after that partner. */
  countApart(word: string, before: string, after: string): number;
  /** How often the two stand beside each other, where together they may be one torn word. */
  countPair(left: string, right: string): number;
  /** Whether the word opens a hyphened compound somewhere: Vosberg in Vosberg-Lyle. */
  opensCompound(word: string): boolean;
}

export interface WordToken {
  readonly word: string;
  readonly at: number;
}

const letter = /[\p{L}\p{M}]/u;
/** Ideographs, kana and Hangul are letters to Unicode but do not make words that spaces part. */
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆]/u;
const isWordLetter = (character: string): boolean => {
  // ASCII makes up most of what is asked here.
  if (character <= "\u007f")
    return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z");
  return !isUnspaced(character) && letter.test(character) && !unspacedScript.test(character);
};
const isApostrophe = (character: string): boolean => character === "'" || character === "’";

/** The runs of letters of alphabetic scripts, apostrophes inside them included, with their UTF-16 offsets. */
export function wordsOf(text: string): WordToken[] {
  const words: WordToken[] = [];
  let start = -1;
  let at = 0;
  const end = (to: number) => {
    if (start >= 0) words.push({ word: text.slice(start, to), at: start });
    start = -1;
  };
  for (const character of text) {
    const next = at + character.length;
    if (isWordLetter(character)) {
      if (start < 0) start = at;
    } else if (!(start >= 0 && isApostrophe(character) && isWordLetter(text.slice(next, next + 1)))) end(at);
    at = next;
  }
  end(at);
  return words;
}

const endsCut = (line: string): boolean => /[-‐\u00ad¬]$/u.test(line);

/** Whether the two words meet over spaces alone. */
function meetOverGap(text: string, left: WordToken, right: WordToken): boolean {
  const from = left.at + left.word.length;
  for (let i = from; i < right.at; i += 1) if (!isSpace(text[i] ?? "")) return false;
  return right.at > from;
}

/** Whether the words at `i - 1` and `i`, with one neighbour or without, make a known word; or a lone f stands first. */
function mayBeTorn(words: readonly WordToken[], i: number, counts: ReadonlyMap<string, number>): boolean {
  const pair = (words[i - 1]?.word ?? "") + (words[i]?.word ?? "");
  if (words[i - 1]?.word === "f" || counts.has(pair)) return true;
  return counts.has((words[i - 2]?.word ?? "") + pair) || counts.has(pair + (words[i + 1]?.word ?? ""));
}

/** Counts the words of an edition's lines, given in source order. */
export function collectVocabulary(lines: readonly string[]): Vocabulary {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  const compounds = new Set<string>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const tokens: WordToken[][] = [];
  let cutBefore = false;
  for (const raw of lines) {
    const line = raw.trim().toLowerCase();
    const words = wordsOf(line);
    const cut = endsCut(line);
    const kept = words.slice(cutBefore ? 1 : 0, cut ? -1 : undefined);
    for (const { word } of kept) add(counts, word);
    tokens.push(words);
    cutBefore = cut;
  }
  lines.forEach((raw, index) => {
    const line = raw.trim().toLowerCase();
    const words = tokens[index] ?? [];
    for (let i = 1; i < words.length; i += 1) {
      const left = words[i - 1];
      const right = words[i];
      if (!left || !right) continue;
      if (line[right.at - 1] === "-" && left.at + left.word.length === right.at - 1) compounds.add(left.word);
      if (!mayBeTorn(words, i, counts)) continue;
      if (meetOverGap(line, left, right)) add(pairs, `${left.word} ${right.word}`);
    }
  });
  const count = (word: string) => counts.get(word.toLowerCase()) ?? 0;
  return {
    count,
    countPair: (left, right) => pairs.get(`${left} ${right}`.toLowerCase()) ?? 0,
    opensCompound: (word) => compounds.has(word.toLowerCase()),
    countApart: (word, before, after) =>
      count(word) -
      (before === "" ? 0 : (pairs.get(`${before} ${word}`.toLowerCase()) ?? 0)) -
      (after === "" ? 0 : (pairs.get(`${word} ${after}`.toLowerCase()) ?? 0)),
  };
}

/** A vocabulary that knows nothing: without evidence no word is joined. */
export const emptyVocabulary: Vocabulary = {
  count: () => 0,
  countApart: () => 0,
  countPair: () => 0,
  opensCompound: () => false,
};
