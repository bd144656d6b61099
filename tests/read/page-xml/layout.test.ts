import { describe, expect, it } from "vitest";
import { box, equiv, idsOf, line, readPage, region, textsOf } from "./page-file.js";

const three = region("a", line("A")) + region("b", line("B")) + region("c", line("C"));
const ref = (id: string, index?: number): string =>
  index === undefined
    ? `<RegionRef regionRef="${id}"/>`
    : `<RegionRefIndexed index="${index}" regionRef="${id}"/>`;
const ordered = (inner: string, values = ""): string => `<OrderedGroup ${values}>${inner}</OrderedGroup>`;
const unordered = (inner: string): string => `<UnorderedGroup>${inner}</UnorderedGroup>`;
const withOrder = (order: string, regions = three) =>
  readPage(`<ReadingOrder>${order}</ReadingOrder>${regions}`);

describe("the order of regions", () => {
  it.each([
    ["by index", ordered(ref("b", 2) + ref("c", 1) + ref("a", 10)), ["c", "b", "a"]],
    ["by place where an index says nothing", ordered(ref("c", 0) + ref("b") + ref("a", 1)), ["c", "b", "a"]],
    [
      "through groups in groups",
      ordered(
        `<UnorderedGroupIndexed index="1">${ref("a")}</UnorderedGroupIndexed>` +
          `<OrderedGroupIndexed index="0">${ref("b", 1)}${ref("c", 0)}</OrderedGroupIndexed>`,
      ),
      ["c", "b", "a"],
    ],
    [
      "with stories in no order, each in order",
      unordered(ordered(ref("c", 0) + ref("a", 1)) + ref("b")),
      ["c", "a", "b"],
    ],
    ["once each", ordered(ref("b", 0) + ref("b", 1) + ref("a", 2) + ref("c", 3)), ["b", "a", "c"]],
  ])("is stated %s", (_, order, ids) => {
    const { page, codes } = withOrder(order);
    expect([idsOf(page), page.ordered, codes]).toEqual([ids, true, []]);
    // Line numbers do not depend on it.
    const numbers = new Map(page.blocks.map(({ sourceId, lines }) => [sourceId, lines[0]?.number]));
    expect(numbers).toEqual(
      new Map([
        ["a", 1],
        ["b", 2],
        ["c", 3],
      ]),
    );
  });

  it("is not stated by no order, one region or an unordered group", () => {
    expect(readPage(three).page.ordered).toBeUndefined();
    expect(withOrder(ordered(ref("c", 0))).page.ordered).toBeUndefined();
    expect(withOrder(unordered(ref("a") + ref("c") + ref("b"))).page.ordered).toBeUndefined();
  });

  it("leaves what is not named to the end, and says so; names of nothing do no harm", () => {
    const { page, codes } = withOrder(ordered(ref("c", 0) + ref("zz", 1) + ref("b", 2)));
    expect([idsOf(page), codes]).toEqual([["c", "b", "a"], ["JL1055"]]);
  });

  it("keeps a region's own regions behind it, and a group's region before the group", () => {
    const nested =
      region("a", line("A") + region("a1", line("A1")) + region("a2", line("A2"))) + region("b", line("B"));
    expect(idsOf(withOrder(ordered(ref("b", 0) + ref("a", 1)), nested).page)).toEqual(["b", "a", "a1", "a2"]);
    const group = `<OrderedGroupIndexed index="1" regionRef="a">${ref("a2", 0)}${ref("a1", 1)}</OrderedGroupIndexed>`;
    expect(idsOf(withOrder(ordered(ref("b", 0) + group), nested).page)).toEqual(["b", "a", "a2", "a1"]);
  });

  it("goes round no circle of groups that name each other's regions", () => {
    const circle = region("a", region("b", line("B")) + line("A"));
    const order = ordered(
      `<OrderedGroupIndexed index="0" regionRef="b">${ref("a", 0)}</OrderedGroupIndexed>` +
        `<OrderedGroupIndexed index="1" regionRef="a">${ref("b", 0)}</OrderedGroupIndexed>`,
    );
    expect(idsOf(withOrder(order, circle).page)).toEqual(["b", "a"]);
  });
});

describe("the order of lines", () => {
  const lines = (of: (index: number) => string) =>
    region("a", line("2nd", of(1)) + line("1st", of(0)) + line("3rd", of(2)));
  it("is that of their index, else of the file", () => {
    expect(textsOf(readPage(lines((index) => `index="${index}"`)).page)).toEqual(["1st", "2nd", "3rd"]);
    expect(textsOf(readPage(lines(() => 'index="1"')).page)).toEqual(["2nd", "1st", "3rd"]);
    expect(textsOf(readPage(lines(() => "")).page)).toEqual(["2nd", "1st", "3rd"]);
  });
  it("is the custom one only in a file without a reading order", () => {
    const custom = lines((index) => `custom="readingOrder {index:${index};}"`);
    expect(textsOf(readPage(custom).page)).toEqual(["1st", "2nd", "3rd"]);
    expect(textsOf(withOrder(ordered(ref("a", 0)), custom).page)).toEqual(["2nd", "1st", "3rd"]);
  });
});

describe("kinds of blocks", () => {
  it.each([
    ['type="heading"', "heading"],
    ['type="paragraph"', "text"],
    ['type="header"', "furniture"],
    ['type="page-number"', "furniture"],
    ['type="caption"', "caption"],
    ['type="credit"', undefined],
    ["", undefined],
    ['custom="structure {type:heading;}"', "heading"],
    ['type="paragraph" custom="readingOrder {index:1;} structure {type:caption;}"', "caption"],
    ['type="heading" custom="structure {type:Leitartikel;}"', "heading"],
    ['custom="structure {type:heading"', undefined],
  ])("%s is %s", (values, kind) => {
    expect(readPage(region("a", line("A"), values)).page.blocks[0]?.kind).toBe(kind);
  });

  it("hold for all that is inside an advert or a table", () => {
    const { page } = readPage(
      `<AdvertRegion id="ad">${region("h", line("SOAP"), 'type="heading"')}</AdvertRegion>` +
        `<TableRegion id="t"><TableCell id="c1" row="0" col="0">${line("1")}</TableCell>${region("c2", line("2"))}</TableRegion>` +
        `<ImageRegion id="i">${region("ic", line("A view"), 'type="caption"')}</ImageRegion>`,
    );
    expect(page.blocks.map(({ sourceId, kind }) => [sourceId, kind])).toEqual([
      ["h", "advert"],
      ["c1", "table"],
      ["c2", "table"],
      ["ic", "caption"],
    ]);
  });
});

describe("boxes", () => {
  it("are around polygons, in both ways of writing points", () => {
    const points = [
      [100, 200],
      [300, 190],
      [310, 400],
    ]
      .map(([x, y]) => `<Point x="${x}" y="${y}"/>`)
      .join("");
    const old = readPage(region("a", `<Coords>${points}</Coords>${line("A")}`)).page.blocks[0]?.box;
    const young = readPage(region("a", `<Coords points="100,200 300,190 310,400"/>${line("A")}`)).page
      .blocks[0]?.box;
    expect(young).toEqual({ x: 0.1, y: 0.095, width: expect.closeTo(0.21), height: expect.closeTo(0.105) });
    expect(old).toEqual(young);
  });

  it.each([
    "nonsense",
    "1,2 3",
    "NaN,1 5,5",
    "1e999,1 2,2",
    "-900,-900 5,5",
    "5,5",
    "0,0 9999999,9999999",
    "0x1,1 5,5",
  ])("%s cost only the box", (points) => {
    const { page, codes } = readPage(
      region("a", `<TextLine><Coords points="${points}"/>${equiv("A")}</TextLine>`),
    );
    expect(page.blocks[0]?.lines).toEqual([{ number: 1, original: "A", blanksBefore: 0 }]);
    expect(codes).toEqual(["JL1043"]);
  });

  it("that were never drawn are no fault", () => {
    expect(readPage(region("a", `<Coords points=""/>${line("A")}`)).codes).toEqual([]);
  });

  it("need a page's size", () => {
    for (const size of ['imageWidth="0"', 'imageWidth="many"', 'imageHeight="-5"']) {
      // The first of two attributes of one name would be no XML, so the page is written here.
      const xml = `<Page ${size}>${region("a", box(1, 1, 5, 5) + line("A"))}</Page>`;
      const { page, codes } = readPage(xml);
      expect(page.blocks).toEqual([]);
      expect(codes).toEqual(["JL1051"]);
    }
  });

  it("of rules, drawn without breadth too, and of pictures, frames not", () => {
    const { page } = readPage(
      `<SeparatorRegion id="s"><Coords points="500,100 500,900"/></SeparatorRegion>` +
        `<ImageRegion id="i">${box(100, 100, 100, 100)}</ImageRegion>` +
        `<GraphicRegion id="g" type="frame">${box(0, 0, 900, 900)}</GraphicRegion>`,
    );
    expect(page.separators).toEqual([
      { x: 0.5, y: 0.05, width: expect.closeTo(0.001), height: expect.closeTo(0.4) },
    ]);
    expect(page.pictures).toHaveLength(1);
    expect(page.blocks).toEqual([]);
  });
});

describe("language and direction", () => {
  const said = (inner: string, values = "") => {
    const { page } = readPage(inner, values);
    return [page.language, page.direction];
  };
  it("are the page's, else most lines'", () => {
    expect(said(three, 'primaryLanguage="German" readingDirection="left-to-right"')).toEqual([
      "de",
      "horizontal",
    ]);
    expect(said(three)).toEqual([undefined, undefined]);
    const vertical =
      'readingDirection="top-to-bottom" primaryLanguage="Chinese" primaryScript="Hant - Han (Traditional variant)"';
    expect(
      said(
        region("a", line("A") + line("B"), vertical) +
          region("b", line("C"), 'readingDirection="left-to-right"'),
      ),
    ).toEqual(["zh-Hant", "vertical"]);
  });
  it("are not guessed", () => {
    expect(said(three, 'primaryLanguage="Chinese" readingDirection="bottom-to-top"')).toEqual([
      undefined,
      undefined,
    ]);
    expect(said(three, 'primaryLanguage="Volapük"')).toEqual([undefined, undefined]);
    expect(said(three, 'primaryLanguage="ja-JP"')).toEqual(["ja", undefined]);
  });
});

describe("the size and weight of type", () => {
  const text = "A line of some length";
  const styled = (size: number, height: number, y: number) =>
    `<TextLine>${box(100, y, 500, height)}${equiv(text)}<TextStyle fontSize="${size}" bold="${size > 15}"/></TextLine>`;
  const sizes = (inner: string, values = "") =>
    readPage(inner, values).page.blocks.flatMap((block) => block.lines.map(({ typeSize }) => typeSize));
  const eight =
    Array.from({ length: 7 }, (_, index) => styled(10, 40, 100 + 50 * index)).join("") + styled(20, 90, 600);

  it("is points at the page's resolution", () => {
    const found = sizes(
      region("a", eight),
      'imageXResolution="300" imageYResolution="300" imageResolutionUnit="PPI"',
    );
    expect(found[0]).toBeCloseTo((10 * 300) / 72 / 2000);
    expect(found[7]).toBeCloseTo((20 * 300) / 72 / 2000);
    const metric = sizes(
      region("a", styled(10, 40, 1)),
      'imageYResolution="118.11" imageResolutionUnit="PPCM"',
    );
    expect(metric[0]).toBeCloseTo((10 * 300) / 72 / 2000);
  });

  it("is measured by the lines where the resolution is not said or cannot be true", () => {
    for (const values of ["", 'imageYResolution="72" imageResolutionUnit="PPI"']) {
      const found = sizes(region("a", eight), values);
      expect(found[0]).toBeCloseTo(40 / 2000);
      expect(found[7]).toBeCloseTo(80 / 2000);
    }
  });

  it("is measured without the slope of a skewed line", () => {
    const skewed = Array.from(
      { length: 5 },
      () =>
        `<TextLine>${box(0, 100, 900, 70)}<Baseline points="0,130 900,160"/>${equiv(text)}<TextStyle fontSize="8"/></TextLine>`,
    ).join("");
    expect(sizes(region("a", skewed))[0]).toBeCloseTo(40 / 2000);
  });

  it("is left out where too little tells it", () => {
    expect(sizes(region("a", styled(10, 40, 1)))).toEqual([undefined]);
    expect(sizes(region("a", line("A")))).toEqual([undefined]);
  });

  it("is bold where the line, all its words or its region are", () => {
    const bold = (inner: string, values = "", style = "") =>
      readPage(region("a", `<TextLine ${values}>${inner}</TextLine>${style}`)).page.blocks[0]?.lines[0]?.bold;
    const word = (said: string, isBold: boolean) =>
      `<Word>${equiv(said)}<TextStyle bold="${isBold}"/></Word>`;
    expect(bold(`${equiv("A b")}<TextStyle bold="true"/>`)).toBe(true);
    expect(bold(word("A", true) + word("b", true))).toBe(true);
    expect(bold(word("A", true) + word("b", false))).toBeUndefined();
    expect(bold(equiv("A b"), 'custom="textStyle {offset:0; length:3; bold:true;}"')).toBe(true);
    expect(bold(equiv("A b"), 'custom="textStyle {offset:0; length:1; bold:true;}"')).toBeUndefined();
    expect(bold(equiv("A b"), "", '<TextStyle bold="true"/>')).toBe(true);
    expect(bold(equiv("A b"))).toBeUndefined();
  });
});
