/** Headings of the body's size on pages that say no sizes and no bold type: white and a short line tell them. */
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { linesOf, type Page } from "../../src/model/page.js";
import { below, column, heading, type PrintedLine, pitch, printedPage, step } from "./printed-page.js";

const lead = heading("H", { x: 0, y: 30, width: step + 16 });
const start = 34;
const left = column("a", { x: 0, y: start, lines: 9, ends: true });
const right = column("b", { x: step, y: start, lines: 22, ends: true });
const at = below(start, 9);
const line = (label: string, y: number, width: number, more: Partial<PrintedLine> = {}): PrintedLine[] =>
  column(label, { x: 0, y, lines: 1, width }).map((one) => ({ ...one, ...more }));

function boldOf(page: Page): string[] {
  return linesOf(layOutPage(page)).flatMap(({ text, place }) =>
    place?.bold ? [text.split(" ")[0] ?? ""] : [],
  );
}
const boldIn = (heads: PrintedLine[], text: PrintedLine[], sizeless = true): string[] =>
  boldOf(printedPage([lead, left, heads, text, right], { sizeless }));
const paragraph = (y: number, indented = true) => column("c", { x: 0, y, lines: 9, ends: true, indented });

describe("a short line without a full stop", () => {
  it("white over and under it, a paragraph under it--is set as a heading", () =>
    expect(boldIn(line("S", at + 0.7, 8), paragraph(at + 2.6))).toEqual(["S"]));

  it("in the middle of its column--is one too", () =>
    expect(boldIn(line("S", at + 0.7, 8, { x: 4 }), paragraph(at + 2.6))).toEqual(["S"]));

  it("no white under it--is text", () =>
    expect(boldIn(line("S", at + 0.7, 8), paragraph(at + 0.7 + pitch))).toEqual([]));

  it("no white over it--ends the text above", () =>
    expect(boldIn(line("S", at, 8), paragraph(at + 2))).toEqual([]));

  it("as long as its column--is text", () =>
    expect(boldIn(line("S", at + 0.7, 16), paragraph(at + 2.6))).toEqual([]));

  it("no paragraph begins under it--is text", () =>
    expect(boldIn(line("S", at + 0.7, 8), paragraph(at + 2.6, false))).toEqual([]));

  it("with a full stop--is a sentence", () =>
    expect(boldIn(line("S", at + 0.7, 8, { text: "S 文文文文。" }), paragraph(at + 2.6))).toEqual([]));

  // A source that says sizes says of each line whether it is bold.
  it("where the source says its type--is believed", () =>
    expect(boldIn(line("S", at + 0.7, 8), paragraph(at + 2.6), false)).toEqual(["H"]));
});

describe("a line in the middle of an empty column, text beside it", () => {
  const middle = (text: string) => {
    const printed = [
      column("a", { x: 0, y: 60, lines: 12, ends: true }),
      line("T", 66, 10, { x: step + 3, text }),
      column("b", { x: 2 * step, y: 60, lines: 12, ends: true }),
      column("z", { x: step, y: 90, lines: 12, ends: true }),
    ];
    const page = layOutPage(printedPage([lead, ...printed], { sizeless: true }));
    return linesOf(page).find((one) => one.text === text)?.place?.scale ?? 0;
  };

  it("is a headline", () => expect(middle("T 文文文文文文文文")).toBeGreaterThan(1.1));
  it("with a full stop--is none", () => expect(middle("T 文文文文文文文。")).toBeLessThan(1.1));
});
