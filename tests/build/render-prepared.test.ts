/** An edition is rendered when it is known whether it has a PDF; no fault on the way to one costs the edition itself. */
import { describe, expect, it } from "vitest";
import { beginRendering } from "../../src/build/render-prepared.js";
import { type Stages, stages } from "../../src/build/stages.js";
import type { EditionJob, PrintPdf } from "../../src/model/job.js";
import { open, spec } from "../render/made-up.js";
import { setEdition } from "../render/set-edition.js";

const { site, sheets } = open({ baseUrl: "https://papers.example.org" });
const edition = setEdition(spec);
const job: EditionJob = { folder: "editions/test", files: [] };

async function render(printPdf: PrintPdf | undefined, changed: Partial<Stages> = {}) {
  const preparing = { sheets, ...(printPdf ? { printPdf } : {}) };
  const decided = { edition, info: edition.info, diagnostics: [] };
  const built = await beginRendering(job, decided, site, preparing, { ...stages, ...changed })?.();
  const text = (name: string): string => {
    const file = built?.value?.files.find(({ path }) => path === `${edition.info.path}/${name}`);
    return file && "content" in file ? String(file.content) : "";
  };
  return { codes: built?.diagnostics.map(({ code }) => code), text };
}
const record = { path: `${edition.info.path}/edition-pdf.json`, content: "{}" };
const names = (manifest: string): string[] =>
  (JSON.parse(manifest).rendering ?? []).map(({ id }: { id: string }) => id);

describe("an edition with a PDF", () => {
  it("leads to it from its front and its manifest, and its files are the site's", async () => {
    const asked: unknown[] = [];
    const { text } = await render(async (...words) => {
      asked.push(words);
      return { exists: true, files: [record], diagnostics: [] };
    });
    expect(asked).toHaveLength(1);
    expect(text("index.html")).toContain('href="edition.pdf"');
    expect(names(text("manifest.json"))).toContain(
      `https://papers.example.org/${edition.info.path}/edition.pdf`,
    );
    expect(text("edition-pdf.json")).toBe("{}");
  });

  it("says nothing of one that could not be made, nor where nobody asked", async () => {
    const missing = { code: "JL6020", severity: "warning", place: {}, details: {} } as const;
    const { text, codes } = await render(async () => ({ exists: false, files: [], diagnostics: [missing] }));
    expect(codes).toContain("JL6020");
    for (const each of [text, (await render(undefined)).text]) {
      expect(each("index.html")).toContain("edition.epub");
      expect(each("index.html")).not.toContain("edition.pdf");
      expect(names(each("manifest.json")).join()).not.toContain("edition.pdf");
    }
  });

  it("is published without it where its sheets cannot be put together", async () => {
    const renderSheets = () => {
      throw new Error("no sheets");
    };
    const print: PrintPdf = async () => ({ exists: true, files: [record], diagnostics: [] });
    const { text, codes } = await render(print, { renderSheets });
    expect(codes).toContain("JL6022");
    expect(text("index.html")).toContain("edition.epub");
    expect(text("index.html")).not.toContain("edition.pdf");
  });
});
