import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssembledEdition } from "../../src/model/edition.js";
import type { Line } from "../../src/model/page.js";
import type { Passage } from "../../src/model/unit.js";
import { checkConservation } from "../../src/review/check-conservation.js";
import { buildFixture, sampleEdition } from "../build-fixture.js";

const codes = (edition: AssembledEdition): string[] => checkConservation(edition).map((each) => each.code);
const sample = sampleEdition();
const { assembly } = sample;
const withAssembly = (changed: Partial<typeof assembly>): AssembledEdition => ({
  ...sample,
  assembly: { ...assembly, ...changed },
});
const changeLine = (change: (line: Line) => Line): AssembledEdition => ({
  ...sample,
  pages: sample.pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) => ({ ...block, lines: block.lines.map(change) })),
  })),
});

describe("conservation", () => {
  test("holds for an edition that keeps everything", () => {
    expect(checkConservation(sample)).toEqual([]);
  });

  test("holds a line that was cut at a gutter to be all of its stretches", () => {
    const target = sample.pages[0]?.blocks[0]?.lines[0] as Line;
    const cutTo = (of: number, at = 0): string[] =>
      codes(changeLine((line) => (line.id === target.id ? { ...line, stretch: { at, of } } : line)));
    expect(cutTo(target.original.length)).toEqual([]);
    expect(cutTo(target.original.length + 1)).toEqual(["JL4012"]);
    expect(cutTo(target.original.length, 1)).toEqual(["JL4012"]);
  });

  test("names file, line and text of what a dropped leftover loses", () => {
    const found = checkConservation(withAssembly({ leftovers: [] }));
    expect(found.map((each) => each.code)).toEqual(["JL4007", "JL4005"]);
    expect(found[1]?.place).toEqual({
      file: "editions/yanzhou-wanbao/2023-10-26/pages/02.txt",
      line: 10,
      page: 2,
    });
    expect(found[1]?.details.text).toBe("未归入的一行");
  });

  test("sees each article, each unit and each furniture that is dropped or doubled", () => {
    assembly.articles.forEach((_, index) => {
      expect(codes(withAssembly({ articles: assembly.articles.filter((__, at) => at !== index) }))).toContain(
        "JL4005",
      );
      expect(
        codes(
          withAssembly({ articles: [...assembly.articles, ...assembly.articles.slice(index, index + 1)] }),
        ),
      ).toContain("JL4006");
    });
    for (const id of assembly.units.keys()) {
      expect(
        codes(withAssembly({ units: new Map([...assembly.units].filter(([key]) => key !== id)) })),
      ).toContain("JL4003");
    }
    expect(codes(withAssembly({ furniture: assembly.furniture.slice(1) }))).toContain("JL4007");
    expect(
      codes(withAssembly({ furniture: [...assembly.furniture, ...assembly.furniture.slice(0, 1)] })),
    ).toContain("JL4008");
  });

  test("sees a body part dropped though its unit is still listed", () => {
    const articles = assembly.articles.map((article) => ({ ...article, body: article.body.slice(1) }));
    expect(codes(withAssembly({ articles }))).toContain("JL4005");
  });

  test("sees a jump head, a mark and a headline line dropped", () => {
    const [first, ...rest] = assembly.articles;
    if (!first) throw new Error("the sample has articles");
    const jumps = first.jumps.map((jump) => ({ ...jump, jumpHead: [] }));
    expect(codes(withAssembly({ articles: [{ ...first, jumps }, ...rest] }))).toEqual(["JL4005"]);
    expect(codes(withAssembly({ articles: [{ ...first, jumps: [] }, ...rest] }))).toEqual([
      "JL4005",
      "JL4005",
      "JL4005",
    ]);
    expect(codes(withAssembly({ articles: [{ ...first, headline: [] }, ...rest] }))).toEqual([
      "JL4005",
      "JL4005",
    ]);
  });

  test("sees words that no source line gives", () => {
    const invent = (passage: Passage): Passage => ({ ...passage, text: `${passage.text}。` });
    const articles = assembly.articles.map((article) => ({
      ...article,
      headline: article.headline.map(invent),
    }));
    expect(codes(withAssembly({ articles }))).toContain("JL4002");
    const [first, ...rest] = assembly.articles;
    if (!first) throw new Error("the sample has articles");
    const made = { text: "没有印过", spans: [], seams: [] };
    expect(
      codes(withAssembly({ articles: [{ ...first, headline: [...first.headline, made] }, ...rest] })),
    ).toEqual(["JL4002"]);
  });

  test("sees any one character changed without an edit, and any span moved by one", () => {
    const lines = sample.pages.flatMap((page) => page.blocks.flatMap((block) => block.lines));
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(10), fc.constantFrom("丁", "", "x"), (at, offset, put) => {
        const wanted = lines[at];
        if (!wanted) throw new Error("in range");
        const spot = offset % wanted.text.length;
        const text = wanted.text.slice(0, spot) + put + wanted.text.slice(spot + 1);
        expect(codes(changeLine((line) => (line.id === wanted.id ? { ...line, text } : line)))).toContain(
          "JL4001",
        );
      }),
    );
    for (const [id, unit] of assembly.units) {
      const spans = unit.passage.spans.map((span, index) =>
        index === 0 ? { ...span, start: span.start + 1 } : span,
      );
      const changed = new Map(assembly.units).set(id, { ...unit, passage: { ...unit.passage, spans } });
      expect(codes(withAssembly({ units: changed }))).toEqual(expect.arrayContaining(["JL4002", "JL4003"]));
    }
  });

  test("sees two lines with one id, and a body made of units that are not the article's", () => {
    const twice = changeLine((line) =>
      line.id === "p1-l2" ? { ...line, id: "p1-l3" as typeof line.id } : line,
    );
    expect(codes(twice)).toEqual(expect.arrayContaining(["JL4010"]));
    const [first, second, ...rest] = assembly.articles;
    if (!first || !second) throw new Error("the sample has articles");
    const body = second.body.map((part) => ({ ...part, units: first.body[0]?.units ?? [] }));
    expect(codes(withAssembly({ articles: [first, { ...second, body }, ...rest] }))).toEqual([
      "JL4011",
      "JL4011",
      "JL4011",
      "JL4011",
    ]);
  });

  test("lets a line be shared by two units, and spaces stand anywhere", () => {
    const edition = buildFixture({
      pages: [{ lines: ["  完工。　（下转第二版）  "], units: [["paragraph", 1]] }],
      articles: [{ units: ["1:1"] }],
    });
    expect(checkConservation(edition)).toEqual([]);
    const unit = [...edition.assembly.units.values()][0];
    if (!unit) throw new Error("one unit");
    const span = { line: unit.passage.spans[0]?.line as never, start: 2, end: 5 };
    const cut = { text: "完工。", spans: [span], seams: [] };
    const units = new Map([[unit.id, { ...unit, passage: cut }]]);
    const found = checkConservation({ ...edition, assembly: { ...edition.assembly, units } });
    expect(found.map((each) => [each.code, each.details.text])).toEqual([["JL4003", "（下转第二版）"]]);
  });
});
