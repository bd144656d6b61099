/** Damaged and hostile files: never a throw, never a hang, and no text lost without a word. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceContent } from "../../../src/read/source-page.js";
import { equiv, pageFile, readXml, region, textsOf } from "./page-file.js";

const numberText = fc.oneof(
  fc.integer({ min: -50, max: 1100 }).map(String),
  fc.constantFrom("NaN", "-1e9", "1e308", "Infinity", "", "0x1F", "12.5", "٣", "--1", "9".repeat(400)),
);
const points = fc
  .array(fc.tuple(numberText, numberText), { maxLength: 5 })
  .map((pairs) => pairs.map((pair) => pair.join(",")).join(" "));
const coords = points.map((said) => `<Coords points="${said}"/>`);
const ids = fc.constantFrom("a", "b", "c", "d", "e", "nowhere");

interface Invented {
  readonly xml: string;
  readonly tokens: number;
}
/** Joins parts whose tokens are numbered only once they stand in their file. */
const token = "\u0001";
const joined = (parts: readonly string[]): string => parts.join("");

const word = fc
  .tuple(coords, fc.boolean())
  .map(([box, glyphs]) =>
    glyphs ? `<Word>${box}<Glyph>${equiv(token)}</Glyph></Word>` : `<Word>${box}${equiv(token)}</Word>`,
  );
const line = fc
  .tuple(
    coords,
    fc.oneof(fc.constant(equiv(token)), fc.array(word, { maxLength: 4 }).map(joined)),
    numberText,
  )
  .map(
    ([box, text, index]) =>
      `<TextLine index="${index}">${box}${text}<TextStyle fontSize="${index}"/></TextLine>`,
  );
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc
    .tuple(
      fc.constantFrom(
        "TextRegion",
        "TableRegion",
        "AdvertRegion",
        "ImageRegion",
        "SeparatorRegion",
        "TableCell",
      ),
      ids,
      coords,
      fc.array(fc.oneof({ maxDepth: 4 }, line, tie("block")), { maxLength: 4 }),
    )
    .map(([name, id, box, inner]) => `<${name} id="${id}">${box}${joined(inner)}</${name}>`),
}));
const { group } = fc.letrec<{ group: string }>((tie) => ({
  group: fc
    .tuple(
      fc.constantFrom("OrderedGroup", "UnorderedGroup", "OrderedGroupIndexed", "UnorderedGroupIndexed"),
      ids,
      numberText,
      fc.array(
        fc.oneof(
          { maxDepth: 4 },
          fc
            .tuple(ids, numberText)
            .map(([id, index]) => `<RegionRefIndexed index="${index}" regionRef="${id}"/>`),
          tie("group"),
        ),
        { maxLength: 4 },
      ),
    )
    .map(
      ([name, id, index, inner]) => `<${name} regionRef="${id}" index="${index}">${joined(inner)}</${name}>`,
    ),
}));

const invented: fc.Arbitrary<Invented> = fc
  .tuple(fc.option(group), fc.array(fc.oneof(block, line), { maxLength: 6 }))
  .map(([order, blocks]) => {
    const parts = pageFile(`${order ? `<ReadingOrder>${order}</ReadingOrder>` : ""}${joined(blocks)}`).split(
      token,
    );
    return {
      xml: parts.map((part, index) => (index === 0 ? part : `t${index}.${part}`)).join(""),
      tokens: parts.length - 1,
    };
  });

const textOf = ({ pages }: SourceContent): string => pages.flatMap(textsOf).join("\n");
/** Tokens a file has whole and the reader did not give. */
const lostOf = (xml: string, text: string): string[] =>
  [...xml.matchAll(/t\d+\./g)].map(([found]) => found).filter((found) => !text.includes(found));

const numbersAreSound = ({ pages }: SourceContent): void => {
  for (const { blocks } of pages) {
    const lines = blocks.flatMap((one) => one.lines);
    expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
    for (const { original, box, words = [], typeSize } of lines) {
      expect(original).not.toMatch(/[\r\n]/);
      for (const one of [box, ...words.map((said) => said.box)])
        if (one) {
          expect(Math.min(one.x, one.y)).toBeGreaterThanOrEqual(0);
          expect(Math.min(one.width, one.height)).toBeGreaterThan(0);
          expect(Math.max(one.x + one.width, one.y + one.height)).toBeLessThanOrEqual(1 + 1e-9);
        }
      for (const { at, text } of words) expect(original.slice(at, at + text.length)).toBe(text);
      if (typeSize !== undefined) expect(Number.isFinite(typeSize)).toBe(true);
    }
  }
};

describe("an invented file", () => {
  it("gives each of its texts once, whatever its order and its numbers say", () => {
    fc.assert(
      fc.property(invented, ({ xml, tokens }) => {
        const { value } = readXml(xml);
        const found = [...textOf(value).matchAll(/t\d+\./g)].map(([one]) => one);
        expect(new Set(found).size).toBe(tokens);
        expect(found).toHaveLength(tokens);
        numbersAreSound(value);
      }),
      { numRuns: 400 },
    );
  });

  it("cut off anywhere loses nothing in silence", () => {
    fc.assert(
      fc.property(invented, fc.double({ min: 0, max: 1, noNaN: true }), ({ xml }, share) => {
        const part = xml.slice(0, Math.floor(xml.length * share));
        const { value, diagnostics } = readXml(part);
        if (part !== xml) expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
        numbersAreSound(value);
      }),
      { numRuns: 300 },
    );
  });

  it("that lost tags or elements' names loses nothing in silence", () => {
    fc.assert(
      fc.property(
        invented,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom("drop", "rename", "double"))),
        ({ xml }, hits) => {
          let tags = xml.split(/(?=<)/);
          for (const [at, how] of hits) {
            const name = /^<\/?(\w+)/.exec(tags[at % tags.length] ?? "")?.[1] ?? "";
            // Both tags of all elements of a name, so that the file stays well-formed.
            if (how === "drop")
              tags = tags.map((tag) =>
                tag.startsWith(`</${name}>`) || tag.startsWith(`<${name} `) || tag.startsWith(`<${name}>`)
                  ? tag.slice(tag.indexOf(">") + 1)
                  : tag,
              );
            else if (how === "rename")
              tags = tags.map((tag) => tag.replace(new RegExp(`^(</?)${name}\\b`), "$1Strange"));
            else tags.splice(at % tags.length, 0, tags[at % tags.length] ?? "");
          }
          const damaged = tags.join("");
          const { value, diagnostics } = readXml(damaged);
          if (lostOf(damaged, textOf(value)).length > 0) expect(diagnostics).not.toEqual([]);
          numbersAreSound(value);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a hostile file", () => {
  it("nested as deep as may be is read, and deeper is refused", () => {
    const deep = (levels: number) =>
      readXml(pageFile("<TextRegion>".repeat(levels) + equiv("x") + "</TextRegion>".repeat(levels)));
    expect(deep(250).value.pages.map(textsOf)).toEqual([["x"]]);
    expect(deep(5000).diagnostics.map(({ code }) => code)).toContain("JL1042");
  });

  it("with very many lines, points, readings and custom values is read", () => {
    const count = 20_000;
    const { value } = readXml(
      pageFile(
        region(
          "a",
          `<TextLine custom="${"a{".repeat(count)}">${equiv("x").repeat(count)}</TextLine>`.concat(
            "<TextLine/>".repeat(count),
          ),
        ) +
          region(
            "b",
            `<Coords points="${"1,1 ".repeat(count)}"/><TextLine>${`<Word>${equiv("aa")}</Word>`.repeat(count)}${equiv("a".repeat(2 * count - 1))}</TextLine>`,
          ),
      ),
    );
    expect(value.pages[0]?.blocks).toHaveLength(2);
  });
});
