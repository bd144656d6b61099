/** What is believed of a line's type size where a program measured it on a scan. */
import { describe, expect, it } from "vitest";
import { frameOf } from "../../src/layout/frame.js";
import { layOutPage } from "../../src/layout/index.js";
import { type Line, linesOf, type Page } from "../../src/model/page.js";
import { column, heading, printedPage, step, storiesOf } from "./printed-page.js";

const mapLines = (page: Page, change: (line: Line) => Line): Page => ({
  ...page,
  blocks: page.blocks.map((block) => ({ ...block, lines: block.lines.map(change) })),
});
/** Every size a little different, as measured ones are. */
const measured = (page: Page): Page =>
  mapLines(page, (line) => ({ ...line, typeSize: (line.typeSize ?? 0) * (1 + (line.number % 41) / 4000) }));
const scaleOf = (page: Page, label: string): number => {
  const frame = frameOf(page);
  const spot = frame?.spots.find(({ lines }) => lines[0]?.text.startsWith(`${label} `));
  return frame && spot ? spot.em / frame.em : 0;
};

const body = [column("a", { x: 0, y: 34, lines: 30 }), column("b", { x: step, y: 34, lines: 30 })];

describe("sizes that were measured", () => {
  // Tesseract gives the last short line of a paragraph any size.
  it("a line said to be large whose height and width are body type's--is body type", () => {
    const page = mapLines(measured(printedPage(body)), (line) =>
      line.text.startsWith("a30 ") ? { ...line, typeSize: (line.typeSize ?? 0) * 1.5 } : line,
    );
    expect(scaleOf(page, "a30")).toBeLessThan(1.1);
  });

  // On a skewed page, or run across two columns, a line's box is higher than its type.
  it("a line whose box is too high--is body type", () => {
    const page = mapLines(measured(printedPage(body)), (line) =>
      line.text.startsWith("a7 ") && line.box ? { ...line, box: { ...line.box, height: 0.02 } } : line,
    );
    expect(scaleOf(page, "a7")).toBeLessThan(1.1);
  });

  it("a headline--is large by all three", () => {
    const page = measured(printedPage([heading("H", { x: 0, y: 30, width: 32, size: 2 }), ...body]));
    expect(scaleOf(page, "H")).toBeGreaterThan(1.7);
  });

  it("without any size said, two witnesses must agree", () => {
    const page = printedPage([heading("H", { x: 0, y: 30, width: 32, size: 2 }), ...body], {
      sizeless: true,
    });
    expect(scaleOf(page, "H")).toBeGreaterThan(1.7);
    const high = mapLines(page, (line) =>
      line.text.startsWith("a7 ") && line.box ? { ...line, box: { ...line.box, height: 0.03 } } : line,
    );
    expect(scaleOf(high, "a7")).toBeLessThan(1.2);
  });

  // An OCR writes spaces between ideographs: they are not printed, and make the line no longer.
  it("spaces between ideographs--the em stays what it is", () => {
    const page = printedPage(body, { sizeless: true });
    const spaced = mapLines(page, (line) => ({ ...line, text: line.text.replaceAll("文", "文 ") }));
    expect(frameOf(spaced)?.em).toBeCloseTo(frameOf(page)?.em ?? 0, 3);
  });
});

describe("headings that an OCR broke at a gutter", () => {
  const halves = (first: { x: number; width: number }, second: { x: number; width: number }) => [
    heading("H", { ...first, y: 30, size: 2, bold: false }),
    heading("I", { ...second, y: 30, size: 2, bold: false }),
  ];
  const texts = [
    column("a", { x: 0, y: 34, lines: 9 }),
    column("b", { x: step, y: 34, lines: 9, ends: true }),
  ];
  const joinsOf = (page: Page): (boolean | undefined)[] =>
    linesOf(layOutPage(page))
      .filter(({ text }) => /^[HI] /.test(text))
      .map(({ place }) => place?.joins);

  it("centred over both columns--one line of one heading", () => {
    const page = printedPage([...halves({ x: 5, width: 12 }, { x: 19, width: 10 }), ...texts], {
      sizeless: true,
    });
    expect(joinsOf(page)).toEqual([false, true]);
    expect(storiesOf(layOutPage(page))).toEqual(["H I a1-9 b1-9"]);
  });

  it("each at its own column's edge--two headings", () => {
    const page = printedPage([...halves({ x: 0, width: 15.5 }, { x: step, width: 16 }), ...texts], {
      sizeless: true,
    });
    expect(joinsOf(page)).toEqual([false, false]);
  });
});
