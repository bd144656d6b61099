/**
 * Furniture by its words: folios, dates, issue numbers, prices, staff lines, imprints, the nameplate and the section.
 * `第9741期` · `Late Edition, 50p` · `责任编辑：金小满`. A line of prose that only holds a date is refused: most of a
 * line must be what furniture is made of.
 */

import { numberWordings } from "../../text/issue-words.js";
import type { Lexicon } from "../../text/lexicon/index.js";
import { readPageNumber } from "../../text/marks/read-page-number.js";
import { headKey, maskDigits, withoutFolio } from "./mask-digits.js";
import type { RoleContext, RoleReading } from "./read-role.js";

const dateish =
  /\d{4}[-./年]\d{1,2}[-./月]\d{1,2}|\d{1,2}月\d{1,2}日|[一二三四五六七八九十廿]{1,4}月[一二三四五六七八九十廿]{1,4}日|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}월 ?\d{1,2}일|(?:1[5-9]|20)\d\d/u;

const anyNumber = /[\d〇零一二三四五六七八九十百千]/u;
const issueNumber = /(?:第|總|总第?)[\d〇零一二三四五六七八九十百千万萬]+[期号號]/u;
const lunarDate = /农历|農曆|旧暦|음력/u;
const romanNumber = /(?<![\p{L}])[ivxlcdm]{2,}(?![\p{L}])/gu;
const numbersAndUnits =
  /[0-9０-９]+|[年月日號号期第廿〇零百千万萬一二三四五六七八九十元角分版張张庚申甲乙丙丁戊己辛壬癸子丑寅卯辰巳午未酉戌亥星期民國国週曜]|n[ro°]\.?|vol\.?/g;
// What looks back before a row of numbers keeps a long one from being read again from each of its digits.
const folio =
  /(?<![0-9一二三四五六七八九十])第?[0-9一二三四五六七八九十]+版|(?<!\p{L})(?:page|seite|pagina|página|p\.) ?[a-z]?\d+|(?<!\d)제?\d+면|(?<!\d)\d+面/u;
const price =
  /[$€£¥] ?\d|(?<!\d[.,]?)\d[\d.,]* ?(?:cents?|p|¢|€|f|fr|pf|pfg|pts|円|원|元)(?!\p{L})|(?<![〇零一二三四五六七八九十百])[〇零一二三四五六七八九十百]+(?:元|角|分|円)/u;

/** The word of a lexicon in a line: whole words in spaced scripts, any place in the others, where a number stands with it. */
function holdsWord(rest: string, words: ReadonlySet<string>, word: string, lexicon: Lexicon): boolean {
  if (word.includes(" ")) return rest.includes(word);
  if (lexicon.spaced && !/\p{sc=Hangul}/u.test(word)) return words.has(word) && /\d/.test(rest);
  return rest.includes(word) && (anyNumber.test(rest) || /[:：]/.test(rest) || [...word].length > 2);
}

/** How much of a line is what furniture is made of: dates, weekdays, issue numbers, prices, page names, staff words, the title. */
function furnitureShare(text: string, context: RoleContext): { share: number; hits: number } {
  let rest = text.toLowerCase();
  const total = rest.replace(/[\s•·|/,.:：，、\-—–]/g, "").length;
  if (total === 0) return { share: 1, hits: 1 };
  const numbered = anyNumber.test(rest) || /[:：]/.test(rest);
  let hits = 0;
  if (context.title !== "" && rest.replaceAll(" ", "").includes(context.title.replaceAll(" ", ""))) {
    hits += 2;
    rest = rest.replaceAll(" ", "").replaceAll(context.title.replaceAll(" ", ""), " ");
  }
  const hit = (word: string): void => {
    hits += 1;
    rest = rest.replaceAll(word, " ");
  };
  if (context.section !== "" && numbered && rest.includes(context.section)) hit(context.section);
  for (const lexicon of context.lexicons) {
    for (const day of lexicon.weekdays) if (rest.includes(day) && numbered) hit(day);
    const words = new Set(rest.split(/[^\p{L}\p{N}°]+/u));
    for (const month of lexicon.months) if (words.has(month) && /\d/.test(rest)) hit(month);
    for (const word of lexicon.furniture) if (holdsWord(rest, words, word, lexicon)) hit(word);
  }
  if (dateish.test(rest) || lunarDate.test(rest)) hits += 1;
  if (folio.test(rest)) hits += 1;
  if (issueNumber.test(rest)) hits += 1;
  rest = rest.replace(folio, " ").replace(lunarDate, " ").replace(numbersAndUnits, " ");
  if (hits === 0) return { share: 0, hits };
  const left = rest.replace(romanNumber, " ").replace(/[\s•·|/,.:：，、\-—–()（）$€¥£]/g, "").length;
  return { share: 1 - left / total, hits };
}

/** A sentence of Korean: 전화번호가 바뀝니다. */
const koreanSentence = /[가-힣]다\.(?: |$)/u;

/** Words of a language's prose, more than one: no furniture is made of those. Those inside a date (19 de junio de 1983) are none. */
const isProse = (text: string, context: RoleContext): boolean =>
  /[，。；]/.test(text) ||
  koreanSentence.test(text) ||
  context.lexicons.some((lexicon) => {
    if (!lexicon.spaced || /\p{sc=Hangul}/u.test(text)) return false;
    const words = text.split(/[^\p{L}\d]+/u).filter((word) => word !== "");
    const isDated = (word: string | undefined): boolean =>
      word !== undefined && (/^\d/.test(word) || lexicon.months.includes(word.toLowerCase()));
    const ofProse = words.filter(
      (word, i) =>
        word === word.toLowerCase() &&
        lexicon.functionWords.includes(word) &&
        !(isDated(words[i - 1]) || isDated(words[i + 1])),
    );
    return ofProse.length > 1;
  });

/** A line whose last word no sentence ends with: it goes on in the next. */
const breaksOff = (text: string, context: RoleContext): boolean => {
  const last = /(?:^| )(\p{Ll}+)$/u.exec(text)?.[1];
  return last !== undefined && context.lexicons.some(({ functionWords }) => functionWords.includes(last));
};

function isRunningHead(text: string, { running, page }: RoleContext): boolean {
  if (!running || page === undefined || text.length > 90) return false;
  const own = withoutFolio(text, page);
  return (own !== undefined && running.has(own)) || running.has(headKey(text));
}

const reading = (sure: number, rule: string): RoleReading => ({ role: "furniture", sure, rule });

/** The nameplate, whole or most of it (EVENING MAIL of The Harrow Evening Mail), and the Latin title of a Chinese paper. */
function nameplate(text: string, context: RoleContext): RoleReading | undefined {
  const bare = text.toLowerCase().replaceAll(" ", "");
  const title = context.title.replaceAll(" ", "");
  if (title !== "" && bare === title) return reading(0.99, "nameplate");
  if (title !== "" && title.includes(bare) && bare.length * 2 > title.length && bare.length >= 3)
    return reading(0.85, "nameplate");
  if (context.section !== "" && bare === context.section.replaceAll(" ", ""))
    return reading(0.9, "section-head");
  const unspaced = context.lexicons.every((lexicon) => !lexicon.spaced);
  const words = text.split(" ");
  const latinTitle =
    unspaced &&
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => /^[A-Z][A-Za-z]*$/.test(word));
  return latinTitle ? reading(0.75, "nameplate") : undefined;
}

/** Vol. 102, No. 37 and what a paper says of itself beside it: Serving Tamarack County Since 1892. */
const opensWithIssueNumber = (text: string): boolean =>
  numberWordings.some(({ pattern, strong }) => strong && (pattern.exec(text)?.index ?? 1) === 0);

const pageName =
  /^第?([0-9一二三四五六七八九十]+)版[^，。]{0,10}$|^[^，。]{0,8}?第?([0-9一二三四五六七八九十]+)版$|^[^，。\d]{0,8}(\d+)面$|^(\d+)面[^，。]{0,8}$/u;

/** Seite 4 · Page Two · 第四版: a page word and a number, alone. */
function folioAlone(text: string, { page }: RoleContext): RoleReading | undefined {
  const found = pageName.exec(text);
  if (found) {
    const name = readPageNumber(found.slice(1).find((number) => number !== undefined) ?? "");
    const named = text.length > (found.slice(1).find((number) => number !== undefined) ?? "").length + 2;
    // ３面　地域・スポーツ on page 1 says what stands there: its list of contents.
    return named && page !== undefined && name !== page ? undefined : reading(0.88, "folio-words");
  }
  const [word, number, more] = text.toLowerCase().split(" ");
  if (more === undefined && number !== undefined && /^(?:page|seite|pagina|página|blad)$/.test(word ?? ""))
    return readPageNumber(number) === undefined ? undefined : reading(0.9, "folio-words");
  return undefined;
}

/** Published daily by Courier Printing Co., 22 Canal Street: three words and more of those that imprints are made of. */
function imprint(text: string, context: RoleContext): RoleReading | undefined {
  const lower = text.toLowerCase();
  if (
    /(?:@|www\.|https?:)/.test(text) &&
    context.lexicons.some((l) => l.furniture.some((w) => lower.includes(w)))
  )
    return reading(0.8, "imprint");
  const words = new Set(lower.split(/[^\p{L}]+/u));
  const found = context.lexicons.flatMap((lexicon) =>
    lexicon.imprint.filter((word) =>
      word.includes(" ") || !lexicon.spaced || /\p{sc=Hangul}/u.test(word)
        ? lower.includes(word)
        : words.has(word),
    ),
  );
  const opens = context.lexicons.some((lexicon) => lexicon.imprint.some((word) => lower.startsWith(word)));
  const addressed = /\d|[:：@&]/.test(text);
  if (new Set(found).size >= 3) return reading(0.97, "imprint");
  if (opens && addressed && new Set(found).size >= 2) return reading(0.96, "imprint");
  return opens && /^[\p{L}\s]{2,22}[:：]/u.test(text) && /\d/.test(text)
    ? reading(0.85, "imprint")
    : undefined;
}

/** 第廿一回 · 第三章: what a chapter is called. */
const isChapter = (text: string): boolean => /^第.{1,4}[回章節节課课集幕講讲話话屆届]$/u.test(text);

export function readFurniture(text: string, context: RoleContext): RoleReading | undefined {
  if (isChapter(text)) return undefined;
  const name = nameplate(text, context);
  if (name) return name;
  const repeated = text.length <= 90 ? context.repeated.get(maskDigits(text)) : undefined;
  if (repeated === true || isRunningHead(text, context)) return reading(0.93, "repeated-on-pages");
  if (/^[-–—•·*_=~.\s\d|]+$/u.test(text) && text.length <= 12) return reading(0.8, "rule-or-number");
  const staff = imprint(text, context);
  if (staff) return staff;
  if (text.length > 110) return undefined;
  if (opensWithIssueNumber(text) && !isProse(text, context)) return reading(0.92, "issue-number");
  const { share, hits } = furnitureShare(text, context);
  if (repeated === false && share >= 0.55) return reading(0.93, "repeated-on-pages");
  const alone = folioAlone(text, context);
  if (alone) return alone;
  const prose = isProse(text, context);
  if (!prose && share >= 0.82) return reading(0.92, "folio-words");
  if (!prose && hits >= 3 && (share >= 0.5 || /[•·|]/.test(text))) return reading(0.92, "folio-words");
  if (!prose && share >= 0.7) return reading(0.75, "folio-words");
  if (
    !prose &&
    hits >= 1 &&
    price.test(text.toLowerCase()) &&
    !breaksOff(text, context) &&
    share >= 0.4 &&
    text.split(" ").length <= 6 &&
    !/[.。]$/.test(text)
  )
    return reading(0.85, "price");
  if (staffLine(text, context)) return reading(0.93, "staff-line");
  return undefined;
}

/** 责任编辑：金小满 版式：戚未然: role words, each with a colon and a name. */
function staffLine(text: string, context: RoleContext): boolean {
  const parts = text.split(/[:：]/);
  if (parts.length < 2 || text.length > 60) return false;
  const roles = parts
    .slice(0, -1)
    .filter((part) =>
      context.lexicons.some(
        (lexicon) => !lexicon.spaced && lexicon.furniture.some((word) => part.trim().endsWith(word)),
      ),
    );
  return roles.length >= 1 && roles.length === parts.length - 1 && (parts.at(-1) ?? "").trim() !== "";
}
