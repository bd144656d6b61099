import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../src/markdown/front-matter.js";
import { readBody } from "../../src/markdown/read-article.js";
import { deepenHeadings } from "../../src/markdown/write-story.js";
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { SiteContext } from "../../src/model/site.js";
import { publishEdition } from "../../src/publish/publish-edition.js";
import { nameEdition, renderEdition } from "../../src/render/index.js";
import { hostile, open, spec } from "../render/made-up.js";
import { setEdition } from "../render/set-edition.js";

const site: SiteContext = { ...open().site, baseUrl: "https://example.org/p" };
const publish = (edition: ReviewedEdition): Map<string, string> =>
  new Map(
    publishEdition(edition, site, [], nameEdition(edition)).map(({ path, content }) => [
      path.slice(edition.info.path.length + 1),
      String(content),
    ]),
  );
const made = publish(setEdition(spec));

describe("a story as plain text", () => {
  it("is head, body and where it was printed, with the jump closed", () => {
    expect(made.get("p1-aaaaaa.txt")).toBe(
      [
        "HARBOUR\nA ferry for the winter\nand a bell for the fog\nTickets go on sale in May",
        "By Ann Page",
        "EASTPORT — The ferry sails on Monday, and it sails again on Friday.",
        "The bell",
        "A bell is rung when there is fog.",
        `— The Test <Times>, Thursday, 29 February 2024, No. 7, Page 1 · ${hostile}\nhttps://example.org/p/test-times/2024-02-29/p1-aaaaaa.html\nCC0\n`,
      ].join("\n\n"),
    );
  });
  it("keeps a mark that leads to what was not found", () => {
    expect(made.get("p1-bbbbbb.txt")).toContain("\n\nContinued on Page 4\n\n");
  });
});

describe("an edition whose stories are to have no texts of their own", () => {
  it("has its own text, its book and no file of a story, and its pages offer none", () => {
    const plain = setEdition(spec);
    const edition: ReviewedEdition = { ...plain, info: { ...plain.info, storyTexts: false } };
    const texts = (files: Map<string, string>) =>
      [...files.keys()].filter((name) => /\.(?:txt|md)$/.test(name));
    expect(texts(publish(edition))).toEqual(["edition.txt", "edition.md"]);
    expect(texts(made).length).toBeGreaterThan(10);
    expect(publish(edition).get("edition.txt")).toBe(made.get("edition.txt"));
    expect(publish(edition).has("edition.epub")).toBe(true);
    const page = (each: ReviewedEdition) =>
      String(
        renderEdition(each, site, []).value.find(({ path }) => path.endsWith("/p1-aaaaaa.html"))?.content,
      );
    expect(page(plain)).toContain("p1-aaaaaa.txt");
    expect(page(edition)).not.toMatch(/p1-aaaaaa\.(?:txt|md)|"encoding":\[\]/);
    expect(page(edition)).toContain("edition.epub");
  });
});

describe("a story as Markdown", () => {
  it("comes back as it was, hostile words too", () => {
    const { data, body } = splitFrontMatter(made.get("p1-bbbbbb.md") ?? "");
    expect(data).toMatchObject({
      id: "p1-bbbbbb",
      newspaper: "The Test <Times>",
      date: "2024-02-29",
      pages: ["1"],
    });
    const parts = readBody(body).map(({ text }) => text);
    expect(parts).toContain(hostile);
    expect(parts).toContain(`${hostile} - [note]: <!-- hidden --> * a_b*`);
    expect(body).not.toMatch(/^<|[^\\]<script/m);
  });
  it("says where it stands", () => {
    expect(made.get("p1-aaaaaa.md")).toContain(
      "source: https://example.org/p/test-times/2024-02-29/p1-aaaaaa.html",
    );
  });
});

describe("the whole edition", () => {
  const order = (text: string): number[] =>
    ["The ferry sails", "and that was the end of it."].map((words) => text.indexOf(words));
  it("has every story once, page by page, in both forms", () => {
    for (const name of ["edition.txt", "edition.md"]) {
      const text = made.get(name) ?? "";
      const [ferry = -1, end = -1] = order(text);
      expect(ferry).toBeGreaterThan(0);
      expect(end).toBeGreaterThan(ferry);
      expect(text.split("A bell is rung when there is fog.")).toHaveLength(2);
    }
    expect(made.get("edition.md")).toContain("\n### A ferry for the winter and a bell for the fog\n");
    expect(made.get("edition.md")).toContain("\n#### The bell\n");
  });
});

describe("deepenHeadings", () => {
  it("leaves code alone, and stops at six", () => {
    const markdown = "# a\n\n```\n# b\n```\n\n##### c\n\n#d\n\n~~~~\n~~~\n# e\n~~~~\n# f";
    expect(deepenHeadings(markdown, 2)).toBe(
      "### a\n\n```\n# b\n```\n\n###### c\n\n#d\n\n~~~~\n~~~\n# e\n~~~~\n### f",
    );
  });
});
