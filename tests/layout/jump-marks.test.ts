/** Jump marks as signs of make-up: where text comes from another page, and where it goes on elsewhere. */
import { expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { column, heading, printedPage, step, storiesOf } from "./printed-page.js";

const readMark = (text: string) =>
  text.startsWith("FROM") ? "arrives" : text.startsWith("TO") ? "leaves" : undefined;
const stories = (...parts: Parameters<typeof printedPage>) =>
  storiesOf(layOutPage(printedPage(...parts), "", readMark));
const line = (label: string, x: number, y: number) => column(label, { x, y, lines: 1, width: 12 });

// Beside a headline, level with it: a story's first column, but that it says where it comes from.
it.each([
  ["a", ["H a b1-7 C1-8"]],
  ["FROM", ["FROM b1-7", "H C1-8"]],
])("text without a heading left of a headline, begun by %s", (first, expected) => {
  const printed = [
    line(first, 0, 30),
    column("b", { x: 0, y: 31.2, lines: 7 }),
    heading("H", { x: step, y: 30, width: 16, size: 2 }),
    // With a small letter it would begin in mid-sentence, and go on from what is left of it.
    column("C", { x: step, y: 33.4, lines: 8, ends: true }),
  ];
  expect(stories(printed)).toEqual(expected);
});

it.each([
  ["d", ["H a1-7 d c1-8"]],
  ["TO", ["H a1-7 TO", "c1-8"]],
])("a column that begins beside text that ends with %s", (last, expected) => {
  const printed = [
    heading("H", { x: 0, y: 30, width: 16, size: 2 }),
    column("a", { x: 0, y: 33.4, lines: 7 }),
    line(last, 0, 41.8),
    column("c", { x: step, y: 33.4, lines: 8, ends: true }),
  ];
  expect(stories(printed)).toEqual(expected);
});

// A jump head may stand over the last columns only; no story begins with a subhead.
it.each([
  ["S", true, ["H FROM b1-7 S c1-7 d1-8"]],
  ["e", false, ["FROM b1-7", "H e c1-7 d1-8"]],
])("text from another page left of a headline with %s under it", (first, bold, expected) => {
  const printed = [
    line("FROM", 0, 30),
    column("b", { x: 0, y: 31.2, lines: 7, ends: true }),
    heading("H", { x: step, y: 30, width: step + 16, size: 2 }),
    column(first, { x: step, y: 33.4, lines: 1, width: 16, bold }),
    column("c", { x: step, y: 34.6, lines: 7 }),
    column("d", { x: 2 * step, y: 33.4, lines: 8, ends: true }),
  ];
  expect(stories(printed)).toEqual(expected);
});

// A headline in the middle of its columns, over their tops: the first of them, which begins with the mark, does not see it.
it("a jump head in the middle over its columns--the first is under it too", () => {
  const printed = [
    heading("H", { x: 15.5, y: 30, width: 21, size: 2 }),
    line("FROM", 0, 34),
    column("b", { x: 0, y: 35.2, lines: 7 }),
    column("c", { x: step, y: 34, lines: 8 }),
    column("d", { x: 2 * step, y: 34, lines: 8, ends: true }),
  ];
  expect(stories(printed)).toEqual(["H FROM b1-7 c1-8 d1-8"]);
});
