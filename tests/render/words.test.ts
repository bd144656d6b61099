import { describe, expect, it } from "vitest";
import { interfaceLanguages } from "../../src/model/interface-languages.js";
import { formatDate, readDate, weekdayOf } from "../../src/render/format-date.js";
import { allWords, directionOf, fillWords, wordsFor } from "../../src/render/words/index.js";

const braces = (value: unknown): string[] =>
  [...String(value).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();
const english = wordsFor("en");

describe("words", () => {
  it("are there in each language that an edition may ask for, and in no other", () => {
    expect(allWords.map(({ lang }) => lang).sort()).toEqual([...interfaceLanguages].sort());
  });
  it("say the same things in every language, with the same names to fill", () => {
    for (const words of allWords) {
      expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
      for (const [name, wording] of Object.entries(words)) {
        if (name.startsWith("date") || name.startsWith("month") || name.startsWith("weekday")) continue;
        // Japanese and Korean may name a page twice in one sentence.
        expect([new Set(braces(wording)), words.lang, name]).toEqual([
          new Set(braces(english[name as keyof typeof english])),
          words.lang,
          name,
        ]);
      }
      expect(words.months).toHaveLength(12);
      expect(words.weekdays).toHaveLength(7);
      expect(words.weekdayMarks).toHaveLength(7);
    }
  });
  it("are chosen by script and region, and fall back to English", () => {
    expect(wordsFor("zh").lang).toBe("zh-Hans");
    expect(wordsFor("zh-TW").lang).toBe("zh-Hant");
    expect(wordsFor("zh-Hans-HK").lang).toBe("zh-Hans");
    expect(wordsFor("pt-BR").lang).toBe("en");
    expect(directionOf("ar-EG")).toBe("rtl");
    expect(directionOf("ja")).toBe("ltr");
  });
  it("leave unknown names and inherited ones alone", () => {
    expect(fillWords("{n} {constructor}", { n: 3 })).toBe("3 {constructor}");
  });
});

describe("dates", () => {
  it("know their weekday without a clock", () => {
    expect(formatDate("2023-10-26", wordsFor("zh-Hans"))).toBe("2023年10月26日 星期四");
    expect(formatDate("1858-12-07", wordsFor("de"))).toBe("Dienstag, 7. Dezember 1858");
    expect(weekdayOf({ year: 2000, month: 2, day: 29 })).toBe(1);
  });
  it("refuse days that never were and say so by showing them as written", () => {
    expect(readDate("2023-02-29")).toBeUndefined();
    expect(formatDate("2023-02-29", english)).toBe("2023-02-29");
    expect(formatDate(undefined, english)).toBe("Without a date");
  });
});
