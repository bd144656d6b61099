/**
 * How the end of one printed line meets the next: with a space, with nothing, or by dropping a line-end hyphen.
 * `recent-` + `ly` → recently; `Saint-` + `Denis` → Saint-Denis; `强化` + `信用` → nothing between.
 * It refuses to drop a hyphen before a capital (but in a word all of capitals that is known) or a digit, and where the edition prints the hyphened form itself.
 */
import type { WordList } from "../model/job.js";
import type { Seam } from "../model/unit.js";
import { countHangul, type HangulSpacing, spaceAtLineEnd } from "./hangul-spacing.js";
import { isCjk, isCloser, isDigit, isHangul, isLatinLetter, isOpener, isUnspaced } from "./scripts.js";

/** How often each word stands in the edition, lower-cased; hyphened words count as one word. */
export type WordCounts = ReadonlyMap<string, number> & {
  readonly hangul?: HangulSpacing;
  /** The words of the language, where a list of them is at hand. */
  readonly known?: WordList;
};

const isHyphen = (character: string): boolean =>
  character === "-" || character === "\u00ad" || character === "‐" || character === "¬";
const isWordCharacter = (character: string): boolean =>
  isLatinLetter(character) || isDigit(character) || character === "'" || character === "’";

function lastCharacter(text: string): string {
  const code = text.charCodeAt(text.length - 1);
  return code >= 0xdc00 && code <= 0xdfff ? text.slice(-2) : text.slice(-1);
}
const firstCharacter = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 32);

/** The letters that run up to the end of `text`. */
function wordBefore(text: string): string {
  let start = text.length;
  while (start > 0 && isWordCharacter(text[start - 1] ?? "")) start -= 1;
  return text.slice(start);
}
function wordAfter(text: string): string {
  let end = 0;
  while (end < text.length && isWordCharacter(text[end] ?? "")) end += 1;
  return text.slice(0, end);
}

/** Whether the word before the hyphen at the end of `before` stands after a sentence (no Mr., no Capt.) or opens a quotation. */
const beginsSentence = (before: string, word: string): boolean =>
  /(?:\p{Ll}{4}\.|[!?…])["”’»)]? $|[“"‘«„(]$/u.test(before.slice(0, before.length - word.length - 1));

/** Whether a word in capitals was cut, HAR- + BOR: only where the edition or the language has it whole. */
function isCutCapitals(stem: string, tail: string, words: WordCounts): boolean {
  if (stem !== stem.toUpperCase() || tail !== tail.toUpperCase()) return false;
  const [closed, hyphened] = [`${stem}${tail}`.toLowerCase(), `${stem}-${tail}`.toLowerCase()];
  const count = (words.get(closed) ?? 0) - (words.get(hyphened) ?? 0);
  if (count !== 0) return count > 0;
  // Printed hyphens are as good as cut words here: RE-ELECTION, LINE-UP. A word cut into two words is left as it stands.
  const [known, left, right] = [closed, stem.toLowerCase(), tail.toLowerCase()].map((word) =>
    words.known?.words.has(word),
  );
  return known === true && stem.length > 1 && tail.length > 2 && !(left && right);
}

/** Decides a line-end hyphen: most before a lower-case letter are split words (98 % of 5,635 measured), but the edition's own words are better evidence. */
function joinAtHyphen(before: string, after: string, words: WordCounts): Seam {
  const last = lastCharacter(before);
  if (last === "\u00ad" || last === "¬") return "drop-hyphen";
  const next = firstCharacter(after);
  const stem = wordBefore(before.slice(0, -1));
  if (stem === "" || !isLatinLetter(stem.slice(-1))) return "nothing";
  if (!isLatinLetter(next)) return "nothing";
  const tail = wordAfter(after);
  if (next !== next.toLowerCase()) return isCutCapitals(stem, tail, words) ? "drop-hyphen" : "nothing";
  const hyphened = words.get(`${stem}-${tail}`.toLowerCase()) ?? 0;
  const closed = words.get(`${stem}${tail}`.toLowerCase()) ?? 0;
  if (closed > 0 || hyphened > 0) return hyphened > closed ? "nothing" : "drop-hyphen";
  // A word of the language was split (after-noon); two words that make none were printed with a hyphen (second-grader).
  // Names are in no list, so pieces with a capital are looked up only where a sentence begins with one.
  const looked = stem.toLowerCase();
  if (words.known && (looked === stem || beginsSentence(before, stem))) {
    const own = tail.replace(/['’]s$/u, "");
    const { words: known, prefixes } = words.known;
    if (known.has(`${looked}${own}`)) return "drop-hyphen";
    if (known.has(looked) && known.has(own)) return prefixes.has(looked) ? "drop-hyphen" : "nothing";
  }
  const bothAreWords =
    (words.get(stem.toLowerCase()) ?? 0) > 1 &&
    (words.get(tail.toLowerCase()) ?? 0) > 1 &&
    stem.length > 3 &&
    tail.length > 3;
  return bothAreWords ? "nothing" : "drop-hyphen";
}

/**
 * The seam between two line texts (neither with outer spaces).
 * @param keepSpaces Korean and Latin word spaces are kept; in Chinese and Japanese lines meet with nothing between.
 */
export function seamBetween(before: string, after: string, words: WordCounts): Seam {
  if (before === "" || after === "") return "nothing";
  const last = lastCharacter(before);
  const next = firstCharacter(after);
  if (before.endsWith(" —") || before.endsWith(" –") || after.startsWith("— ") || after.startsWith("– "))
    return "space";
  if (isHyphen(last) && before.length > 1) {
    if (isUnspaced(lastCharacter(before.slice(0, -1)))) return "nothing";
    return before.endsWith(" -") ? "space" : joinAtHyphen(before, after, words);
  }
  if (isHangul(last) && isHangul(next) && words.hangul)
    return spaceAtLineEnd(before, after, words.hangul) ? "space" : "nothing";
  if (isDigit(last) && isHangul(next) && words.hangul?.counters.has(next)) return "nothing";
  if (isUnspaced(last) || isUnspaced(next)) return isHangul(last) || isHangul(next) ? "space" : "nothing";
  if (isCjk(last) && isCjk(next))
    return isHangulText(before) || isHangulText(after) || isSpacedText(before)
      ? latinSeam(last, next, true)
      : "nothing";
  return latinSeam(
    closesQuotation(before, last) ? "”" : last,
    next,
    isSpacedText(before) ||
      isSpacedText(after) ||
      isHangul(last) ||
      isHangul(next) ||
      isLatinLetter(last) ||
      isLatinLetter(next),
  );
}

/** „Amalie“ and »Amalie« end with what opens a quotation elsewhere: a mark that stands close behind a word closes. */
const closesQuotation = (before: string, last: string): boolean =>
  (last === "“" || last === "«" || last === "‘") && /[\p{L}\p{N}.,!?;:…]$/u.test(before.slice(0, -1));

const isHangulText = (text: string): boolean => [...text].some(isHangul);
/** Text set with word spaces: it has letters that need them and no ideographs. */
const isSpacedText = (text: string): boolean =>
  [...text].some((c) => isLatinLetter(c) || isHangul(c)) && ![...text].some(isUnspaced);

function latinSeam(last: string, next: string, spaced: boolean): Seam {
  if (!spaced && isDigit(last) && isDigit(next)) return "nothing";
  if (last === "—" || next === "—") return "nothing";
  if (isOpener(last) && last !== "’" && last !== "‘") return "nothing";
  if (
    isCloser(next) &&
    next !== "‘" &&
    next !== "’" &&
    next !== "“" &&
    next !== "”" &&
    next !== "»" &&
    next !== "«"
  )
    return "nothing";
  return spaced ? "space" : "nothing";
}

/** The texts joined over their seams. `seams.length` must be `texts.length - 1`. */
export function joinTexts(texts: readonly string[], seams: readonly Seam[]): string {
  let out = texts[0] ?? "";
  for (let i = 1; i < texts.length; i += 1) {
    const seam = seams[i - 1];
    if (seam === "drop-hyphen") out = out.slice(0, -1);
    out += (seam === "space" ? " " : "") + (texts[i] ?? "");
  }
  return out;
}

/**
 * Counts the words of all lines, line-end fragments left out, for deciding hyphens by the edition's own vocabulary.
 * @param known words of the language: asked where the edition itself does not tell
 */
export function countWords(lines: readonly string[], known?: WordList): WordCounts {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const tokens = line.split(" ");
    tokens.forEach((token, index) => {
      const word = trimPunctuation(token).toLowerCase();
      const cut = index === tokens.length - 1 && isHyphen(token.slice(-1));
      if (word.length > 1 && !cut) counts.set(word, (counts.get(word) ?? 0) + 1);
    });
  }
  return Object.assign(counts, {
    ...(lines.some((line) => /\p{sc=Hangul}/u.test(line)) ? { hangul: countHangul(lines) } : {}),
    ...(known ? { known } : {}),
  });
}

function trimPunctuation(token: string): string {
  let start = 0;
  let end = token.length;
  while (start < end && !isWordCharacter(token[start] ?? "")) start += 1;
  while (end > start && !isWordCharacter(token[end - 1] ?? "")) end -= 1;
  return token.slice(start, end);
}
