/**
 * Tells the language of newspaper text from its characters and its commonest words: zh-Hans, zh-Hant, ja, ko, en, de,
 * fr, nl, es, or `und` where it cannot be told. Made for OCR noise: it counts, and no single word or character
 * decides. Says how strong the evidence is, so a caller can refuse to follow it.
 */
import { languageWords, simplifiedOnly, traditionalOnly } from "./language-signs.js";
import { isHan, isHangul, isKana, isLatinLetter } from "./scripts.js";

export interface LanguageEvidence {
  /** BCP 47; `und` where nothing tells. */
  readonly language: string;
  /** Evidence for each language found, in counted signs (function words, or characters of its script). */
  readonly signs: Readonly<Record<string, number>>;
}

/** Counting stops here: a whole page of small print, and far more than the counts need. */
const countedLength = 20_000;
/** A Han character says about as much as this many Latin letters. */
const lettersPerHan = 2.5;
/** Chinese text quotes next to no kana; Japanese prose is half kana, headlines a fifth. */
const kanaShare = 0.08;
/** Korean in mixed script (to the 1980s) still has its endings in Hangul. */
const hangulShare = 0.15;
/** Fewer function words than this say nothing. */
const fewestWords = 3;

interface Counts {
  han: number;
  kana: number;
  hangul: number;
  latin: number;
  simplified: number;
  traditional: number;
}

function countCharacters(text: string): Counts {
  const counts: Counts = { han: 0, kana: 0, hangul: 0, latin: 0, simplified: 0, traditional: 0 };
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) counts.latin += (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 1 : 0;
    else if (isLatinLetter(character)) counts.latin += 1;
    else if (isHan(character)) {
      counts.han += 1;
      if (simplifiedOnly.has(character)) counts.simplified += 1;
      else if (traditionalOnly.has(character)) counts.traditional += 1;
    } else if (isKana(character)) counts.kana += 1;
    else if (isHangul(character)) counts.hangul += 1;
  }
  return counts;
}

const wordLanguages: ReadonlyMap<string, readonly string[]> = Object.entries(languageWords).reduce(
  (map, [language, words]) => {
    for (const word of words) map.set(word, [...(map.get(word) ?? []), language]);
    return map;
  },
  new Map<string, readonly string[]>(),
);

/** Function words by language; a word that two languages share counts a half for each. */
function countWords(text: string): Record<string, number> {
  const signs: Record<string, number> = {};
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    const languages = wordLanguages.get(word) ?? [];
    for (const language of languages) signs[language] = (signs[language] ?? 0) + 1 / languages.length;
  }
  return signs;
}

const strongest = (signs: Readonly<Record<string, number>>): readonly [string, number] | undefined =>
  Object.entries(signs).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0];

/** The language of CJK text, from its characters. */
function nameCjk({ han, kana, hangul, simplified, traditional }: Counts): string {
  const all = han + kana + hangul;
  if (hangul > kana && hangul >= hangulShare * all) return "ko";
  if (kana >= kanaShare * all) return "ja";
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

/** The language of a text. An empty text, figures and unknown languages are `und`. */
export function detectLanguage(text: string): LanguageEvidence {
  const sample = text.length > countedLength ? text.slice(0, countedLength) : text;
  const counts = countCharacters(sample);
  const cjk = counts.han + counts.kana + counts.hangul;
  const signs = countWords(sample);
  if (cjk > 0) {
    const language = nameCjk(counts);
    signs[language] = cjk;
    if (cjk * lettersPerHan >= counts.latin) return { language, signs };
  }
  const latin = Object.fromEntries(Object.entries(signs).filter(([language]) => language in languageWords));
  const best = strongest(latin);
  return { language: best && best[1] >= fewestWords ? best[0] : "und", signs };
}

/** On one page, another language than the edition's takes this many signs of its own … */
const fewestOwnSigns = 40;
/** … and this many times the signs of the edition's language. */
const ownShare = 2;

/** The tag by which evidence is counted: zh-TW is zh-Hant, en-GB is en. */
function countedAs(tag: string): string {
  const [base = "", ...rest] = tag.toLowerCase().split("-");
  if (base !== "zh") return base;
  return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-Hant" : "zh-Hans";
}

/** The page's language: the edition's, unless the page speaks strongly for another. */
export function languageOfPage(page: LanguageEvidence, edition: string): string {
  const usual = countedAs(edition);
  if (page.language === "und" || page.language === usual) return edition;
  const [own, others] = [page.signs[page.language] ?? 0, page.signs[usual] ?? 0];
  return own >= fewestOwnSigns && own >= ownShare * others ? page.language : edition;
}

/** The edition's language from its pages' evidence: signs summed over all pages, so the majority wins. */
export function languageOfEdition(pages: readonly LanguageEvidence[]): string {
  const votes: Record<string, number> = {};
  for (const { language, signs } of pages)
    if (language !== "und")
      for (const [name, count] of Object.entries(signs)) {
        // Han characters outnumber function words about five to one for the same length of text.
        const weight = name in languageWords ? 5 : 1;
        votes[name] = (votes[name] ?? 0) + count * weight;
      }
  return strongest(votes)?.[0] ?? "und";
}
