import { describe, expect, it } from "vitest";
import { countHangul, spaceAtLineEnd } from "../../src/text/hangul-spacing.js";
import { wrapsWords } from "../../src/text/hangul-wrap.js";

const lines = [
  "마을 도서관은 토요일에도 문을 연다. 마을 사람들은",
  "이 도서관은 아이들이 가장 좋아하는 곳이라고 말한다.",
  "아이들이 책을 고르는 동안 마을 사람들은 차를 마신다.",
  "올해 마을 잔치는 도서관은 물론 학교에서도 열린다.",
];

describe("Korean line ends", () => {
  const spacing = countHangul(lines);
  it("word-cut-after-a-syllable--meets-without-a-space", () => {
    expect(spaceAtLineEnd("새로 지은 도서", "관은 넓다", spacing)).toBe(false);
  });
  it("two-whole-words--meet-over-a-space", () => {
    expect(spaceAtLineEnd("오늘 마을", "사람들은 모였다", spacing)).toBe(true);
  });
});

describe("Korean that was wrapped by words", () => {
  const words =
    "마을 도서관은 토요일에도 문을 연다고 한다 이웃사람들은 이 도서관이 아이들에게 가장 좋은 곳이라고 입을 모아 말하면서 해마다 조금씩 책을 기증해 왔다".split(
      " ",
    );
  const text = Array.from({ length: 12 }, () => words).flat();
  /** Lines of at most so many characters, broken only between words. */
  const wrapped = text.reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > 22) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
    return lines;
  }, []);
  const broken =
    text
      .join(" ")
      .match(/.{1,22}/gu)
      ?.map((line) => line.trim()) ?? [];

  it("is told by lines that end at all widths", () => {
    expect(wrapsWords(wrapped)).toBe(true);
    expect(wrapsWords(broken)).toBe(false);
    expect(wrapsWords(wrapped.slice(0, 6))).toBe(false);
  });
  it("has a space at each line end", () => {
    expect(spaceAtLineEnd("새로 지은 도서", "관은 넓다", countHangul(wrapped))).toBe(true);
  });
});
