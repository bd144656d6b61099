/**
 * Real hOCR, where the measuring data is at hand: the text is that of the file character by character, told by an
 * extraction that shares nothing with the reader. Peers' samples end in output or in a clear error.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { hocrReader } from "../../../src/read/hocr/index.js";
import { linesOf, readBytes, textsOf } from "./read-page.js";

const data = path.resolve(process.env.JUMPLINE_DATA ?? "../shared/data");
const filesUnder = (folder: string): string[] =>
  existsSync(path.join(data, folder))
    ? readdirSync(path.join(data, folder), { recursive: true, encoding: "utf8", withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(hocr|html|xml)$/.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
    : [];
const load = (file: string) => new Uint8Array(readFileSync(file));

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const bodyText = (file: string): string =>
  readFileSync(file, "utf8")
    .replace(/^[\s\S]*?<body[^>]*>/, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
      name
        ? (named[name] ?? whole)
        : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/[ \t\r\n]+/g, " ")
    .trim();

const real = [
  ...filesUnder("hocr-4page-issue"),
  ...filesUnder("typeset/en1/hocr"),
  ...filesUnder("typeset/zh2/hocr"),
  ...filesUnder("parser-suites/hocr-tools/test/testdata"),
  ...filesUnder("parser-suites/hocr-tools/test/hocr-split"),
];

describe.skipIf(real.length === 0)("real files", () => {
  it.each(real.map((file) => [path.relative(data, file), file]))("%s is read whole", (_, file) => {
    const { value, diagnostics } = readBytes(load(file));
    expect(hocrReader.recognises(readFileSync(file, "utf8").slice(0, 8192))).toBe(true);
    expect(value.pages.flatMap(textsOf).join(" ")).toBe(bodyText(file));
    expect(diagnostics.filter(({ code }) => code !== "JL1061")).toEqual([]);
    for (const page of value.pages) {
      const lines = linesOf(page);
      expect(lines.map(({ number }) => number)).toEqual(lines.map((_line, index) => index + 1));
      for (const { original, words = [] } of lines)
        for (const { at, text } of words) expect(original.slice(at, at + text.length)).toBe(text);
    }
  });

  it.each(filesUnder("hocr-4page-issue").map((file) => [path.basename(file), file]))(
    "%s: every word has its place, and soft hyphens stay",
    (_, file) => {
      const source = readFileSync(file, "utf8");
      const lines = readBytes(load(file)).value.pages.flatMap(linesOf);
      const inSource = [...source.matchAll(/class="ocrx_word"/g)].length;
      expect(lines.flatMap(({ words }) => words ?? [])).toHaveLength(inSource);
      const hyphens = (text: string) => text.split("\u00ad").length - 1;
      expect(hyphens(lines.map(({ original }) => original).join("\n"))).toBe(hyphens(source));
      expect(hyphens(source)).toBeGreaterThan(50);
    },
  );

  it("sizes of type: nearly all lines of the set issues have one", () => {
    const lines = real
      .filter((file) => file.includes("typeset"))
      .flatMap((file) => readBytes(load(file)).value.pages.flatMap(linesOf));
    expect(lines.filter(({ typeSize }) => typeSize !== undefined).length / lines.length).toBeGreaterThan(
      0.97,
    );
  });
});

describe.skipIf(real.length === 0)("peers' samples", () => {
  it.each(filesUnder("parser-suites/hocr-tools/test").map((file) => [path.basename(file), file]))(
    "%s",
    (name, file) => {
      const { value, diagnostics } = readBytes(load(file));
      if (value.pages.length === 0)
        expect(diagnostics).toMatchObject([{ code: "JL1060", severity: "error" }]);
      if (name.startsWith("ok-")) expect(diagnostics).toEqual([]);
      if (name.startsWith("notok-")) {
        expect(diagnostics[0]?.severity).toBe("warning");
        const named = JSON.stringify(diagnostics);
        const problem = name.slice("notok-".length, -".html".length);
        expect(named).toContain(
          { system: "ocr-system", typo: "ocr-capabilites" }[problem] ?? `ocr_${problem}`,
        );
        expect(value.pages.flatMap(textsOf).join(" ")).toBe(bodyText(file));
      }
    },
  );
});
