import { describe, expect, it } from "vitest";
import { countHangul, spaceAtLineEnd } from "../../src/text/hangul-spacing.js";

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
