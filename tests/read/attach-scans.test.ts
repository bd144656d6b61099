/** Which picture is whose page's, and what is said where it cannot be shown. */
import { describe, expect, it } from "vitest";
import { wordDiagnostic, wordedCodes } from "../../src/model/diagnostic-words.js";
import type { EditionJob } from "../../src/model/job.js";
import type { Picture } from "../../src/model/picture.js";
import { readEdition } from "../../src/read/index.js";
import { harbourFiles, pageOne } from "./issue/harbour-post.js";

const picture = (path: string, kind?: Picture["kind"], width = 100, height = 200): Picture => ({
  path,
  from: `/x/${path}`,
  ...(kind ? { kind } : {}),
  ...(kind === "jpeg" || kind === "png" || kind === "webp" ? { size: { width, height } } : {}),
});

function read(files: Readonly<Record<string, string>>, pictures: readonly Picture[]) {
  const job: EditionJob = {
    folder: "e",
    files: Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
    pictures,
  };
  const { value, diagnostics } = readEdition(job);
  for (const diagnostic of diagnostics) {
    expect(wordedCodes()).toContain(diagnostic.code);
    expect(wordDiagnostic(diagnostic)).not.toMatch(/\{/);
  }
  const ours = ["JL1012", "JL1018", "JL1019", "JL1038", "JL1039"];
  return {
    scans: value.pages.map(({ scan }) => scan?.file),
    pages: value.pages,
    said: diagnostics
      .filter(({ code }) => ours.includes(code))
      .map(({ code, severity, place }) => `${severity} ${code} ${place.file}`),
  };
}

describe("a page's picture", () => {
  it("is the one beside its file that is called like it, the smallest kind first", () => {
    const { scans, said } = read({ "page-01.txt": "One", "page-02.txt": "Two", "page-10.txt": "Ten" }, [
      picture("page-01.png", "png"),
      picture("page-01.jpg", "jpeg"),
      picture("page-10.webp", "webp"),
      picture("page-1.jpg", "jpeg"),
    ]);
    expect(scans).toEqual(["page-01.jpg", undefined, "page-10.webp"]);
    expect(said).toEqual([]);
  });

  it("is the one that edition.md names before any other", () => {
    const header = "---\npages:\n  - {file: a.txt, scan: ./scans/b.png}\n  - {file: b.txt}\n---\n";
    const { scans } = read({ "edition.md": header, "a.txt": "One", "b.txt": "Two" }, [
      picture("a.jpg", "jpeg"),
      picture("b.jpg", "jpeg"),
      picture("scans/b.png", "png"),
    ]);
    expect(scans).toEqual(["scans/b.png", "b.jpg"]);
  });

  it("is named by edition.md for the text beside a listed scan too", () => {
    const header = "---\npages:\n  - {file: a.tif, scan: web/a.jpg}\n---\n";
    const { scans } = read({ "edition.md": header, "a.txt": "One" }, [picture("web/a.jpg", "jpeg")]);
    expect(scans).toEqual(["web/a.jpg"]);
  });

  it("is never named by a page's own front matter, nor outside the folder", () => {
    const { scans, said } = read(
      {
        "edition.md":
          "---\npages:\n  - {file: a.txt, scan: ../x.jpg}\n  - {file: b.txt, scan: /etc/x.jpg}\n---\n",
        "a.txt": "---\nnumber: 1\nscan: b.jpg\n---\nOne",
        "b.txt": "Two",
      },
      [picture("b.png", "png")],
    );
    expect(scans).toEqual([undefined, "b.png"]);
    expect(said).toEqual(["error JL1012 e/edition.md", "error JL1012 e/edition.md"]);
  });

  it("is missed where edition.md names one that is not here", () => {
    const header = "---\npages:\n  - {file: a.txt, scan: gone.jpg}\n---\n";
    const { scans, said } = read({ "edition.md": header, "a.txt": "One" }, [picture("a.jpg", "jpeg")]);
    expect(scans).toEqual([undefined]);
    expect(said).toEqual(["error JL1019 e/edition.md"]);
  });

  it("is the one that the issue file names, where none is beside the page", () => {
    const files = Object.fromEntries(
      harbourFiles().map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
    );
    expect(read(files, [picture("images/0001.jpg", "jpeg")]).scans).toEqual(["images/0001.jpg", undefined]);
    expect(read(files, [picture("pictures/0001.jpg", "jpeg")]).scans[0]).toBe("pictures/0001.jpg");
    const both = [picture("images/0001.jpg", "jpeg"), picture("ALTO/0001.png", "png")];
    expect(read(files, both).scans[0]).toBe("ALTO/0001.png");
    const unshown = [picture("images/0001.jpg", "jpeg"), picture("ALTO/0001.tif", "tiff")];
    expect(read(files, unshown)).toMatchObject({ scans: ["images/0001.jpg", undefined], said: [] });
  });

  it("is not shown where browsers cannot, and that is said once", () => {
    const { scans, said } = read({ "1.txt": "One", "2.txt": "Two", "3.txt": "Three" }, [
      picture("1.tif", "tiff"),
      picture("2.jp2", "jpeg-2000"),
      picture("3.jpg"),
    ]);
    expect(scans).toEqual([undefined, undefined, undefined]);
    expect(said).toEqual(["warning JL1039 e/3.jpg", "info JL1038 e/1.tif"]);
  });

  it("is nobody's where its file holds several pages, or is damaged", () => {
    const { scans, said } = read({ "1.txt": "One\fTwo", "3.txt": "Three" }, [
      picture("1.jpg", "jpeg"),
      { path: "3.png", from: "3.png", kind: "png" },
    ]);
    expect(scans).toEqual([undefined, undefined, undefined]);
    expect(said).toEqual(["warning JL1039 e/3.png"]);
  });

  it("takes the boxes of the page where it has the page's shape", () => {
    const of = (height: number) => read({ "1.xml": pageOne }, [picture("1.png", "png", 1000, height)]);
    expect(of(2000).pages[0]?.scan).toMatchObject({ takesBoxes: true, width: 1000, height: 2000 });
    expect(of(2030)).toMatchObject({ pages: [{ scan: { takesBoxes: true } }], said: [] });
    expect(of(1400)).toMatchObject({
      pages: [{ scan: { takesBoxes: false } }],
      said: ["info JL1018 e/1.png"],
    });
    expect(read({ "1.txt": "One" }, [picture("1.png", "png")])).toMatchObject({
      pages: [{ scan: { takesBoxes: false } }],
      said: [],
    });
  });
});
