/** Captions, the edges of a page, notices: what stands among the columns and is of none of them. */
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { linesOf } from "../../src/model/page.js";
import { below, column, heading, pitch, printedPage, step, storiesOf } from "./printed-page.js";

const laid = (printed: Parameters<typeof printedPage>[0]) => layOutPage(printedPage(printed));
const placeOf = (printed: Parameters<typeof printedPage>[0], label: string) =>
  linesOf(laid(printed)).find(({ text }) => text.startsWith(label))?.place;

describe("captions", () => {
  const withPicture = [
    heading("H", { x: 0, y: 30, width: step + 16 }),
    column("a", { x: 0, y: 34, lines: 20 }),
    column("p", { x: step, y: 46, lines: 2, size: 0.88 }),
    column("b", { x: step, y: 49.5, lines: 7, ends: true }),
  ];

  // The source names no picture; the white over the small type is where it stood.
  it("small type under white in a column--a caption, at the end of its story", () => {
    expect(placeOf(withPicture, "p1")?.caption).toBe(true);
    expect(storiesOf(laid(withPicture))).toEqual(["H a1-20 b1-7 p1-2"]);
  });

  it("the body's own type under white--no caption", () => {
    const same = [...withPicture.slice(0, 2), column("p", { x: step, y: 46, lines: 2 })];
    expect(placeOf(same, "p1")?.caption).toBeUndefined();
  });
});

describe("edges of a page", () => {
  it("small line under all text--the page's foot, and no caption", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: step + 16 }),
      column("a", { x: 0, y: 34, lines: 40 }),
      column("b", { x: step, y: 34, lines: 20, ends: true }),
      column("f", { x: step, y: 113, lines: 1, size: 0.9, width: 10 }),
    ];
    expect(placeOf(printed, "f")).toMatchObject({ edge: true });
    expect(placeOf(printed, "f")?.caption).toBeUndefined();
  });
});

describe("columns that are not of one story", () => {
  // A notice in a frame that the source does not give: its lines are set in on both sides.
  it("bold line and narrower text level with a column--no part of its story", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: 16 }),
      column("a", { x: 0, y: 34, lines: 12 }),
      heading("N", { x: step + 3, y: 34, width: 9, size: 1 }),
      column("n", { x: step + 1, y: 34 + pitch, lines: 8, width: 14, ends: true }),
    ];
    expect(storiesOf(laid(printed))).toEqual(["H a1-12", "N n1-8"]);
  });

  it("headline centred over three columns, over little of the outer ones--over all of them", () => {
    const printed = [
      heading("H", { x: 14, y: 30, width: 24 }),
      column("a", { x: 0, y: 34, lines: 9, indented: true }),
      column("b", { x: step, y: 34, lines: 9, indented: true }),
      column("c", { x: 2 * step, y: 34, lines: 9, indented: true, ends: true }),
    ];
    expect(storiesOf(laid(printed))).toEqual(["H a1-9 b1-9 c1-9"]);
  });

  // Text stands at the same height between two headlines: it is read on from the left one.
  it("column between two headlines level with it--goes with the one left of it", () => {
    const printed = [
      heading("H", { x: 0, y: 30, width: 16 }),
      column("a", { x: 0, y: 34, lines: 12, ends: true }),
      column("b", { x: step, y: 30, lines: 14, indented: true, ends: true }),
      heading("K", { x: 2 * step, y: 30, width: 16 }),
      column("c", { x: 2 * step, y: 34, lines: 12, ends: true }),
    ];
    expect(storiesOf(laid(printed))).toEqual(["H a1-12 b1-14", "K c1-12"]);
  });

  it("byline at the head of a column, its headline right of it--hangs under that headline", () => {
    const printed = [
      heading("B", { x: 0, y: 30, width: 8, size: 0.9 }),
      column("a", { x: 0, y: 30 + pitch, lines: 14 }),
      heading("H", { x: step, y: 30, width: step + 16 }),
      column("b", { x: step, y: 34, lines: 11 }),
      column("c", { x: 2 * step, y: 34, lines: 11, ends: true }),
    ];
    expect(storiesOf(laid(printed))).toEqual(["B H a1-14 b1-11 c1-11"]);
  });

  it("two headlines on one line, each over its own column--two", () => {
    const printed = [
      heading("H", { x: 1, y: 30, width: 14, size: 1.4 }),
      heading("K", { x: step - 1, y: 30, width: 16, size: 1.4 }),
      column("a", { x: 0, y: below(30, 3), lines: 9, ends: true }),
      column("b", { x: step, y: below(30, 3), lines: 9, ends: true }),
    ];
    expect(storiesOf(laid(printed))).toEqual(["H a1-9", "K b1-9"]);
  });
});
