import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiagnostic, wordedCodes } from "../../../src/model/diagnostic-words.js";
import type { IssueItem, ItemPart } from "../../../src/read/mets/issue.js";
import { placeItems } from "../../../src/read/mets/place-items.js";
import { readIssueFile } from "../../../src/read/mets/read-issue-file.js";
import { area, block, fileOf, files, logical, metsOf, physical } from "./small-issue.js";

const part = (role: ItemPart["role"], id: string, end?: string, name = "1.xml"): ItemPart => ({
  role,
  rawType: "",
  places: [{ file: { path: `ALTO/${name}`, name }, id, ...(end ? { end } : {}) }],
});
const item = (id: string, parts: ItemPart[], label?: string): IssueItem => ({
  id,
  type: "article",
  rawType: "ARTICLE",
  sections: [],
  parts,
  ...(label ? { label } : {}),
});
const issue = (...items: IssueItem[]) =>
  ({ kind: "mets", file: "m.xml", about: { languages: [] }, pages: [], items }) as const;
const pages = [
  {
    file: "ALTO/1.xml",
    number: 3,
    blocks: [
      block("b1", 1, ["FOG ON THE", "WHARF."]),
      block("b2", 3, ["The boats lay", "still."]),
      block("b3", 5, ["Ropes", "sold here."], ["page", "c1"]),
      block("b4", 7, ["Apply at once."], ["page", "c1"]),
    ],
  },
  { file: "other/2.xml", number: 4, blocks: [block("b1", 1, ["in the night."])] },
];
const placed = (...items: IssueItem[]) => {
  const { value, diagnostics } = placeItems(issue(...items), pages);
  return {
    parts: value.map(({ parts }) => parts.map(({ role, lines }) => `${role} ${lines.join(" ")}`)),
    codes: diagnostics.map(({ code, details, place }) => {
      expect(wordedCodes()).toContain(code);
      expect(JSON.stringify(wordDiagnostic({ code, severity: "warning", details, place }))).not.toMatch(
        /\{[a-z]+\}/,
      );
      return code;
    }),
  };
};

describe("placeItems", () => {
  it("finds blocks, enclosing blocks, and files by path or else by name", () => {
    expect(
      placed(
        item("a", [
          part("headline", "b1"),
          part("paragraph", "b2"),
          part("paragraph", "b1", undefined, "2.xml"),
        ]),
        item("b", [part("advert", "c1")]),
      ),
    ).toEqual({
      parts: [
        ["headline p3-l1 p3-l2", "paragraph p3-l3 p3-l4", "paragraph p4-l1"],
        ["advert p3-l5 p3-l6 p3-l7"],
      ],
      codes: [],
    });
  });

  it("finds ranges of words, of lines and of blocks", () => {
    expect(
      placed(item("a", [part("text", "b1w1", "b2w3"), part("text", "b2l2"), part("text", "b3", "b4")])),
    ).toEqual({
      parts: [["text p3-l1 p3-l2 p3-l3", "text p3-l4", "text p3-l5 p3-l6 p3-l7"]],
      codes: [],
    });
  });

  it("gives a line to one item only, and says so once a page", () => {
    expect(
      placed(
        item("a", [part("text", "b1w1", "b2w1"), part("text", "b1")]),
        item("b", [part("text", "b2w2", "b3w1")]),
      ),
    ).toEqual({ parts: [["text p3-l1 p3-l2 p3-l3"], ["text p3-l4 p3-l5"]], codes: ["JL1076"] });
  });

  it("reports what dangles, and not a picture without words", () => {
    expect(
      placed(
        item("a", [part("text", "gone"), part("text", "b1", "gone"), part("illustration", "c9")]),
        item("b", [part("text", "b3", "b1"), part("text", "b1", undefined, "9.xml")]),
      ),
    ).toEqual({ parts: [[], []], codes: ["JL1073", "JL1074", "JL1075"] });
  });

  it("does not choose between two files of one name", () => {
    const two = ["x/1.xml", "y/1.xml"].map((file, number) => ({ ...pages[0], file, number, blocks: [] }));
    expect(placeItems(issue(item("a", [part("text", "b1")])), two).diagnostics).toMatchObject([
      { code: "JL1073" },
    ]);
  });

  it("knows the headline by its words where nobody types it", () => {
    const parts = [part("text", "b1l1"), part("text", "b1l2"), part("text", "b2")];
    expect(placed(item("a", parts, "Fog on the wharf")).parts).toEqual([
      ["headline p3-l1", "headline p3-l2", "text p3-l3 p3-l4"],
    ]);
    expect(placed(item("a", parts, "Fog on the sea")).parts).toEqual([
      ["text p3-l1", "text p3-l2", "text p3-l3 p3-l4"],
    ]);
  });

  it("stops at an issue that names everything over and over", () => {
    const big = [
      {
        file: "1.xml",
        number: 1,
        blocks: [
          block(
            "b",
            1,
            Array.from({ length: 5000 }, () => "x"),
          ),
        ],
      },
    ];
    const items = Array.from({ length: 5000 }, (_, index) => item(`a${index}`, [part("text", "b")]));
    expect(placeItems(issue(...items), big).diagnostics.map(({ code }) => code)).toContain("JL1077");
  });
});

describe("any small METS", () => {
  const id = fc.constantFrom(
    "b1",
    "b2",
    "b1w1",
    "b3w2",
    "c1",
    "page",
    "gone",
    "",
    "__proto__",
    "constructor",
  );
  const file = fc.constantFrom("T1", "T2", "T9", "toString");
  const type = fc.constantFrom(
    "ARTICLE",
    "SECTION",
    "HEADING",
    "TITLE",
    "TEXT",
    "ADVERT",
    "ILLUSTRATION",
    "page",
    "ISSUE",
    "PARAGRAPH",
    "__proto__",
    "pagearea",
  );
  const open = fc
    .tuple(type, id, id)
    .map(([t, i, d]) => `<mets:div TYPE="${t}" ID="${i}" LABEL="${d}" DMDID="${d}">`);
  const piece = fc.oneof(
    open,
    fc.constantFrom(
      "</mets:div>",
      "<mets:smLinkGrp>",
      "</mets:smLinkGrp>",
      "<mets:structMap>",
      "</mets:structMap>",
      "<mets:dmdSec ID='b1'><title>x</title>",
      "</mets:dmdSec>",
      "&bad;",
      "text",
    ),
    fc.tuple(file, id, id).map(([f, b, e]) => area(f, b, e)),
    fc.tuple(id, id).map(([a, b]) => `<mets:smLink xlink:from="${a}" xlink:to="#${b}"/>`),
    fc
      .tuple(id, id)
      .map(
        ([a, b]) =>
          `<mets:smLocatorLink xlink:href="#${a}" xlink:label="${b}"/><mets:smArcLink xlink:from="${b}" xlink:to="${a}"/>`,
      ),
  );
  const texts = files([
    ["T1", "text/xml", "1.xml"],
    ["T2", "text/xml", "../2.xml"],
  ]);

  it("is read without a throw, and no line is placed twice", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, inMap) => {
        const inside = pieces.join("");
        const { value } = readIssueFile(fileOf(metsOf(texts + (inMap ? logical(inside) : physical(inside)))));
        if (!value) return;
        const result = placeItems(value, pages);
        const lines = result.value.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines));
        expect(new Set(lines).size).toBe(lines.length);
      }),
      { numRuns: 400 },
    );
  });

  it("reads any bytes without a throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        readIssueFile({ path: "x.xml", bytes });
        const [head, tail] = [metsOf(texts).slice(0, 300), new TextDecoder("latin1").decode(bytes)];
        readIssueFile(fileOf(head + tail));
      }),
    );
  });
});
