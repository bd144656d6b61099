/** Zotero knows a story for a newspaper article and an edition for a document, with all that it can keep of them. */
import { describe, expect, it } from "vitest";
import type { SiteFile } from "../../../src/model/job.js";
import { renderEdition } from "../../../src/render/index.js";
import { open, spec } from "../made-up.js";
import { setEdition } from "../set-edition.js";
import { readAsZotero } from "./zotero-rules.js";

const made = setEdition({
  ...spec,
  title: "The Test Times",
  pages: [
    { number: 1, folio: "Page A1", section: "Harbour" },
    { number: 2, folio: "Page A4" },
  ],
});
const edition = {
  ...made,
  info: {
    ...made.info,
    rights: "CC0",
    newspaper: { ...made.info.newspaper, place: "Eastport", publisher: "Tide Press" },
  },
};
const filesAt = (baseUrl?: string): readonly SiteFile[] =>
  renderEdition(edition, open(baseUrl === undefined ? {} : { baseUrl }).site, []).value;
const read = (name: string, files = filesAt("https://papers.example.org/old")) => {
  const file = files.find(({ path }) => path.endsWith(`/${name}`));
  return readAsZotero(String(file?.content), `file:///site/${file?.path}`);
};

describe("Zotero", () => {
  it("reads a jumped story with all its fields", () => {
    expect(read("p1-aaaaaa.html")).toEqual({
      itemType: "newspaperArticle",
      creators: ["Ann Page"],
      fields: {
        title: "A ferry for the winter and a bell for the fog",
        publicationTitle: "The Test Times",
        place: "Eastport",
        date: "2024-02-29",
        section: "Harbour",
        pages: "A1, A4",
        language: "en",
        rights: "CC0",
        url: "https://papers.example.org/old/test-times/2024-02-29/p1-aaaaaa.html",
      },
    });
  });
  it("invents no author where the byline does not surely name one", () => {
    const [story] = spec.stories;
    const by = (text: string) =>
      setEdition({
        ...spec,
        stories: [
          {
            ...story,
            id: "p1-aaaaaa",
            pieces: (story?.pieces ?? []).map((piece) =>
              piece.kind === "byline" ? { ...piece, text } : piece,
            ),
          },
        ],
      });
    const files = renderEdition(by("By a Staff Correspondent"), open().site, []).value;
    expect(read("p1-aaaaaa.html", files).creators).toEqual([]);
    expect(read("p1-aaaaaa.html", renderEdition(by("By Ann Page"), open().site, []).value).creators).toEqual([
      "Ann Page",
    ]);
  });
  it("takes the page's own address where the site has none", () => {
    expect(read("p1-aaaaaa.html", filesAt()).fields.url).toBe(
      "file:///site/test-times/2024-02-29/p1-aaaaaa.html",
    );
  });
  it("reads an edition's front as a document", () => {
    expect(read("index.html")).toEqual({
      itemType: "document",
      creators: [],
      fields: {
        title: "The Test Times, No. 7, 2024-02-29",
        publisher: "Tide Press",
        date: "2024-02-29",
        language: "en",
        rights: "CC0",
        url: "https://papers.example.org/old/test-times/2024-02-29/index.html",
      },
    });
  });
  it("would make a journal article of a page with citation_journal_title: the model sees the trap", () => {
    const html = `<meta name="z:itemType" content="newspaperArticle"><meta name="citation_journal_title" content="T">`;
    expect(readAsZotero(html, "").itemType).toBe("journalArticle");
    for (const { content } of filesAt())
      expect(String(content)).not.toMatch(/name="citation_(journal_)?title"/);
  });
});
