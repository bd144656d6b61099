/** Pages whose columns are filled one after the other, with headlines in them. */
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { linesOf } from "../../src/model/page.js";
import { below, column, heading, type PrintedLine, printedPage, step, storiesOf } from "./printed-page.js";

const top = 20;
const rule = (y: number) => ({ x: 0, y, width: 3 * step + 16 });
const head = (label: string, nth: number, y: number, size = 1.6) =>
  heading(label, { x: nth * step + 2, y, width: 12, size });
const text = (label: string, nth: number, y: number, lines: number, ends = false, indented = false) =>
  column(label, { x: nth * step, y, lines, ends, indented });

/** A story that fills a column and more; the next begins below its end in the second column, and so on. */
const filled: PrintedLine[][] = [
  head("A", 0, top),
  text("a", 0, top + 3, 18),
  text("b", 1, top, 8, true),
  head("B", 1, below(top, 8) + 2),
  text("c", 1, below(top, 8) + 5, 8),
  text("d", 2, top, 6, true),
  head("C", 2, below(top, 6) + 2),
  text("e", 2, below(top, 6) + 5, 10),
  text("f", 3, top, 20, true),
];
const pageOf = (printed: PrintedLine[][], rules = [rule(46)]) => layOutPage(printedPage(printed, { rules }));

describe("headlines in columns, text at the tops of columns under none", () => {
  it("is read column after column--each story from its headline to the next", () =>
    expect(storiesOf(pageOf(filled))).toEqual(["A a1-18 b1-8", "B c1-8 d1-6", "C e1-10 f1-20"]));

  it("a storey under a rule through all columns--is read after them, and says so", () => {
    const under = [
      heading("S", { x: 20, y: 48, width: 30, size: 2 }),
      ...[0, 1, 2, 3].map((nth) => text("stuv"[nth] as string, nth, 52, 8, nth === 3)),
    ];
    const page = pageOf([...under, ...filled]);
    expect(storiesOf(page)).toEqual([
      ...["A a1-18 b1-8", "B c1-8 d1-6", "C e1-10 f1-20"],
      "S s1-8 t1-8 u1-8 v1-8",
    ]);
    const storeys = linesOf(page).map(({ place }) => place?.storey);
    expect(new Set(storeys)).toEqual(new Set([0, 1]));
    expect(storeys.at(-1)).toBe(1);
  });

  // Stories in blocks: a headline over its columns tells what is beside what.
  it("headlines over several columns--stories stand in blocks", () => {
    const blocks = [
      heading("M", { x: 0, y: top, width: step + 16, size: 2 }),
      text("a", 0, top + 4, 10),
      text("b", 1, top + 4, 10, true),
      heading("N", { x: 2 * step, y: top, width: step + 16, size: 2 }),
      text("c", 2, top + 4, 10),
      text("d", 3, top + 4, 10, true),
    ];
    const page = pageOf(blocks);
    expect(storiesOf(page)).toEqual(["M a1-10 b1-10", "N c1-10 d1-10"]);
    expect(linesOf(page).some(({ place }) => place?.storey !== undefined)).toBe(false);
  });

  // What begins with a paragraph is not what the column before breaks off with.
  it("tops of columns that cannot go on from the feet before them--stories stand in blocks", () => {
    const anew = filled.map((lines) =>
      lines[0] && /^[bdf]1/.test(lines[0].text)
        ? lines.map((one, i) => (i === 0 ? { ...one, x: one.x + 2, width: one.width - 2 } : one))
        : lines,
    );
    expect(linesOf(pageOf(anew)).some(({ place }) => place?.storey !== undefined)).toBe(false);
  });
});
