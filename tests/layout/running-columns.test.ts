/** Papers whose stories run down the columns: what stands under which heading, in which storey, and in what order. */
import { describe, expect, it } from "vitest";
import { runColumns } from "../../src/layout/columns/run-columns.js";
import { frameOf } from "../../src/layout/frame.js";
import type { Frame } from "../../src/layout/rect.js";
import { type Line, linesOf, type Page } from "../../src/model/page.js";
import { below, column, type PrintedLine, printedPage, step, storiesOf } from "./printed-page.js";

const width = 16;
/** A short line in the middle of its column, in the body's size. */
const centred = (text: string, x: number, y: number, size = 1): PrintedLine[] => {
  const ems = text.length * 0.55 * size;
  return [{ text, x: x + (width - ems) / 2, y, width: ems, size, bold: false }];
};
const runOn = (blocks: readonly (readonly PrintedLine[])[]): Page => {
  const printed = printedPage(blocks);
  // What is set sideways is tall by its length, not by its type.
  const typeOf = (line: Line): Partial<Line> =>
    line.text.startsWith("Notice") ? { typeSize: printed.blocks[0]?.lines[0]?.typeSize ?? 0 } : {};
  const page = {
    ...printed,
    blocks: printed.blocks.map((block) => ({
      ...block,
      lines: block.lines.map((line) => ({ ...line, ...typeOf(line) })),
    })),
  };
  return { ...page, blocks: runColumns(frameOf(page) as Frame, page) };
};
const placesOf = (page: Page): Map<string, { hanging?: number; storey?: number; setOff?: boolean }> =>
  new Map(linesOf(page).map(({ text, place }) => [text.split(" ")[0] ?? "", place ?? {}]));

describe("headings of running columns", () => {
  // Journal des débats, 1821: the names of countries stand alone in the middle of the column, in the body's size.
  it("a centred line in a block of its own--a section begins, and goes on in the next column", () =>
    expect(
      storiesOf(
        runOn([
          column("a", { x: 0, y: 10, lines: 9, ends: true }),
          centred("Nord.", 0, below(10, 9)),
          column("b", { x: 0, y: below(10, 10), lines: 9 }),
          column("c", { x: step, y: 10, lines: 19 }),
        ]),
      ),
    ).toEqual(["a1-9", "Nord. b1-9 c1-19"]));

  it("a centred line inside a block--a subhead of its section", () => {
    const page = runOn([
      [
        ...column("a", { x: 0, y: 10, lines: 9, ends: true }),
        ...centred("Paris.", 0, below(10, 9)),
        ...column("b", { x: 0, y: below(10, 10), lines: 9 }),
      ],
      column("c", { x: step, y: 10, lines: 19 }),
    ]);
    expect(storiesOf(page)).toEqual(["a1-9 Paris. b1-9 c1-19"]);
    expect([...placesOf(page)].filter(([, { setOff }]) => setOff).map(([text]) => text)).toEqual(["Paris."]);
  });

  // Some sources cut their blocks over headings, and not under them.
  it("a centred line in capitals at the head of a block--a section begins", () =>
    expect(
      storiesOf(
        runOn([
          column("a", { x: 0, y: 10, lines: 9, ends: true }),
          [...centred("SEEDS", 0, below(10, 9)), ...column("b", { x: 0, y: below(10, 10), lines: 9 })],
        ]),
      ),
    ).toEqual(["a1-9", "SEEDS b1-9"]));

  it("under the date of a section a line in capitals--the next section", () =>
    expect(
      storiesOf(
        runOn([
          column("a", { x: 0, y: 10, lines: 9, ends: true }),
          centred("LOTTERY", 0, below(10, 9)),
          centred("Lyon.", 0, below(10, 10)),
          centred("BOURSE", 0, below(10, 11)),
          column("b", { x: 0, y: below(10, 12), lines: 9 }),
        ]),
      ),
    ).toEqual(["a1-9", "LOTTERY Lyon.", "BOURSE b1-9"]));

  it("headings at the top of all columns--they are no head of the page", () =>
    expect(
      storiesOf(
        runOn([
          centred("Nord.", 0, 10),
          column("a", { x: 0, y: below(10, 1), lines: 9 }),
          centred("Sudan.", step, 10),
          column("b", { x: step, y: below(10, 1), lines: 9 }),
        ]),
      ),
    ).toEqual(["Nord. a1-9", "Sudan. b1-9"]));

  // Luxemburger Zeitung, 1858: the feuilleton is a poem; a courtesy of its lines is to stand in.
  it("lines of verse--no headings", () => {
    const verse = Array.from(
      { length: 9 },
      (_, i) => centred(`Vers${i}`, 0, below(10, i), 1.05)[0] as PrintedLine,
    );
    expect(
      [...placesOf(runOn([verse, column("c", { x: step, y: 10, lines: 19 })])).values()].some(
        ({ setOff }) => setOff,
      ),
    ).toBe(false);
  });

  // 's Gravenhaegse Courant, 1750: the boxes of its headings hold no more than a speck, or the whole column.
  it("a large line whose box cannot hold it--a heading all the same", () => {
    const [speck] = centred("SPAIN", 0, below(10, 9), 1.5);
    const page = runOn([
      column("a", { x: 0, y: 10, lines: 9, ends: true }),
      [{ ...(speck as PrintedLine), x: 0, width: 0.1 }],
      column("b", { x: 0, y: below(10, 10), lines: 9 }),
    ]);
    expect(storiesOf(page)).toEqual(["a1-9", "SPAIN b1-9"]);
  });
});

describe("storeys and order", () => {
  const upper = [column("a", { x: 0, y: 10, lines: 9 }), column("b", { x: step, y: 10, lines: 9 })];
  const foot = [column("e", { x: 0, y: 40, lines: 9 }), column("f", { x: step, y: 40, lines: 9 })];

  it("back at the left, under all that was read--a storey of its own", () => {
    const page = runOn([...upper, ...foot]);
    expect(storiesOf(page)).toEqual(["a1-9 b1-9", "e1-9 f1-9"]);
    expect(placesOf(page).get("b1")?.storey).toBe(0);
    expect(placesOf(page).get("f1")?.storey).toBe(1);
  });

  // Journal des débats, p. 3, whose file has its second column first.
  it("a source with the second column first--the first column is read first", () =>
    expect(
      linesOf(runOn([...upper].reverse()))
        .map(({ text }) => text[0])
        .join(""),
    ).toMatch(/^a+b+$/));

  it("a line over two columns between two storeys--stands between them", () =>
    expect(
      linesOf(runOn([...foot, column("M", { x: 0, y: 30, lines: 1, width: width + step }), ...upper]))
        .map(({ text }) => text[0])
        .join("")
        .replace(/(.)\1+/g, "$1"),
    ).toBe("abMef"));

  it("what stands over all columns, and what is set sideways--in no storey, none with another", () => {
    const sideways = { text: "Notice of a sale to be held", x: 60, y: 10, width: 1, size: 16, bold: false };
    const page = runOn([column("T", { x: 0, y: 2, lines: 1, width: 34 }), ...upper, [sideways]]);
    expect(storiesOf(page)).toEqual(["T", "a1-9 b1-9", "Notice"]);
    expect([placesOf(page).get("T")?.storey, placesOf(page).get("Notice")?.storey]).toEqual([-1, -1]);
  });
});
