/**
 * Bylines by their words: an opener and a name (`By Tobias Wren`, □记者 高飞), a name and a closer (하윤슬 기자).
 * Names are short and capitalised and nothing follows them; “By his own reckoning, which he” is refused.
 */
import type { Lexicon } from "../../text/lexicon/index.js";
import { isHan, isHangul, isKana, isLatinLetter } from "../../text/scripts.js";
import type { RoleReading } from "./read-role.js";

const particles = new Set([
  "de",
  "van",
  "von",
  "der",
  "den",
  "la",
  "le",
  "du",
  "da",
  "di",
  "del",
  "y",
  "e",
  "and",
  "und",
  "et",
  "en",
  "ter",
  "ten",
  "zu",
  "i",
  "of",
  "for",
  "the",
  "in",
  "our",
  "unserem",
  "unserer",
  "onze",
  "notre",
  "nuestro",
  "nuestra",
]);
/** A byline is at most this many words or CJK characters long. */
const bylineWords = 12;
const bylineCharacters = 34;

const isCapitalised = (word: string): boolean => {
  const bare = word.replace(/^[“”„"‘’'«»]+/u, "");
  const first = String.fromCodePoint(bare.codePointAt(0) ?? 32);
  return isLatinLetter(first) && first !== first.toLowerCase();
};

/** A quotation that ends in the line and began before it: `von Neuwiesen“: Seite 3` is the rest of a title. */
const closesQuotation = (text: string): boolean => (text.match(/[“”„«»"]/gu) ?? []).length % 2 === 1;

/** De notre envoyé spécial · Van onze verslaggever: who wrote, without a name, and nothing else on the line. */
function saysWriter(lower: string, { byline }: Lexicon): boolean {
  const bare = lower.replace(/[.,:]$/u, "");
  return byline.openers.some((opener) => {
    if (!opener.includes(" ") || !bare.startsWith(opener)) return false;
    const rest = bare.slice(opener.length).trim();
    return rest === ""
      ? opener.split(" ").length > 2
      : byline.titles.some((title) => opener.concat(" ", rest).endsWith(title));
  });
}

export function spacedByline(text: string, lexicon: Lexicon): RoleReading | undefined {
  if (closesQuotation(text)) return undefined;
  const lower = text.toLowerCase();
  if (text.length <= 60 && saysWriter(lower, lexicon))
    return { role: "byline", sure: 0.95, rule: "byline-opener" };
  for (const opener of lexicon.byline.openers) {
    if (!lower.startsWith(`${opener} `) && !lower.startsWith(`${opener}: `)) continue;
    const rest = text
      .slice(opener.length)
      .split(/[ :/|]/)
      .filter((word) => /\p{L}/u.test(word));
    if (rest.length === 0 || rest.length > bylineWords || rest.length < 2) continue;
    const openerIsWhole = opener.includes(" ");
    const named = rest.filter(
      (word) => isCapitalised(word) || particles.has(word.toLowerCase().replace(/[.,]$/, "")),
    );
    if (named.length === rest.length && rest.some(isCapitalised)) {
      const prose = /[.!?;]$/.test(text) && !/\b\p{Lu}\.$/u.test(text) && rest.length > 4;
      return prose ? undefined : { role: "byline", sure: 0.97, rule: "byline-opener" };
    }
    if (openerIsWhole && rest.length <= 6) return { role: "byline", sure: 0.8, rule: "byline-opener" };
    const comma = text.indexOf(",");
    if (comma > 0 && lexicon.byline.titles.some((title) => lower.slice(comma).includes(title)))
      return { role: "byline", sure: 0.95, rule: "byline-title" };
  }
  for (const closer of lexicon.byline.closers) {
    if (
      lower.endsWith(closer) &&
      text.length <= 30 &&
      text.split(" ").length <= 5 &&
      /\p{L}/u.test(text[0] ?? "")
    ) {
      const names = text
        .slice(0, -closer.length)
        .trim()
        .split(/[ ·,=]/)
        .filter((word) => word !== "");
      if (names.length >= 1 && names.every((word) => [...word].length <= 5))
        return { role: "byline", sure: 0.93, rule: "byline-closer" };
    }
  }
  // The length first: on a line without end the pattern takes time with its square.
  if (text.length <= 50 && /\S+@\S+\.\S+$/.test(text)) {
    const before = text.slice(0, text.lastIndexOf(" ")).trim();
    if (lexicon.byline.closers.some((closer) => before.endsWith(closer)))
      return { role: "byline", sure: 0.93, rule: "byline-closer" };
  }
  return undefined;
}

/** Chinese and Japanese: an opener and names of two to four characters, set apart by gaps or not. `raw` still has its gaps. */
export function unspacedByline(raw: string, text: string, lexicon: Lexicon): RoleReading | undefined {
  if (text.length > bylineCharacters || /[。！？，；：、“”「」]$/.test(text) || /[，。；？！]/.test(text))
    return undefined;
  const opener = [...lexicon.byline.openers]
    .sort((a, b) => b.length - a.length)
    .find((word) => text.startsWith(word));
  const closer = [...lexicon.byline.closers]
    .sort((a, b) => b.length - a.length)
    .find((word) => text.length > word.length && text.endsWith(word.replaceAll(" ", "")));
  if (!opener && !closer) return undefined;
  const words = raw.split(/[ \u3000\t／/∕＝・:：、]+/).filter((word) => word !== "");
  const known = [...lexicon.byline.openers, ...lexicon.byline.closers, ...lexicon.byline.titles];
  const isName = (word: string): boolean =>
    [...word].length <= 5 &&
    !/^[はがをにでともの]/u.test(word) &&
    [...word].every((c) => isHan(c) || isKana(c) || c === "·" || c === "ー");
  const isKnown = (word: string): boolean => known.includes(word);
  const explained = words.filter(
    (word) =>
      isName(word) ||
      isKnown(word) ||
      known.some((k) => word.startsWith(k) && isName(word.slice(k.length))) ||
      known.some((k) => word.endsWith(k) && isName(word.slice(0, -k.length))),
  );
  if (explained.length < words.length) {
    const stretched = words.length >= 4 && words.every((word) => [...word].length <= 2);
    // 图 书 馆 每 周 日 is a stretched line of prose: one character opens too much to be believed there.
    if (!stretched || !opener || [...opener].length < 2) return undefined;
    return { role: "byline", sure: 0.85, rule: "byline-opener" };
  }
  const names = words.filter((word) => !isKnown(word));
  if (names.length === 0) return undefined;
  const single = opener !== undefined && [...opener].length === 1 && isHan(opener);
  if (single && (words[0] !== opener || words.length > 3 || names.some((name) => [...name].length < 2)))
    return undefined;
  if (opener && (words.length >= 2 || text.length <= opener.length + 4))
    return {
      role: "byline",
      sure: [...opener].length > 1 || /[□■◎◆●○]/.test(opener) ? 0.96 : 0.8,
      rule: "byline-opener",
    };
  if (closer && words.length >= 2) return { role: "byline", sure: 0.9, rule: "byline-closer" };
  if (
    closer &&
    [...closer].length >= 2 &&
    text.length <= closer.length + 5 &&
    text.length > closer.length + 1
  )
    return { role: "byline", sure: 0.8, rule: "byline-closer" };
  return undefined;
}

/** A name alone on its line, known by the surname it begins with: 霍见山 · 端木清 · 어진솔. */
export function surnameAlone(raw: string, text: string, lexicon: Lexicon): RoleReading | undefined {
  const characters = [...text];
  if (characters.length < 2 || characters.length > 4) return undefined;
  if (!characters.every((c) => isHan(c) || isHangul(c))) return undefined;
  const surname = lexicon.surnames.find((name) => text.startsWith(name));
  if (surname === undefined || characters.length > [...surname].length + 2) return undefined;
  if (characters.length === [...surname].length) return undefined;
  const gap = raw.length > text.length;
  return { role: "byline", sure: gap || [...surname].length > 1 ? 0.8 : 0.7, rule: "surname" };
}
