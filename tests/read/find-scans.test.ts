/** Which pictures are pages, by names only, and which of them have no text yet. */
import { describe, expect, it } from "vitest";
import { hocrOfScan, isScan, scansWithoutText, textBeside } from "../../src/read/find-scans.js";
import { readEdition } from "../../src/read/index.js";

describe("scansWithoutText", () => {
  it.each([
    ["all where there is nothing else", ["1.jpg", "2.jpg"], ["1.jpg", "2.jpg"]],
    ["those of pages that have no text", ["page-01.jpg", "page-01.hocr", "page-02.jpg"], ["page-02.jpg"]],
    ["none where a page's text is called otherwise", ["p1.png", "pages/01.txt"], []],
    ["those in pages/ where there are some", ["pages/01.tif", "cover.jpg", "2.jpg"], ["pages/01.tif"]],
    ["one of several of a page: what lost nothing", ["1.jpg", "1.tif", "1.png"], ["1.tif"]],
    ["no photo beside page files", ["page-01.txt", "photo-7.jpg", "market.png"], []],
    ["no photo beside scans of pages", ["page-01.jpg", "photo-7.jpg", "market.png"], ["page-01.jpg"]],
    [
      "any where nothing is called a page",
      ["courier-1.jpg", "courier-2.jpg"],
      ["courier-1.jpg", "courier-2.jpg"],
    ],
    ["no file without an ending of a picture", ["page-01", "page-02.gif", "jpg"], []],
  ])("takes %s", (_name, paths, scans) => {
    expect(scansWithoutText(paths)).toEqual(scans);
  });

  it("follows the list in edition.md, and takes nothing that is not in it", () => {
    const paths = ["a.jpg", "b.jpg", "b.txt", "c.jpg", "page-01.jpg"];
    expect(scansWithoutText(paths, ["a.jpg", "b.jpg", "missing.jpg"])).toEqual(["a.jpg"]);
    expect(scansWithoutText(paths, ["b.txt"])).toEqual([]);
  });
});

it("names the text of a scan", () => {
  expect(hocrOfScan("pages/01.tiff")).toBe("pages/01.hocr");
  expect(textBeside("a/1.jpg", ["a/1.txt", "a/1.hocr", "b/1.xml", "a/1.jpg"])).toBe("a/1.hocr");
  expect(textBeside("a/1.jpg", ["a/1.md"])).toBeUndefined();
  expect(["x.JPG", "x.Tiff", "x.webp", "x.txt"].map(isScan)).toEqual([true, true, true, false]);
});

describe("a page that is listed by its scan", () => {
  const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
  const list = "---\nnewspaper: The Quay\ndate: 1931-05-02\nlanguage: en\npages:\n  - scan-b.jpg\n---\n";

  it("is read from the text beside it", () => {
    const files = [
      { path: "edition.md", bytes: bytesOf(list) },
      { path: "scan-b.txt", bytes: bytesOf("The ferry was late.\n") },
    ];
    const { value } = readEdition({ folder: "quay", files });
    expect(value.pages.map(({ file, blocks }) => [file, blocks.length])).toEqual([["scan-b.txt", 1]]);
  });

  it("is empty without, and that is an error", () => {
    const { value, diagnostics } = readEdition({
      folder: "quay",
      files: [{ path: "edition.md", bytes: bytesOf(list) }],
    });
    expect(value.pages.map(({ blocks }) => blocks)).toEqual([[]]);
    expect(diagnostics).toMatchObject([
      { code: "JL1037", severity: "error", place: { file: "quay/scan-b.jpg" } },
    ]);
  });
});
