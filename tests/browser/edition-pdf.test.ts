/** The PDF of an edition, printed by a real browser and read back by our own reader. */
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CopiedFile } from "../../src/model/job.js";
import { extractPdf } from "../../src/read/index.js";
import { renderSheets } from "../../src/render/index.js";
import { findChromium } from "../../src/store/pdf/find-chromium.js";
import { createPdfPrinter } from "../../src/store/pdf/pdf-printer.js";
import { open, spec } from "../render/made-up.js";
import { setEdition } from "../render/set-edition.js";
import { buildSamples } from "./built-samples.js";

const program = await findChromium(process.env.CHROME_PATH || undefined);

/** The letters of each page, in the order they were painted in. */
async function lettersOf(bytes: Uint8Array): Promise<string[]> {
  const { pages, fault } = await extractPdf(new Uint8Array(bytes));
  expect(fault).toBeUndefined();
  return pages.map(({ runs }) => runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(""));
}

describe.skipIf(program === undefined)("an edition printed by Chromium", () => {
  it("has a sheet for each page, with its text, the same bytes each time and nothing of this machine", async () => {
    const { site, sheets } = open();
    const document = renderSheets(setEdition(spec), site, sheets);
    const once = async (): Promise<Buffer> => {
      const printer = createPdfPrinter();
      try {
        const { exists, files, diagnostics } = await printer.print({ path: "a", folder: "b" }, document);
        expect(diagnostics).toEqual([]);
        expect(exists).toBe(true);
        return readFileSync((files[0] as CopiedFile).copyOf);
      } finally {
        printer.close();
      }
    };
    const first = await once();
    const [front = "", back = "", ...more] = await lettersOf(first);
    expect(more).toEqual([]);
    expect(front.replace(/\s/g, "")).toContain("Theferrysails");
    expect(back.replace(/\s/g, "")).toContain("Abellisrung");
    const text = first.toString("latin1");
    expect(text).not.toMatch(/CreationDate|ModDate|file:\/\/|Linux|Macintosh|Windows NT/);
    expect(text).not.toContain(tmpdir());
    expect((await once()).equals(first)).toBe(true);
  }, 120_000);

  it("stands in the built site with as many sheets as the sample has pages, measured ones too", async () => {
    const built = buildSamples({}, "editions/fersenbruecker-bote", ["--pdf"]);
    try {
      const file = built.files.find((each) => each.endsWith("/edition.pdf")) ?? "";
      const pages = built.pages.filter((each) => /\/p\d+\.html$/.test(each));
      const letters = await lettersOf(readFileSync(join(built.folder, file)));
      expect(letters).toHaveLength(pages.length);
      expect(letters.every((page) => page.length > 200)).toBe(true);
      expect(readFileSync(join(built.folder, file.replace("edition.pdf", "index.html")), "utf8")).toContain(
        'href="edition.pdf"',
      );
    } finally {
      built.remove();
    }
  }, 120_000);
});
