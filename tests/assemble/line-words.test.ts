/** What the words of an edition say of its lines. */
import { describe, expect, it } from "vitest";
import { learnLineWords } from "../../src/assemble/line-words.js";
import { readLines } from "../../src/assemble/read-units.js";
import { lexiconOf } from "../../src/text/lexicon/index.js";
import { pageOf } from "./read-page.js";

const house = { forward: [], backward: [] };

function wordsOf(language: string, ...pages: string[][]) {
  const read = readLines(
    pages.map((texts, i) => pageOf(i + 1, texts, language)),
    { title: "", house, language },
  );
  const learned = learnLineWords(read.map(({ lines }) => lines));
  const { pieces } = read.at(-1)?.lines ?? { pieces: [] };
  const at = (text: string): number => pieces.findIndex((piece) => piece.text.startsWith(text));
  return { at, words: learned(pieces, [lexiconOf(language)], () => true) };
}

describe("words of lines", () => {
  it("knows characters that stand together elsewhere", () => {
    const { at, words } = wordsOf(
      "zh-Hans",
      ["码头的栈桥修好了。"],
      ["渡船重新停靠码", "头，栈桥今天开放", "读者来信选登"],
    );
    expect(words.meetings(at("头，"))).toBe(1);
    expect(words.meetings(at("读者"))).toBe(0);
  });

  it("says nothing of characters after a stop, nor of what a hyphen cuts", () => {
    const chinese = wordsOf("zh-Hans", ["渡船停靠码头。", "码头"]);
    expect(chinese.words.meetings(1)).toBeUndefined();
    const english = wordsOf("en", ["The ferry will stop at the har-", "bor on Friday."]);
    expect(english.words.meetings(1)).toBeUndefined();
  });

  it("knows a line that leans on the next", () => {
    const { at, words } = wordsOf("en", [
      "Ferry stops at dusk",
      "The pilots will not land at the",
      "east pier.",
    ]);
    expect(words.leans(at("The pilots"))).toBe(true);
    expect(words.leans(at("Ferry"))).toBe(false);
  });

  it("asks how much of a headline comes again near it, but not in the line beside it", () => {
    const { at, words } = wordsOf("en", [
      "Ferry landing rebuilt",
      "Workers finished the piles on Monday,",
      "and the ferry will use the new landing",
      "from Friday, the harbor office said.",
    ]);
    expect(words.named(at("Ferry"))).toBeCloseTo(2 / 3);
    expect(words.named(at("Workers"))).toBe(0);
  });

  it("does not take a story's first line for a headline because the headline says its words", () => {
    const read = readLines(
      [
        pageOf(
          1,
          ["Ferry landing", "Men came on Monday to see the", "ferry landing at the old pier, where"],
          "en",
        ),
      ],
      { title: "", house, language: "en" },
    );
    const learned = learnLineWords(read.map(({ lines }) => lines));
    const { pieces } = read[0]?.lines ?? { pieces: [] };
    const last = pieces.length - 1;
    const unlessShort = learned(pieces, [lexiconOf("en")], (i) => i > 0);
    expect(unlessShort.named(last)).toBe(0);
    expect(unlessShort.named(0)).toBe(1);
  });

  it("knows the word of a jump line at the head of a line", () => {
    const { at, words } = wordsOf(
      "en",
      ["The council met late.", "See HARBOR, Page 2"],
      ["Harbor: Council splits", "Harbormaster retires"],
    );
    expect(words.slugged(at("Harbor:"))).toBe(true);
    expect(words.slugged(at("Harbormaster"))).toBe(false);
  });
});
