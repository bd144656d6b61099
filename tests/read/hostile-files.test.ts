/**
 * Every format in one place, as an edition is read: numbers that no page has, files that are cut off or damaged, nesting
 * without end, any bytes at all. Reading never throws, gives nothing that the next stages could stumble on, and loses no
 * word without saying something about the file.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { decideEdition } from "../../src/build/build-edition.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { wordDiagnostic, wordedCodes } from "../../src/model/diagnostic-words.js";
import type { SourceFile } from "../../src/model/job.js";
import { linesOf } from "../../src/model/page.js";
import { readEdition } from "../../src/read/index.js";
import { extractPdf } from "../../src/read/pdf/extract-glyphs.js";
import { writers } from "../bench/write-formats.mjs";
import { harbourFiles } from "./issue/harbour-post.js";
import { bytesOf, makePdf } from "./pdf/make-pdf.mjs";

const texts = ["alto", "page-xml", "hocr", "tesseract-tsv", "plain-text"] as const;
type Format = (typeof texts)[number];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const read = (files: readonly SourceFile[]) => readEdition({ folder: "in/box", files });
type Read = ReturnType<typeof read>;
const textOf = ({ value }: Read): string =>
  value.pages.flatMap((page) => linesOf(page).map(({ original }) => original)).join("\n");

/** What may be said of a file without a word about lost text: how it was recognised, and boxes that make no sense. */
const idle = new Set(["JL1004", "JL1009", "JL1043", "JL1051"]);
const saysMore = ({ code, place }: Diagnostic): boolean =>
  !idle.has(code) && place.file !== undefined && place.file !== "in/box";

function expectSound(result: Read): void {
  for (const diagnostic of result.diagnostics) {
    expect(wordedCodes()).toContain(diagnostic.code);
    expect(wordDiagnostic(diagnostic)).not.toMatch(/\{[a-z]+[|}]/);
  }
  const lines = result.value.pages.flatMap(linesOf);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  for (const { original, words = [] } of lines)
    for (const { at, text } of words) expect(original.slice(at, at + text.length)).toBe(text);
  const blocks = result.value.pages.flatMap((page) => page.blocks);
  for (const { box } of [...blocks, ...lines, ...lines.flatMap(({ words = [] }) => words)])
    if (box) {
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(box.width, box.height)).toBeGreaterThan(0);
      expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThanOrEqual(1 + 1e-9);
    }
}

const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 900 }) },
  fc.integer({ min: -3000, max: 3_000_000 }),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, -1, 0, 1e308, 5e-324, 2 ** 53, 0.1),
);
const box = fc.tuple(number, number, number, number);
const shape = fc.record({
  width: fc.oneof({ weight: 4, arbitrary: fc.constant(1000) }, number),
  height: fc.oneof({ weight: 4, arbitrary: fc.constant(1500) }, number),
  blocks: fc.array(
    fc.record({
      box,
      lines: fc.array(
        fc.record({ box, words: fc.array(fc.record({ box }), { minLength: 1, maxLength: 4 }) }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
/** No word stands twice, nor in another: what is lost can be told. */
const page = shape.map(({ blocks, ...size }) => {
  const said: string[] = [];
  const word = (): string => {
    said.push(`${said.length % 3 === 1 ? "日報" : "w"}${said.length}q`);
    return said.at(-1) as string;
  };
  const filled = blocks.map((block) => ({
    ...block,
    lines: block.lines.map((line) => {
      const words = line.words.map((own) => ({ ...own, text: word() }));
      return { ...line, words, text: words.map(({ text }) => text).join(" ") };
    }),
  }));
  return { page: { ...size, blocks: filled }, said };
});
interface MadePage {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly object[];
}
const empty: MadePage = { width: 9, height: 9, blocks: [] };
const written = (format: Format, content: MadePage): string =>
  String((writers[format].write as (content: MadePage) => string)(content));
const fileOf = (format: Format, bytes: Uint8Array): SourceFile => ({
  path: `pages/01.${writers[format].ending}`,
  bytes,
});

const damages: Readonly<Record<string, (bytes: Uint8Array, at: number, other: number) => Uint8Array>> = {
  "cut off": (bytes, at) => bytes.slice(0, at % (bytes.length + 1)),
  "with a byte changed": (bytes, at, other) => bytes.with(at % bytes.length, other % 256),
  "with a bit turned": (bytes, at, other) =>
    bytes.with(at % bytes.length, (bytes[at % bytes.length] as number) ^ (1 << (other % 7))),
  "with a piece left out": (bytes, at, other) => {
    const from = at % bytes.length;
    return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(from + 1 + (other % 90))]);
  },
  "with a piece doubled": (bytes, at, other) => {
    const [from, to] = [at % bytes.length, other % bytes.length];
    return Uint8Array.from([...bytes.slice(0, to), ...bytes.slice(from)]);
  },
  // Every tag of a kind that is chosen by chance, so that what it held stands in what was round it.
  "with tags dropped": (bytes, at, other) => {
    let nth = 0;
    return changed(bytes, /<[^<>]{1,200}>/g, (tag) => ((nth++ + at) % (2 + (other % 40)) === 0 ? "" : tag));
  },
  "with quotes and tabs dropped": (bytes, at, other) => {
    let nth = 0;
    return changed(bytes, /["'\t]/g, (sign) => ((nth++ + at) % (2 + (other % 90)) === 0 ? "" : sign));
  },
  "with numbers that are none": (bytes, at, other) => {
    let nth = 0;
    const odd = ["NaN", "-1", "1e308", "99999999999999999999", "", "-0", "0x10", "Infinity"];
    // Only what stands by itself: a number in a word would be another word.
    return changed(bytes, /(?<=["\s,])\d+(?=["\s,])/g, (number) =>
      (nth++ + at) % (2 + (other % 30)) === 0 ? (odd[(at + nth) % odd.length] as string) : number,
    );
  },
};

/** Byte by byte, so that what a file cannot say stays as it is. */
function changed(bytes: Uint8Array, what: RegExp, into: (found: string) => string): Uint8Array {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return Uint8Array.from(text.replace(what, into), (sign) => sign.charCodeAt(0));
}

const countOf = (text: string, word: string): number => text.split(word).length - 1;

describe.each(texts)("%s", (format) => {
  it("with any numbers in it keeps every word, and the stages after it have no trouble", () => {
    fc.assert(
      fc.property(page, ({ page, said }) => {
        const file = fileOf(format, encode(written(format, page)));
        const result = read([file]);
        expectSound(result);
        expect(textOf(result).split(/\s+/)).toEqual(said);
        const { diagnostics } = decideEdition({ folder: "in/box", files: [file] });
        expect(diagnostics.filter(({ code }) => code.startsWith("JL62"))).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it.each(Object.entries(damages))("%s loses no word in silence", (_, damage) => {
    fc.assert(
      fc.property(page, fc.nat(), fc.nat(), ({ page, said }, at, other) => {
        const whole = written(format, page);
        const bytes = damage(encode(whole), at, other);
        const result = read([fileOf(format, bytes)]);
        expectSound(result);
        if (result.diagnostics.some(saysMore)) return;
        const damaged = new TextDecoder().decode(bytes);
        // A word that stands twice in a file (for its line and for itself) is there where both are.
        const there = said.filter((word) => countOf(damaged, word) >= countOf(whole, word));
        const got = textOf(result);
        expect(there.filter((word) => !got.includes(word))).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it("of any bytes is read or refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
        const head = encode(written(format, empty).slice(0, 400));
        for (const bytes of [tail, Uint8Array.from([...head, ...tail])])
          expectSound(read([fileOf(format, bytes)]));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

describe("nesting without end", () => {
  const deep = 50_000;
  it.each([
    ["alto", "xml", `<alto><Layout><Page><PrintSpace>${"<ComposedBlock>".repeat(deep)}`],
    ["page-xml", "xml", `<PcGts><Page>${"<TextRegion>".repeat(deep)}`],
    ["hocr", "hocr", `<html><body><div class="ocr_page">${'<div class="ocr_carea">'.repeat(deep)}the word`],
    ["tesseract-tsv", "tsv", `${written("tesseract-tsv", empty)}${"5\t".repeat(deep)}`],
    ["plain-text", "txt", `---\na: ${"[".repeat(deep)}\n---\nthe word\n`],
  ])("of %s is read or refused, which is said", (_, ending, text) => {
    const result = read([{ path: `01.${ending}`, bytes: encode(text) }]);
    expectSound(result);
    expect(result.diagnostics.some(saysMore) || textOf(result).includes("the word")).toBe(true);
  });

  it.each(["<mets><structMap>", "<DIDL><Item>"])("of an issue file (%s) leaves the pages", (begin) => {
    const pages = harbourFiles()
      .slice(1)
      .map((file) => ({ ...file, path: file.path.slice("ALTO/".length) }));
    const mets = { path: "m.xml", bytes: encode(`${begin}${begin.replace(/^<\w+>/, "").repeat(deep)}`) };
    expect(textOf(read([mets, ...pages]))).toContain("FOG ON THE WHARF");
  });
});

/** The same two pages as the METS file has, told by a DIDL file. */
function didlFiles(): SourceFile[] {
  const resource = (name: string) =>
    `<didl:Component><didl:Descriptor><didl:Statement mimeType="text/plain" dc:type="role">alto</didl:Statement></didl:Descriptor><didl:Resource mimeType="text/xml" ref="http://example.org/" dcx:filename="${name}"/></didl:Component>`;
  const [, ...pages] = harbourFiles();
  const names = pages.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
  const items = names.map(
    (name, at) =>
      `<didl:Item dc:identifier="x:1:mpeg21:p00${at + 1}"><didl:Descriptor><didl:Statement mimeType="text/plain" dc:type="role">page ${at + 1}</didl:Statement></didl:Descriptor>${resource(name)}</didl:Item>`,
  );
  const didl = `<didl:DIDL xmlns:didl="urn:mpeg:mpeg21:2002:02-DIDL-NS"><didl:Item dc:identifier="x:1">${items.join("")}</didl:Item></didl:DIDL>`;
  return [
    { path: "issue.xml", bytes: encode(didl) },
    ...pages.map((page, at) => ({ ...page, path: names[at] as string })),
  ];
}

describe.each([
  ["METS", harbourFiles()],
  ["DIDL", didlFiles()],
])("an issue file (%s)", (_, files) => {
  const [issue, ...pages] = files as [SourceFile, ...SourceFile[]];
  const lines = textOf(read([issue, ...pages])).split("\n");

  it("is followed", () => {
    expect(lines).toContain("FOG ON THE WHARF");
    expect(read([issue, ...pages]).value.pages).toHaveLength(pages.length);
  });

  it.each(Object.entries(damages))("%s loses no line in silence", (_, damage) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (at, other) => {
        const result = read([{ ...issue, bytes: damage(issue.bytes, at, other) }, ...pages]);
        expectSound(result);
        if (!result.diagnostics.some(saysMore))
          expect(textOf(result).split("\n").sort()).toEqual([...lines].sort());
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

describe("pdf", () => {
  const line = (text: string, y: string) => `BT /Latin 10 Tf 20 ${y} Td (${text}) Tj ET`;
  const readPdf = async (bytes: Uint8Array) =>
    read([{ path: "01.pdf", bytes, pdf: await extractPdf(bytes.slice()) }]);

  // The first file pays for loading pdf.js.
  beforeAll(() => readPdf(makePdf([line("a", "250")])));

  it.each(["NaN", "-1", "1e308", "99999999999999999999", "--5", "0x10", ""])(
    "with %s for a place or a size is read",
    async (odd) => {
      for (const content of [line("the word", odd), line("the word", "250").replace("10 Tf", `${odd} Tf`)])
        expectSound(await readPdf(makePdf([`${line("before", "280")} ${content}`])));
    },
  );

  it.each(Object.entries(damages))("%s is read or refused", async (_, damage) => {
    const whole = makePdf([line("the first", "250"), line("the second", "200")]);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (at, other) => {
        const result = await readPdf(damage(whole, at, other));
        expectSound(result);
        expect(result.diagnostics).not.toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it("nested without end is read or refused", async () => {
    // pdf.js takes time with the square of these; a file that holds many more is stopped by the clock (open-pdf.ts).
    const content = `${"q ".repeat(1_000)}${line("the word", "250")}`;
    const deepArray = `${"[".repeat(20_000)} TJ ${line("the word", "250")}`;
    for (const one of [content, deepArray]) expectSound(await readPdf(makePdf([one])));
    expectSound(await readPdf(bytesOf(`%PDF-1.4\n1 0 obj${"<</A".repeat(20_000)}`)));
  });
});

describe("damage that looks like a sound file", () => {
  const one = { box: [10, 10, 90, 20], words: ["harbour", "lights"] };
  const line = {
    ...one,
    text: one.words.join(" "),
    words: one.words.map((text) => ({ text, box: one.box })),
  };
  const sound = { width: 1000, height: 1500, blocks: [{ box: one.box, lines: [line] }] };
  it.each([
    ["hocr", /93">harbour/, "93harbour", "JL1058"],
    ["alto", /<String (?=[^<]*lights)/, "<SP ", "JL1047"],
    ["tesseract-tsv", /\t20\t(?=93.5\tharbour)/, "20 ", "JL1056"],
    ["tesseract-tsv", /text\n/, "text", "JL1056"],
  ] as const)("%s: %s → %s is said", (format, from, to, code) => {
    const whole = written(format, sound);
    expect(read([fileOf(format, encode(whole))]).diagnostics.some(saysMore)).toBe(false);
    const codes = read([fileOf(format, encode(whole.replace(from, to)))]).diagnostics.map(
      (said) => said.code,
    );
    expect(codes).toContain(code);
  });
});
