/**
 * Roles that words give away: bylines, credits, folios and other furniture, notice heads, dispatch openers.
 * Each reading says how sure it is; the segmenter weighs it against shape. A line of prose that only begins with
 * “By” (“By his own reckoning, which he”) is refused: names are short and capitalised, and nothing follows them.
 */
import type { Lexicon } from "../../text/lexicon/index.js";
import { isDigit, isHan, isHangul, isKana, isLatinLetter } from "../../text/scripts.js";

export type LexicalRole = "byline" | "credit" | "furniture" | "notice-head" | "dateline" | "contact";
export interface RoleReading {
  readonly role: LexicalRole;
  /** 0–1. */
  readonly sure: number;
  readonly rule: string;
}

export interface RoleContext {
  readonly lexicons: readonly Lexicon[];
  /** Newspaper's title, squashed and lower-cased, where known. */
  readonly title: string;
  readonly section: string;
  /** Squashed texts (digits as #) that stand on more than one page. */
  readonly repeated: ReadonlySet<string>;
}

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
]);
/** A byline is at most this many words or CJK characters long. */
const bylineWords = 12;
const bylineCharacters = 34;

const isCapitalised = (word: string): boolean => {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 32);
  return isLatinLetter(first) && first !== first.toLowerCase();
};

function spacedByline(text: string, lexicon: Lexicon): RoleReading | undefined {
  const lower = text.toLowerCase();
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
    if (named.length === rest.length && isCapitalised(rest[0] ?? "")) {
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
  if (/\S+@\S+\.\S+$/.test(text) && text.length <= 50) {
    const before = text.slice(0, text.lastIndexOf(" ")).trim();
    if (lexicon.byline.closers.some((closer) => before.endsWith(closer)))
      return { role: "byline", sure: 0.93, rule: "byline-closer" };
  }
  return undefined;
}

/** Chinese and Japanese: an opener and names of two to four characters, set apart by gaps or not. `raw` still has its gaps. */
function unspacedByline(raw: string, text: string, lexicon: Lexicon): RoleReading | undefined {
  if (text.length > bylineCharacters || /[。！？，；“”「」]$/.test(text) || /[，。；？！]/.test(text))
    return undefined;
  const opener = [...lexicon.byline.openers]
    .sort((a, b) => b.length - a.length)
    .find((word) => text.startsWith(word));
  const closer = [...lexicon.byline.closers]
    .sort((a, b) => b.length - a.length)
    .find((word) => text.length > word.length && text.endsWith(word.replaceAll(" ", "")));
  if (!opener && !closer) return undefined;
  const words = raw.split(/[ \u3000\t／/＝・:：、]+/).filter((word) => word !== "");
  const known = [...lexicon.byline.openers, ...lexicon.byline.closers, ...lexicon.byline.titles];
  const isName = (word: string): boolean =>
    [...word].length <= 4 && [...word].every((c) => isHan(c) || isKana(c) || c === "·");
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
    if (!stretched || !opener) return undefined;
    return { role: "byline", sure: 0.85, rule: "byline-opener" };
  }
  const names = words.filter((word) => !isKnown(word));
  if (names.length === 0) return undefined;
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

/** （隋宁） · (AP) · 【本报记者 张三】: a bracketed name alone on its line. */
function bracketedCredit(text: string): RoleReading | undefined {
  const open = text[0] ?? "";
  const close = text.at(-1) ?? "";
  if (!"（(〔【［[＝=".includes(open) || !"）)〕】］]＝=".includes(close)) return undefined;
  const inside = text.slice(1, -1);
  if (inside === "" || /[。！？；!?;（(]/.test(inside)) return undefined;
  const cjk = [...inside].filter((c) => isHan(c) || isKana(c)).length;
  const short = cjk > 0 ? [...inside].length <= 16 : inside.length <= 44 && inside.split(" ").length <= 6;
  return short ? { role: "credit", sure: 0.9, rule: "bracketed-credit" } : undefined;
}

const dateish =
  /\d{4}[-./年]\d{1,2}[-./月]\d{1,2}|\d{1,2}月\d{1,2}日|[一二三四五六七八九十廿]+月[一二三四五六七八九十廿]+日|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}월 ?\d{1,2}일|(?:1[5-9]|20)\d\d/u;

/** How much of a line is what furniture is made of: dates, weekdays, issue numbers, prices, page names, staff words, the title. */
function furnitureShare(text: string, context: RoleContext): { share: number; hits: number } {
  let rest = text.toLowerCase();
  const total = rest.replace(/[\s•·|/,.:：，、\-—–]/g, "").length;
  if (total === 0) return { share: 1, hits: 1 };
  const remove = (piece: string): void => {
    rest = rest.replaceAll(piece, " ");
  };
  let hits = 0;
  if (context.title !== "" && rest.replaceAll(" ", "").includes(context.title.replaceAll(" ", ""))) {
    hits += 2;
    rest = rest.replaceAll(" ", "").replaceAll(context.title.replaceAll(" ", ""), " ");
  }
  if (context.section !== "" && rest.includes(context.section)) {
    hits += 1;
    remove(context.section);
  }
  for (const lexicon of context.lexicons) {
    for (const day of lexicon.weekdays) if (rest.includes(day)) (hits += 1), remove(day);
    const words = new Set(rest.split(/[^\p{L}\p{N}°]+/u));
    for (const month of lexicon.months) if (words.has(month) && /\d/.test(rest)) (hits += 1), remove(month);
    for (const word of lexicon.furniture)
      if (
        lexicon.spaced && !/\p{sc=Hangul}/u.test(word)
          ? words.has(word) && /\d/.test(rest)
          : rest.includes(word) && (/\d/.test(rest) || /[:：]/.test(text) || [...word].length > 2)
      )
        (hits += 1), remove(word);
  }
  if (dateish.test(rest)) hits += 1;
  const folio =
    /第?[0-9一二三四五六七八九十]+版|\b(?:page|seite|pagina|página|p\.) ?[a-z]?\d+|제?\d+면|\d+面/u;
  if (folio.test(rest)) hits += 1;
  rest = rest
    .replace(folio, " ")
    .replace(
      /[0-9０-９]+|[年月日號号期第廿一二三四五六七八九十元版張张庚申甲乙丙丁戊己辛壬癸子丑寅卯辰巳午未酉戌亥星期民國国週曜]|n[ro°]\.?|vol\.?/g,
      " ",
    );
  if (hits === 0) return { share: 0, hits };
  const left = rest.replace(/[\s•·|/,.:：，、\-—–()（）$€¥]/g, "").length;
  return { share: 1 - left / total, hits };
}

const maskDigits = (text: string): string => text.replace(/[0-9０-９一二三四五六七八九十]+/g, "#");

function furniture(text: string, context: RoleContext): RoleReading | undefined {
  const bare = text.toLowerCase().replaceAll(" ", "");
  if (context.title !== "" && bare === context.title.replaceAll(" ", ""))
    return { role: "furniture", sure: 0.99, rule: "nameplate" };
  if (context.section !== "" && bare === context.section.replaceAll(" ", ""))
    return { role: "furniture", sure: 0.9, rule: "section-head" };
  if (text.length <= 90 && context.repeated.has(maskDigits(text)))
    return { role: "furniture", sure: 0.93, rule: "repeated-on-pages" };
  if (/^[-–—•·*_=~.\s\d|]+$/u.test(text) && text.length <= 12)
    return { role: "furniture", sure: 0.8, rule: "rule-or-number" };
  if (text.length > 110) return undefined;
  if (
    /^第?[0-9一二三四五六七八九十]+版[^，。]{0,10}$|^[^，。]{0,8}第?[0-9一二三四五六七八九十]+版$|^[^，。]{0,8}\d+面$|^\d+面[^，。]{0,8}$/u.test(
      text,
    )
  )
    return { role: "furniture", sure: 0.88, rule: "folio-words" };
  const { share, hits } = furnitureShare(text, context);
  const prose =
    /[，。；]/.test(text) ||
    context.lexicons.some(
      (lexicon) =>
        lexicon.spaced &&
        !/\p{sc=Hangul}/u.test(text) &&
        text
          .split(/[^\p{L}]+/u)
          .filter(
            (word) => word !== "" && word === word.toLowerCase() && lexicon.functionWords.includes(word),
          ).length > 1,
    );
  if (!prose && share >= 0.82) return { role: "furniture", sure: 0.92, rule: "folio-words" };
  if (!prose && hits >= 3 && (share >= 0.5 || /[•·|]/.test(text)))
    return { role: "furniture", sure: 0.92, rule: "folio-words" };
  if (!prose && share >= 0.7) return { role: "furniture", sure: 0.75, rule: "folio-words" };
  const staff = staffLine(text, context);
  if (staff) return { role: "furniture", sure: 0.93, rule: "staff-line" };
  if (
    /(?:@|www\.|https?:)/.test(text) &&
    context.lexicons.some((lexicon) => lexicon.furniture.some((word) => text.toLowerCase().includes(word)))
  )
    return { role: "furniture", sure: 0.8, rule: "imprint" };
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

function noticeHead(text: string, lexicon: Lexicon): RoleReading | undefined {
  const bare = text
    .toLowerCase()
    .replace(/[\s:：!！.。·•*]+$/u, "")
    .replace(/^[【\[■●◆★☆\s]+/u, "")
    .replace(/[】\]■●◆★☆\s]+$/u, "");
  const exact = lexicon.noticeHeads.some(
    (head) => bare === head || bare.replaceAll(" ", "") === head.replaceAll(" ", ""),
  );
  if (exact) {
    const capitals = text === text.toUpperCase();
    return {
      role: "notice-head",
      sure: lexicon.spaced && !capitals && bare.length < 7 ? 0.6 : 0.95,
      rule: "notice-head",
    };
  }
  const tail =
    !lexicon.spaced &&
    [...bare].length <= 18 &&
    lexicon.noticeHeads.some((head) => [...head].length >= 2 && bare.endsWith(head));
  return tail ? { role: "notice-head", sure: 0.75, rule: "notice-head" } : undefined;
}

/** A dispatch opener or place-and-date alone on its line: 本报青埠10月25日电. */
function aloneDateline(text: string, lexicon: Lexicon): RoleReading | undefined {
  if (lexicon.spaced || text.length > 22) return undefined;
  const opener = lexicon.datelineOpeners.find((word) => text.startsWith(word));
  if (!opener) return undefined;
  const rest = text.slice(opener.length);
  return rest === "" || /(?:电|電|讯|訊)$/.test(rest)
    ? { role: "dateline", sure: 0.95, rule: "dateline" }
    : undefined;
}

/** A line that is mostly a telephone number, a price or an address: what adverts and notices are made of. */
function contact(text: string): RoleReading | undefined {
  const phone = /(?:\d[\d\s()-]{6,}\d|\d{3,4}[-–]\d{4,8}|☎|tel[.:]|tél\.?)/iu.test(text);
  if (!phone || text.length > 80) return undefined;
  const digits = [...text].filter(isDigit).length;
  return digits * 5 >= text.length ? { role: "contact", sure: 0.7, rule: "contact" } : undefined;
}

/** The readings of one line by its words, most sure first. `raw` is the line's text with its gaps. */
export function readRoles(raw: string, text: string, context: RoleContext): RoleReading[] {
  const readings: (RoleReading | undefined)[] = [
    furniture(text, context),
    bracketedCredit(text),
    contact(text),
  ];
  const hangul = [...text].some(isHangul);
  for (const lexicon of context.lexicons) {
    readings.push(
      lexicon.spaced || hangul ? spacedByline(text, lexicon) : unspacedByline(raw, text, lexicon),
    );
    readings.push(noticeHead(text, lexicon), aloneDateline(text, lexicon));
  }
  return readings.filter((reading) => reading !== undefined).sort((a, b) => b.sure - a.sure);
}

export { maskDigits };
