/** The typeset bench: what it holds, and how its texts are compared. */
import { describe, expect, it } from "vitest";
import { madeNames, madeSample } from "./made-bench.mjs";
import { madeRows } from "./made-scores.mjs";
import { madePart } from "./print-made.mjs";
import { letterDistance, likeness } from "./score-text.mjs";

describe("the spread of made pages", () => {
  it("sets every make-up in several issues, and its sample is part of it", () => {
    expect(new Set(madeNames).size).toBe(madeNames.length);
    const settings = madeNames.map((name: string) => /\d+$/.exec(name)?.[0]);
    for (const setting of new Set(settings))
      expect(settings.filter((other: unknown) => other === setting).length).toBeGreaterThan(4);
    for (const name of madeSample) expect(madeNames).toContain(name);
  });
});

describe("likeness of texts", () => {
  it("counts letters put in, taken out and changed", () => {
    expect(letterDistance("kitten", "sitting")).toBe(3);
    expect(letterDistance("", "abc")).toBe(3);
    expect(letterDistance("abcdef".repeat(40), "abcdef".repeat(40))).toBe(0);
    expect(letterDistance(`x${"ab".repeat(60)}`, `${"ab".repeat(60)}yy`)).toBe(3);
    expect(letterDistance("a".repeat(90), "b".repeat(50))).toBe(90);
  });

  it("is 1 for the same and 0 for nothing in common", () => {
    expect(likeness("", "")).toBe(1);
    expect(likeness("海港", "海港")).toBe(1);
    expect(likeness("abcd", "wxyz")).toBe(0);
    expect(likeness("abcd", "abxd")).toBe(0.75);
  });
});

describe("the table of made pages", () => {
  const counts = { stories: 2, articles: 2, whole: 1, exact: 1, headlines: 2, headlinesRight: 1 };
  const score = {
    count: { ...counts, headlineLines: 2, headlineLinesRight: 1, paragraphs: 4, paragraphsExact: 3 },
    groups: { right: 3, predicted: 4, true: 4, splits: 1, merges: 2, unplaced: 0 },
    letters: { letters: 10, precision: 9, recall: 8 },
    edges: { hit: 3, predicted: 4, true: 4 },
    jumps: { total: 2, joined: 1, falseJoins: 1, dangling: 0 },
    texts: { sum: 1.5, count: 2 },
    has: { paragraphs: true },
  };
  const one = { name: "x-1", language: "ko", makeup: { name: "turned", columns: 5 }, score };
  const scored = ["text", "alto"].map((variant) => ({ ...one, variant }));

  it("has a row for each language, make-up and number of columns, the variants side by side", () => {
    const text = madePart(madeRows(scored));
    for (const row of ["ko", "turned", "5 columns", "all"])
      expect(text).toContain(
        `| ${row} | 1 | 0.750 → 0.750 | 0.750 → 0.750 | 0.50 → 0.50 | 0.50 → 0.50 | 0.50 → 0.50 | 0.50 → 0.50 | 1+2 → 1+2 |`,
      );
  });

  it("is left out where nothing was scored", () => expect(madePart([])).toBe(""));
});
