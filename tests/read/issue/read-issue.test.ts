/** An edition that a library's issue file describes: its pages, its particulars, its articles. */
import { describe, expect, it } from "vitest";
import { wordDiagnostic, wordedCodes } from "../../../src/model/diagnostic-words.js";
import type { SourceFile } from "../../../src/model/job.js";
import { linesOf } from "../../../src/model/page.js";
import { readEdition } from "../../../src/read/index.js";
import { fileOf, files, metsOf, physical } from "../mets/small-issue.js";
import { harbourFiles, harbourMets, pageOne, pageTwo } from "./harbour-post.js";

const header = (text: string): SourceFile => fileOf(`---\n${text}\n---\n`, "edition.md");
function read(list: readonly SourceFile[], newspaper?: string) {
  const { value, diagnostics } = readEdition({
    folder: "in/box",
    files: list,
    ...(newspaper ? { newspaper: fileOf(`---\n${newspaper}\n---\n`, "../newspaper.md") } : {}),
  });
  for (const diagnostic of diagnostics) {
    expect(wordedCodes()).toContain(diagnostic.code);
    expect(JSON.stringify(wordDiagnostic(diagnostic))).not.toMatch(/\{[a-z]+[|}]/);
  }
  return {
    ...value,
    // Without the note of how each file was recognised, which every file that is read has.
    told: diagnostics
      .filter(({ code }) => code !== "JL1009")
      .map(({ code, severity, place }) => `${code} ${severity} ${place.file}`),
    outline: value.pages.map(({ number, file, folio }) => [number, file, folio]),
  };
}
const both = [
  [1, "ALTO/0001.xml", undefined],
  [2, "ALTO/0002.xml", "12"],
];

describe("pages of an issue file", () => {
  it("are those it names, in its order, under its numbers and printed names", () => {
    const { outline, pages, told } = read(harbourFiles().reverse());
    expect(outline).toEqual(both);
    expect(pages.map(({ image }) => image)).toEqual(["images/0001.jpg", undefined]);
    expect(told).toEqual([]);
  });

  it("are found by name where their path is another", () => {
    const list = [
      fileOf(harbourMets(["https://example.org/a/0001.xml?x=1", "../up/0002.xml"]), "x.xml"),
      fileOf(pageOne, "deep/er/0001.xml"),
      fileOf(pageTwo, "0002.xml"),
    ];
    expect(read(list).outline).toEqual([
      [1, "deep/er/0001.xml", undefined],
      [2, "0002.xml", "12"],
    ]);
  });

  it("leave alone what it does not name", () => {
    const extra = [fileOf("<articletext/>", "a_articletext.xml"), fileOf("about", "README.txt")];
    const { outline, told } = read([...extra, ...harbourFiles()]);
    expect(outline).toEqual(both);
    expect(told).toEqual(["JL1028 info in/box/a_articletext.xml", "JL1021 info in/box/README.txt"]);
  });

  it("keep their numbers where one is missing, which is said", () => {
    const { outline, told } = read(harbourFiles().filter(({ path }) => path !== "ALTO/0001.xml"));
    expect(outline).toEqual([[2, "ALTO/0002.xml", "12"]]);
    expect(told).toEqual([
      "JL1034 warning in/box/post-mets.xml",
      // Its articles point at the page that is not here.
      "JL1073 warning in/box/post-mets.xml",
    ]);
  });

  it("are told by their names where it names none that is here", () => {
    const mets = harbourFiles().slice(0, 1);
    const { outline, told } = read([...mets, fileOf("Some text.", "pages/01.txt")]);
    expect(outline).toEqual([[1, "pages/01.txt", undefined]]);
    expect(told.filter((said) => said.startsWith("JL1035"))).toEqual(["JL1035 warning in/box/post-mets.xml"]);
  });

  it("are numbered anew where its numbers are a volume's or all the same", () => {
    for (const orders of [
      [0, 0],
      [5, 5],
      [2101, 2102],
    ]) {
      const pages = orders
        .map(
          (order, at) => `<mets:div TYPE="PAGE" ORDER="${order}"><mets:fptr FILEID="T${at + 1}"/></mets:div>`,
        )
        .join("");
      const mets = metsOf(
        files([
          ["T1", "text/xml", "ALTO/0001.xml"],
          ["T2", "text/xml", "ALTO/0002.xml"],
        ]) + physical(pages),
      );
      const { outline } = read([fileOf(mets, "m.xml"), ...harbourFiles().slice(1)]);
      expect(outline.map(([number]) => number)).toEqual([1, 2]);
    }
  });

  it("give way to a list in edition.md", () => {
    const list = header("pages:\n  - file: ALTO/0002.xml\n    number: 7");
    const { outline, library, info } = read([list, ...harbourFiles()]);
    expect(outline).toEqual([[7, "ALTO/0002.xml", undefined]]);
    expect(info.newspaper.title).toBe("The Harbour Post");
    expect(library?.items.map(({ id }) => id)).toEqual(["road", "tax2"]);
  });

  it("are of one issue file; another is reported", () => {
    const [mets, ...pages] = harbourFiles();
    const { outline, told } = read([
      fileOf("<didl:DIDL xmlns:didl='x'/>", "z.xml"),
      mets as SourceFile,
      ...pages,
    ]);
    expect(outline).toEqual(both);
    expect(told).toContain("JL1033 warning in/box/z.xml");
  });
});

describe("what an issue file says of the issue", () => {
  it("fills what nobody wrote, and is listed as inferred", () => {
    const { info } = read(harbourFiles());
    expect(info).toMatchObject({
      newspaper: { title: "The Harbour Post", publisher: "Ann Fairway" },
      date: "1891-02-17",
      language: "en",
      rights: "Public domain",
    });
    expect(info.inferred.filter(({ from }) => from === "the METS file").map(({ field }) => field)).toEqual([
      "newspaper",
      "date",
      "language",
      "rights",
      "publisher",
      "segmentation",
    ]);
  });

  it("gives way to what a person wrote", () => {
    const written = header("date: 1891-02-18\nrights: Ours");
    const { info } = read([written, ...harbourFiles()], "title: The Post\nlanguage: de\nsegmentation: ours");
    expect(info).toMatchObject({
      newspaper: { title: "The Post" },
      date: "1891-02-18",
      language: "de",
      rights: "Ours",
    });
    expect(info.inferred.map(({ field }) => field)).toEqual(["publisher"]);
  });

  it("is not taken where it makes no sense", () => {
    const [mets, ...pages] = harbourFiles();
    const odd = new TextDecoder().decode(mets?.bytes).replace(">eng<", ">en-x<");
    const { info, told } = read([fileOf(odd, "m.xml"), ...pages]);
    expect([info.language, told]).toEqual(["en", []]);
  });
});

describe("the library's articles", () => {
  it("travel with the edition, on the lines of its pages", () => {
    const { library, pages } = read(harbourFiles());
    expect(library).toMatchObject({ use: "source", file: "post-mets.xml" });
    const texts = new Map(pages.flatMap(linesOf).map(({ id, original }) => [id, original]));
    const road = library?.items.find(({ id }) => id === "road");
    expect(road).toMatchObject({ type: "article", label: "Road to the mill" });
    expect(road?.parts.map(({ role, lines }) => [role, lines.length, texts.get(lines[0] as never)])).toEqual([
      ["headline", 1, "ROAD TO THE MILL IS MENDED"],
      ["paragraph", 5, "The council has mended the road to the old"],
    ]);
  });

  it("count as edition.md or newspaper.md says", () => {
    expect(read([header("segmentation: ours"), ...harbourFiles()]).library).toBeUndefined();
    const compared = read(harbourFiles(), "segmentation: compare");
    expect(compared.library?.use).toBe("compare");
    expect(compared.info.inferred.map(({ field }) => field)).not.toContain("segmentation");
    expect(read([header("segmentation: theirs"), ...harbourFiles()]).told).toEqual([
      "JL1012 error in/box/edition.md",
    ]);
  });

  it("are missed where they were asked for", () => {
    const asked = header("segmentation: source\ndate: 1891-02-17\nlanguage: en");
    const plain = read([asked, fileOf("Some words of a page.", "01.txt")]);
    expect([plain.library, plain.told]).toEqual([undefined, ["JL1036 warning in/box/edition.md"]]);
    const without = read(harbourFiles(" "));
    expect([without.library, without.told]).toEqual([undefined, ["JL1072 info in/box/post-mets.xml"]]);
  });
});
