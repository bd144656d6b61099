/** docs/adding-a-reader.md is true: its example is a file that compiles, and it passes the tests that the page asks for. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readers } from "../../src/read/readers.js";
import type { SourcePage } from "../../src/read/source-page.js";
import { isBlank } from "../../src/read/split-lines.js";
import { stripReader } from "./strip-reader.js";

const root = join(import.meta.dirname, "../..");
const recipe = readFileSync(join(root, "docs/adding-a-reader.md"), "utf8");
const read = (content: string | Uint8Array) =>
  stripReader.read({
    path: "01.strip",
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  });
const textOf = (pages: readonly SourcePage[]): string[] =>
  pages.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(({ original }) => original)));

describe("the page", () => {
  it("shows the example as it is", () => {
    const from = recipe.indexOf("/**\n * STRIP");
    const shown = recipe.slice(from, recipe.indexOf("```", from));
    const example = readFileSync(join(root, "tests/read/strip-reader.ts"), "utf8");
    expect(shown).toBe(example.replaceAll('"../../src/read/', '"./').replaceAll('"../../src/', '"../'));
  });

  it("names files that are there", () => {
    const named = [...recipe.matchAll(/`((?:src|tests|docs)\/[a-z0-9/.-]+)`/g)].map(
      (match) => match[1] ?? "",
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => file !== "src/read/strip.ts" && !existsSync(join(root, file)))).toEqual([]);
  });
});

const sample =
  "%STRIP 1\npage 1000 2000\n100 200 500 40\tThe ferry\n100 250 400 40\twas late.\n\n0 0 10 10\t2\n";

describe("the example", () => {
  it("is recognised by content, and no other reader takes it", () => {
    expect(stripReader.recognises(sample)).toBe(true);
    expect(stripReader.recognises(` ${sample}`)).toBe(false);
    expect(readers.filter((reader) => reader.recognises(sample))).toEqual([]);
  });

  it("gives blocks of lines with boxes", () => {
    const near = (value: number) => expect.closeTo(value);
    expect(read(sample)).toMatchObject({
      value: {
        format: "STRIP 1",
        pages: [
          {
            aspect: 2,
            blocks: [
              {
                lines: [
                  {
                    number: 3,
                    original: "The ferry",
                    box: { x: 0.1, y: 0.1, width: near(0.5), height: near(0.02) },
                  },
                  { number: 4, original: "was late." },
                ],
              },
              { lines: [{ number: 6, original: "2" }] },
            ],
          },
        ],
      },
      diagnostics: [],
    });
  });

  it("keeps the text of a row whose box makes no sense", () => {
    const got = read("%STRIP 1\npage 1000 2000\n-9 x 1 1\tfar\nno box\n");
    expect(textOf(got.value.pages)).toEqual(["far", "no box"]);
    expect(got.diagnostics).toMatchObject([{ code: "JL1043", details: { count: 2 } }]);
  });

  it("says so where there is no page", () => {
    expect(read("%STRIP 1\n")).toMatchObject({ value: { pages: [] }, diagnostics: [{ code: "JL1050" }] });
  });

  it("gives every text back as it was", () => {
    // What a STRIP row cannot hold: line ends, lone surrogates (no UTF-8) and text of blanks.
    const printed = (text: string): boolean => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text) && !isBlank(text);
    const texts = fc.array(fc.string({ unit: "binary" }).filter(printed));
    fc.assert(
      fc.property(texts, (lines) => {
        const rows = lines.map((text) => `1 1 2 2\t${text}\n`).join("");
        expect(textOf(read(`%STRIP 1\npage 9 9\n${rows}`).value.pages)).toEqual(lines);
      }),
    );
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const head = new TextEncoder().encode("%STRIP 1\npage 9 9\n");
        for (const { blocks } of read(new Uint8Array([...head, ...noise])).value.pages) {
          const numbers = blocks.flatMap(({ lines }) => lines.map(({ number }) => number));
          expect(new Set(numbers).size).toBe(numbers.length);
        }
      }),
    );
  });
});
