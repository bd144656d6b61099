/** Boxes, blocks, pictures, rules and what is said of pages. */
import { describe, expect, it } from "vitest";
import { altoReader } from "../../../src/read/alto/index.js";
import { alto, block, box, line, readPage, readText, tag } from "./invented.js";

const near = (value: number) => expect.closeTo(value, 9);

describe("recognising ALTO", () => {
  const roots = [
    "<alto>",
    "\ufeff<?xml version='1.0'?>\r\n<!-- <html> -->\n<alto xmlns='x'>",
    '<a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v2#">',
    '<?xml-stylesheet href="a>b"?><alto/>',
    '<!DOCTYPE alto [ <!ENTITY x "y"> ]><alto>',
    "<!DOCTYPE alto SYSTEM 'alto.dtd'> <ALTO >",
  ];
  it.each(roots)("by its root: %s", (head) => expect(altoReader.recognises(head)).toBe(true));

  const others = [
    "",
    "<html><alto>",
    "<altox>",
    "alto",
    "<mets:mets><alto>",
    "<!-- <alto> -->",
    "<PcGts>",
    "<a:b:alto>",
  ];
  it.each(others)("and nothing else: %s", (head) => expect(altoReader.recognises(head)).toBe(false));

  it("tells the version", () => {
    const formatOf = (root: Record<string, string>) => readPage(alto(line("a", 1, 1, 9), { root })).format;
    expect(formatOf({})).toBe("ALTO");
    expect(formatOf({ xmlns: "http://schema.ccs-gmbh.com/ALTO" })).toBe("ALTO 1");
    expect(formatOf({ "xsi:noNamespaceSchemaLocation": "http://x.org/alto-1-4.xsd" })).toBe("ALTO 1.4");
    expect(formatOf({ "xsi:schemaLocation": "x http://x.org/alto-v2.0.xsd" })).toBe("ALTO 2.0");
    expect(formatOf({ xmlns: "http://www.loc.gov/standards/alto/ns-v3#" })).toBe("ALTO 3");
    expect(formatOf({ SCHEMAVERSION: "4.3", xmlns: "http://www.loc.gov/standards/alto/ns-v4#" })).toBe(
      "ALTO 4.3",
    );
  });

  it("reads under any prefix, with a byte order mark", () => {
    const plain = alto(block(line("one two", 100, 200, 40)));
    const prefixed = plain.replace(/<(\/?)(?=[A-Za-z])/g, "<$1p:").replace("xmlns=", "xmlns:p=");
    const { pages } = readText(plain).value;
    expect(readText(`\ufeff${prefixed}`).value.pages).toEqual(pages);
  });
});

describe("boxes", () => {
  it("are fractions of the page in every unit, floats too", () => {
    const units = ["pixel", "mm10", "inch1200"].map((unit) => {
      const { page, lines } = readPage(
        alto(block(line("ab", 100.5, 200, 40), box(0, 0, 500, 1000)), { unit }),
      );
      return [page.aspect, page.blocks[0]?.box, lines[0]?.box, lines[0]?.words?.[0]?.box];
    });
    const word = { x: 0.1005, y: 0.1, width: near(0.02), height: near(0.02) };
    for (const unit of units) expect(unit).toEqual([2, { x: 0, y: 0, width: 0.5, height: 0.5 }, word, word]);
  });

  it("that make no sense are left out and counted, and the text stays", () => {
    const bad = [
      box(Number.NaN, 1, 1, 1),
      box(-500, 1, 10, 10),
      box(10, 10, 0, 10),
      box(10, 10, 1e12, 1e12),
      { HPOS: "ten", VPOS: 1, WIDTH: 5, HEIGHT: 5 },
      { HPOS: 10, VPOS: 10 },
      { HPOS: "", VPOS: "", WIDTH: "", HEIGHT: "" },
      { HPOS: "Infinity", VPOS: 1, WIDTH: 5, HEIGHT: 5 },
    ];
    const strings = bad
      .map((values, index) => tag("String", { CONTENT: `w${index}`, ...values }))
      .join("<SP/>");
    const { value, diagnostics } = readText(alto(block(tag("TextLine", {}, strings))));
    const read = value.pages[0]?.blocks[0]?.lines[0];
    expect(read?.original).toBe("w0 w1 w2 w3 w4 w5 w6 w7");
    expect(read).not.toHaveProperty("words");
    expect(read).not.toHaveProperty("box");
    expect(diagnostics).toMatchObject([{ code: "JL1043", severity: "warning", details: { count: 8 } }]);
  });

  it("are no fault where the file gives none", () => {
    const { codes, lines } = readPage(alto(block(tag("TextLine", {}, `<String CONTENT="a"/>`))));
    expect([codes, lines[0]?.box]).toEqual([[], undefined]);
  });

  it("of lines and blocks that have none are around what is in them", () => {
    const strings = tag("String", { CONTENT: "a", ...box(100, 200, 100, 200) });
    const { page, lines } = readPage(alto(block(tag("TextLine", { WIDTH: -1 }, strings))));
    expect(lines[0]?.box).toEqual(lines[0]?.words?.[0]?.box);
    expect(page.blocks[0]?.box).toEqual(lines[0]?.box);
  });

  it("are measured by the print space, or by their own reach, where the page has no size", () => {
    const words = block(line("abcdefghij", 400, 960, 40));
    const framed = alto(words, { page: { WIDTH: 0 } }).replace(
      "<PrintSpace>",
      `<RightMargin HPOS="900" VPOS="0" WIDTH="100" HEIGHT="1000"/><PrintSpace HPOS="100" VPOS="0" WIDTH="800" HEIGHT="2000">`,
    );
    expect(readPage(framed).lines[0]?.box).toEqual({ x: 0.4, y: 0.48, width: near(0.1), height: near(0.02) });
    const unframed = readPage(alto(words, { page: {} }));
    expect(unframed.page.aspect).toBe(2);
    expect(unframed.lines[0]?.box).toMatchObject({ x: 0.8, y: 0.96 });
    const nothing = readPage(alto(block("<TextLine><String CONTENT='a'/></TextLine>"), { page: {} }));
    expect(nothing.page).not.toHaveProperty("aspect");
  });

  it("stay as they are stated where the block is rotated", () => {
    const turned = block(line("Titel", 10, 10, 400), { ROTATION: "90.00", ...box(10, 10, 40, 400) });
    const { page, originals } = readPage(alto(turned));
    expect([originals, page.blocks[0]?.box]).toEqual([
      ["Titel"],
      { x: 0.01, y: 0.005, width: near(0.04), height: near(0.2) },
    ]);
  });
});

describe("blocks", () => {
  it("keep file order through composed blocks, their names, and the kind that the file says", () => {
    const { page } = readPage(
      alto(
        block(line("a", 1, 10, 9), { ID: "b1" }) +
          tag(
            "ComposedBlock",
            { TYPE: "Advertisement", ID: "c" },
            tag("ComposedBlock", { TYPE: "container" }, block(line("b", 1, 30, 9), { ID: "b2" })) +
              block(line("c", 1, 50, 9), { ID: "b3", TYPE: "heading" }),
          ) +
          block("", { ID: "empty" }) +
          block(line("d", 1, 70, 9), { ID: "b4", TAGREFS: "none t1" }) +
          block(line("e", 1, 90, 9), { ID: "b5", TAGREFS: "t2" }),
        {
          head: `<Tags><OtherTag ID="t1" LABEL="RunningTitleZone:a#1"/><LayoutTag ID="t2" TYPE="x" LABEL="Odd"/></Tags>`,
        },
      ),
    );
    expect(page.blocks.map(({ sourceId, kind }) => [sourceId, kind])).toEqual([
      ["b1", undefined],
      ["b2", "advert"],
      ["b3", "heading"],
      ["b4", "furniture"],
      ["b5", undefined],
    ]);
    expect(page).not.toHaveProperty("ordered");
  });

  it("keep the IDs that METS points at: of blocks around them, of lines and their words", () => {
    const words = `<String ID="s1" CONTENT="a"/><SP ID="p1"/><String CONTENT="b"/><HYP ID="h" CONTENT="-"/>`;
    const { page } = readPage(
      alto(
        tag(
          "ComposedBlock",
          { ID: "outer" },
          tag("ComposedBlock", { ID: "inner" }, block(tag("TextLine", { ID: "l1" }, words), { ID: "b1" })) +
            block(line("c", 1, 50, 9), { ID: "b2" }),
        ) + block(line("d", 1, 70, 9), { ID: "b3" }),
      ),
    );
    expect(page.blocks.map(({ sourceId, within }) => [sourceId, within])).toEqual([
      ["b1", ["outer", "inner"]],
      ["b2", ["outer"]],
      ["b3", undefined],
    ]);
    expect(page.blocks.map(({ lines }) => lines[0]?.sourceIds)).toEqual([
      ["l1", "s1", "h"],
      undefined,
      undefined,
    ]);
  });

  it("stand in the reading order that the file states, unnamed ones behind the one before", () => {
    const order = `<ReadingOrder><UnorderedGroup ID="u"><OrderedGroup ID="o"><ElementRef ID="r1" REF="b3"/><ElementRef ID="r2" REF="c"/><ElementRef ID="r3" REF="l1"/></OrderedGroup><ElementRef ID="r4" REF="b5"/></UnorderedGroup></ReadingOrder>`;
    const blocks =
      block(line("1", 1, 1, 9, { ID: "l1" }), { ID: "b1" }) +
      tag("ComposedBlock", { ID: "c" }, block(line("2", 1, 1, 9)) + block(line("3", 1, 1, 9))) +
      block(line("4", 1, 1, 9), { ID: "b3" }) +
      block(line("5", 1, 1, 9), { ID: "b5" });
    const { originals, lines, page } = readPage(alto(blocks, { head: order }));
    expect(originals).toEqual(["4", "5", "2", "3", "1"]);
    expect(lines.map(({ number }) => number)).toEqual([4, 5, 2, 3, 1]);
    expect(page.ordered).toBe(true);
  });

  it("that are pictures give a picture, once, and keep their text", () => {
    const { page, originals } = readPage(
      alto(
        tag("Illustration", box(0, 0, 500, 200)) +
          tag(
            "ComposedBlock",
            { TYPE: "Illustration", ...box(0, 1000, 500, 200) },
            tag("GraphicalElement", box(0, 1000, 500, 200)) +
              tag("Illustration", box(0, 1000, 250, 200)) +
              block(line("label", 10, 1100, 20)),
          ) +
          tag("ComposedBlock", { TYPE: "Illustration" }, tag("Illustration", box(500, 0, 500, 200))),
      ),
    );
    expect(originals).toEqual(["label"]);
    expect(page.pictures?.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0, 0.5],
      [0.5, 0],
    ]);
    expect(page).not.toHaveProperty("separators");
  });

  it("part by graphical elements, but not by frames", () => {
    const { page } = readPage(
      alto(
        tag("GraphicalElement", box(0, 100, 900, 4)) +
          tag("GraphicalElement", box(500, 100, 4, 900)) +
          tag("GraphicalElement", box(0, 100, 500, 900)) +
          block(line("a", 1, 1, 9)),
      ),
    );
    expect(page.separators?.map(({ width, height }) => [width, height])).toEqual([
      [near(0.9), near(0.002)],
      [near(0.004), near(0.45)],
    ]);
  });
});

describe("what a page says of itself", () => {
  it("is number, folio and language", () => {
    const page = { WIDTH: 10, HEIGHT: 10, PHYSICAL_IMG_NR: "3", PRINTED_IMG_NR: " A7 ", LANG: "ger" };
    expect(readPage(alto(line("a", 1, 1, 1), { page })).page).toMatchObject({
      number: 3,
      folio: "A7",
      language: "de",
    });
  });

  it("is nothing where it makes no sense", () => {
    for (const number of ["0", "-1", "1.5", "first", "", "1e99"]) {
      const values = { WIDTH: 10, HEIGHT: 10, PHYSICAL_IMG_NR: number, PRINTED_IMG_NR: " ", LANG: "Fraktur" };
      const { page } = readPage(alto(line("a", 1, 1, 1), { page: values }));
      expect(Object.keys(page).sort()).toEqual(["aspect", "blocks"]);
    }
  });

  it("is the language and the direction of most of its text, where only its blocks say one", () => {
    const said = (first: object) =>
      readPage(alto(block(line("langer Text", 1, 1, 9), { ...first }) + block(line("court", 1, 30, 9)))).page;
    expect(said({ language: "de" })).toMatchObject({ language: "de" });
    expect(said({ BASEDIRECTION: "ttb" })).toMatchObject({ direction: "vertical" });
    expect(said({})).not.toHaveProperty("language");
  });

  it("may be said of several pages in one file", () => {
    const twice = alto(line("a b", 1, 1, 9)).replace(
      "</Layout>",
      `<Page WIDTH="100" HEIGHT="100" PHYSICAL_IMG_NR="2">${line("c", 1, 1, 9)}</Page></Layout>`,
    );
    const { pages } = readText(twice).value;
    expect(
      pages.map((page) => page.blocks.map(({ lines }) => lines.map((l) => [l.number, l.original]))),
    ).toEqual([[[[1, "a b"]]], [[[1, "c"]]]]);
    expect(pages[1]?.number).toBe(2);
  });

  it("ends at more pages than a file can have, and loses no text there", () => {
    const many = `<alto>${"<Page/>".repeat(10_000)}<Page>${line("a", 1, 1, 9)}</Page><Page>${line("b", 1, 1, 9)}</Page></alto>`;
    const { value, diagnostics } = readText(many);
    expect(value.pages.length).toBe(10_000);
    const last = value.pages.at(-1)?.blocks.flatMap(({ lines }) => lines) ?? [];
    expect(last.map(({ number, original }) => [number, original])).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
    expect(diagnostics.map(({ code, details }) => [code, details.count])).toEqual([["JL1048", 2]]);
  });
});
