/** The PDF of an edition, printed by a real browser and read back by our own reader. */
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { CopiedFile } from "../../src/model/job.js";
import { extractPdf } from "../../src/read/index.js";
import { renderSheets } from "../../src/render/index.js";
import { findChromium } from "../../src/store/pdf/find-chromium.js";
import { createPdfPrinter } from "../../src/store/pdf/pdf-printer.js";
import { hostile, open, spec } from "../render/made-up.js";
import { setEdition } from "../render/set-edition.js";
import { buildSamples } from "./built-samples.js";

const program = await findChromium(process.env.CHROME_PATH || undefined);

/** The letters of each page, in the order they were painted in. */
async function lettersOf(bytes: Uint8Array): Promise<string[]> {
  const { pages, fault } = await extractPdf(new Uint8Array(bytes));
  expect(fault).toBeUndefined();
  return pages.map(({ runs }) => runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(""));
}

type Outline = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getOutline"]>>;

/** Its bookmarks, each level a step to the right, with the page each leads to. */
async function bookmarksOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const list = async (items: Outline, depth: number): Promise<string[]> => {
    const lines: string[] = [];
    for (const { title, dest, items: inner } of items ?? []) {
      const [page] = (typeof dest === "string" ? await document.getDestination(dest) : dest) ?? [];
      lines.push(`${"  ".repeat(depth)}${title} ${(await document.getPageIndex(page)) + 1}`);
      lines.push(...(await list(inner, depth + 1)));
    }
    return lines;
  };
  try {
    return await list(await document.getOutline(), 0);
  } finally {
    await document.destroy();
  }
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
    // Pages and under them their stories; the ferry stands on both.
    expect(await bookmarksOf(first)).toEqual([
      "Page 1 1",
      "  A ferry for the winter and a bell for the fog 1",
      `  ${hostile} 1`,
      `${hostile} 2`,
      "  Ferry 2",
      "    The bell 2",
      "  By hand 2",
      "  and that was the end of it. 2",
      "  Without a headline 2",
    ]);
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
      const bookmarks = await bookmarksOf(readFileSync(join(built.folder, file)));
      expect(bookmarks.filter((line) => !line.startsWith(" "))).toEqual([
        "Seite 1 · Titelseite 1",
        "Seite 2 · Lokales 2",
        "Seite 3 · Kultur und Sport 3",
        "Seite 4 · Ossetal 4",
      ]);
      // Two lines of print, each at its place.
      expect(bookmarks).toContain("  Die Osse bekommt ihr altes Bett zurück 1");
      expect(readFileSync(join(built.folder, file.replace("edition.pdf", "index.html")), "utf8")).toContain(
        'href="edition.pdf"',
      );
    } finally {
      built.remove();
    }
  }, 120_000);
});
