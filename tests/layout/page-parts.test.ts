/** What stands over, between and across stories: heads of pages, printed rules, pictures; and other frames. */
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { linesOf } from "../../src/model/page.js";
import { below, blocksOf, column, heading, printedPage, step, storiesOf } from "./printed-page.js";

const stories = (...parts: Parameters<typeof printedPage>) => storiesOf(layOutPage(printedPage(...parts)));
const wide = 2 * step + 16;
const story = [
  heading("H", { x: 0, y: 14, width: wide }),
  column("a", { x: 0, y: 18, lines: 8 }),
  column("b", { x: step, y: 18, lines: 8 }),
  column("c", { x: 2 * step, y: 18, lines: 8, ends: true }),
];

describe("heads of pages", () => {
  // The nameplate is larger than any headline and belongs to no story.
  it("nameplate and folio line on a front page--they hang alone", () => {
    const printed = [
      heading("N", { x: 10, y: 1, width: 50, size: 6 }),
      column("F", { x: 0, y: 9, lines: 1, width: 50 }),
      ...story,
    ];
    expect(stories(printed, { number: 1 })).toEqual(["N", "F", "H a1-8 b1-8 c1-8"]);
  });

  // Inside pages have folio lines, and may have a lead as large as a nameplate.
  it("very large headline on page 2--it is the lead, not a nameplate", () => {
    const printed = [
      column("F", { x: 0, y: 1, lines: 1, width: 50 }),
      heading("H", { x: 0, y: 6, width: wide, size: 5 }),
      column("a", { x: 0, y: 12, lines: 8 }),
      column("b", { x: step, y: 12, lines: 8, ends: true }),
    ];
    expect(stories(printed, { number: 2 })).toEqual(["F", "H a1-8 b1-8"]);
  });

  // A nameplate in small type is known by the newspaper's name.
  it("newspaper's name at the top of page 2--it hangs alone", () => {
    const printed = [heading("Beacon", { x: 10, y: 6, width: 3, size: 2 }), ...story];
    const page = layOutPage(printedPage(printed), "The Alder Point Beacon");
    expect(storiesOf(page)).toEqual(["Beacon", "H a1-8 b1-8 c1-8"]);
  });
});

describe("rules and pictures", () => {
  const two = (y: number) => [
    heading("H", { x: 0, y: 30, width: 16 }),
    column("a", { x: 0, y: 34, lines: 6, ends: true }),
    column("b", { x: 0, y, lines: 6, ends: true }),
  ];

  // Little white alone parts no text.
  it("no rule between two paragraphs--one story", () => {
    expect(stories(two(below(34, 6) + 0.6))).toEqual(["H a1-6 b1-6"]);
  });

  // A printed rule across the column says that something else begins.
  it("printed rule between two texts of a column--two stories", () => {
    const rules = [{ x: 0, y: below(34, 6) + 0.2, width: 16 }];
    expect(stories(two(below(34, 6) + 0.6), { rules })).toEqual(["H a1-6", "b1-6"]);
  });

  // A rule between columns is upright and divides nothing that stands one above the other.
  it("upright rule between columns--still one story", () => {
    const page = printedPage(story);
    const upright = { x: 17 / 80, y: 18 / 120, width: 0.001, height: 0.1 };
    expect(storiesOf(layOutPage({ ...page, separators: [upright] }))).toEqual(["H a1-8 b1-8 c1-8"]);
  });

  // A picture over a column keeps the headline from standing close over its text.
  it("picture between headline and text--the text is the headline's", () => {
    const printed = [heading("H", { x: 0, y: 30, width: 16 }), column("a", { x: 0, y: 50, lines: 8 })];
    const pictures = [{ x: 0, y: 34, width: 16, size: 15 }];
    expect(stories(printed, { pictures })).toEqual(["H a1-8"]);
    expect(stories(printed)).toEqual(["H", "a1-8"]);
  });

  // A picture set into a column: its text goes on under it.
  it("picture inside a column--the text goes on", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: 16 }),
      column("a", { x: 0, y: 34, lines: 6 }),
      column("b", { x: 0, y: below(34, 6) + 12, lines: 6, ends: true }),
    ];
    const pictures = [{ x: 0, y: below(34, 6) + 1, width: 16, size: 10 }];
    expect(stories(printed, { pictures })).toEqual(["H a1-6 b1-6"]);
  });
});

describe("other frames", () => {
  // Japanese papers: lines run down, the first at the right; tiers stand one under the other.
  it("vertical page--tiers are read as columns", () => {
    const page = layOutPage(printedPage(story, { vertical: true }));
    expect(storiesOf(page)).toEqual(["H a1-8 b1-8 c1-8"]);
    const [first, second] = linesOf(page).filter(({ text }) => /^a[12] /u.test(text));
    expect((first?.box?.x ?? 0) > (second?.box?.x ?? 1)).toBe(true);
    expect((first?.box?.height ?? 0) > (first?.box?.width ?? 1)).toBe(true);
  });

  // OCR gives boxes and no type sizes: large type is told by the height of its boxes.
  it("source without type sizes--headlines are told by their boxes", () => {
    const page = layOutPage(printedPage(story, { sizeless: true }));
    expect(storiesOf(page)).toEqual(["H a1-8 b1-8 c1-8"]);
    expect(linesOf(page)[0]?.place?.scale).toBeCloseTo(3, 0);
  });
});

describe("lines broken and lines side by side", () => {
  // A source that sets lines apart by their type: a bold dateline, then the rest of its line.
  it("dateline and the rest of its line--one line, the second part joins", () => {
    const [first, ...rest] = column("a", { x: 0, y: 34, lines: 8 });
    if (!first) throw new Error("no line");
    const dateline = { ...first, text: "L 文文", width: 3, bold: true };
    const text = { ...first, text: "a1 文文文文文文文文文文文", x: 3.6, width: 12.4 };
    const page = layOutPage(printedPage([[dateline, text, ...rest]]));
    expect(blocksOf(page)).toEqual(["L a1-8"]);
    expect(linesOf(page).map(({ place }) => place?.joins)).toEqual([false, true, ...rest.map(() => false)]);
    expect(linesOf(page)[1]?.place?.width).toBe(16);
  });

  // A justified line stretched over its column: the lines round it show where the column begins and ends.
  it("stretched line broken in two--one line", () => {
    const [first, second, ...rest] = column("a", { x: 0, y: 34, lines: 8 });
    if (!first || !second) throw new Error("no line");
    const left = { ...second, text: "a2 文文", width: 5 };
    const right = { ...second, text: "r 文文文文文", x: 10, width: 6 };
    const page = layOutPage(printedPage([[first, left, right, ...rest]]));
    expect(blocksOf(page)).toEqual(["a1-2 r a3-8"]);
    expect(linesOf(page)[2]?.place?.joins).toBe(true);
  });

  // Narrow gutters are no wider than the gap after a dateline: the column's edges tell.
  it("two columns with a narrow gutter--their lines stay apart", () => {
    const printed = [
      column("a", { x: 0, y: 34, lines: 8 }),
      column("b", { x: 17, y: 34, lines: 8, ends: true }),
    ];
    const page = layOutPage(printedPage(printed));
    expect(blocksOf(page)).toEqual(["a1-8", "b1-8"]);
    expect(linesOf(page).every(({ place }) => place?.joins === false)).toBe(true);
  });
});
