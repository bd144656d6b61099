import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { EditionSummary, SiteContext } from "../../src/model/site.js";
import { writeMonthBooks } from "../../src/publish/epub/month-book.js";
import { unpackChapters } from "../../src/publish/epub/pack-book.js";
import { publishEdition } from "../../src/publish/publish-edition.js";
import { feedWordsFor, nameEdition, summariseEdition } from "../../src/render/index.js";
import { jpeg } from "../made-picture.js";
import { hostile, open, spec } from "../render/made-up.js";
import { setEdition } from "../render/set-edition.js";
import { readXml, textOf, type XmlElement } from "./read-xml.js";

const site: SiteContext = { ...open().site, baseUrl: "https://example.org/p" };
const publish = (edition: ReviewedEdition): Map<string, string | Uint8Array> =>
  new Map(
    publishEdition(edition, site, [], nameEdition(edition)).map(({ path: name, content }) => [name, content]),
  );
const bookOf = (edition: ReviewedEdition): Uint8Array =>
  publish(edition).get(`${edition.info.path}/edition.epub`) as Uint8Array;
const filesOf = (book: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(book)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** A person's article with everything that Markdown can hold, and more than a book should. */
const written = [
  "A *written* paragraph with [a link](https://example.org/?a=1&b=2) and [one beside it](../p2.html).",
  "",
  "![A picture](https://example.org/x.png) <b>raw</b>",
  "",
  "## A head",
  "",
  "1. one",
  "2. two",
  "",
  "```",
  "# code & <code>",
  "```",
].join("\n");
const byHand = (edition: ReviewedEdition): ReviewedEdition => ({
  ...edition,
  assembly: {
    ...edition.assembly,
    articles: edition.assembly.articles.map((article) =>
      article.id === "p1-bbbbbb"
        ? { ...article, handEdited: { file: "articles/x.md", markdown: written } }
        : article,
    ),
  },
});
const edition = byHand(setEdition(spec));
const vertical = ((): ReviewedEdition => {
  const { info, ...rest } = setEdition({ ...spec, slug: "tate", language: "ja", date: "2024-02-01" });
  return {
    ...rest,
    info: { ...info, direction: "vertical" },
    pages: rest.pages.map((page) => ({ ...page, direction: "vertical" })),
  };
})();

/** JPEG, 8 by 12 grey pixels, whole: epubcheck decodes it. */
const wholePicture = Buffer.from(
  [
    "/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/",
    "2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAAR",
    "CAAMAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAA",
    "AAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKEAH//Z",
  ].join(""),
  "base64",
);

const java = spawnSync("java", ["-version"]).status === 0;
const checker = ["/usr/share/java/epubcheck.jar", process.env.EPUBCHECK_JAR ?? ""].find(
  (file) => file !== "" && existsSync(file),
);
const missing = !java ? "no java here" : checker === undefined ? "no epubcheck here" : "";

function check(book: Uint8Array): { status: number | null; said: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-book-"));
  try {
    const file = path.join(folder, "book.epub");
    writeFileSync(file, book);
    const { status, stdout, stderr } = spawnSync(
      "java",
      ["-jar", checker as string, "--failonwarnings", file],
      {
        encoding: "utf8",
      },
    );
    return { status, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const month = (editions: readonly ReviewedEdition[], left: (name: string) => Uint8Array | undefined) => {
  const summaries = editions.map((each): EditionSummary => summariseEdition(each));
  return [...writeMonthBooks(summaries, site, feedWordsFor, left)];
};
const later = ((): ReviewedEdition => ({
  ...edition,
  info: { ...edition.info, date: "2024-02-03", path: "test-times/2024-02-03", introduction: "" },
}))();
const leftBy = (editions: readonly ReviewedEdition[]) => {
  const files = new Map(editions.flatMap((each) => [...publish(each)]));
  return (name: string) => files.get(name) as Uint8Array | undefined;
};

describe.skipIf(missing !== "")(`epubcheck${missing === "" ? "" : ` (${missing})`}`, () => {
  it.each([
    ["hostile words and a person's Markdown", () => bookOf(edition)],
    ["vertical text", () => bookOf(vertical)],
    ["the picture of its first page", () => bookOf({ ...edition, cover: wholePicture })],
    ["a script that runs to the left", () => bookOf(setEdition({ ...spec, slug: "yam", language: "he" }))],
    ["a month", () => month([later, edition], leftBy([later, edition]))[0]?.content as Uint8Array],
  ])(
    "finds nothing in a book with %s",
    (_, make) => {
      const { status, said } = check(make());
      expect(said).toContain("0 fatals / 0 errors / 0 warnings");
      expect(status).toBe(0);
    },
    300_000,
  );
  it("would find something", () => {
    const broken = bookOf(edition).slice();
    broken[30] = 0x78; // the name of the first file
    expect(check(broken).status).not.toBe(0);
  }, 300_000);
});

describe("the book of an edition", () => {
  const files = filesOf(bookOf(edition));
  const read = (name: string): XmlElement => readXml(files.get(name));

  it("begins with its mimetype, stored", () => {
    const book = bookOf(edition);
    expect(strFromU8(book.slice(30, 58))).toBe("mimetypeapplication/epub+zip");
    expect([book[8], book[9]]).toEqual([0, 0]);
  });
  it("has each story once, whole, with its jump closed, in the chapter of the page it begins on", () => {
    const chapters = ["OPS/2024-02-29/p1.xhtml", "OPS/2024-02-29/p2.xhtml"].map(read);
    expect(chapters.map((chapter) => chapter.all("article").map(({ attributes }) => attributes.id))).toEqual([
      ["p1-aaaaaa", "p1-bbbbbb"],
      ["p2-eeeeee", "p2-cccccc", "p2-dddddd"],
    ]);
    const ferry = chapters[0]?.all("article").find(({ attributes }) => attributes.id === "p1-aaaaaa");
    expect(ferry?.all("p").map(textOf)).toContain(
      "EASTPORT — The ferry sails on Monday, and it sails again on Friday.",
    );
    expect(textOf(ferry)).not.toContain("See FERRY");
    // It goes on on page 2, which says so and leads back.
    const links = chapters[1]?.all("a").map(({ attributes }) => attributes.href);
    expect(links).toContain("p1.xhtml#p1-aaaaaa");
  });
  it("keeps a mark whose other half was not found", () => {
    expect(textOf(read("OPS/2024-02-29/p2.xhtml"))).toContain("From Page 1, column 3");
  });
  it("has the picture of its first page as its cover where there is one, else one that is drawn", () => {
    const coverOf = (book: Uint8Array) => {
      const held = unzipSync(book);
      const opf = readXml(strFromU8(held["OPS/package.opf"] as Uint8Array));
      const [item] = opf.all("item").filter(({ attributes }) => attributes.properties === "cover-image");
      const page = readXml(strFromU8(held["OPS/cover.xhtml"] as Uint8Array));
      const [shown] = page.all("img").map(({ attributes }) => attributes.src);
      return {
        names: [item?.attributes.href, shown],
        type: item?.attributes["media-type"],
        bytes: held[`OPS/${shown}`],
        others: Object.keys(held).filter((name) => /cover\.(?:jpg|svg)$/.test(name)).length,
      };
    };
    const picture = jpeg(90, 120);
    expect(coverOf(bookOf({ ...edition, cover: picture }))).toEqual({
      names: ["cover.jpg", "cover.jpg"],
      type: "image/jpeg",
      bytes: new Uint8Array(picture),
      others: 1,
    });
    const drawn = coverOf(bookOf(edition));
    expect([drawn.names, drawn.type, drawn.others]).toEqual([["cover.svg", "cover.svg"], "image/svg+xml", 1]);
  });
  it("holds hostile words as words", () => {
    const all = [...files].filter(([name]) => name.endsWith(".xhtml"));
    for (const [name, text] of all) {
      expect(readXml(text).all("script"), name).toEqual([]);
      expect(
        readXml(text)
          .all("img")
          .filter(({ attributes }) => attributes.src !== "cover.svg"),
      ).toEqual([]);
    }
    expect(textOf(read("OPS/2024-02-29/p2.xhtml"))).toContain(hostile);
  });
  it("takes a person's Markdown without what leads nowhere in a book", () => {
    const article = read("OPS/2024-02-29/p1.xhtml")
      .all("article")
      .find(({ attributes }) => attributes.id === "p1-bbbbbb");
    expect(article?.all("em").map(textOf)).toEqual(["written"]);
    expect(article?.all("a").map(({ attributes }) => attributes.href)).toEqual([
      "https://example.org/?a=1&b=2",
    ]);
    expect(textOf(article)).toContain("one beside it");
    expect(textOf(article)).toContain("A picture");
    expect(article?.all("code").map(textOf)).toEqual(["# code & <code>\n"]);
  });
  it("lists its pages and its stories", () => {
    const [contents, printed] = read("OPS/nav.xhtml").all("nav");
    expect(contents?.attributes["epub:type"]).toBe("toc");
    expect(contents?.all("a").map(({ attributes }) => attributes.href)).toContain(
      "2024-02-29/p1.xhtml#p1-aaaaaa",
    );
    expect(printed?.attributes["epub:type"]).toBe("page-list");
    expect(printed?.all("a").map(({ attributes }) => attributes.href)).toEqual([
      "2024-02-29/p1.xhtml#page",
      "2024-02-29/p2.xhtml#page",
    ]);
  });
  it("says who it is, and says it again the next time", () => {
    const metadata = (book: ReviewedEdition) =>
      readXml(filesOf(bookOf(book)).get("OPS/package.opf")).all("metadata")[0];
    const id = (book: ReviewedEdition) => textOf(metadata(book)?.all("dc:identifier")[0]);
    expect(id(edition)).toMatch(/^urn:uuid:/);
    expect(id(setEdition(spec))).toBe(id(edition));
    expect(id(later)).not.toBe(id(edition));
    const meta = new Map(
      metadata(edition)
        ?.all("meta")
        .map((each) => [each.attributes.property, textOf(each)]),
    );
    expect(meta.get("dcterms:modified")).toBe("2024-02-29T00:00:00Z");
    for (const property of [
      "accessMode",
      "accessModeSufficient",
      "accessibilityFeature",
      "accessibilityHazard",
      "accessibilitySummary",
    ])
      expect(meta.get(`schema:${property}`)).toBeTruthy();
    expect(textOf(metadata(edition)?.all("dc:title")[0])).toBe(
      "The Test <Times>, Thursday, 29 February 2024",
    );
  });
  it("turns its leaves to the left where the text is vertical", () => {
    const turn = (book: ReviewedEdition) =>
      readXml(filesOf(bookOf(book)).get("OPS/package.opf")).all("spine")[0]?.attributes[
        "page-progression-direction"
      ];
    const hebrew = setEdition({ ...spec, slug: "yam", language: "he" });
    expect([turn(edition), turn(vertical), turn(hebrew)]).toEqual(["ltr", "rtl", "rtl"]);
    const [body] = readXml(filesOf(bookOf(vertical)).get("OPS/2024-02-01/p1.xhtml")).all("body");
    expect(body?.attributes.class).toBe("vertical");
  });
});

describe("the book of a month", () => {
  it("is bound of what its editions left, by date, whatever order they came in", () => {
    const left = leftBy([edition, later]);
    const [one] = month([edition, later], left);
    const [other] = month([later, edition], left);
    expect(one?.path).toBe("test-times/2024-02.epub");
    expect(one?.content).toEqual(other?.content);
    const files = filesOf(one?.content as Uint8Array);
    const own = filesOf(bookOf(later));
    expect(files.get("OPS/2024-02-03/p1.xhtml")).toBe(own.get("OPS/2024-02-03/p1.xhtml"));
    const spine = readXml(files.get("OPS/package.opf"))
      .all("itemref")
      .map(({ attributes }) => attributes.idref);
    expect(spine).toEqual(["cover", "nav", "e1-p1", "e1-p2", "e2-introduction", "e2-p1", "e2-p2"]);
  });
  it("leaves out an edition whose book is missing or is none", () => {
    const left = leftBy([edition, later]);
    for (const broken of [
      undefined,
      new Uint8Array([1, 2, 3]),
      new TextEncoder().encode("PK\u0003\u0004 no zip"),
    ]) {
      const [only] = month([edition, later], (name) =>
        name.startsWith(later.info.path) ? broken : left(name),
      );
      const parts = [...filesOf(only?.content as Uint8Array).keys()].filter((name) =>
        name.endsWith("p1.xhtml"),
      );
      expect(parts).toEqual(["OPS/2024-02-29/p1.xhtml"]);
    }
    expect(month([edition], () => undefined)).toEqual([]);
  });
  it("is named where nothing is being written, so that a dry run can count it", () => {
    const summaries = [edition, later].map((each) => summariseEdition(each));
    const named = [...writeMonthBooks(summaries, site, feedWordsFor, undefined)];
    expect(named).toEqual([{ path: "test-times/2024-02.epub", content: "" }]);
  });
  it("takes nothing from a book but chapters of ours", () => {
    const names = [...(unpackChapters(bookOf(edition)) ?? new Map()).keys()];
    expect(names.sort()).toEqual([
      "2024-02-29/introduction.xhtml",
      "2024-02-29/p1.xhtml",
      "2024-02-29/p2.xhtml",
    ]);
  });
});

describe("the bytes of a book", () => {
  it("are the same wherever it is made", () => {
    const script = `
      const { packBook } = await import(${JSON.stringify(path.resolve("lib/publish/epub/pack-book.js"))});
      process.stdout.write(Buffer.from(packBook(new Map([["a.xhtml", "a".repeat(999)]]))).toString("base64"));`;
    const made = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia"].map(
      (zone) =>
        spawnSync(process.execPath, ["--input-type=module", "-e", script], {
          env: { ...process.env, TZ: zone },
          encoding: "utf8",
        }).stdout,
    );
    expect(made[0]?.length).toBeGreaterThan(200);
    expect(new Set(made).size).toBe(1);
  });
});
