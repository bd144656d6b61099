/** Pages and stories whose headlines stand at the foot of their text. */
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { below, column, heading, pitch, printedPage, step, storiesOf } from "./printed-page.js";

const stories = (...parts: Parameters<typeof printedPage>) => storiesOf(layOutPage(printedPage(...parts)));
/** Ems from the top of a headline to that of the next text, and from text down to its headline: white parts stories. */
const [next, close] = [6, 0.7];
const two = step + 16;
/** Columns of eight lines from y on, and the headline under them. */
const storyOf = (name: string, head: string, y: number, x = 0, width = two) => [
  column(`${name}`, { x, y, lines: 8, indented: true }),
  column(`${name}${name}`, { x: x + step, y, lines: 8, ends: true }),
  heading(head, { x, y: below(y, 8) + close, width }),
];
const second = below(20, 8) + close + next;

describe("headlines at the foot of their stories", () => {
  // Many Chinese pages set some or all headlines so.
  it("one story under another--each headline has the text over it", () =>
    expect(stories([...storyOf("a", "H", 20), ...storyOf("b", "I", second)])).toEqual([
      "H a1-8 aa1-8",
      "I b1-8 bb1-8",
    ]));

  // Stories of one row begin level, as columns of one story do.
  it("stories side by side, text that could run on--their headlines keep them apart", () => {
    const printed = [
      column("a", { x: 0, y: 20, lines: 8 }),
      heading("H", { x: 0, y: below(20, 8) + close, width: 16, size: 2 }),
      column("b", { x: step, y: 20, lines: 12 }),
      heading("I", { x: step, y: below(20, 12) + close, width: 16, size: 2 }),
    ];
    expect(stories(printed)).toEqual(["H a1-8", "I b1-12"]);
  });

  // “Brücke” over the first of two columns; the second begins with a paragraph.
  it("headline shorter than its story is wide--the column level with the first is of it", () => {
    const printed = [
      column("a", { x: 0, y: 20, lines: 8, ends: true }),
      column("b", { x: step, y: 20, lines: 8, ends: true, indented: true }),
      heading("H", { x: 0, y: below(20, 8) + close, width: 10 }),
      ...storyOf("c", "I", second),
    ];
    expect(stories(printed)).toEqual(["H a1-8 b1-8", "I c1-8 cc1-8"]);
  });

  // A long column beside a short story at the top of the page: no part of it.
  it("column that goes on below the headline beside it--of another story", () => {
    const printed = [
      column("a", { x: 0, y: 20, lines: 5 }),
      heading("H", { x: 0, y: below(20, 5) + close, width: 16, size: 2 }),
      column("b", { x: step, y: 20, lines: 13 }),
      column("c", { x: 2 * step, y: 20, lines: 12, ends: true }),
      heading("I", { x: 2 * step, y: below(20, 12) + close, width: 16, size: 2 }),
    ];
    expect(stories(printed)).toEqual(["H a1-5", "I b1-13 c1-12"]);
  });

  // “(dpa)” in a line of its own, with white over it: no kicker of a headline that has its text above.
  it("short line at the foot of a column, nearer to the headline under it--it stays in its column, and nothing is torn", () => {
    const at = below(20, 10) + pitch;
    const foot = at + 1.3 * pitch;
    const printed = [
      column("a", { x: 0, y: 20, lines: 10 }),
      column("S", { x: 0, y: at, lines: 1, width: 6 }),
      column("b", { x: step, y: foot - 12 * pitch, lines: 12 }),
      heading("H", { x: 0, y: foot + 0.1, width: two, size: 1.8 }),
      column("c", { x: 0, y: foot + 8, lines: 8 }),
      column("d", { x: step, y: foot + 8, lines: 8 }),
    ];
    expect(stories(printed)).toEqual(["H a1-10 S b1-12", "c1-8 d1-8"]);
  });

  // A byline in plain type under such a headline goes with it, and a kicker over it.
  it("kicker over it, byline under it--they go with it", () => {
    const foot = below(20, 8);
    const printed = [
      column("a", { x: 0, y: 20, lines: 8 }),
      column("b", { x: step, y: 20, lines: 8, ends: true }),
      heading("K", { x: 0, y: foot + close, width: 8, size: 1.3, bold: false }),
      heading("H", { x: 0, y: foot + close + 1.8, width: two }),
      column("B", { x: 0, y: foot + close + 5.2, lines: 1, width: 8 }),
      ...storyOf("c", "I", foot + close + 10),
    ];
    expect(stories(printed)).toEqual(["K H B a1-8 b1-8", "I c1-8 cc1-8"]);
  });
});

describe("pages of both habits", () => {
  it("a story with its headline under it over one with its headline above--each its own", () => {
    const y = second + 4;
    const printed = [
      ...storyOf("a", "H", 20),
      heading("I", { x: 0, y: second, width: two }),
      column("b", { x: 0, y, lines: 8 }),
      column("c", { x: step, y, lines: 8, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-8 aa1-8", "I b1-8 c1-8"]);
  });

  // A tight page: the next story's picture parts its headline from its text.
  it("headline close under text that has one--it is of what stands under it", () => {
    const foot = below(24, 8);
    const printed = [
      heading("H", { x: 0, y: 20, width: two }),
      column("a", { x: 0, y: 24, lines: 8 }),
      column("b", { x: step, y: 24, lines: 8, ends: true }),
      heading("I", { x: 0, y: foot + 1.2, width: two }),
      column("c", { x: 0, y: foot + 7.2, lines: 8, indented: true }),
      column("d", { x: step, y: foot + 7.2, lines: 8, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-8 b1-8", "I c1-8 d1-8"]);
  });

  // 长亭路改造昨日恢复通车 / 一条路，能不能只挖一次？ beside its text: the line over it is its kicker and no text.
  it("plain kicker over a headline beside its text--the headline stands under no text", () => {
    const printed = [
      column("a", { x: 0, y: 20, lines: 8 }),
      column("b", { x: step, y: 20, lines: 8, ends: true }),
      column("K", { x: 2 * step, y: 22, lines: 1, width: 14 }),
      heading("H", { x: 2 * step, y: 23.4, width: 16, size: 1.5 }),
      column("B", { x: 2 * step + 4, y: 25.6, lines: 1, width: 8 }),
    ];
    expect(stories(printed)).toEqual(["K H a1-8 b1-8 B"]);
  });
});

describe("columns under and beside a headline", () => {
  // 个日期。 at the head of the third column, a subhead, text; the headline reaches over two.
  it("last words and a subhead at the top of a column that begins higher--read in that column", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: two }),
      column("a", { x: 0, y: 34, lines: 10 }),
      column("b", { x: step, y: 34, lines: 10 }),
      column("c", { x: 2 * step, y: 30.2, lines: 1, width: 8 }),
      column("S", { x: 2 * step + 4, y: 32.2, lines: 1, width: 8, bold: true }),
      column("d", { x: 2 * step, y: 34, lines: 10, ends: true }),
    ];
    expect(stories(printed)).toEqual(["H a1-10 b1-10 c S d1-10"]);
  });

  // The last column of the story left of it stands under a picture of its own, below its neighbour's text.
  it("column under a picture, level at its foot with the one left of it that breaks off--goes on from there", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: 16, size: 2 }),
      column("a", { x: 0, y: 33, lines: 20 }),
      heading("I", { x: step, y: 30, width: 16, size: 2 }),
      column("b", { x: step, y: 33, lines: 6, ends: true }),
      column("c", { x: step, y: below(33, 14), lines: 6, ends: true }),
    ];
    const pictures = [{ x: step, y: below(33, 6) + 0.8, width: 16, size: 8 }];
    expect(stories(printed, { pictures })).toEqual(["H a1-20 c1-6", "I b1-6"]);
  });

  // A heading of one word leaves most of its column white.
  it("one short word left of its text--seen over the white", () =>
    expect(
      stories([
        heading("H", { x: 0, y: 30, width: 6 }),
        column("a", { x: step, y: 30, lines: 9, ends: true }),
      ]),
    ).toEqual(["H a1-9"]));
});
