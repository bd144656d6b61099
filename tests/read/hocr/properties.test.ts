/** What the `title` of an element says: boxes, sizes, confidence; and what `lang` says. */
import { describe, expect, it } from "vitest";
import { languageOfCode } from "../../../src/read/hocr/language-codes.js";
import { numbersOf, parseTitle, rectOf } from "../../../src/read/hocr/title-properties.js";
import { linesOf, readPage } from "./read-page.js";

describe("parseTitle", () => {
  it.each([
    [
      "bbox 1 2 3 4; x_wconf 90; x_size 30.5; textangle",
      { bbox: "1 2 3 4", x_wconf: "90", x_size: "30.5", textangle: "" },
    ],
    ['image "a;b \'c.jpg" ; BBOX  1 2', { image: "a;b 'c.jpg", bbox: "1 2" }],
    ["image 'C:\\it.png';bbox 1", { image: "C:\\it.png", bbox: "1" }],
    ['image "broken; bbox 1 2 3 4', { image: '"broken', bbox: "1 2 3 4" }],
    ["image don't; bbox 1 2 3 4; x it's", { image: "don't", bbox: "1 2 3 4", x: "it's" }],
    ["bbox 1; bbox 2", { bbox: "1" }],
    ["__proto__ 1;constructor 2;;;", { __proto__: "1", constructor: "2" }],
  ])("%s", (title, wanted) => {
    const found = parseTitle(title);
    expect([...found.keys()].sort()).toEqual(
      title.startsWith("__proto__") ? ["__proto__", "constructor"] : Object.keys(wanted).sort(),
    );
    if (!title.startsWith("__proto__")) expect(Object.fromEntries(found)).toEqual(wanted);
  });

  it("takes plain numbers only", () => {
    expect(numbersOf(parseTitle("x 1.5,-2 +3 .5 1e9"), "x")).toEqual([1.5, -2, 3, 0.5]);
    expect(numbersOf(parseTitle("x NaN"), "x")).toBeUndefined();
    expect(rectOf(parseTitle("bbox 1 2 3"))).toBeUndefined();
    expect(rectOf(parseTitle("bbox 1 2 Infinity 3"))).toBeUndefined();
  });
});

describe("boxes that make no sense", () => {
  it.each(["5 5 2 9", "1 2 3", "a b c d", "0 0 5000 10", "-900 0 10 10", "1 1 1 1", "1 1 1e400 5"])(
    "bbox %s costs the box and no text",
    (bbox) => {
      const { page, diagnostics } = readPage(
        `<span class=ocr_line title='bbox ${bbox}'><span class=ocrx_word title='bbox ${bbox}'>kept</span></span>`,
      );
      expect(linesOf(page)).toEqual([{ number: 1, original: "kept", blanksBefore: 0 }]);
      expect(diagnostics).toMatchObject([{ code: "JL1043", details: { count: 2 } }]);
    },
  );
});

describe("type size", () => {
  const sizeOf = (title: string, text: string, words = "") =>
    linesOf(readPage(`<span class=ocr_line title='${title}'>${text}${words}</span>`).page)[0]?.typeSize;

  it("is one em by the page's height, by what script it is", () => {
    expect(sizeOf("bbox 0 0 900 30; x_size 30", "Alice was beginning")).toBeCloseTo((30 * 1.06) / 2000);
    expect(sizeOf("bbox 0 0 900 30; x_size 36", "全市环境空气质量")).toBeCloseTo((36 * 0.81) / 2000);
  });
  it("is taken from points where the page tells its resolution", () => {
    expect(sizeOf("bbox 0 0 900 30; x_fsize 12", "Alice")).toBeCloseTo(24 / 2000);
    const words = [10, 12, 12]
      .map((size) => `<span class=ocrx_word title='x_fsize ${size}'> a</span>`)
      .join("");
    expect(sizeOf("bbox 0 0 900 30", "", words)).toBeCloseTo(24 / 2000);
  });
  it("is absent where it is wild against the box, or nothing", () => {
    expect(sizeOf("bbox 0 0 900 30; x_size 300", "Alice")).toBeUndefined();
    expect(sizeOf("bbox 0 0 900 30; x_size 3", "Alice")).toBeUndefined();
    expect(sizeOf("bbox 0 0 900 30; x_size 0", "Alice")).toBeUndefined();
    expect(sizeOf("bbox 0 0 900 30; x_size -30", "Alice")).toBeUndefined();
    expect(sizeOf("bbox 0 0 900 30", "Alice")).toBeUndefined();
  });
  it("is measured across vertical lines", () => {
    const { page } = readPage(
      "<p class=ocr_par lang=chi_tra_vert><span class=ocr_line title='bbox 100 0 130 1500; x_size 36'>民國九年四月三日</span></p>",
    );
    expect(page).toMatchObject({ language: "zh-Hant", direction: "vertical" });
    expect(linesOf(page)[0]?.typeSize).toBeCloseTo((36 * 0.81) / 2000);
  });
});

describe("language", () => {
  it.each([
    ["chi_sim", "zh-Hans"],
    ["chi_tra", "zh-Hant"],
    ["jpn", "ja"],
    ["kor", "ko"],
    ["eng", "en"],
    ["deu", "de"],
    ["frk", "de"],
    ["fra", "fr"],
    ["nld", "nl"],
    ["spa", "es"],
    ["zh-hant-TW", "zh-Hant-TW"],
    ["EN-us", "en-US"],
    ["und", undefined],
    ["unknown", undefined],
    ["script/Foo", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("%s is %s", (code, language) => expect(languageOfCode(code)?.language).toBe(language));

  it("is that of most of the text, whatever the file's root says", () => {
    const par = (lang: string, text: string) => `<p class=ocr_par lang=${lang}>${text}</p>`;
    expect(readPage(par("eng", "short") + par("fra", "beaucoup plus longue")).page.language).toBe("fr");
    expect(
      readPage(`${par("eng", "short")}<p class=ocr_par>much longer, and nothing said of it`).page,
    ).not.toHaveProperty("language");
    const odd = readPage(par("tlh_old", "text"));
    expect(odd.page).not.toHaveProperty("language");
    expect(odd.diagnostics).toMatchObject([{ code: "JL1069", details: { code: "tlh_old" } }]);
  });

  it("of words and lines wins over that of their paragraph", () => {
    const { page } = readPage(
      "<p class=ocr_par lang=eng>a <span class=ocrx_word lang=deu>Straßenbahn</span></p>",
    );
    expect(page.language).toBe("de");
  });
});
