/** Column rules: they part stories where only some columns have them between them. */
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { column, heading, printedPage, step, storiesOf } from "./printed-page.js";

const upright = (x: number, y: number, height: number) => ({ x, y, width: 0.1, height });
const wide = 3 * step + 16;
/** Two columns of one story beside two of another, level with them, under no headline. */
const beside = [
  heading("H", { x: 0, y: 30, width: wide }),
  column("h", { x: 0, y: 34, lines: 8 }),
  column("i", { x: step, y: 34, lines: 8 }),
  column("j", { x: 2 * step, y: 34, lines: 8 }),
  column("k", { x: 3 * step, y: 34, lines: 8, ends: true }),
  column("a", { x: 0, y: 60, lines: 8 }),
  column("b", { x: step, y: 60, lines: 8 }),
  column("c", { x: 2 * step, y: 60, lines: 8 }),
  column("d", { x: 3 * step, y: 60, lines: 8, ends: true }),
];
const across = { x: 0, y: 50, width: wide };
const stories = (...rules: { x: number; y: number; width: number; height?: number }[]) =>
  storiesOf(layOutPage(printedPage(beside, { rules: [across, ...rules] })));
const between = (nth: number) => upright(nth * step - 1, 55, 20);

describe("text in columns level with each other, under no headline", () => {
  it("no rule between them--goes on from column to column", () =>
    expect(stories()).toContain("a1-8 b1-8 c1-8 d1-8"));

  // A hairline between two stories, and none between the columns of either.
  it("a rule between two of the columns--parts them", () => {
    expect(stories(between(2))).toContain("a1-8 b1-8");
    expect(stories(between(2))).toContain("c1-8 d1-8");
  });

  // Old papers have a rule in every gutter.
  it("rules between all columns of the page--say nothing", () => {
    const everywhere = [1, 2, 3].flatMap((nth) => [between(nth), upright(nth * step - 1, 33, 12)]);
    expect(stories(...everywhere)).toContain("a1-8 b1-8 c1-8 d1-8");
  });

  // A serial with rules between its columns, in a storey under stories that have none.
  it("rules between all columns of one storey--say nothing there", () => {
    expect(stories(between(1), between(2), between(3))).toContain("a1-8 b1-8 c1-8 d1-8");
  });

  it("a rule beside other columns, higher up--says nothing of these", () =>
    expect(stories(upright(2 * step - 1, 33, 12))).toContain("a1-8 b1-8 c1-8 d1-8"));
});
