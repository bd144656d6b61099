/**
 * What the first characters of a line say of it, and what a line is that ends a letter: `问：路边车位还能不能免` begins a
 * paragraph whatever its width, `ALDEN PRITCHETT-ROWE, Pond Road` under a letter is its signature and no heading.
 * It refuses to see an item in a bare number or a bare letter: subheads are numbered too.
 */
import type { Lexicon } from "../../text/lexicon/index.js";

const bullets = new Set([..."•●■◆▪▶▲△★☆◇○▷※"]);
const dashes = new Set([..."―—–"]);

/** A question, an answer, a salutation or an item of a list begins here. */
export function opensItem(text: string, lexicons: readonly Lexicon[]): boolean {
  const first = text[0] ?? "";
  const second = text[1] ?? "";
  if (bullets.has(first) && /[\p{L}\p{N} ]/u.test(second)) return true;
  if (dashes.has(first) && /[\p{sc=Hangul}\p{sc=Han}]/u.test(second)) return true;
  const lower = text.toLowerCase();
  return lexicons.some((lexicon) =>
    [...lexicon.questions, ...lexicon.answers, ...lexicon.salutations].some(
      (word) =>
        lower.startsWith(word.toLowerCase()) &&
        (!/[\p{L}\p{N}]$/u.test(word) || /[:：,，]/.test(text[word.length] ?? "")),
    ),
  );
}

const isNamed = (words: readonly string[]): boolean =>
  words.every((word) => (/^[\p{Lu}(“„«"]/u.test(word) && !word.endsWith(":")) || /^\p{Ll}{1,3}$/u.test(word));

/** 读者来信 is the column's name and nobody's. */
const columnOfLetters = /(?:来信|來信|来函|來函|投书|投書|之声|之聲|热线|熱線|信箱|园地|園地|论坛|論壇)$/u;
/** rue Basse, calle Nueva, Route 2: a street may begin small, and hold a number. */
const isPlace = (words: readonly string[]): boolean =>
  words.some((word) => /^\p{Lu}/u.test(word)) &&
  words.every(
    (word, i) =>
      /^[\p{Lu}(“„«"]/u.test(word) || /^\p{Ll}{1,7}$/u.test(word) || (i > 0 && /^\d{1,3}\.?$/u.test(word)),
  );
/** Oosterwold, W. SMID · Anselmo GIL. Villarrubia. */
const placeAndName = /^\p{Lu}[\p{L}' -]{2,20}, (?:\p{Lu}\. ?){1,3}\p{Lu}[\p{L}'’-]+\.?$/u;
const nameAndPlace =
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}{3,}(?: \p{Lu}{3,})?[.,] \p{Lu}\p{Ll}+(?: \p{L}+){0,3}\.?$/u;

/** A name and where its bearer lives, alone on a line. */
export function looksSigned(text: string, spaced: boolean): boolean {
  if (!spaced)
    return (
      (/^(?:读者|讀者|投书人|投書人|本報讀者|读者：|讀者：) ?\p{sc=Han}{2,4}$/u.test(text) &&
        !columnOfLetters.test(text)) ||
      /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,8}[（(][^）)]{2,16}[）)](?:[=＝].{1,12})?$/u.test(text)
    );
  if (text.length > 44) return false;
  if (placeAndName.test(text) || nameAndPlace.test(text)) return true;
  if (/[.!?;:]$/u.test(text) || /\d{3}/.test(text)) return false;
  if (/^[가-힣]{2,4} ?[·∙・,] ?[가-힣]{2,}(?: [가-힣]+){0,2}$/u.test(text)) return true;
  const comma = text.indexOf(", ");
  const name = (comma > 0 ? text.slice(0, comma) : text).split(" ");
  if (comma < 0) return name.length === 2 && /^\p{Lu}\.$/u.test(name[0] ?? "") && isNamed(name);
  const place = text.slice(comma + 2).split(" ");
  return name.length >= 2 && name.length <= 5 && place.length <= 4 && isNamed(name) && isPlace(place);
}

/** A full stop with more of the line after it: prose, and no heading. */
export function holdsSentenceEnd(text: string, spaced: boolean): boolean {
  if (!spaced) return /。[^”’」』）)]/u.test(text);
  // From the first letter of a word only: a word without end would be read again from each.
  return /(?<!\p{Ll})\p{Ll}{3,}[.!?][”’"»]? [“‘"«„]?\p{Lu}/u.test(text);
}

/** HOHENRODE. Im Nest · WEXLEY HARBOR — The council: a place in capitals, and the story begins. */
export function opensWithPlace(text: string): boolean {
  const end = text.slice(0, 40).search(/\.? ?[—–] ?|\. \p{Lu}/u);
  if (end < 4) return false;
  const place = text.slice(0, end).replace(/ ?\([^)]*\)/u, "");
  return /^\p{Lu}[\p{Lu} .’'-]{3,}$/u.test(place) && place.split(" ").length <= 3;
}

/** Whether a text is or ends with a whole word or phrase. */
export const endsWithWord = (text: string, word: string): boolean =>
  text.endsWith(word) && !/\p{L}/u.test(text[text.length - word.length - 1] ?? "");
