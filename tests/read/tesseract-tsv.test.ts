import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tsvReader } from "../../src/read/tesseract-tsv.js";

const header =
  "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
const row = (...fields: readonly (string | number)[]): string => fields.join("\t");
const read = (rows: readonly string[], end = "\n") =>
  tsvReader.read({ path: "01.tsv", bytes: new TextEncoder().encode([header, ...rows].join("\n") + end) });
const codesOf = ({ diagnostics }: ReturnType<typeof read>) =>
  diagnostics.map(({ code, place }) => `${code}:${place.line ?? ""}`);
const textsOf = ({ value }: ReturnType<typeof read>) =>
  value.pages.map(({ blocks }) => blocks.map(({ lines }) => lines.map(({ original }) => original)));

const page = row(1, 1, 0, 0, 0, 0, 0, 0, 1000, 2000, -1, "");
const block = row(2, 1, 1, 0, 0, 0, 100, 200, 500, 100, -1, "");
const line = row(4, 1, 1, 1, 1, 0, 100, 200, 500, 40, -1, "");
const word = (number: number, text: string, conf: number | string = 90) =>
  row(5, 1, 1, 1, 1, number, 100 * number, 200, 50, 40, conf, text);

describe("Tesseract's TSV", () => {
  it("is recognised by its header", () => {
    expect(tsvReader.recognises(`${header}\n1\t1`)).toBe(true);
    expect(tsvReader.recognises(`\uFEFF${header}\r\n1\t1`)).toBe(true);
    expect(tsvReader.recognises("level\tpage\n")).toBe(false);
    expect(tsvReader.recognises(` ${header}`)).toBe(false);
  });

  it("gives blocks of lines of words with boxes and how sure they are", () => {
    const got = read([
      page,
      block,
      row(3, 1, 1, 1, 0, 0, 100, 200, 500, 40, -1, ""),
      line,
      word(1, "The", 93.5),
      word(2, "Wexley", -1),
    ]);
    expect(got.diagnostics).toEqual([]);
    const near = (value: number) => expect.closeTo(value);
    expect(got.value).toEqual({
      format: "Tesseract TSV",
      pages: [
        {
          aspect: 2,
          blocks: [
            {
              box: { x: 0.1, y: 0.1, width: near(0.5), height: near(0.05) },
              lines: [
                {
                  number: 1,
                  original: "The Wexley",
                  blanksBefore: 0,
                  box: { x: 0.1, y: 0.1, width: near(0.5), height: near(0.02) },
                  words: [
                    {
                      at: 0,
                      text: "The",
                      box: { x: 0.1, y: 0.1, width: near(0.05), height: near(0.02) },
                      confidence: 0.935,
                    },
                    { at: 4, text: "Wexley", box: { x: 0.2, y: 0.1, width: near(0.05), height: near(0.02) } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it("reads several pages, and outputs put one after another", () => {
    const second = [
      row(1, 2, 0, 0, 0, 0, 0, 0, 10, 10, -1, ""),
      row(5, 2, 1, 1, 1, 1, 1, 1, 1, 1, 50, "two"),
    ];
    const got = read([page, word(1, "one"), ...second, header, page, word(1, "three")]);
    expect(textsOf(got)).toEqual([[["one"]], [["two"]], [["three"]]]);
    expect(got.diagnostics).toEqual([]);
  });

  it("numbers lines in file order, those without text too, and leaves those out", () => {
    const got = read([
      page,
      block,
      line,
      word(1, " "),
      row(5, 1, 2, 1, 1, 1, 1, 1, 1, 1, 90, "b"),
      row(5, 1, 2, 2, 1, 1, 1, 9, 1, 1, 90, "c"),
    ]);
    expect(
      got.value.pages[0]?.blocks.map(({ lines }) => lines.map(({ number, original }) => [number, original])),
    ).toEqual([
      [
        [2, "b"],
        [3, "c"],
      ],
    ]);
  });

  it("takes a quotation mark, an entity and white space of CRLF for what they are", () => {
    const got = read([page, word(1, '"'), word(2, "&amp;\r")].map((one) => one.replace(/\r?$/, "\r")));
    expect(textsOf(got)).toEqual([[['" &amp;']]]);
  });

  it("keeps the text of a box that makes no sense", () => {
    const got = read([
      page,
      row(5, 1, 1, 1, 1, 1, -900, 5, 10, 10, 90, "far"),
      row(5, 1, 1, 1, 1, 2, "x", 5, 10, 10, "y", "off"),
    ]);
    expect(got.value.pages[0]?.blocks[0]?.lines).toEqual([
      { number: 1, original: "far off", blanksBefore: 0 },
    ]);
    expect(codesOf(got)).toEqual(["JL1043:2"]);
  });

  it("reads a page without a size, without boxes", () => {
    const got = read([word(1, "one")]);
    expect(got.value.pages).toEqual([
      { blocks: [{ lines: [{ number: 1, original: "one", blanksBefore: 0 }] }] },
    ]);
    expect(codesOf(got)).toEqual(["JL1051:2"]);
  });

  it("says that there is no page; an empty page is one", () => {
    expect(codesOf(read([]))).toEqual(["JL1050:"]);
    expect(read([page]).value.pages).toEqual([{ blocks: [], aspect: 2 }]);
    expect(codesOf(read([page]))).toEqual([]);
  });

  it.each([
    ["a text that was broken over two rows", "torn", "torn"],
    ["numbers that are none", row(5, "one", 1, 1, 1, 3, 1, 1, 1, 1, 90, "kept"), "kept"],
    ["too few columns", row(5, 1, 1, 1, 1, 3, "kept"), "kept"],
    ["a text where none belongs", row(4, 1, 1, 1, 9, 0, 1, 1, 1, 1, -1, "kept"), "kept"],
    ["an unknown level", row(7, 1, 1, 1, 1, 3, 1, 1, 1, 1, 90, "kept"), "kept"],
    ["numbers only", row(5, 1, 1, 1, 1, 3, 10), undefined],
  ])("says where a row is damaged and keeps what it says: %s", (_, damaged, kept) => {
    const got = read([page, word(1, "one"), damaged, word(2, "two")]);
    expect(textsOf(got)).toEqual([[["one two", ...(kept === undefined ? [] : [kept])]]]);
    expect(codesOf(got)).toEqual(["JL1056:4"]);
  });

  it("says so where the last row breaks off before its text", () => {
    const cut = word(2, "").trimEnd();
    expect(codesOf(read([page, word(1, "one"), cut], ""))).toEqual(["JL1056:4"]);
  });

  it("takes a row without text for one where an editor took the tabs away, and else keeps the number at its end", () => {
    const cut = word(2, "").trimEnd();
    const trimmed = [page.trimEnd(), line.trimEnd()];
    expect(codesOf(read([...trimmed, cut, word(1, "one")]))).toEqual(["JL1059:4"]);
    // So would be the number of a row that lost the tab before another column; words alone leave no doubt.
    const lost = word(2, "42").replace("\t40\t", "40\t");
    expect(codesOf(read([...trimmed, word(1, "one"), lost]))).toEqual(["JL1059:5"]);
    expect(codesOf(read([...trimmed, word(1, "one")]))).toEqual([]);
    // The tab between two numbers is lost, and the word is a number.
    const torn = word(2, "45").replace("200\t", "200");
    const got = read([page, word(1, "one"), torn]);
    expect(textsOf(got)).toEqual([[["one", "45"]]]);
    expect(codesOf(got)).toEqual(["JL1056:4"]);
  });

  it("lists damaged rows up to a number", () => {
    const codes = codesOf(read([page, ...Array.from({ length: 25 }, (_, index) => `torn ${index}`)]));
    expect(codes).toHaveLength(21);
    expect(codes.at(-1)).toBe("JL1057:");
  });

  it("never throws and loses no word in silence, whatever was done to its fields", () => {
    const field = fc.oneof(
      fc.integer({ min: -3, max: 9 }).map(String),
      fc.constantFrom("", "x", "NaN", "1e9", " 1", "99999999999"),
    );
    const numbers = fc.oneof(
      fc.tuple(
        fc.constantFrom("1", "2", "3", "4", "5"),
        ...Array.from({ length: 10 }, () => fc.nat(3).map(String)),
      ),
      fc.array(field, { maxLength: 14 }),
    );
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 12 }), (rows) => {
        const got = read(rows.map((fields, index) => row(...fields, `t${index}.`)));
        const text = JSON.stringify(textsOf(got));
        for (const index of rows.keys()) expect(text.split(`t${index}.`)).toHaveLength(2);
        for (const { blocks } of got.value.pages) {
          const lines = blocks.flatMap((one) => one.lines);
          expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
          for (const { original, words = [] } of lines)
            for (const { at, text: said } of words) expect(original.slice(at, at + said.length)).toBe(said);
        }
      }),
      { numRuns: 400 },
    );
  });
});
