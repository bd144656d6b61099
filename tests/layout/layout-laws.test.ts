/** What holds for every page: lines are ordered and measured, never lost, doubled or changed. */
import "../properties/fixed-seed.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { linesOf, type Page } from "../../src/model/page.js";
import { column, heading, type PrintedLine, printedPage, step, storiesOf } from "./printed-page.js";

const ems = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyLine: fc.Arbitrary<PrintedLine> = fc.record({
  text: fc.constantFrom("a", "The harbor opens.", "市政府决定", "", " ", "Fortsetzung auf Seite 2"),
  x: ems(0, 79),
  y: ems(0, 119),
  width: fc.oneof(ems(0, 20), fc.constant(0)),
  size: fc.oneof(ems(0.2, 4), fc.constantFrom(0, 1)),
  bold: fc.boolean(),
});
/** Stories in a grid, so that lines do stand over and beside each other. */
const grid = fc
  .array(fc.tuple(fc.nat(3), fc.nat(4), fc.integer({ min: 1, max: 9 }), fc.boolean()), {
    minLength: 1,
    maxLength: 8,
  })
  .map((cells) =>
    cells.flatMap(([at, row, lines, headed], index) => [
      ...(headed ? [heading(`H${index}-`, { x: at * step, y: 10 + row * 18, width: 16, size: 2 })] : []),
      column(`c${index}-`, { x: at * step, y: 13 + row * 18, lines }),
    ]),
  );
const anyPage: fc.Arbitrary<Page> = fc
  .record({
    printed: fc.oneof(grid, fc.array(fc.array(anyLine, { maxLength: 12 }), { maxLength: 5 })),
    vertical: fc.boolean(),
    sizeless: fc.boolean(),
    number: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ printed, ...parts }) => printedPage(printed, parts));

const orderOf = (page: Page) => page.blocks.map(({ lines }) => lines.map(({ id }) => id));
const columnsOf = (page: Page) => linesOf(page).map(({ place }) => place?.column);

describe("laws of layout", () => {
  // No text is lost: what a reader gave, assembly gets.
  it("any page--every line is in exactly one block, and only its place is new", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const bare = (of: Page) =>
          linesOf(of)
            .map(({ place, blanksBefore, ruby, ...line }) => line)
            .sort((a, b) => a.number - b.number);
        expect(bare(layOutPage(page))).toEqual(bare(page));
      }),
      { numRuns: 60 },
    );
  });

  // Where a line stands on the paper is all that counts: another extractor writes it in another order.
  it("blocks and lines in any order--the same reading order", () => {
    const shuffled = anyPage.chain((page) => {
      const lines = linesOf(page);
      return fc
        .shuffledSubarray([...lines], { minLength: lines.length, maxLength: lines.length })
        .map((other) => ({ page, lines: other }));
    });
    fc.assert(
      fc.property(shuffled, ({ page, lines }) => {
        // A page on which nothing can be measured stays in its file's order.
        fc.pre(layOutPage(page) !== page);
        const blocks = [{ ...(page.blocks[0] as Page["blocks"][number]), lines }];
        expect(orderOf(layOutPage({ ...page, blocks }))).toEqual(orderOf(layOutPage(page)));
      }),
      { numRuns: 60 },
    );
  });

  // Laying out twice is laying out once: places are read off boxes, not off the order.
  it("a page laid out again--as it was", () => {
    fc.assert(
      fc.property(grid, (printed) => {
        const once = layOutPage(printedPage(printed));
        expect(layOutPage(once)).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });

  // Text files have no boxes; nothing is measured where nothing can be.
  it("page without aspect or without boxes--the same page", () => {
    const page = printedPage([column("a", { x: 0, y: 10, lines: 4 })]);
    const { aspect: _, ...flat } = page;
    expect(layOutPage(flat)).toBe(flat);
    const blocks = page.blocks.map((block) => ({
      ...block,
      lines: block.lines.map(({ box: _box, ...line }) => line),
    }));
    const boxless = { ...page, blocks };
    expect(layOutPage(boxless)).toBe(boxless);
  });

  // A bad box costs only the box: its line is kept, after those that have one.
  it("one line without a box--it comes last and has no place", () => {
    const page = printedPage([column("a", { x: 0, y: 10, lines: 4 })]);
    const blocks = page.blocks.map((block) => ({
      ...block,
      lines: block.lines.map(({ box, ...line }, i) => (i === 0 || !box ? line : { ...line, box })),
    }));
    const laid = layOutPage({ ...page, blocks });
    expect(storiesOf(laid)).toEqual(["a2-4", "a1"]);
    expect(linesOf(laid).at(-1)?.place).toBeUndefined();
  });

  // A page a quarter as large in its picture is the same page.
  it("all coordinates scaled--the same order and places", () => {
    fc.assert(
      fc.property(grid, fc.constantFrom(0.25, 0.5), (printed, by) => {
        const page = printedPage(printed);
        const blocks = page.blocks.map((block) => ({
          ...block,
          lines: block.lines.map((line) => ({
            ...line,
            typeSize: (line.typeSize ?? 0) * by,
            box: {
              x: (line.box?.x ?? 0) * by,
              y: (line.box?.y ?? 0) * by,
              width: (line.box?.width ?? 0) * by,
              height: (line.box?.height ?? 0) * by,
            },
          })),
        }));
        const part = layOutPage({ ...page, blocks });
        expect(orderOf(part)).toEqual(orderOf(layOutPage(page)));
        expect(columnsOf(part)).toEqual(columnsOf(layOutPage(page)));
      }),
      { numRuns: 30 },
    );
  });
});

describe("hostile boxes", () => {
  const many = 2000;
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const lines = (make: (i: number) => Omit<PrintedLine, "text">): PrintedLine[][] => [
    Array.from({ length: many }, (_, i) => ({ text: `w${i} abc`, ...make(i) })),
  ];
  const pages = {
    "boxes anywhere": () => ({
      x: random() * 79,
      y: random() * 119,
      width: random() * 20,
      size: 0.2 + random() * 3,
      bold: random() < 0.3,
    }),
    "small boxes anywhere": () => ({
      x: random() * 79,
      y: random() * 119,
      width: random() * 2,
      size: 0.2,
      bold: random() < 0.3,
    }),
    "all boxes the same": () => ({ x: 10, y: 10, width: 10, size: 1, bold: false }),
    "boxes of no size": () => ({ x: random() * 80, y: random() * 120, width: 0, size: 0, bold: false }),
  };
  // Files can say anything; a page of them must not stop an edition.
  it.each(Object.entries(pages))("%s, 2,000 of them--laid out with every line kept", (_name, make) => {
    const page = printedPage(lines(make));
    expect(new Set(linesOf(layOutPage(page)).map(({ id }) => id)).size).toBe(many);
  });
});
