/**
 * BibTeX and RIS are read back by a reader that is not ours (citation-js), CSL-JSON by JSON itself: what went in comes out,
 * whatever stands in a headline.
 */
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeBibtex } from "../../../src/render/cite/bibtex.js";
import type { Citation } from "../../../src/render/cite/citation.js";
import { writeCslJson } from "../../../src/render/cite/csl-json.js";
import { writeRis } from "../../../src/render/cite/ris.js";
import { chinese, english } from "./sample-citation.js";

interface CslItem {
  readonly type: string;
  readonly title: string;
  readonly page?: string;
  readonly language?: string;
  readonly author?: readonly { family?: string; given?: string; literal?: string }[];
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly "container-title"?: string;
  readonly "publisher-place"?: string;
  readonly publisher?: string;
  readonly URL?: string;
}
const require = createRequire(import.meta.url);
const { plugins } = require("@citation-js/core") as {
  plugins: { input: { chain(text: string, options: object): CslItem[] } };
};
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");
const readBack = (text: string, forceType: string): CslItem => {
  const [item, ...others] = plugins.input.chain(text, { forceType, generateGraph: false });
  expect(others).toEqual([]);
  return item as CslItem;
};
const readBibtex = (citation: Citation): CslItem => readBack(writeBibtex(citation), "@bibtex/text");
const readRis = (citation: Citation): CslItem => readBack(writeRis(citation), "@ris/file");

/** Headlines as OCR may leave them: every sign that TeX or RIS knows. */
const title = fc
  .array(fc.constantFrom(..."ab é中文ー{}\\%&$#_^~\"'“|@=,-;".split(""), "  - ", "TY  - ", "ER  - "), {
    minLength: 1,
    maxLength: 24,
  })
  .map((parts) => parts.join("").replace(/\s+/g, " ").trim())
  .filter((text) => text !== "");

describe("BibTeX", () => {
  it("is read back to the same story", () => {
    const item = readBibtex(english);
    expect(item).toMatchObject({
      title: english.title,
      "container-title": english.newspaper,
      "publisher-place": "Alder Point",
      publisher: english.publisher,
      URL: english.url,
      issued: { "date-parts": [[2024, 9, 19]] },
      author: [{ family: "Wren", given: "Tobias" }],
    });
    expect(item.page?.replace(/\s/g, "")).toBe("1,4");
  });
  it("keeps a Chinese name whole", () => {
    const [author] = readBibtex(chinese).author ?? [];
    expect(author?.literal ?? author?.family).toBe("左一禾");
    expect(readBibtex(chinese).title).toBe(chinese.title);
  });
  it("has no author where none is sure, and no address where there is none", () => {
    const text = writeBibtex({ ...english, authors: [], url: "" });
    expect(text).not.toMatch(/author|url/);
  });
  it("lets no sign of a headline end a field", () => {
    fc.assert(
      fc.property(title, (text) => {
        const written = writeBibtex({ ...english, title: text });
        let depth = 0;
        for (const [sign] of written.matchAll(/\\[\\{}&%$#_]|[{}]/g)) {
          if (sign === "{") depth += 1;
          if (sign === "}") depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        const item = readBibtex({ ...english, title: text });
        expect(item["container-title"]).toBe(english.newspaper);
        expect(item.title.normalize("NFC")).toBe(text.normalize("NFC"));
      }),
      { numRuns: 200 },
    );
  });
});

describe("RIS", () => {
  it("is read back to the same story", () => {
    const item = readRis(english);
    expect(item).toMatchObject({
      type: "article-newspaper",
      title: english.title,
      "container-title": english.newspaper,
      "publisher-place": "Alder Point",
      URL: english.url,
    });
    // This reader calls whoever wrote for a newspaper a reporter.
    expect((item as { reporter?: unknown }).reporter ?? item.author).toBe("Wren, Tobias");
    // It takes the year of PY; others take the day of DA.
    expect(item.issued?.["date-parts"][0]?.[0]).toBe(2024);
    expect(writeRis(english)).toContain("\r\nDA  - 2024/09/19/\r\n");
    expect(item.page).toContain("1, 4");
  });
  it("has a value a line, whatever a headline holds", () => {
    fc.assert(
      fc.property(title, (text) => {
        const lines = writeRis({ ...english, title: text }).split("\r\n");
        expect(lines.every((line) => line === "" || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
        expect(lines.filter((line) => line.startsWith("ER")).length).toBe(1);
        expect(readRis({ ...english, title: text }).title).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe("CSL-JSON", () => {
  it("holds one newspaper article", () => {
    expect(JSON.parse(writeCslJson(chinese))).toEqual([
      {
        id: chinese.id,
        type: "article-newspaper",
        title: chinese.title,
        author: [{ family: "左", given: "一禾" }],
        "container-title": "栖川日报",
        publisher: "栖川日报社",
        "publisher-place": "栖川",
        issued: { "date-parts": [[2024, 4, 18]] },
        section: "要闻",
        page: "1, 3",
        language: "zh-Hans",
      },
    ]);
  });
});
