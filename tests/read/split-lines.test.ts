import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainText } from "../../src/read/plain-text.js";
import { isBlank, splitLines, splitPages } from "../../src/read/split-lines.js";

const originals = (text: string): string[] => splitLines(text).map(({ original }) => original);

describe("splitLines", () => {
  it.each([
    ["a\nb", ["a", "b"]],
    ["a\r\nb\r\n", ["a", "b"]],
    ["a\rb", ["a", "b"]],
    ["a\n\rb", ["a", "", "b"]],
    ["a\r\r\nb", ["a", "", "b"]],
    ["a\u2028b\u2029c\vd", ["a", "b", "c", "d"]],
    ["a\u0085b", ["a\u0085b"]],
    ["", []],
    ["\n", [""]],
    ["　　第一\t段\u200b︒", ["　　第一\t段\u200b︒"]],
  ])("%j", (text, lines) => expect(originals(text)).toEqual(lines));

  it("numbers lines as editors do: text after a form feed stands on its line", () => {
    expect(splitLines("a\n\fb\nc\fd", 5).map(({ number, original }) => [number, original])).toEqual([
      [5, "a"],
      [6, ""],
      [6, "b"],
      [7, "c"],
      [7, "d"],
    ]);
  });

  it("loses nothing, and no two lines of one page share a number", () => {
    const unit = fc.constantFrom(
      "a",
      "第",
      " ",
      "\n",
      "\r",
      "\f",
      "\v",
      "\u2028",
      "\u0085",
      "\u3000",
      "\ufeff",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const lines = splitLines(text);
        expect(lines.map(({ original, terminator }) => original + terminator).join("")).toBe(text);
        for (const page of splitPages(lines)) {
          const printed = page.filter(({ original }) => !isBlank(original)).map(({ number }) => number);
          expect(new Set(printed).size).toBe(printed.length);
        }
        expect(splitPages(lines).flat()).toEqual(lines);
      }),
    );
  });
});

describe("splitPages", () => {
  it.each([
    ["a", 1],
    ["", 1],
    ["a\fb", 2],
    ["a\fb\f", 2],
    ["a\fb\f\n \n", 2],
    ["a\f\fb", 3],
    ["\fa", 2],
    ["\f", 1],
  ])("%j holds %i pages", (text, count) => expect(splitPages(splitLines(text))).toHaveLength(count));
});

describe("readPlainText", () => {
  it("makes a block of each run of lines and counts the blank lines between", () => {
    const blocks = readPlainText(splitLines("\n\na\nb\n\n　\nc\n\n"));
    expect(blocks.map(({ lines }) => lines)).toEqual([
      [
        { number: 3, original: "a", blanksBefore: 0 },
        { number: 4, original: "b", blanksBefore: 0 },
      ],
      [{ number: 7, original: "c", blanksBefore: 2 }],
    ]);
  });

  it("keeps every printed line as it is", () => {
    const unit = fc.constantFrom("a", "第", " ", "\n", "\r\n", "\t", "\u3000", "\u200b", "︒");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        const kept = readPlainText(splitLines(text)).flatMap(({ lines }) => lines);
        const printed = text.split(/\r\n|\n/).filter((line) => !isBlank(line));
        expect(kept.map(({ original }) => original)).toEqual(printed);
      }),
    );
  });
});

describe("isBlank", () => {
  it.each(["", " ", "\t", "　", "\u200b", "\ufeff\u2060", "\x1a", "\u00a0"])("%j prints nothing", (line) =>
    expect(isBlank(line)).toBe(true),
  );
  it.each([".", "·", "—", "\ufffd", "\u00ad1"])("%j prints something", (line) =>
    expect(isBlank(line)).toBe(false),
  );
});
