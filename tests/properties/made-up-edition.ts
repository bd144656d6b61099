/**
 * Made-up editions for property tests: stories of invented sentences set in columns, some of them continued on the
 * next page, letter-spaced and hyphenated as print is, their blocks in any order, with stray lines of anything.
 */
import fc from "fast-check";
import type { EditionJob, SourceFile } from "../../src/model/job.js";
import { setLines } from "../scores/sources/set-lines.mjs";
import { shuffle } from "../scores/sources/shuffle.mjs";

const words = {
  "zh-Hans":
    "市民 广场 图书馆 河岸 社区 学校 记者 今年 全市 项目 老街 居民 公交 改造 春天 设施 医院 服务 开放 数据 3 12 5.6% GDP 代表 介绍 目前 已经 将于 完成 推进 道路".split(
      " ",
    ),
  en: "council harbor library ferry street the of and a school market evening river bridge teacher garden repair budget plan meeting neighbours would open close spring autumn concert 12 1,400 half".split(
    " ",
  ),
  ja: "市民 広場 図書館 川 の は を 学校 今年 電車 公園 子ども 祭り に で 新しい 計画 開く 町 人 12 参加 した".split(
    " ",
  ),
  de: "Rat Hafen Bücherei Fähre Straße der die und ein Schule Markt Abend Fluß Brücke Lehrer Garten Plan Sitzung Nachbarn öffnet schließt Frühling Konzert 12".split(
    " ",
  ),
} as const;
type Language = keyof typeof words;
const cjk = (language: Language) => language === "zh-Hans" || language === "ja";
const stop = (language: Language) => (cjk(language) ? "。" : ".");
const marks: Record<Language, readonly [string, string]> = {
  "zh-Hans": ["（下转第{n}版）", "（上接第{n}版）"],
  en: ["Continued on page {n}", "Continued from page {n}"],
  ja: ["（{n}面に続く）", "（{n}面から続く）"],
  de: ["Fortsetzung auf Seite {n}", "Fortsetzung von Seite {n}"],
};

const sentence = (language: Language) =>
  fc
    .array(fc.constantFrom(...words[language]), { minLength: 4, maxLength: 18 })
    .map((list) => list.join(cjk(language) ? "" : " ") + stop(language));
const paragraph = (language: Language) =>
  fc
    .array(sentence(language), { minLength: 1, maxLength: 4 })
    .map((list) => list.join(cjk(language) ? "" : " "));
const headline = (language: Language) =>
  fc
    .array(fc.constantFrom(...words[language]), { minLength: 2, maxLength: 5 })
    .map((list) => list.join(cjk(language) ? "" : " "));

/** Lines of a Latin paragraph: wrapped, with a word now and then cut by a hyphen. */
function wrap(text: string, measure: number): string[] {
  const lines: string[] = [];
  let line = "  ";
  for (const word of text.split(" ")) {
    const room = measure - line.length;
    if (word.length + 1 > room && word.length > 6 && room > 5) {
      lines.push(`${line} ${word.slice(0, 3)}-`);
      line = word.slice(3);
    } else if (word.length + 1 > room) {
      lines.push(line);
      line = word;
    } else line += line.trim() === "" ? word : ` ${word}`;
  }
  return [...lines, line];
}

interface Story {
  readonly head: string;
  readonly body: readonly string[];
  /** Page turn after this paragraph; absent: the story stays on its page. */
  readonly cut?: number;
  readonly byline: boolean;
}
const story = (language: Language): fc.Arbitrary<Story> =>
  fc
    .record({
      head: headline(language),
      body: fc.array(paragraph(language), { minLength: 1, maxLength: 5 }),
      turn: fc.option(fc.nat(3), { nil: undefined }),
      byline: fc.boolean(),
    })
    .map(({ turn, ...rest }) =>
      turn !== undefined && turn + 1 < rest.body.length ? { ...rest, cut: turn } : rest,
    );

/** Text that no newspaper printed, but a file may hold. No line ends: lines stay lines. */
const stray = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "---",
    "# 1944. ",
    "* * *",
    "<b>bold</b> & <script>",
    "[1]: javascript:x",
    "|",
    "￼",
    "﻿",
    "ａｂ　ｃ",
    "{{ page }}",
    "../..",
    "‮abc",
  ),
);
/** Characters that end lines or that no decoder gives: a line must stay a line. */
const isLineText = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  const ends = (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
  return !ends && code !== 0 && !(code >= 0xd800 && code <= 0xdfff);
};

export interface MadeUpEdition {
  readonly language: Language;
  readonly measure: number;
  readonly pages: readonly string[];
}

const pageText = (blocks: readonly (readonly string[])[], seed: number): string =>
  `${(shuffle(blocks, seed) as string[][]).map((block) => block.join("\n")).join("\n\n")}\n`;

export const madeUpEdition: fc.Arbitrary<MadeUpEdition> = fc
  .constantFrom<Language>("zh-Hans", "en", "ja", "de")
  .chain((language) =>
    fc
      .record({
        measure: fc.integer({ min: 10, max: 18 }),
        stories: fc.array(fc.array(story(language), { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 3,
        }),
        strays: fc.array(fc.tuple(fc.nat(2), stray), { maxLength: 4 }),
        seed: fc.nat(1000),
      })
      .map(({ measure, stories, strays, seed }) => {
        const set = (text: string): string[] =>
          cjk(language) ? setLines(text, { measure, indent: 2 }) : wrap(text, measure * 3);
        const blocks: string[][][] = stories.map(() => []);
        for (const [index, list] of stories.entries())
          for (const { head, body, cut, byline } of list) {
            const here = blocks[index] as string[][];
            const next = blocks[index + 1];
            const turn = next && cut !== undefined ? cut : undefined;
            here.push([head]);
            if (byline)
              here.push([
                language === "zh-Hans" ? "□记者 高飞 报道" : language === "en" ? "By JANE DOE" : "（記者）",
              ]);
            const [forward, backward] = marks[language].map((mark, side) =>
              mark.replace("{n}", String(side === 0 ? index + 2 : index + 1)),
            ) as [string, string];
            here.push([
              ...body.slice(0, turn === undefined ? undefined : turn + 1).flatMap(set),
              ...(turn === undefined ? [] : [forward]),
            ]);
            if (turn !== undefined && next)
              next.push([head], [backward, ...body.slice(turn + 1).flatMap(set)]);
          }
        for (const [at, text] of strays) {
          const clean = Array.from(text).filter(isLineText).join("");
          (blocks[at % blocks.length] as string[][]).push([clean]);
        }
        return { language, measure, pages: blocks.map((list, index) => pageText(list, seed + index)) };
      }),
  );

const encoder = new TextEncoder();
export const textFile = (path: string, text: string): SourceFile => ({ path, bytes: encoder.encode(text) });
const pageName = (index: number): string => `pages/${String(index + 1).padStart(2, "0")}.txt`;

export function jobOf({ language, pages }: MadeUpEdition, more: readonly SourceFile[] = []): EditionJob {
  const sheet = `---\nnewspaper: "Made Up Times"\ndate: "1958-03-02"\nlanguage: "${language}"\n---\n`;
  return {
    folder: "made-up",
    files: [
      textFile("edition.md", sheet),
      ...pages.map((text, index) => textFile(pageName(index), text)),
      ...more,
    ],
  };
}
