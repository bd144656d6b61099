/** Type sizes in any unit, and bold type. */
import { describe, expect, it } from "vitest";
import { alto, block, box, line, readPage, tag } from "./invented.js";

const head = tag(
  "Styles",
  {},
  tag("TextStyle", { ID: "body", FONTSIZE: "8" }) +
    tag("TextStyle", { ID: "head", FONTSIZE: "24.0", FONTSTYLE: "bold" }) +
    tag("TextStyle", { ID: "strong", FONTSIZE: "8", FONTSTYLE: "italics bold" }) +
    tag("TextStyle", { ID: "sizeless", FONTSIZE: "0", FONTSTYLE: "bold" }) +
    tag("ParagraphStyle", { ID: "left", ALIGN: "Left" }),
);
const column = (count: number, height: number, text = "the words of a column") =>
  Array.from({ length: count }, (_, index) => line(text, 10, 50 + index * 50, height)).join("");
const sizes = (xml: string) => readPage(xml).lines.map(({ typeSize }) => typeSize);

describe("type size", () => {
  it("in pixels is measured on the page: an em of body type is as high as its lines", () => {
    const page =
      block(column(9, 40), { STYLEREFS: "body left" }) +
      block(line("BIG", 10, 900, 90), { STYLEREFS: "head" });
    const found = sizes(alto(page, { head }));
    expect(found[0]).toBeCloseTo(40 / 2000, 9);
    expect(found.at(-1)).toBeCloseTo((3 * 40) / 2000, 9);
  });

  it("is not moved by a few lines boxed wrongly, by specks, or by lines on their side", () => {
    const wrong =
      line("a wrongly boxed heading", 10, 700, 600) + line("l", 10, 900, 2) + line(".", 10, 950, 300);
    const sideways = tag(
      "TextLine",
      box(10, 10, 40, 1200),
      tag("String", { CONTENT: "sideways, and rather long" }),
    );
    const found = sizes(alto(block(column(9, 40) + wrong + sideways, { STYLEREFS: "body" }), { head }));
    for (const size of found) expect(size).toBeCloseTo(40 / 2000, 9);
  });

  it("comes from the unit where that is a length", () => {
    // 8 points are 28.2 mm10 and 133.3 inch1200.
    expect(sizes(alto(block(column(3, 30), { STYLEREFS: "body" }), { head, unit: "mm10" }))[0]).toBeCloseTo(
      (8 * 254) / 72 / 2000,
      9,
    );
    expect(
      sizes(alto(block(column(3, 150), { STYLEREFS: "body" }), { head, unit: "inch1200" }))[0],
    ).toBeCloseTo((8 * 1200) / 72 / 2000, 9);
  });

  it("comes from the page where the unit is plainly wrong", () => {
    const found = sizes(alto(block(column(3, 60), { STYLEREFS: "body" }), { head, unit: "mm10" }));
    expect(found[0]).toBeCloseTo(60 / 2000, 9);
  });

  it("of full-width characters is their advance, however high the line's box is", () => {
    const run = (y: number) =>
      tag(
        "TextLine",
        box(10, y, 280, 41),
        tag("String", { CONTENT: "污水六家单位请到一张桌子上，", ...box(10, y, 14 * 20, 41) }),
      );
    const vertical = tag(
      "TextLine",
      box(500, 10, 31, 200),
      tag("String", { CONTENT: "民國九年四月三日本報", ...box(500, 10, 31, 200) }),
    );
    const found = sizes(alto(block(run(50) + run(100) + vertical, { STYLEREFS: "body" }), { head }));
    expect(found).toEqual([0.01, 0.01, 0.01].map((size) => expect.closeTo(size, 9)));
  });

  it("is handed down from page, block and line, and a size of 0 is none", () => {
    const strings = tag("String", { CONTENT: "small", STYLEREFS: "sizeless" });
    const page = { WIDTH: 1000, HEIGHT: 2000, STYLEREFS: "body" };
    const lines =
      column(9, 40) +
      tag("TextLine", {}, strings) +
      line("HEAD LINE", 10, 800, 100, { STYLEREFS: "left head" });
    const found = sizes(alto(block(lines), { head, page }));
    expect(found.slice(-2)).toEqual([expect.closeTo(0.02, 9), expect.closeTo(0.06, 9)]);
  });

  it("is not said where nothing tells it", () => {
    expect(sizes(alto(block(column(2, 40))))).toEqual([undefined, undefined]);
    expect(sizes(alto(block(column(2, 40), { STYLEREFS: "sizeless none __proto__" }), { head }))).toEqual([
      undefined,
      undefined,
    ]);
    const boxless = tag("TextLine", {}, tag("String", { CONTENT: "words", STYLEREFS: "body" }));
    expect(sizes(alto(block(boxless), { head }))).toEqual([undefined]);
  });
});

describe("bold type", () => {
  const bold = (inner: string, outer = {}) =>
    readPage(alto(block(tag("TextLine", {}, inner), outer), { head })).lines[0]?.bold;
  const string = (CONTENT: string, values = {}) => tag("String", { CONTENT, ...values });

  it("is that of most characters", () => {
    expect(bold(string("boldest", { STYLEREFS: "strong" }) + string("thin"), { STYLEREFS: "body" })).toBe(
      true,
    );
    expect(bold(string("bold", { STYLEREFS: "strong" }) + string("thinner"), { STYLEREFS: "body" })).toBe(
      false,
    );
  });

  it("ends where a nearer style is regular, and a String's own STYLE wins", () => {
    expect(bold(string("thin", { STYLEREFS: "body" }), { STYLEREFS: "head" })).toBe(false);
    expect(bold(string("bold", { STYLE: "bold underline" }), { STYLEREFS: "body" })).toBe(true);
    expect(bold(string("both", { STYLE: "italics" }), { STYLEREFS: "head left" })).toBe(true);
  });

  it("is not said where no style is named", () => expect(bold(string("plain"))).toBeUndefined());
});
