/** Pages, blocks, lines and words of hOCR as different programs write it. */
import { describe, expect, it } from "vitest";
import { hocrReader } from "../../../src/read/hocr/index.js";
import { asHtml, asXhtml, inPage, linesOf, readPage, readWhole, textsOf } from "./read-page.js";

const word = (text: string, title = "bbox 1 2 3 4") =>
  `<span class='ocrx_word' title='${title}'>${text}</span>`;

describe("recognises", () => {
  it.each([
    ["a page", "<div class='ocr_page'>"],
    ["shouted tags", '<DIV ID=a CLASS="foo OCR_LINE" TITLE="bbox 1 2 3 4">'],
    ["no quotes", "<span class=ocrx_word>"],
    ["the system's metadata", '<meta name="ocr-system" content="x"/>'],
    ["a real head", asXhtml("").slice(0, 8192)],
  ])("%s", (_, head) => expect(hocrReader.recognises(head)).toBe(true));
  it.each([
    ["plain text that speaks of it", "The class ocr_page is used in hOCR.\n"],
    ["any HTML", "<html><body class='page'>ocr_page</body></html>"],
    ["ALTO", '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout>'],
    ["nothing", ""],
  ])("not %s", (_, head) => expect(hocrReader.recognises(head)).toBe(false));
});

describe("Tesseract's hOCR", () => {
  const tesseract = `
   <div class='ocr_carea' id='block_1_1' title="bbox 100 200 500 400">
    <p class='ocr_par' id='par_1_1' lang='chi_sim' title="bbox 100 200 500 400">
     <span class='ocr_line' id='line_1_1' title="bbox 100 200 500 240; baseline 0.012 -8; x_size 48; x_descenders 12; x_ascenders 12">
      <span class='ocrx_word' id='word_1_1' title='bbox 100 200 200 240; x_wconf 0'>砚</span>
      <span class='ocrx_word' id='word_1_2' title='bbox 300 200 500 240; x_wconf 88'>晚报</span>
     </span>
     <span class='ocr_header' id='line_1_2' title="bbox 100 300 500 340">
      <span class='ocrx_word' title='bbox 100 300 500 340; x_wconf 75.5'>消息</span>
      <span class='ocrx_word' title='bbox 500 300 500 340; x_wconf 95'> </span>
     </span>
    </p>
   </div>
   <div class='ocr_separator' id='block_1_2' title="bbox 100 500 900 500"></div>
   <div class='ocr_photo' id='block_1_3' title="bbox 100 600 600 1600"></div>`;
  const { value, diagnostics } = readWhole(asXhtml(inPage(tesseract)));
  const page = value.pages[0];

  it("is read without a murmur", () => {
    expect(diagnostics).toEqual([]);
    expect(value.format).toBe("hOCR (tesseract 5.3.0)");
    expect(page).toMatchObject({ aspect: 2, language: "zh-Hans" });
    expect(page).not.toHaveProperty("number");
    expect(page).not.toHaveProperty("direction");
  });

  it("has words that index their line", () => {
    expect(linesOf(page)[0]).toMatchObject({
      number: 1,
      original: "砚 晚报",
      blanksBefore: 0,
      box: { x: 0.1, y: 0.1, width: 0.4 },
      words: [
        { at: 0, text: "砚", confidence: 0 },
        { at: 2, text: "晚报", confidence: 0.88 },
      ],
    });
    expect(linesOf(page)[1]).toMatchObject({ number: 2, original: "消息", words: [{ confidence: 0.755 }] });
  });

  it("has areas as blocks, and wide lines of paragraphs are no furniture", () => {
    expect(page?.blocks).toHaveLength(1);
    expect(page?.blocks[0]).toMatchObject({ sourceId: "block_1_1", box: { x: 0.1, y: 0.1, height: 0.1 } });
    expect(page?.blocks[0]).not.toHaveProperty("kind");
  });

  it("has rules, even without thickness, and pictures", () => {
    expect(page?.separators).toEqual([{ x: 0.1, y: 0.25, width: 0.8, height: expect.closeTo(0.0005) }]);
    expect(page?.pictures).toEqual([{ x: 0.1, y: 0.3, width: 0.5, height: 0.5 }]);
  });
});

describe("other programs' hOCR", () => {
  it("ABBYY: empty margins close themselves, paragraphs are blocks, margins with lines are furniture", () => {
    const { value, diagnostics } = readWhole(
      asXhtml(
        inPage(`<div class="ocr_header" id="MARGIN1" title="bbox 0 0 1000 90"/>
          <p class="ocr_par" id="BLOCK1" title="bbox 10 100 400 400" lang="eng">
            <span class="ocr_line" title="bbox 10 100 400 140"><span class="ocrx_word" title="bbox 10 100 400 140 ; x_wconf 55.60000000000001">sub\u00ad</span>
            </span></p>
          <div class="ocr_footer" id="M4" title="bbox 0 1900 1000 2000"><p class="ocr_par"><span class="ocr_line" title="bbox 0 1900 100 1990">A 7</span></p></div>`),
      ),
    );
    expect(diagnostics).toEqual([]);
    expect(value.pages[0]?.blocks).toMatchObject([
      { sourceId: "BLOCK1", lines: [{ original: "sub\u00ad", words: [{ at: 0, text: "sub\u00ad" }] }] },
      { sourceId: "M4", kind: "furniture", lines: [{ original: "A 7" }] },
    ]);
    expect(value.pages[0]?.language).toBe("en");
  });

  it("OCRopus: lines in the page, headings in h tags", () => {
    const { page, codes } = readPage(
      "<h3><span class='ocr_line' title='bbox 1 2 30 40'>Down</span></h3>\n<span class='ocr_line'>Alice</span><br />\n<span class='ocr_line'>was</span><br />",
    );
    expect(codes).toEqual([]);
    expect(page.blocks).toMatchObject([
      { kind: "heading", lines: [{ original: "Down" }] },
      { lines: [{ original: "Alice" }, { original: "was" }] },
    ]);
  });

  it("shouted tags, several classes, attributes without quotes, properties in any order", () => {
    const { page, codes } = readPage(
      "<SPAN TITLE='x_size 30;textangle ;BBOX 100,200 300 240' CLASS='x OCR_LINE y'><SPAN class=ocrx_word title='x_wconf 90;bbox 100 200 300 240'>Ein</SPAN></SPAN>",
    );
    expect(codes).toEqual([]);
    expect(linesOf(page)[0]).toMatchObject({
      box: { x: 0.1, y: 0.1, width: expect.closeTo(0.2), height: expect.closeTo(0.02) },
      words: [{ confidence: 0.9 }],
    });
  });

  it("words without lines: a line a paragraph, cut at <br>", () => {
    const { page, codes } = readPage(
      `<p class='ocr_par'>${word("a", "bbox 0 0 100 100")} ${word("b", "bbox 200 0 300 100")}<br>${word("c")}</p><p class='ocr_par'>${word("d")}</p>`,
    );
    expect(codes).toEqual([]);
    expect(textsOf(page)).toEqual(["a b", "c", "d"]);
    expect(linesOf(page)[0]?.box).toEqual({ x: 0, y: 0, width: 0.3, height: 0.05 });
    expect(page.blocks).toHaveLength(2);
  });

  it("text outside of lines is a line of its own", () => {
    const { page } = readPage(
      `before<span class='ocr_line' title='bbox 1 2 30 40'>in ${word("it")}.</span> between <div>a <i>box</i></div>after`,
    );
    expect(textsOf(page)).toEqual(["before", "in it.", "between", "a box", "after"]);
    expect(linesOf(page).map(({ box }) => box !== undefined)).toEqual([false, true, false, false, false]);
    expect(linesOf(page).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it("several pages: numbers where they say something, folios, sizes of their own", () => {
    const two = readWhole(
      asHtml(
        "<div class=ocr_page title='bbox 0 0 100 100; ppageno 4; lpageno \"A 7\"'>x</div><div class=ocr_page title='ppageno 6'>y <hr class=ocr_separator title='bbox 0 50 200 52'></div>",
      ),
    );
    expect(two.value.pages).toMatchObject([
      { number: 5, folio: "A 7", aspect: 1 },
      { number: 7, aspect: 52 / 200, separators: [{ width: 1 }] },
    ]);
    expect(two.diagnostics.map(({ code }) => code)).toEqual(["JL1068"]);
    const same = readWhole(asHtml(`${inPage("x")}${inPage("y")}`));
    expect(same.value.pages.map(({ number }) => number)).toEqual([undefined, undefined]);
  });

  it("kinds cut an area, and neither piece takes the area's box", () => {
    const { page } = readPage(
      "<div class=ocr_carea id=c title='bbox 0 0 900 900'><span class=ocr_caption title='bbox 0 0 10 20'>Bild</span><span class=ocr_line>Text</span><span class=ocr_pageno>7</span></div>",
    );
    expect(page.blocks.map(({ kind, sourceId, box }) => [kind, sourceId, box?.width])).toEqual([
      ["caption", "c", 0.01],
      [undefined, undefined, undefined],
      ["furniture", undefined, undefined],
    ]);
  });

  it("thick drawings and boxes without text are pictures, thin drawings rules", () => {
    const { page } = readPage(
      "<div class=ocr_linedrawing title='bbox 0 0 500 10'></div><div class=ocr_linedrawing title='bbox 0 0 500 400'></div><div class=ocr_float title='bbox 0 0 100 100'></div><div class=ocr_float title='bbox 0 0 100 100'>box</div>",
    );
    expect([page.separators?.length, page.pictures?.length, textsOf(page)]).toEqual([1, 2, ["box"]]);
  });

  it("bold lines", () => {
    const { page } = readPage(
      "<span class=ocr_line><strong>A</strong> <b><span class=ocrx_word>B</span></b></span><span class=ocr_line><b>A</b> B</span>",
    );
    expect(linesOf(page).map(({ bold }) => bold)).toEqual([true, undefined]);
  });
});
