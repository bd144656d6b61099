import { describe, expect, it } from "vitest";
import { collectVocabulary, wordsOf } from "../../src/text/vocabulary.js";

describe("wordsOf", () => {
  it("finds words of alphabetic scripts only, with inner apostrophes", () => {
    expect(wordsOf("渡口Gate’s l'eau 한국 éclair 'tis—x")).toEqual([
      { word: "Gate’s", at: 2 },
      { word: "l'eau", at: 9 },
      { word: "éclair", at: 18 },
      { word: "tis", at: 26 },
      { word: "x", at: 30 },
    ]);
  });
});

describe("collectVocabulary", () => {
  it("leaves out what a line end cut", () => {
    const { count } = collectVocabulary(["the water-", "front was wet", "Water rose"]);
    expect([count("water"), count("front"), count("was"), count("rose")]).toEqual([1, 0, 1, 1]);
  });
  it("counts a piece apart from its partner", () => {
    const { countApart } = collectVocabulary(["Gat eway", "gat eway", "Gateway", "the gat"]);
    expect(countApart("eway", "gat", "")).toBe(0);
    expect(countApart("gat", "", "eway")).toBe(1);
  });
  it("knows what opens a compound", () => {
    const { opensCompound } = collectVocabulary(["Anne Dorn-Lisle", "well - then"]);
    expect([opensCompound("DORN"), opensCompound("well")]).toEqual([true, false]);
  });
});
