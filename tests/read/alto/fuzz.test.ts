/** Files that are damaged at random: reading never throws, and text that is lost is reported. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alto, block, readText, tag } from "./invented.js";

const number = fc.oneof(
  fc.integer({ min: -50, max: 3000 }).map(String),
  fc.double().map(String),
  fc.constantFrom("", "NaN", "-1", "1e308", "Infinity", "0x10", "12,5", " 7 "),
);
const boxValues = fc.record(
  { HPOS: number, VPOS: number, WIDTH: number, HEIGHT: number },
  { requiredKeys: [] },
);
const styleValues = fc.record(
  { STYLEREFS: fc.constantFrom("s0", "s1 s2", "none", ""), STYLE: fc.constantFrom("bold", "italics") },
  { requiredKeys: [] },
);
const word = fc.oneof(
  fc.stringMatching(/^[a-zäß&<>"'éЖ中国あ-]{1,8}$/),
  fc.constantFrom("中文報紙", "—", "\u00ad", "𠮷野"),
);
const values = fc.tuple(boxValues, styleValues).map(([a, b]) => ({ ...a, ...b }));
const invented = fc
  .record({
    spaced: fc.boolean(),
    page: boxValues,
    unit: fc.constantFrom("pixel", "mm10", "inch1200", "", "furlong"),
    sizes: fc.array(number, { minLength: 3, maxLength: 3 }),
    blocks: fc.array(
      fc.tuple(
        values,
        fc.array(fc.tuple(values, fc.array(fc.tuple(values, word), { maxLength: 5 })), { maxLength: 4 }),
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ spaced, page, unit, sizes, blocks }) => {
    const head = tag(
      "Styles",
      {},
      sizes.map((size, index) => tag("TextStyle", { ID: `s${index}`, FONTSIZE: size })).join(""),
    );
    const lines = blocks.flatMap(([, inner]) => inner.map(([, words]) => words.map(([, text]) => text)));
    const manyWords = lines.some((words) => words.length > 1);
    const body = blocks.map(([blockValues, inner]) =>
      block(
        inner
          .map(([lineValues, words]) =>
            tag(
              "TextLine",
              lineValues,
              words
                .map(([own, text]) => tag("String", { ...own, CONTENT: text }))
                .join(spaced ? "<SP/>" : "\n"),
            ),
          )
          .join(""),
        blockValues,
      ),
    );
    const originals = lines.filter((words) => words.length > 0).map((words) => words.join(" "));
    return { xml: alto(body.join(""), { head, unit, page }), originals, manyWords };
  });

const squash = (text: string): string => text.replace(/\s/g, "");
const textOf = (result: ReturnType<typeof readText>): string =>
  squash(
    result.value.pages
      .flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(({ original }) => original)))
      .join(""),
  );

/** All CONTENT of a file, by a reading that knows no XML. */
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const contentOf = (xml: string): string =>
  squash(
    [...xml.matchAll(/\sCONTENT\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
      .map(([, a, b]) => (a ?? b ?? "").replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole))
      .join(""),
  );

function checkSound(result: ReturnType<typeof readText>): void {
  for (const page of result.value.pages) {
    const lines = page.blocks.flatMap((b) => b.lines);
    expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
    const words = lines.flatMap((l) => l.words ?? []);
    const boxes = [...page.blocks, ...lines, ...words].flatMap((item) => (item.box ? [item.box] : []));
    for (const { x, y, width, height } of boxes) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(width, height)).toBeGreaterThan(0);
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
    }
    for (const l of lines) {
      for (const { at, text } of l.words ?? []) expect(l.original.slice(at, at + text.length)).toBe(text);
      if (l.typeSize !== undefined) expect(l.typeSize > 0 && l.typeSize < 1).toBe(true);
    }
  }
}

describe("invented files", () => {
  it("with any numbers in them are read whole", () => {
    fc.assert(
      fc.property(invented, ({ xml, originals }) => {
        const result = readText(xml);
        checkSound(result);
        const lines = result.value.pages.flatMap(({ blocks }) => blocks.flatMap((b) => b.lines));
        expect(lines.map(({ original }) => original)).toEqual(originals);
        expect(result.diagnostics.filter(({ code }) => code !== "JL1043")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  const damages: [string, (xml: string, at: number, other: number) => string | Uint8Array][] = [
    ["cut off", (xml, at) => xml.slice(0, at % (xml.length + 1))],
    [
      "with a character changed",
      (xml, at, other) => {
        const place = at % xml.length;
        return xml.slice(0, place) + String.fromCharCode(32 + (other % 95)) + xml.slice(place + 1);
      },
    ],
    [
      "with a byte changed",
      (xml, at, other) => {
        const bytes = new TextEncoder().encode(xml);
        bytes[at % bytes.length] = other % 256;
        return bytes;
      },
    ],
    [
      "with a tag dropped",
      (xml, at) => {
        const tags = [...xml.matchAll(/<[^>]*>/g)];
        const dropped = tags[at % tags.length] as RegExpMatchArray;
        return xml.slice(0, dropped.index) + xml.slice((dropped.index ?? 0) + dropped[0].length);
      },
    ],
    [
      "with a piece doubled",
      (xml, at, other) => {
        const [from, to] = [at % xml.length, other % xml.length];
        return xml.slice(0, to) + xml.slice(from);
      },
    ],
  ];
  it.each(damages)("%s lose no text without a word about it", (_, damage) => {
    fc.assert(
      fc.property(invented, fc.nat(), fc.nat(), ({ xml }, at, other) => {
        const made = damage(xml, at, other);
        const damaged = typeof made === "string" ? new TextEncoder().encode(made) : made;
        const result = readText(damaged);
        checkSound(result);
        if (result.diagnostics.some(({ code }) => code !== "JL1043")) return;
        expect(textOf(result)).toBe(contentOf(new TextDecoder().decode(damaged)));
      }),
      { numRuns: 400, endOnFailure: true },
    );
  });

  it("of any bytes are refused in peace", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readText(bytes).diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
