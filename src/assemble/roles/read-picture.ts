/**
 * Captions and credits of pictures by their words, for pages that do not say where a picture stood: 图为村民在采茶。（王小明摄） ·
 * Foto: Anna Weber · 사진=김철수 기자. It refuses a paragraph that is longer than what stands under a picture, and
 * prose that only speaks of one (写真は趣味だ, “Photo finish”).
 */
import type { Lexicon } from "../../text/lexicon/index.js";
import { isHan, isHangul, isKana } from "../../text/scripts.js";
import type { RoleReading } from "./read-role.js";

/** No caption is longer: characters of Chinese and Japanese, words of other scripts. */
const longest = { characters: 90, words: 45 };
/** A name is at most so long. */
const longestName = { characters: 14, words: 6 };

const isDense = (text: string): boolean => [...text].some((c) => isHan(c) || isKana(c));
const hasHangul = (text: string): boolean => [...text].some(isHangul);
const wordsIn = (text: string): string[] => text.split(" ").filter((word) => word !== "");

const isShort = (text: string): boolean =>
  isDense(text) ? [...text].length <= longest.characters : wordsIn(text).length <= longest.words;

/** Who took a picture: Anna Weber, dpa, 王小明, 김철수 기자. */
function isName(text: string): boolean {
  const name = text.trim().replace(/\.$/u, "");
  if (name === "" || /[。！？!?;；:：,，、]/u.test(name) || /\d/.test(name)) return false;
  if (hasHangul(name)) return [...name].length <= longestName.characters && wordsIn(name).length <= 3;
  // Kana of grammar (に, たち) stand in no name of a person or an agency.
  if (isDense(name))
    return [...name].length <= longestName.characters && /^[\p{sc=Han}\p{sc=Katakana}ー・· ]+$/u.test(name);
  const words = wordsIn(name);
  return (
    words.length <= longestName.words &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:\p{Ll}{1,3}|\/|&)$/u.test(word))
  );
}

/** What follows one of the words at the beginning of a text: `Foto: Anna Weber` → `Anna Weber`. */
function after(text: string, openers: readonly string[]): string | undefined {
  const lower = text.toLowerCase();
  for (const opener of openers) {
    if (!lower.startsWith(opener)) continue;
    const rest = text.slice(opener.length);
    // A word ends where it ends: `foto` is none of `fotografen`.
    if (/\p{L}$/u.test(opener) && /^\p{L}/u.test(rest) && !isDense(opener) && !hasHangul(opener)) continue;
    return rest;
  }
  return undefined;
}

/** Whether a text ends by naming who took the picture: （王小明摄） · (Foto: Anna Weber) · … am Wehr. Foto: dpa */
function endsWithCredit(text: string, { pictures }: Lexicon): boolean {
  const bracket = /[（(［[]([^（）()［\]]{1,60})[）)］\]]\.?$/u.exec(text)?.[1];
  const named = (part: string): boolean => {
    const rest = after(part, pictures.credits);
    if (rest !== undefined) return isName(rest);
    return pictures.makers.some((maker) => part.endsWith(maker) && isName(part.slice(0, -maker.length)));
  };
  if (bracket !== undefined) return named(bracket.trim());
  const lower = text.toLowerCase();
  return pictures.credits.some((credit) => {
    const at = lower.lastIndexOf(credit);
    // Of a sentence's own words none is a credit: it stands after a full stop, a stroke or an equals sign.
    return at > 0 && /[.!?。”"»/=＝] ?$/u.test(lower.slice(0, at)) && named(text.slice(at));
  });
}

/** Foto A. Kuiper: de sortering · Photo by Jim Castle: Esther Blum: who took the picture, and what it shows. */
function opensWithCredit(text: string, { pictures }: Lexicon): boolean {
  const rest = after(text, pictures.credits);
  const colon = rest?.search(/[:：] ?\S/u) ?? -1;
  return rest !== undefined && colon > 0 && isName(rest.slice(0, colon));
}

/** A line that begins a caption: no heading, however short, and no credit. */
export const opensCaption = (text: string, lexicons: readonly Lexicon[]): boolean =>
  lexicons.some(
    (lexicon) =>
      opensWithCredit(text, lexicon) ||
      (after(text, lexicon.pictures.openers) !== undefined && pictureCredit(text, lexicon) === undefined),
  );

/** A line that ends a caption by naming who took the picture. */
export const closesCaption = (text: string, lexicons: readonly Lexicon[]): boolean =>
  lexicons.some((lexicon) => endsWithCredit(text, lexicon));

/** A paragraph that stood under a picture. */
export const isCaptionText = (text: string, lexicons: readonly Lexicon[]): boolean =>
  isShort(text) &&
  lexicons.some((lexicon) => {
    const rest = after(text, lexicon.pictures.openers);
    return (
      (rest !== undefined && rest.trim() !== "") ||
      opensWithCredit(text, lexicon) ||
      endsWithCredit(text, lexicon)
    );
  });

/** A line that says who took a picture, and nothing else: `Photo: …`, `Photo by …`. A bare word begins headlines too. */
export function pictureCredit(text: string, { pictures }: Lexicon): RoleReading | undefined {
  const rest = after(
    text,
    pictures.credits.filter((credit) => /(?:[:：=＝/／・] ?| by )$/u.test(credit)),
  );
  return rest !== undefined && isName(rest)
    ? { role: "credit", sure: 0.97, rule: "picture-credit" }
    : undefined;
}
