/** Where a headline may stand round its text, and what goes with it. */
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { below, column, heading, pitch, printedPage, step, storiesOf } from "./printed-page.js";

const stories = (...parts: Parameters<typeof printedPage>) => storiesOf(layOutPage(printedPage(...parts)));
const wide = 2 * step + 16;
/** Three columns of one story, from y on. */
const three = (y: number, lines = 8) => [
  column("a", { x: 0, y, lines }),
  column("b", { x: step, y, lines }),
  column("c", { x: 2 * step, y, lines, ends: true }),
];

describe("headlines over text", () => {
  // The usual make-up: one headline as wide as its columns.
  it("headline over three columns--its text is read column by column", () => {
    expect(stories([heading("H", { x: 0, y: 30, width: wide }), ...three(34)])).toEqual(["H a1-8 b1-8 c1-8"]);
  });

  // Sources give lines row by row too: the file's order says nothing.
  it("columns given row by row--the same order", () => {
    const [a = [], b = [], c = []] = three(34);
    const rows = a.flatMap((line, i) => [line, ...b.slice(i, i + 1), ...c.slice(i, i + 1)]);
    expect(stories([heading("H", { x: 0, y: 30, width: wide }), rows])).toEqual(["H a1-8 b1-8 c1-8"]);
  });

  // A kicker is set close over its headline, a deck and a byline close under it.
  it("kicker, deck and byline round a headline--they go with it", () => {
    const printed = [
      column("K", { x: 0, y: 28.4, lines: 1, width: 8 }),
      heading("H", { x: 0, y: 30, width: wide }),
      heading("D", { x: 0, y: 33.8, width: wide, size: 1.6, bold: false }),
      column("B", { x: 0, y: 36.2, lines: 1, width: 9 }),
      ...three(38.2),
    ];
    expect(stories(printed)).toEqual(["K H D B a1-8 b1-8 c1-8"]);
  });

  // Two lines of one headline are one heading; the headline below begins another story.
  it("one story under another--each has its own text", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: wide }),
      ...three(34),
      heading("I", { x: 0, y: below(34, 8) + 3, width: wide }),
      column("d", { x: 0, y: below(34, 8) + 7, lines: 6 }),
      column("e", { x: step, y: below(34, 8) + 7, lines: 6 }),
    ];
    expect(stories(printed)).toEqual(["H a1-8 b1-8 c1-8", "I d1-6 e1-6"]);
  });

  // A byline at the left of the first column, a headline in the middle of both.
  it("a headline in the middle, a short byline at the left--it looks up with its column", () => {
    const over = column("o", { x: 0, y: 16, lines: 9, ends: true });
    const printed = [
      over,
      heading("H", { x: 10, y: 30, width: 14, size: 2 }),
      column("B", { x: 0, y: 33, lines: 1, width: 8 }),
      column("a", { x: 0, y: 34.2, lines: 8 }),
      column("b", { x: step, y: 34.2, lines: 8, ends: true }),
    ];
    expect(stories(printed)).toContain("H B a1-8 b1-8");
  });

  // A column left over beside a story of two columns is filled by the story above.
  it("third column runs on below beside the next story--an L, and the next story is apart", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: wide }),
      column("a", { x: 0, y: 34, lines: 8 }),
      column("b", { x: step, y: 34, lines: 8 }),
      column("c", { x: 2 * step, y: 34, lines: 20, ends: true }),
      heading("I", { x: 0, y: below(34, 8) + 2, width: step + 16, size: 2.4 }),
      column("d", { x: 0, y: below(34, 8) + 5.4, lines: 7 }),
      column("e", { x: step, y: below(34, 8) + 5.4, lines: 7, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-8 b1-8 c1-20", "I d1-7 e1-7"]);
  });
});

describe("headlines beside, inside and under their text", () => {
  // Chinese papers set headlines left of the story: the text begins level with it.
  it("headline left of all its text--the text beside it is its own", () => {
    const printed = [
      heading("H", { x: 0, y: 34, width: 16 }),
      column("a", { x: step, y: 34, lines: 8 }),
      column("b", { x: 2 * step, y: 34, lines: 8, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-8 b1-8"]);
  });

  // The same in a mirror.
  it("headline right of all its text--the text beside it is its own", () => {
    const printed = [
      column("a", { x: 0, y: 34, lines: 8 }),
      column("b", { x: step, y: 34, lines: 8, ends: true }),
      heading("H", { x: 2 * step, y: 34, width: 16 }),
    ];
    expect(stories(printed)).toEqual(["H a1-8 b1-8"]);
  });

  // A headline set into its columns: text stands close over it and goes on under it.
  it("headline inside its text--it comes first, the text goes on below it", () => {
    const foot = below(34, 6);
    const printed = [
      column("a", { x: 0, y: 34, lines: 6 }),
      heading("H", { x: 0, y: foot + 0.4, width: 16, size: 2 }),
      column("b", { x: 0, y: foot + 3, lines: 6, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-6 b1-6"]);
  });

  // A headline at the foot of its text is set close to it, as no story above another is.
  it("headline under its text--it is the story's", () => {
    const printed = [
      column("a", { x: 0, y: 34, lines: 8, ends: true }),
      heading("H", { x: 0, y: below(34, 8) + 0.4, width: 16, size: 2 }),
    ];
    expect(stories(printed)).toEqual(["H a1-8"]);
  });

  // A bold line inside a column, with hardly any white over it, parts no story.
  it("subhead inside a column--it stands where it is printed", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: 16 }),
      column("a", { x: 0, y: 34, lines: 6, ends: true }),
      column("S", { x: 0, y: below(34, 6) + 0.6, lines: 1, width: 6, bold: true }),
      column("b", { x: 0, y: below(34, 7) + 0.8, lines: 6, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-6 S b1-6"]);
  });

  // A subhead as wide as the story begins a new tier: all above it is read before all below it.
  it("two tiers of columns under a subhead--the upper tier is read first", () => {
    const under = below(34, 6);
    const printed = [
      heading("H", { x: 0, y: 30, width: wide }),
      ...three(34, 6),
      column("S", { x: 0, y: under + 0.6, lines: 1, width: wide, size: 1.3, bold: true }),
      column("d", { x: 0, y: under + 2.6, lines: 6 }),
      column("e", { x: step, y: under + 2.6, lines: 6 }),
      column("f", { x: 2 * step, y: under + 2.6, lines: 6, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-6 b1-6 c1-6 S d1-6 e1-6 f1-6"]);
  });
});

describe("small bold lines", () => {
  // „Fortsetzung von Seite 1“: a jump line over a column is set bold, and the story under it goes on from elsewhere.
  it("bold jump line at a column's top--it heads only its own column", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: wide }),
      column("a", { x: 0, y: 34, lines: 8 }),
      column("b", { x: step, y: 34, lines: 8 }),
      column("J", { x: 2 * step, y: 34, lines: 1, bold: true, width: 10 }),
      column("c", { x: 2 * step, y: 34 + pitch, lines: 7, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-8 b1-8 J c1-7"]);
  });

  // The same where the bold line is a subhead that happens to fall at a column's top.
  it("subhead at the second column's top--it is read there, not with the headline", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: step + 16 }),
      column("a", { x: 0, y: 34, lines: 8, ends: true }),
      column("S", { x: step, y: 34, lines: 1, bold: true, width: 6 }),
      column("b", { x: step, y: 34 + pitch, lines: 7, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-8 S b1-7"]);
  });

  // A bold byline over the first column is the story's.
  it("bold byline under the headline--it stays with it", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: step + 16 }),
      column("B", { x: 0, y: 34, lines: 1, bold: true, width: 6 }),
      column("a", { x: 0, y: 34 + pitch, lines: 7 }),
      column("b", { x: step, y: 34, lines: 8, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H B a1-7 b1-8"]);
  });

  // Two stories side by side, one without a bold line: the jump line's column is no story of the headline beside it.
  it("bold jump line over a column of its own--the column is no part of the story beside it", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: 16 }),
      column("a", { x: 0, y: 34, lines: 8, ends: true }),
      column("J", { x: 2 * step + 6, y: 30, lines: 1, bold: true, width: 10 }),
      column("b", { x: 2 * step + 6, y: 30 + pitch, lines: 10, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-8", "J b1-10"]);
  });

  // A column of briefs, each with a bold line over it and white between.
  it("bold heads of briefs--each stands by itself", () => {
    const brief = (head: string, text: string, y: number) => [
      column(head, { x: 0, y, lines: 1, bold: true, width: 8 }),
      column(text, { x: 0, y: y + pitch, lines: 4, ends: true }),
    ];
    const printed = [...brief("P", "a", 30), ...brief("Q", "b", 40), ...brief("R", "c", 50)];
    expect(stories(printed)).toEqual(["P a1-4", "Q b1-4", "R c1-4"]);
  });
});

describe("subheads in the middle of a story", () => {
  // Chinese papers set a subhead over two columns: both stop for it.
  it("subhead over the middle of two columns--read before the text under it", () => {
    const y = below(34, 8) + 1.2;
    const printed = [
      heading("H", { x: 0, y: 30, width: step + 16 }),
      column("a", { x: 0, y: 34, lines: 8 }),
      column("b", { x: step, y: 34, lines: 8 }),
      heading("S", { x: step - 5, y, width: 8, size: 1.3 }),
      column("c", { x: 0, y: y + 2.2, lines: 8 }),
      column("d", { x: step, y: y + 2.2, lines: 8, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-8 b1-8 S c1-8 d1-8"]);
  });

  // The headline is set over the last two of three columns, and the third begins with a subhead.
  it("bold line over one column under a wider headline, text left of it--no part of the headline", () => {
    const printed = [
      column("a", { x: 0, y: 30, lines: 14 }),
      heading("H", { x: step, y: 30, width: step + 16 }),
      heading("S", { x: step + 4, y: 34, width: 8, size: 1 }),
      column("b", { x: step, y: 34 + pitch, lines: 10 }),
      column("c", { x: 2 * step, y: 34, lines: 11, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-14 S b1-10 c1-11"]);
  });

  // A verse too long for its column: its last word is set under it, hung out to the left.
  it("word turned over and hung out--it goes on from its line", () => {
    const printed = [
      heading("H", { x: 10, y: 30, width: 12 }),
      column("a", { x: 10, y: 34, lines: 2 }),
      column("t", { x: 8, y: below(34, 2), lines: 1, width: 1.8 }),
      column("b", { x: 10, y: below(34, 2) + pitch, lines: 3 }),
    ];
    expect(stories(printed)).toEqual(["H a1-2 t b1-3"]);
  });
});

describe("a headline right of the text that begins its story", () => {
  const printed = [
    column("a", { x: 0, y: 30, lines: 10 }),
    column("K", { x: step + 2, y: 30.4, lines: 1, width: 5 }),
    heading("H", { x: step, y: 32.6, width: 16, size: 1.6 }),
    column("b", { x: step, y: 36.6, lines: 5, ends: true }),
  ];

  // Where nothing says that the kicker is bold, it is the top of its heading all the same.
  it("its kicker level with the text's top--the story begins left of it", () =>
    expect(stories(printed, { sizeless: true })).toEqual(["K H a1-10 b1-5"]));
});
