/** What the bench measures is read as what it is, without a word, and says the same in each format. */
import { describe, expect, it } from "vitest";
import { readPageFile } from "../../src/read/read-page-file.js";
import { recogniseFormat } from "../../src/read/readers.js";
import { samplePages } from "./sample-pages.mjs";
import { writers } from "./write-formats.mjs";

const pages = samplePages();
const wordsOf = (text: string): string => text.replace(/\s+/g, "");

describe.each(["alto", "page-xml", "hocr", "tesseract-tsv", "plain-text"] as const)("made %s", (format) => {
  it.each(pages.map((page, index) => [index + 1, page] as const))("page %i", (_number, page) => {
    const { ending, write } = writers[format];
    const file = { path: `1.${ending}`, bytes: new TextEncoder().encode(String(write(page))) };
    expect(recogniseFormat(file)?.name ?? "plain-text").toBe(format);
    const { value, diagnostics } = readPageFile(file, undefined);
    expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
    const lines = value.pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines));
    expect(lines.map(({ original }) => wordsOf(original))).toEqual(
      page.blocks.flatMap((block) => block.lines.map(({ text }) => wordsOf(text))),
    );
    if (format !== "plain-text") expect(lines.every(({ box, words }) => box && words)).toBe(true);
  });
});
