/** Boxed notices: what rules on four sides enclose hangs on nothing outside. */
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../../src/layout/index.js";
import type { Rect } from "../../../src/layout/rect.js";
import { boxesOf, headedBoxes, sidesOf, splitByBoxes } from "../../../src/layout/zones/boxes.js";
import type { Page } from "../../../src/model/page.js";
import { below, column, heading, printedPage, storiesOf } from "../printed-page.js";

const rect = (x0: number, x1: number, y0: number, y1: number): Rect => ({ x0, x1, y0, y1 });
const thin = 0.1;
const level = (x0: number, x1: number, y: number): Rect => rect(x0, x1, y, y + thin);
const upright = (x: number, y0: number, y1: number): Rect => rect(x, x + thin, y0, y1);
const sides = [level(0, 20, 10), level(0, 20, 18), upright(0, 10, 18), upright(20, 10, 18)];

describe("boxes of rules", () => {
  it("four rules that meet--one box", () => {
    expect(boxesOf(sides, 1)).toHaveLength(1);
  });

  it("one side missing--none", () => {
    for (const missing of sides)
      expect(
        boxesOf(
          sides.filter((side) => side !== missing),
          1,
        ),
      ).toEqual([]);
  });

  // Column rules between two rules across the page enclose no column.
  it("column rules under a rule across three columns--none but the whole", () => {
    const grid = [level(0, 60, 10), level(0, 60, 80), ...[0, 20, 40, 60].map((x) => upright(x, 10, 80))];
    expect(boxesOf(grid, 1).map(({ x0, x1 }) => [x0, x1])).toEqual([[0, 60]]);
  });

  it("a frame given whole--a box", () => {
    expect(boxesOf(sidesOf(rect(0, 20, 10, 18), 1), 1)).toEqual([rect(0, 20, 10, 18)]);
    expect(sidesOf(level(0, 20, 10), 1)).toEqual([level(0, 20, 10)]);
  });

  it("box in a box--each part in the smallest, every part once", () => {
    const boxes = [rect(10, 30, 10, 30), rect(0, 60, 0, 60)];
    const parts = [rect(12, 20, 12, 14), rect(40, 50, 40, 42), rect(70, 80, 70, 72)];
    expect(splitByBoxes(parts, boxes)).toEqual([[parts[2]], [parts[0]], [parts[1]]]);
  });
});

describe("boxed notices on a page", () => {
  const foot = below(34, 8);
  const printed = [
    heading("H", { x: 2, y: 30, width: 16 }),
    column("a", { x: 2, y: 34, lines: 8 }),
    column("n", { x: 2, y: foot + 0.8, lines: 3, ends: true }),
  ];
  const page = printedPage(printed);
  const boxed = (sidesOf: (page: Page) => Page["separators"]): string[] =>
    storiesOf(layOutPage({ ...page, separators: sidesOf(page) ?? [] }));

  // Without its rules the notice would be more text of the story over it.
  it("notice close under a story--by itself where rules enclose it", () => {
    const [top, height] = [foot + 0.1, 5];
    const at = (x: number, y: number, width: number, tall: number) => ({
      x: x / 80,
      y: y / 120,
      width: width / 80,
      height: tall / 120,
    });
    expect(storiesOf(layOutPage(page))).toEqual(["H a1-8 n1-3"]);
    expect(
      boxed(() => [
        at(1, top, 18, thin),
        at(1, top + height, 18, thin),
        at(1, top, thin, height),
        at(19, top, thin, height),
      ]),
    ).toEqual(["H a1-8", "n1-3"]);
    // Some sources give the frame whole.
    expect(boxed(() => [at(1, top, 18, height)])).toEqual(["H a1-8", "n1-3"]);
  });
});

describe("boxes that assembly is told of", () => {
  const chain = (at: Rect, display = false, lines = 1) => ({ ...at, display, spots: Array(lines).fill(0) });
  const hanging = (...chains: ReturnType<typeof chain>[]) => ({ ...(chains[0] as Rect), chains });
  const boxes = [rect(0, 20, 0, 20)];
  const story = hanging(chain(rect(0, 20, 30, 32), true), chain(rect(0, 20, 34, 60), false, 20));
  const notice = (isHeaded: boolean) =>
    hanging(chain(rect(2, 18, 2, 4), isHeaded), chain(rect(2, 18, 5, 12), false, 5));

  it("a notice under a heading of its own--told", () =>
    expect(headedBoxes({ boxes }, [notice(true), story])).toEqual([0, undefined]));

  // Figures in a box amid a story, with nothing over them: what they are part of is for the words.
  it("text in a box without a heading--not told", () =>
    expect(headedBoxes({ boxes }, [notice(false), story])).toEqual([undefined, undefined]));

  it("a box round the whole page--not told", () =>
    expect(headedBoxes({ boxes: [rect(0, 20, 0, 99)] }, [notice(true), story])).toEqual([
      undefined,
      undefined,
    ]));
});
