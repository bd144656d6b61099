/** Small kana beside its letters is taken out of the text, and stands marked at the end of its page. */
import { describe, expect, it } from "vitest";
import { cutReadings } from "../../src/layout/cut-readings.js";
import { layOutPage } from "../../src/layout/index.js";
import { type Box, type Line, linesOf, type Page } from "../../src/model/page.js";
import { type PrintedLine, printedPage, storiesOf } from "./printed-page.js";

const apart = 1.9;
const text = (label: string, y: number, lines: number): PrintedLine[] =>
  Array.from({ length: lines }, (_, i) => ({
    text: `${label}${i + 1} ${"文".repeat(13)}${i === lines - 1 ? "。" : ""}`,
    x: 0,
    y: y + i * apart,
    width: 16,
    size: 1,
    bold: false,
  }));
const small = (reading: string, x: number, y: number, size = 0.5): PrintedLine => ({
  text: reading,
  x,
  y: y - size - 0.05,
  width: reading.length * size,
  size,
  bold: false,
});
const heads = (y: number, size: number): PrintedLine[] => [
  { text: "H 渡し場", x: 0, y, width: 4 * size, size, bold: true },
];
const rubyOf = (printed: readonly (readonly PrintedLine[])[], vertical = false): string[] =>
  linesOf(layOutPage(printedPage(printed, { vertical })))
    .filter(({ ruby }) => ruby)
    .map((line) => line.text);

describe.each([false, true])("ruby, vertical: %s", (vertical) => {
  const page = [
    heads(30, 3),
    text("a", 36, 12),
    [small("ほくがん", 4, 36), small("さんばし", 9, 36 + 3 * apart), small("ま", 6.2, 36 + 11 * apart)],
    text("b", 36 + 12 * apart, 10),
    [small("ㄅㄟˇ", 3, 36 + 15 * apart)],
  ];
  it("is told by its letters, its size and its place, and tears no text apart", () => {
    expect(rubyOf(page, vertical)).toEqual(["ほくがん", "さんばし", "ま", "ㄅㄟˇ"]);
    const laid = layOutPage(printedPage(page, { vertical }));
    expect(storiesOf(laid)[0]).toBe("H a1-12 b1-10");
    expect(linesOf(laid)).toHaveLength(1 + 22 + 4);
    expect(new Set(laid.blocks.map(({ id }) => id)).size).toBe(laid.blocks.length);
  });

  it("knows the letters that it stands over, counted without spaces", () => {
    const line = (words: string, y: number): PrintedLine[] => [
      { text: words, x: 0, y, width: words.length, size: 1, bold: false },
    ];
    const pageOf = printedPage(
      [
        [
          ...line("北岸の渡し場に新しい桟橋が", 36),
          ...line("あり、霧の　日は渡れない。", 36 + apart),
          ...text("a", 40, 9),
        ],
        [
          small("ほくがん", 0, 36),
          small("さんばし", 10, 36),
          small("きり", 3, 36 + apart),
          small("ひ", 6.2, 36 + apart),
          small("あり", 0.5, 36 + apart),
        ],
      ],
      { vertical },
    );
    const [first, second] = linesOf(pageOf);
    expect(
      linesOf(layOutPage(pageOf)).flatMap(({ ruby, text: reading }) => (ruby ? [{ reading, ...ruby }] : [])),
    ).toEqual([
      { reading: "ほくがん", line: first?.id, from: 0, to: 2 },
      { reading: "さんばし", line: first?.id, from: 10, to: 12 },
      { reading: "きり", line: second?.id, from: 3, to: 4 },
      // After a space, which is no letter.
      { reading: "ひ", line: second?.id, from: 5, to: 6 },
      // Over kana alone: of no letters.
      { reading: "あり", line: second?.id, from: 0, to: 0 },
    ]);
  });

  it("is not what is as large as text, stands off, reaches out of its line or holds other letters", () => {
    const line = text("a", 36, 12);
    const not = (each: PrintedLine) => rubyOf([heads(30, 3), line, [each]], vertical);
    expect(not(small("ほくがん", 4, 36))).toEqual(["ほくがん"]);
    expect(not(small("ほくがん", 4, 36, 0.95))).toEqual([]);
    expect(not(small("ほくがん", 4, 35))).toEqual([]);
    expect(not(small("ほくがん", 15.5, 36))).toEqual([]);
    expect(not(small("北岸", 4, 36))).toEqual([]);
    // A kicker over its headline is in the body's type at least.
    expect(not(small("わたしば", 1, 30, 1))).toEqual([]);
  });

  it("is told by its height where nobody says type sizes, however it is spread over its letters", () => {
    const measured = (each: PrintedLine[]) => {
      const { blocks, ...rest } = printedPage([heads(30, 3), text("a", 36, 12), each], { vertical });
      const unsized = blocks.map((block) => ({
        ...block,
        lines: block.lines.map(({ typeSize: _, ...line }) => line),
      }));
      return linesOf(layOutPage({ ...rest, blocks: unsized }))
        .filter(({ ruby }) => ruby)
        .map((line) => line.text);
    };
    expect(measured([small("ま", 4, 36)])).toEqual(["ま"]);
    expect(measured([{ ...small("うめ", 4, 36), width: 2.4 }])).toEqual(["うめ"]);
    expect(measured([small("うめ", 4, 36, 0.95)])).toEqual([]);
    // One letter as low as this, and as wide as text, is text.
    expect(measured([{ ...small("へ", 4, 36), width: 1 }])).toEqual([]);
    expect(measured([small("へ", 4, 36)])).toEqual(["へ"]);
  });

  it("is cut where an OCR read a row of it as one line, and only where all of the row is ruby", () => {
    const row = (second: number) => {
      const pageOf = printedPage([heads(30, 3), text("a", 36, 12), [small("ほくがん", 4, 36)]], { vertical });
      const words = [
        { word: "ほくがん", from: 4 },
        { word: "さんばし", from: second },
      ];
      const together: Page = {
        ...pageOf,
        blocks: pageOf.blocks.map((block) => ({
          ...block,
          lines: block.lines.map((line): Line => {
            if (line.text !== "ほくがん" || !line.box) return line;
            const { box } = line;
            const [along, size] = vertical ? (["y", "height"] as const) : (["x", "width"] as const);
            const unit = box[size] / 2;
            const places = words.map(({ from }) => ({
              ...box,
              [along]: box[along] + (from - 4) * unit,
            }));
            const original = "ほくがん さんばし";
            return {
              ...line,
              original,
              text: original,
              box: { ...box, [size]: (second - 4) * unit + box[size] },
              words: words.map(({ word }, at) => ({ text: word, at: at * 5, box: places[at] as Box })),
            };
          }),
        })),
      };
      return linesOf(layOutPage(together)).filter(({ original }) => /^[ほさ]/.test(original));
    };
    const cut = row(9);
    expect(cut.map(({ original, ruby }) => [original.trim(), ruby !== undefined])).toEqual([
      ["ほくがん", true],
      ["さんばし", true],
    ]);
    expect(cut.map(({ original }) => original).join("")).toBe("ほくがん さんばし");
    // The second stands beside the column: the row is no row of readings, and is whole.
    expect(row(19).map(({ original, ruby }) => [original, ruby])).toEqual([["ほくがん さんばし", undefined]]);
  });
});

describe("a row of readings", () => {
  const row = (count: number): Page => {
    const words = Array.from({ length: count }, (_, at) => ({
      text: "き",
      at: at * 2,
      box: { x: at / 100, y: 0.1, width: 0.004, height: 0.004 },
    }));
    const original = words.map(({ text: word }) => word).join(" ");
    const page = printedPage([heads(30, 3)]);
    const [line] = linesOf(page);
    if (!line) throw new Error("no line");
    const box = { x: 0, y: 0.1, width: count / 100, height: 0.004 };
    return {
      ...page,
      blocks: [
        {
          id: page.blocks[0]?.id as Page["blocks"][number]["id"],
          lines: [{ ...line, original, text: original, words, box }],
        },
      ],
    };
  };
  it("is cut into as many as lines of one file may be, and a longer one is left whole", () => {
    const count = (page: Page): number => linesOf(cutReadings(page, () => true).page).length;
    expect([count(row(2)), count(row(26)), count(row(27)), count(row(60))]).toEqual([2, 26, 1, 1]);
  });
});
