/** Lines, gaps, columns and pictures of PDFs written by hand. */
import { describe, expect, it } from "vitest";
import { isPdf } from "../../../src/read/pdf/read-pdf.js";
import { bytesOf, hex, makePdf, placed } from "./make-pdf.mjs";
import { linesOf, readBytes } from "./read-made.js";

const textAt = (x: number, y: number, text: string, font = "Latin", size = 10) =>
  `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
const read = (...contents: string[]) => readBytes(makePdf(contents));

describe("spaces", () => {
  it("are those of the file where it paints them", async () => {
    const { texts, codes, format } = await read(textAt(20, 250, "The council met."));
    expect(texts).toEqual(["The council met."]);
    expect(codes).toEqual([]);
    expect(format).toBe("PDF 1.4");
  });

  it("are read from gaps where the file paints none", async () => {
    const { texts } = await read(
      "BT /Latin 10 Tf 20 250 Td [(The) -280 (coun) 15 (cil) -330 (met) -250 (o) 20 (n) -300 (Tues) -10 (day.)] TJ ET",
    );
    expect(texts).toEqual(["The council met on Tuesday."]);
  });

  it("are none in a stretched line of ideographs", async () => {
    const { texts } = await read(
      `BT /Han 10 Tf 2.5 Tc 20 250 Td ${hex("中，强化管理")} Tj ET BT /Han 10 Tf 0 Tc 20 230 Td ${hex("“数”为媒")} Tj 50 0 Td ${hex("“智”赋能")} Tj ET`,
    );
    expect(texts[0]).toBe("中，强化管理");
    expect(texts[1]).toBe("“数”为媒“智”赋能");
  });

  it("stay where a headline has one wide gap", async () => {
    const halves = `BT /Han 10 Tf 20 250 Td ${hex("消费回暖")} Tj 50 0 Td ${hex("外贸企稳")} Tj ET`;
    expect((await read(halves)).texts).toEqual(["消费回暖 外贸企稳"]);
    const ideographic = `BT /Han 10 Tf 20 250 Td ${hex("本报讯　日前")} Tj ET`;
    expect((await read(ideographic)).texts).toEqual(["本报讯　日前"]);
  });

  it("are none at the quarter em beside figures, nor where evenly set spaces are painted", async () => {
    const figures = `BT /Han 10 Tf 20 250 Td [${hex("第")} -250 ${hex("11")} -250 ${hex("类")}] TJ ET`;
    expect((await read(figures)).texts).toEqual(["第11类"]);
    const spaced = `BT /Han 10 Tf 20 250 Td [${[..."新高地的中长期"].map((char) => `${hex(char)} 700 ${hex(" ")}`).join(" ")}] TJ ET`;
    expect((await read(spaced)).texts).toEqual(["新高地的中长期"]);
  });

  it("are none inside letter-spaced words, and stay between them", async () => {
    const line = "BT /Latin 10 Tf 3 Tc 20 250 Td [(Die) -400 (ganze) -400 (Zeile)] TJ ET";
    expect((await read(line)).texts).toEqual(["Die ganze Zeile"]);
    const word =
      "BT /Latin 10 Tf 20 250 Td [(Der) -600 (T) -200 (a) -200 (g) -600 (ist) -280 (da) -280 (und) -280 (neu)] TJ ET";
    expect((await read(word)).texts).toEqual(["Der Tag ist da und neu"]);
  });

  it("get no room from a soft hyphen that was drawn as one", async () => {
    const line = "BT /Latin 10 Tf 20 250 Td [(water) ( ) 278 (front)] TJ ET";
    expect((await read(line)).texts).toEqual(["waterfront"]);
  });
});

describe("lines", () => {
  const column = (x: number, texts: readonly string[]) =>
    texts.map((text, nth) => textAt(x, 250 - nth * 12, text));
  const left = ["along the water", "front and beyond", "it for another", "year or longer"];
  const right = ["The trustees will", "pay the price as", "they have said in", "the town meeting"];

  it("do not run over a gutter, in whatever order the columns are painted", async () => {
    const inTurn = await read([...column(20, left), ...column(105, right)].join("\n"));
    expect(inTurn.texts).toEqual([...left, ...right]);
    expect(inTurn.pages[0]?.blocks.length).toBe(2);
    const byRow = await read(
      left
        .flatMap((text, nth) => [
          textAt(20, 250 - nth * 12, text),
          textAt(110, 250 - nth * 12, right[nth] ?? ""),
        ])
        .join("\n"),
    );
    expect(byRow.texts).toEqual(left.flatMap((text, nth) => [text, right[nth]]));
  });

  it("do not run over a rule", async () => {
    const { texts, pages } = await read(
      `${textAt(20, 250, "one")} 41 240 m 41 262 l S ${textAt(44, 250, "two")}`,
    );
    expect(texts).toEqual(["one", "two"]);
    expect(pages[0]?.separators).toHaveLength(1);
  });

  it("are whole where a word was painted later in another font", async () => {
    const { texts } = await read(
      `${textAt(20, 250, "was")} ${textAt(69, 250, "known")} ${textAt(20, 238, "to all of them")} ${textAt(42, 250, "well", "Bold")}`,
    );
    expect(texts).toEqual(["was well known", "to all of them"]);
  });

  it("have boxes, sizes and words", async () => {
    const { lines } = await read(textAt(40, 150, "Two words", "Bold", 30));
    expect(lines[0]?.bold).toBe(true);
    expect(lines[0]?.typeSize).toBeCloseTo(0.1);
    expect(lines[0]?.box?.x).toBeCloseTo(0.1);
    expect((lines[0]?.box?.y ?? 0) + (lines[0]?.box?.height ?? 0)).toBeCloseTo(0.512);
    expect(lines[0]?.words?.map(({ at, text }) => [at, text])).toEqual([
      [0, "Two"],
      [4, "words"],
    ]);
    const han = await read(`BT /Han 10 Tf 20 250 Td ${hex("中文GDP")} Tj ET`);
    expect(han.lines[0]?.words?.map(({ text }) => text)).toEqual(["中", "文", "GDP"]);
  });

  it("read each way that their glyphs stand", async () => {
    const turned =
      "BT /Latin 10 Tf 0 -1 1 0 300 250 Tm (down the edge) Tj ET BT /Latin 10 Tf 0 1 -1 0 50 50 Tm (up the edge) Tj ET";
    const { texts, pages } = await read(
      `${turned} ${textAt(100, 250, "A page of text as any other is printed, and its photographs")}`,
    );
    expect(texts).toEqual([
      "down the edge",
      "up the edge",
      "A page of text as any other is printed, and its photographs",
    ]);
    expect(pages[0]?.direction).toBeUndefined();
  });

  it("of a page that lies sideways are turned upright", async () => {
    const { lines, pages } = await readBytes(makePdf([{ content: textAt(40, 150, "Sideways"), rotate: 90 }]));
    expect(pages[0]?.aspect).toBeCloseTo(0.75);
    expect(lines[0]?.box?.x).toBeCloseTo(0.1);
    expect(lines[0]?.box?.y).toBeLessThan(0.5);
  });
});

describe("columns down the page", () => {
  const down = (text: string, x: number, top: number): [string, number, number][] =>
    [...text].map((char, nth) => [char, x, top - nth * 10]);

  it("are found where each glyph is placed by itself", async () => {
    const glyphs = [...down("汀江大橋昨日", 300, 250), ...down("合龍兩岸", 284, 250)];
    const { texts, pages } = await read(`BT /Han 10 Tf ${placed(glyphs)} ET`);
    expect(texts).toEqual(["汀江大橋昨日", "合龍兩岸"]);
    expect(pages[0]?.direction).toBe("vertical");
    expect(pages[0]?.blocks).toHaveLength(1);
  });

  it("are found where the font is vertical", async () => {
    const { texts, pages, lines } = await read(
      `BT /Down 10 Tf 1 0 0 1 300 250 Tm ${hex("汀江大橋")} Tj 1 0 0 1 284 250 Tm ${hex("合龍")} Tj ET`,
    );
    expect(texts).toEqual(["汀江大橋", "合龍"]);
    expect(pages[0]?.direction).toBe("vertical");
    expect(lines[0]?.box?.height).toBeCloseTo(40 / 300);
    expect(lines[0]?.box?.x).toBeCloseTo(295 / 400);
  });

  it("hold figures side by side, and Latin turned with them", async () => {
    const figures = `BT /Han 10 Tf ${placed([...down("五月", 300, 250)])} ET BT /Latin 8 Tf 1 0 0 1 300.5 230 Tm (2) Tj 1 0 0 1 305 230 Tm (5) Tj ET BT /Han 10 Tf ${placed(down("日晚間", 300, 220))} ET`;
    const turned = `BT /Latin 10 Tf 0 -1 1 0 302 199 Tm (GDP) Tj ET`;
    expect((await read(`${figures} ${turned}`)).texts).toEqual(["五月25日晚間GDP"]);
  });
});

describe("characters", () => {
  it("come out of fonts that are not in the file", async () => {
    // 中文 in GBK.
    const { texts } = await read("BT /Gbk 10 Tf 20 250 Td <D6D0CEC4> Tj ET");
    expect(texts).toEqual(["中文"]);
  });

  it("that are drawn twice are read once, and counted", async () => {
    const { texts, codes, diagnostics } = await read(
      `${textAt(20, 250, "Bill")} ${textAt(20.4, 250, "Bill")}`,
    );
    expect(texts).toEqual(["Bill"]);
    expect(codes).toEqual(["JL1085"]);
    expect(diagnostics[0]?.details).toEqual({ count: 4, page: 1 });
  });

  it("outside the page keep their text and have no box", async () => {
    const { lines, codes } = await read(`${textAt(20, 250, "in")} ${textAt(900, 250, "out")}`);
    expect(lines.map(({ original, box }) => [original, box !== undefined])).toEqual([
      ["in", true],
      ["out", false],
    ]);
    expect(codes).toEqual(["JL1086"]);
  });

  it("without a table are warned about and kept", async () => {
    const { texts, codes } = await read("BT /Mute 10 Tf 20 250 Td <00410042> Tj ET");
    expect(texts).toEqual(["AB"]);
    expect(codes).toEqual(["JL1087"]);
  });

  it("that are not painted are the text layer over a scan, which is no picture", async () => {
    const words =
      "BT 3 Tr /Latin 10 Tf 1 0 0 1 20 250 Tm (The) Tj 1 0 0 1 37 250 Tm (council) Tj 1 0 0 1 70 250.5 Tm (met) Tj ET";
    const { texts, pages } = await read(`q 400 0 0 300 0 0 cm /Picture Do Q ${words}`);
    expect(texts).toEqual(["The council met"]);
    expect(pages[0]?.pictures).toBeUndefined();
  });
});

describe("what is no text", () => {
  it("are pictures with their places, whatever is in them", async () => {
    const { pages } = await read(`q 200 0 0 150 100 150 cm /Picture Do Q ${textAt(20, 50, "Caption")}`);
    expect(pages[0]?.pictures).toEqual([{ x: 0.25, y: 0, width: 0.5, height: 0.5 }]);
  });

  it("are rules, as lines and as bars and as frames", async () => {
    const { pages } = await read(
      "40 100 300 1 re f 1 w 40 200 m 40 280 l S 100 50 m 150 90 l S 200 20 100 60 re S 1 g 0 0 90 90 re f",
    );
    expect(pages[0]?.separators).toHaveLength(6);
  });

  it("is a page without text: a warning for a scan, nothing for a blank page", async () => {
    const { codes, pages, diagnostics } = await read("", "q 400 0 0 300 0 0 cm /Picture Do Q");
    expect(codes).toEqual(["JL1084"]);
    expect(diagnostics[0]?.details).toEqual({ count: 1, page: 2 });
    expect(pages.map((page) => linesOf(page).length)).toEqual([0, 0]);
  });
});

describe("isPdf", () => {
  it("looks for the signature in the first kibibyte", () => {
    expect(isPdf(makePdf([""]))).toBe(true);
    expect(isPdf(bytesOf(`${" ".repeat(1000)}%PDF-1.7`))).toBe(true);
    expect(isPdf(bytesOf(`${" ".repeat(1024)}%PDF-1.7`))).toBe(false);
    expect(isPdf(bytesOf("The PDF-1.7"))).toBe(false);
  });
});
