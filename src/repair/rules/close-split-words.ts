/**
 * Joins a word of letters that was torn, on the edition's own evidence: `Hand le` where Handle stands elsewhere,
 * `f looding` where flooding does (extractors tear words at ligatures and kerned pairs), `H ANNAH` beside HANNAH.
 * It joins only where the whole word is known and the pieces are not: both unknown, or one of at most two letters.
 * So `a way`, `in to` and `may be` stay, and a word without evidence is left and counted.
 */
import { isCjkPunctuation, isOpener, isSpace, isUnspaced } from "../../text/scripts.js";
import { type Vocabulary, type WordToken, wordsOf } from "../../text/vocabulary.js";
import type { Replacement } from "../apply-edits.js";
import type { LineRule } from "./line-rule.js";

/** A piece this short that is no word of the edition is no word at all. */
const SHORT_PIECE = 2;
/** A word torn twice, as `of fi ce`, is the most that was seen. */
const MOST_PIECES = 3;

export const closeSplitWords: LineRule = (text, { evidence, habits }) => {
  const words = wordsOf(text);
  const found: Replacement[] = [];
  for (let i = 0; i < words.length; i += 1) {
    for (let count = MOST_PIECES; count >= 2; count -= 1) {
      const pieces = words.slice(i, i + count);
      if (pieces.length < count || !isTornWord(text, pieces, evidence.vocabulary, habits.oneLetterWords))
        continue;
      found.push(
        ...gapsBetween(text, pieces).map(({ at, raw }) => ({
          rule: "close-split-word",
          at,
          removed: raw,
          inserted: "",
        })),
      );
      i += count - 1;
      break;
    }
  }
  return [...found, ...findTornHyphen(text, words, evidence.vocabulary)];
};

/** `VOSBERG -` at a line's end is VOSBERG- where the edition has VOSBERG-LYLE. */
function findTornHyphen(text: string, words: readonly WordToken[], vocabulary: Vocabulary): Replacement[] {
  const last = words.at(-1);
  if (!last || !text.endsWith("-")) return [];
  const at = last.at + last.word.length;
  const removed = text.slice(at, -1);
  if (removed === "" || ![...removed].every(isSpace) || !vocabulary.opensCompound(last.word)) return [];
  return [{ rule: "close-split-word", at, removed, inserted: "" }];
}

function gapsBetween(text: string, pieces: readonly WordToken[]): { at: number; raw: string }[] {
  return pieces.slice(1).map((piece, index) => {
    const before = pieces[index];
    const at = before ? before.at + before.word.length : piece.at;
    return { at, raw: text.slice(at, piece.at) };
  });
}

const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();
const isLower = (word: string): boolean => word === word.toLowerCase();

/** One word's letters are all capitals, or small after the first. */
const agreesInCase = (pieces: readonly WordToken[]): boolean =>
  pieces.every(({ word }) => isUpper(word)) || pieces.slice(1).every(({ word }) => isLower(word));

function isTornWord(
  text: string,
  pieces: readonly WordToken[],
  vocabulary: Vocabulary,
  oneLetterWords: readonly string[],
): boolean {
  const whole = vocabulary.count(pieces.map(({ word }) => word).join(""));
  if (whole === 0 && pieces[0]?.word !== "f") return false;
  if (!gapsBetween(text, pieces).every(({ raw }) => raw !== "" && [...raw].every(isSpace))) return false;
  if (!agreesInCase(pieces) || isCutByLineEnd(text, pieces)) return false;
  if (isTornLigature(pieces, vocabulary)) return true;
  if (whole === 0 || !standsFree(text, pieces)) return false;
  // What is printed apart more often than together is two words that were once run together.
  if (
    pieces.slice(1).some(({ word }, index) => vocabulary.countPair(pieces[index]?.word ?? "", word) > whole)
  )
    return false;
  const known = pieces.filter(({ word }, index) => {
    if (word.length === 1) return oneLetterWords.includes(word.toLowerCase());
    return vocabulary.countApart(word, pieces[index - 1]?.word ?? "", pieces[index + 1]?.word ?? "") > 0;
  });
  if (known.length === 0) return true;
  const scraps = pieces.filter((piece) => !known.includes(piece));
  if (known.length > 1 || scraps.some(({ word }) => word.length > SHORT_PIECE)) return false;
  return scraps.length > 1 || whole * COMMON_WORD >= vocabulary.count(known[0]?.word ?? "");
}

/** A known piece this many times as frequent as the whole is more likely a word beside a speck of dirt. */
const COMMON_WORD = 10;

/** Nothing but space, quotes and brackets before, and an ordinary stop or space after: OCR noise clings to more. */
function standsFree(text: string, pieces: readonly WordToken[]): boolean {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return false;
  const before = text.slice(Math.max(0, first.at - 1), first.at);
  const end = last.at + last.word.length;
  const after = text.slice(end, end + 2);
  const opens =
    before === "" || isSpace(before) || isOpener(before) || isUnspaced(before) || '"‘'.includes(before);
  const closes =
    after === "" || isSpace(after[0] ?? "") || isUnspaced(after[0] ?? "") || isCjkPunctuation(after[0] ?? "");
  const stopped = /^[.,;:!?)”’"](?:$|[^.,;:„\p{L}\p{N}])/u.test(after);
  return opens && (closes || stopped);
}

/** `the re-` is not `there`: what a line-end hyphen follows is half of another word. */
function isCutByLineEnd(text: string, pieces: readonly WordToken[]): boolean {
  const last = pieces.at(-1);
  return last !== undefined && /^[-‐\u00ad¬]/u.test(text.slice(last.at + last.word.length));
}

/** What `f` is cast together with in metal and in fonts: fi, fl, ff, fj, ft. */
const ligaturePartner = /^[ilfjt]/;

/** A lone small f is no word of any language here; before a ligature's other half that is no word either it was torn there. */
function isTornLigature(pieces: readonly WordToken[], vocabulary: Vocabulary): boolean {
  const [first, second] = pieces;
  if (pieces.length !== 2 || first?.word !== "f" || !second || second.word.length < 2) return false;
  return (
    ligaturePartner.test(second.word) &&
    isLower(second.word) &&
    vocabulary.countApart(second.word, "f", "") <= 0
  );
}

/** A lone consonant before small letters, neither known: a tear that nothing in the edition proves. */
export function countUnprovenTears(
  text: string,
  vocabulary: Vocabulary,
  oneLetterWords: readonly string[],
): number {
  const words = wordsOf(text);
  return words.filter((piece, index) => {
    const next = words[index + 1];
    if (!next || piece.word.length !== 1 || !/[b-df-hj-np-tv-z]/.test(piece.word)) return false;
    if (text.slice(piece.at + 1, next.at) !== " " || next.word.length < 3 || !isLower(next.word))
      return false;
    const inWord = piece.at > 0 && !isSpace(text[piece.at - 1] ?? "");
    return !inWord && !oneLetterWords.includes(piece.word) && vocabulary.count(next.word) <= 1;
  }).length;
}
