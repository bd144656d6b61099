import { describe, expect, it } from "vitest";
import { hyphenate } from "./hyphenate.mjs";
import { partsOf } from "./read-issue.mjs";
import { groupLines, readLines } from "./read-lines.mjs";

/** Glyphs of 10 points set in a row from (x, y), `gap` points apart. */
const row = (text: string, x: number, y: number, gap = 0) =>
  [...text].map((char, nth) => {
    const x0 = x + nth * (10 + gap);
    return { text: char, x0, x1: x0 + 10, y0: y, y1: y + 10, em: 10 };
  });
const column = (text: string, x: number, y: number) =>
  [...text].map((char, nth) => ({
    text: char,
    x0: x,
    x1: x + 10,
    y0: y + nth * 10,
    y1: y + nth * 10 + 10,
    em: 10,
  }));
const extractor = { gapEm: 0.12, keepDouble: true, vertical: false };
const textsOf = (lines: { text: string }[]) => lines.map((line) => line.text);

describe("taking lines out of glyphs", () => {
  it("reads a stretched line letter-spaced and a plain one closed", () => {
    expect(
      textsOf(readLines([...row("桥面中段", 0, 0, 2), ...row("还留出了", 0, 14, 1)], extractor)),
    ).toEqual(["桥 面 中 段", "还留出了"]);
  });

  it("reads a stretched word space as two or as one, as the extractor does", () => {
    const glyphs = [...row("a ", 0, 0), ...row("b", 25, 0)];
    expect(textsOf(readLines(glyphs, extractor))).toEqual(["a  b"]);
    expect(textsOf(readLines(glyphs, { ...extractor, keepDouble: false }))).toEqual(["a b"]);
  });

  it("begins a new line where tight punctuation runs back, as pdftotext does, and only when asked to", () => {
    const glyphs = [...row("天黑。", 0, 0), ...row("”他", 25, 0)];
    expect(textsOf(readLines(glyphs, extractor))).toEqual(["天黑。”他"]);
    expect(textsOf(readLines(glyphs, { ...extractor, breaksAtOverlap: true }))).toEqual(["天黑。", "”他"]);
  });

  it("drops the space that a soft hyphen without room is drawn as", () => {
    const glyphs = [...row("wor", 0, 0), ...row(" ", 30, 0), ...row("ker", 30, 0)];
    expect(textsOf(readLines(glyphs, extractor))).toEqual(["worker"]);
  });

  it("reads columns of a vertical page from right to left as lines", () => {
    const lines = readLines([...column("最も手間が", 40, 0), ...column("かかった", 24, 0)], {
      ...extractor,
      vertical: true,
    });
    expect(textsOf(lines)).toEqual(["最も手間が", "かかった"]);
  });

  it("puts a blank line where a short last line meets an indented first one, and between far lines", () => {
    const full = readLines(
      [...row("一二三四五", 0, 0), ...row("六七八", 0, 14), ...row("九十十", 20, 28)],
      extractor,
    );
    expect(groupLines(full).map(textsOf)).toEqual([["一二三四五", "六七八"], ["九十十"]]);
    const far = readLines([...row("一二三四五", 0, 0), ...row("六七八九十", 0, 16)], extractor);
    expect(groupLines(far)).toHaveLength(2);
  });
});

describe("cutting a story into its parts", () => {
  const body = ["abcdef", "ghij", "klm"].map((text) => ({ kind: "paragraph", text }));

  it("cuts inside a paragraph, and once more further on", () => {
    const then = { to_page: 4, after_paragraph: 1, after_char: null };
    const story = { page: 1, body, jump: { to_page: 2, after_paragraph: 0, after_char: 4, then } };
    expect(partsOf(story).map(({ page, spans }) => [page, spans])).toEqual([
      [1, [[0, 0, 4]]],
      [
        2,
        [
          [0, 4, 6],
          [1, 0, 4],
        ],
      ],
      [4, [[2, 0, 3]]],
    ]);
  });
});

describe("soft hyphens", () => {
  it("come before a consonant and its vowel, and never part a sound", () => {
    expect(hyphenate("something new, berries and washing").replaceAll("\u00ad", "·")).toBe(
      "so·me·thing new, ber·ries and wa·shing",
    );
  });
});
