/**
 * Roles that words give away: bylines, credits, folios and other furniture, notice heads, dispatch openers.
 * Each reading says how sure it is; the segmenter weighs it against shape. A line of prose that only begins with
 * “By” (“By his own reckoning, which he”) is refused: names are short and capitalised, and nothing follows them.
 */
import type { Lexicon } from "../../text/lexicon/index.js";
import { isDigit, isHan, isHangul, isKana } from "../../text/scripts.js";
import { endsWithWord } from "./line-openings.js";
import { spacedByline, surnameAlone, unspacedByline } from "./read-byline.js";
import { readFurniture } from "./read-furniture.js";
import { nameAlone } from "./read-name.js";
import { pictureCredit } from "./read-picture.js";

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
  /** Squashed texts (digits as #) that stand on more than one page; true where that alone tells a running head. */
  readonly repeated: ReadonlyMap<string, boolean>;
  /** Running heads without their page numbers. */
  readonly running?: ReadonlySet<string>;
  /** The page's own number. */
  readonly page?: number;
  /** Lower-cased names that stand as whole lines more than once. */
  readonly names?: ReadonlySet<string>;
}

/** （隋宁） · (AP) · 【本报记者 张三】: a bracketed name alone on its line. */
function bracketedCredit(text: string, lexicons: readonly Lexicon[]): RoleReading | undefined {
  const open = text[0] ?? "";
  const close = text.at(-1) ?? "";
  if (!"（(〔【［[＝=".includes(open) || !"）)〕】］]＝=".includes(close)) return undefined;
  const inside = text.slice(1, -1);
  if (inside === "" || /[。！？；!?;（(]/.test(inside)) return undefined;
  const cjk = [...inside].filter((c) => isHan(c) || isKana(c)).length;
  const short = cjk > 0 ? [...inside].length <= 16 : inside.length <= 44 && inside.split(" ").length <= 6;
  if (!short || isAside(inside, lexicons)) return undefined;
  // Who reported stands over a story: (Van onze verslaggever), 【本報記者林恭平西港二日電】. A name in round brackets signs it below.
  const reports = lexicons.some((lexicon) =>
    lexicon.spaced
      ? spacedByline(inside, lexicon)?.rule === "byline-opener" && !/^\p{Ll}/u.test(inside)
      : "【〔［[".includes(open) && opensReport(inside, lexicon),
  );
  return reports
    ? { role: "byline", sure: 0.92, rule: "bracketed-byline" }
    : { role: "credit", sure: 0.9, rule: "bracketed-credit" };
}

/** (Laughter.) · （拍手） · (Beifall): what an audience did is part of the speech. */
const isAside = (inside: string, lexicons: readonly Lexicon[]): boolean => {
  const bare = inside.toLowerCase().replace(/[.…]+$/u, "");
  return lexicons.some(({ asides }) => asides.some((word) => bare === word || bare.endsWith(` ${word}`)));
};

/** 本報記者林恭平西港二日電: who reports, at the head of what the brackets hold. */
const opensReport = (inside: string, { byline }: Lexicon): boolean =>
  byline.titles.some((title) => [...title].length > 1 && inside.includes(title)) ||
  byline.openers.some((opener) => [...opener].length > 1 && inside.startsWith(opener));

/** No head of a notice is so long, in letters; the patterns below take time with the square of a line's length. */
const longestHead = 200;

function noticeHead(text: string, lexicon: Lexicon): RoleReading | undefined {
  if (text.length > longestHead) return undefined;
  const bare = text
    .toLowerCase()
    .replace(/[\s:：!！.。·•*]+$/u, "")
    .replace(/^[【[■●◆★☆\s]+/u, "")
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

/** Staff Writer, Our Special Correspondent: what stands on bylines beside a name. */
const isTitle = (text: string, lexicons: readonly Lexicon[]): boolean =>
  lexicons.some(({ byline }) => byline.titles.some((title) => endsWithWord(text.toLowerCase(), title)));

/** The readings of one line by its words, most sure first. `raw` is the line's text with its gaps. */
export function readRoles(raw: string, text: string, context: RoleContext): RoleReading[] {
  const readings: (RoleReading | undefined)[] = [
    readFurniture(text, context),
    bracketedCredit(text, context.lexicons),
    contact(text),
  ];
  const hangul = [...text].some(isHangul);
  // STAFF WRITER under several names comes again too, and signs nothing.
  if (context.names?.has(text.toLowerCase()) && !isTitle(text, context.lexicons))
    readings.push({ role: "byline", sure: 0.85, rule: "name-that-signs" });
  for (const lexicon of context.lexicons) {
    readings.push(
      lexicon.spaced || hangul ? spacedByline(text, lexicon) : unspacedByline(raw, text, lexicon),
    );
    readings.push(surnameAlone(raw, text, lexicon), nameAlone(text, lexicon), pictureCredit(text, lexicon));
    readings.push(noticeHead(text, lexicon), aloneDateline(text, lexicon));
  }
  return readings.filter((reading) => reading !== undefined).sort((a, b) => b.sure - a.sure);
}
