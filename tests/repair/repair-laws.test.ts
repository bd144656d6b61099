import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadEdition } from "../../src/model/edition.js";
import { blockId, lineId } from "../../src/model/ids.js";
import type { Line } from "../../src/model/page.js";
import { linesOf } from "../../src/model/page.js";
import type { UnitKind } from "../../src/model/unit.js";
import { applyEdits, repairEdition, repairLines, undoEdits } from "../../src/repair/index.js";
import { withoutSpaces } from "../../src/text/scripts.js";

/** Lines of the pieces that repair looks at, so that its rules meet each other. */
const piece = fc.constantFrom(
  ..." 　\t \u200b\u00ad\u202e",
  " ",
  " ",
  "  ",
  ..."渡口复航水位长⻓⽇︒﹁。，、“”‘’（）《》：！—―·…％℃",
  ..."のカア한국어Aabf1279.,%+-/()@",
  "本报讯",
  "本报记者",
  "通讯员",
  "（记者",
  "苏 岚",
  "flood",
  "f looding",
  "Gateway",
  "Gat eway",
  "H A R B O R",
  "2024.3.5",
  "0531-88",
  "𠀀",
  "ﬁ",
  "é",
);
const line = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
const kind = fc.constantFrom<UnitKind>(
  "paragraph",
  "headline",
  "byline",
  "furniture",
  "verse",
  "notice",
  "subhead",
  "list",
);
const language = fc.constantFrom("zh-Hans", "zh-Hant", "ja", "ko", "en", "de", "fr");

describe("laws of repair", () => {
  it("undoing the edits gives the source, applying them the text", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), kind, language, (lines, lineKind, tag) => {
        repairLines(
          lines,
          lines.map(() => lineKind),
          tag,
        ).forEach(({ text, edits }, index) => {
          expect(undoEdits(text, edits)).toBe(lines[index]);
          expect(applyEdits(lines[index] ?? "", edits)).toBe(text);
        });
      }),
      { numRuns: 300 },
    );
  });
  it("undoes on any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), kind, language, (text, lineKind, tag) => {
        const [mended] = repairLines([text], [lineKind], tag);
        expect(undoEdits(mended?.text ?? "", mended?.edits ?? [])).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
  it("repairing repaired text changes nothing", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), kind, language, (lines, lineKind, tag) => {
        const kinds = lines.map(() => lineKind);
        const once = repairLines(lines, kinds, tag).map(({ text }) => text);
        expect(repairLines(once, kinds, tag).flatMap(({ edits }) => edits)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
  it("loses no character that prints, save by folding and mending dashes", () => {
    const plain = fc.array(
      piece.filter((text) => !/[⻓⽇︒﹁—―\u00ad\u202eﬁ]/.test(text)),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(plain, kind, language, (pieces, lineKind, tag) => {
        const text = pieces.join("");
        expect(withoutSpaces(repairLines([text], [lineKind], tag)[0]?.text ?? "")).toBe(withoutSpaces(text));
      }),
      { numRuns: 300 },
    );
  });
  it("refuses edits that do not fit", () => {
    expect(() => applyEdits("渡口", [{ rule: "x", at: 0, removed: "河", inserted: "" }])).toThrow(/edit x/);
    expect(() => undoEdits("渡口", [{ rule: "x", at: 0, removed: "", inserted: "河" }])).toThrow(/edit x/);
  });
  it("takes time in proportion to a hostile line", () => {
    const timeOf = (text: string, tag: string): number => {
      const started = performance.now();
      repairLines([text], [], tag);
      return performance.now() - started;
    };
    const hostile = [
      "渡 ",
      "（",
      "（记者 ",
      " ",
      "　",
      "— ",
      "f l",
      "a ",
      "가 ",
      "1 ",
      "本报",
      "1 .1",
      "苏 岚 ",
      "@ 渡",
    ];
    for (const unit of hostile)
      for (const tag of ["zh-Hans", "en"]) {
        const short = Math.max(20, timeOf(unit.repeat(2_000), tag), timeOf(unit.repeat(2_000), tag));
        // Eight times the length: linear takes 8 times as long, quadratic 64 times.
        const long = Math.min(timeOf(unit.repeat(16_000), tag), timeOf(unit.repeat(16_000), tag));
        expect(long / short, `${JSON.stringify(unit)} in ${tag}: ${short} ms, ${long} ms`).toBeLessThan(40);
      }
  });
});

describe("repairEdition", () => {
  const toLine =
    (page: number) =>
    (original: string, index: number): Line => ({
      id: lineId(page, index + 1),
      page,
      number: index + 1,
      original,
      text: original,
      edits: [],
      blanksBefore: 0,
    });
  const edition = (texts: readonly string[], language: string): ReadEdition => ({
    stage: "read",
    info: {
      newspaper: { title: "T", slug: "t" },
      language,
      direction: "horizontal",
      autospace: "css",
      jumpWordings: { forward: [], backward: [] },
      introduction: "",
      path: "t/x",
      folder: "editions/t/x",
      inferred: [],
    },
    pages: [
      {
        number: 1,
        file: "pages/01.txt",
        language,
        direction: "horizontal",
        hash: "",
        blocks: [{ id: blockId(1, 1), lines: texts.map(toLine(1)) }],
      },
    ],
  });
  const textsOf = (read: ReadEdition, kinds: ReadonlyMap<ReturnType<typeof lineId>, UnitKind>) => {
    const { value, diagnostics } = repairEdition(read, kinds);
    return { lines: value.pages.flatMap(linesOf), diagnostics };
  };

  it("goes by the kind of each line, and takes a line it is not told of for a paragraph's", () => {
    const read = edition(["清水入户 老井退役", "清水入户 老井退役"], "zh-Hans");
    const { lines } = textsOf(read, new Map([[lineId(1, 1), "headline" as const]]));
    expect(lines.map(({ text }) => text)).toEqual(["清水入户 老井退役", "清水入户老井退役"]);
    expect(lines.map(({ original }) => original)).toEqual(["清水入户 老井退役", "清水入户 老井退役"]);
    expect(lines.map(({ id }) => id)).toEqual(["p1-l1", "p1-l2"]);
  });
  it("says what it could not restore", () => {
    expect(textsOf(edition(["새 다 리 내 년 봄 에 열 려"], "ko"), new Map()).diagnostics).toMatchObject([
      { code: "JL2001", severity: "info", place: { file: "editions/t/x/pages/01.txt", line: 1, page: 1 } },
    ]);
    expect(
      textsOf(edition(["Q U I E T H A R B O R W A T E R S"], "en"), new Map()).diagnostics,
    ).toMatchObject([{ code: "JL2002" }]);
    expect(textsOf(edition(["the street g looded again"], "en"), new Map()).diagnostics).toMatchObject([
      { code: "JL2003", details: { count: 1 } },
    ]);
    expect(textsOf(edition(["A quiet day."], "en"), new Map()).diagnostics).toEqual([]);
  });
});
