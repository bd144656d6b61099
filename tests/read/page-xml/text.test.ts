import { describe, expect, it } from "vitest";
import { pageXmlReader } from "../../../src/read/page-xml/index.js";
import { box, equiv, line, pageFile, readPage, readXml, region, textsOf } from "./page-file.js";

const word = (text: string, inner = ""): string =>
  `<Word>${box(10, 10, 20, 20)}${inner}${equiv(text)}</Word>`;
const glyph = (text: string): string => `<Glyph>${equiv(text)}</Glyph>`;

describe("a PAGE file", () => {
  it("is recognised by its root, whatever its prefix", () => {
    expect(pageXmlReader.recognises('<?xml version="1.0"?>\n<PcGts xmlns="…">')).toBe(true);
    expect(pageXmlReader.recognises('<pc:PcGts xmlns:pc="…">')).toBe(true);
    expect(pageXmlReader.recognises("<alto><Description/></alto>")).toBe(false);
    expect(pageXmlReader.recognises("A line on PcGts>")).toBe(false);
  });

  it("is read with a prefix, and says its version", () => {
    const { value, diagnostics } = readXml(
      '<pc:PcGts xmlns:pc="http://schema.primaresearch.org/PAGE/gts/pagecontent/2017-07-15">' +
        '<pc:Page imageWidth="10" imageHeight="20"><pc:TextRegion id="a"><pc:TextLine><pc:TextEquiv>' +
        "<pc:Unicode>Alder &amp; Point</pc:Unicode></pc:TextEquiv></pc:TextLine></pc:TextRegion></pc:Page></pc:PcGts>",
    );
    expect(value.format).toBe("PAGE XML 2017-07-15");
    expect(value.pages.map(textsOf)).toEqual([["Alder & Point"]]);
    expect(value.pages[0]?.aspect).toBe(2);
    expect(diagnostics).toEqual([]);
  });

  it("without a page is an error; with a document type it is not read", () => {
    expect(readXml("<PcGts></PcGts>").diagnostics.map(({ code }) => code)).toEqual(["JL1050"]);
    const bomb = readXml('<!DOCTYPE a [<!ENTITY b "c">]><PcGts><Page/></PcGts>');
    expect(bomb.value.pages).toEqual([]);
    expect(bomb.diagnostics.map(({ code }) => code)).toEqual(["JL1041"]);
  });

  it("that breaks off keeps what stood before", () => {
    const whole = pageFile(region("a", line("first") + line("second") + line("third")));
    const { value, diagnostics } = readXml(whole.slice(0, whole.indexOf("third")));
    expect(value.pages.map(textsOf)).toEqual([["first", "second"]]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["JL1040"]);
  });
});

describe("the text of a line", () => {
  it.each([
    ["its own before its words'", word("old") + word("text") + equiv("new text"), ["new text"], ["JL1053"]],
    ["its words' where it has none", word("two") + word("words"), ["two words"], []],
    ["its words' where its own is blank", word("two") + word("words") + equiv(" "), ["two words"], []],
    [
      "glyphs' where words have none",
      `<Word>${glyph("新")}${glyph("闻")}</Word>${word("x")}`,
      ["新闻 x"],
      [],
    ],
    ["words' before glyphs'", word("ab", glyph("x") + glyph("y")), ["ab"], []],
    ["the lowest index", equiv("b", 'index="1"') + equiv("a", 'index="0"'), ["a"], []],
    ["a reading without an index", equiv("b", 'index="0"') + equiv("a"), ["a"], []],
    ["a reading that is not blank", equiv("", 'index="0"') + equiv("b", 'index="1"'), ["b"], []],
    [
      "plain text where there is no Unicode",
      "<TextEquiv><PlainText>ss</PlainText><Unicode></Unicode></TextEquiv>",
      ["ss"],
      [],
    ],
    [
      "Unicode before plain text",
      "<TextEquiv><PlainText>ss</PlainText><Unicode>ſſ</Unicode></TextEquiv>",
      ["ſſ"],
      [],
    ],
    ["nothing", "", [], []],
    ["all its characters", equiv("　　“１ ９４４” \u00a0ﬁ\u0085 "), ["　　“１ ９４４” \u00a0ﬁ\u0085 "], []],
    ["CDATA", equiv("<![CDATA[a <b> & c]]>"), ["a <b> & c"], []],
    [
      "graphemes never",
      `<Word><Glyph><Graphemes><Grapheme>${equiv("q")}</Grapheme></Graphemes>${equiv("g")}</Glyph></Word>`,
      ["g"],
      [],
    ],
  ])("%s", (_, inner, texts, codes) => {
    const read = readPage(region("a", `<TextLine>${inner}</TextLine>`));
    expect([textsOf(read.page), read.codes]).toEqual([texts, codes]);
  });

  it("is cut at line feeds: a line is one printed line, and each has a number", () => {
    const { page, codes } = readPage(region("a", line("one\ntwo\n") + line("") + line("\n  three\n ")));
    expect(page.blocks[0]?.lines.map(({ number, original }) => [number, original])).toEqual([
      [1, "one"],
      [2, "two"],
      [4, "  three"],
    ]);
    expect(codes).toEqual([]);
  });

  it("cut at a line feed keeps words in their own line, and no outline of both", () => {
    const { page } = readPage(
      region(
        "a",
        `<TextLine>${box(0, 0, 500, 100)}${word("one")}${word("two")}${equiv("one\ntwo")}</TextLine>`,
      ),
    );
    expect(
      page.blocks[0]?.lines.map(({ words, box: own }) => [words?.map(({ at, text }) => [at, text]), own]),
    ).toEqual([
      [[[0, "one"]], { x: 0.01, y: 0.005, width: expect.closeTo(0.02), height: expect.closeTo(0.01) }],
      [[[0, "two"]], { x: 0.01, y: 0.005, width: expect.closeTo(0.02), height: expect.closeTo(0.01) }],
    ]);
  });

  it("has its words where they spell it, with how sure they are", () => {
    const inner =
      `<Word>${box(100, 200, 50, 20)}${equiv("Wexley", 'conf="0.5"')}</Word>` +
      `<Word>${equiv("Har")}</Word><Word>${box(180, 200, 50, 20)}${equiv("bor", 'conf="7"')}</Word>`;
    const { page, codes } = readPage(region("a", `<TextLine>${inner}${equiv(" Wexley  Harbor")}</TextLine>`));
    expect(page.blocks[0]?.lines[0]?.words).toEqual([
      {
        at: 1,
        text: "Wexley",
        box: { x: 0.1, y: 0.1, width: expect.closeTo(0.05), height: expect.closeTo(0.01) },
        confidence: 0.5,
      },
      {
        at: 12,
        text: "bor",
        box: { x: 0.18, y: 0.1, width: expect.closeTo(0.05), height: expect.closeTo(0.01) },
      },
    ]);
    // One word has no box, so what is around the others is not the line.
    expect(page.blocks[0]?.lines[0]?.box).toBeUndefined();
    expect(codes).toEqual([]);
  });

  it.each([
    ["a word is missing", "one"],
    ["a word is too many", "one two three"],
    ["a word is other", "one tw0"],
  ])("has no words where %s", (_, said) => {
    const words = said.split(" ").map((text) => word(text));
    const { page, codes } = readPage(
      region("a", `<TextLine>${words.join("")}${equiv("one two")}</TextLine>`),
    );
    expect(page.blocks[0]?.lines[0]).toEqual({ number: 1, original: "one two", blanksBefore: 0 });
    expect(codes).toEqual(["JL1053"]);
  });
});

describe("the text of a region", () => {
  it("is taken where its lines say nothing, cut at line feeds, without boxes for its lines", () => {
    const { page, codes } = readPage(region("a", `${box(0, 0, 100, 200)}<TextLine/>${equiv("one\n\ntwo")}`));
    expect(page.blocks).toEqual([
      {
        sourceId: "a",
        box: { x: 0, y: 0, width: 0.1, height: 0.1 },
        lines: [
          { number: 1, original: "one", blanksBefore: 0 },
          { number: 2, original: "two", blanksBefore: 0 },
        ],
      },
    ]);
    expect(codes).toEqual([]);
  });

  it("is left out where its lines say the same, and said to be where they do not", () => {
    const same = readPage(region("a", line("one") + line("two") + equiv("one\ntwo")));
    expect([textsOf(same.page), same.codes]).toEqual([["one", "two"], []]);
    const joined = readPage(region("a", line("one") + line("two") + equiv("one two")));
    expect([textsOf(joined.page), joined.codes]).toEqual([["one", "two"], []]);
    const other = readPage(region("a", line("one") + line("") + equiv("one\ntwo")));
    expect([textsOf(other.page), other.codes]).toEqual([["one"], ["JL1052"]]);
  });

  it("is taken from the regions inside it where they have text", () => {
    const { page, codes } = readPage(
      region("a", region("b", equiv("one")) + region("c", line("two")) + equiv("one\ntwo")),
    );
    expect([textsOf(page), codes]).toEqual([["one", "two"], []]);
  });
});

describe("text in strange places", () => {
  it("is kept where it can be read", () => {
    const { page, codes } = readPage(
      line("no region") +
        region("a", word("no") + word("line")) +
        region("b", `<TextLine><TextLine>${equiv("in a line")}</TextLine></TextLine>`) +
        region("c", `<TextLine><Strange>${equiv("in a wrapper")}</Strange></TextLine>`),
    );
    expect(textsOf(page)).toEqual(["no region", "no", "line", "in a line", "in a wrapper"]);
    expect(page.blocks[0]?.sourceId).toBeUndefined();
    expect(codes).toEqual([]);
  });

  it("outside of any page is on a page without a size", () => {
    const { value, diagnostics } = readXml(`<PcGts>${region("a", box(1, 1, 5, 5) + line("loose"))}</PcGts>`);
    expect(value.pages).toEqual([
      { blocks: [{ sourceId: "a", lines: [{ number: 1, original: "loose", blanksBefore: 0 }] }] },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["JL1051"]);
  });

  it("is counted where it cannot", () => {
    const { page, codes } = readPage(
      `${region("a", "<TextLine>bare</TextLine>")}<Border>${equiv("x")}</Border>`,
    );
    expect([textsOf(page), codes]).toEqual([[], ["JL1054"]]);
  });
});
