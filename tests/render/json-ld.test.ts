import { describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../src/model/edition.js";
import { renderArchive, renderEdition, summariseEdition } from "../../src/render/index.js";
import { hostile, open, spec } from "./made-up.js";
import { setEdition } from "./set-edition.js";

/** Of schema.org's vocabulary (version 29): the types that are used, what each is a kind of, and the properties used of it. */
const vocabulary: Readonly<Record<string, { readonly is?: string; readonly has: readonly string[] }>> = {
  Thing: { has: ["name", "url", "image", "description"] },
  CreativeWork: {
    is: "Thing",
    has: "headline alternativeHeadline creditText copyrightNotice datePublished inLanguage isPartOf hasPart encoding publisher locationCreated temporalCoverage".split(
      " ",
    ),
  },
  Article: { is: "CreativeWork", has: ["pagination", "pageStart", "pageEnd", "wordCount"] },
  NewsArticle: {
    is: "Article",
    has: ["dateline", "printEdition", "printPage", "printSection", "printColumn"],
  },
  CreativeWorkSeries: { is: "CreativeWork", has: [] },
  Periodical: { is: "CreativeWorkSeries", has: [] },
  Newspaper: { is: "Periodical", has: [] },
  PublicationIssue: { is: "CreativeWork", has: ["issueNumber", "pagination", "pageStart", "pageEnd"] },
  MediaObject: { is: "CreativeWork", has: ["contentUrl", "encodingFormat"] },
  Organization: { is: "Thing", has: [] },
  Place: { is: "Thing", has: [] },
  ItemList: { is: "Thing", has: ["itemListElement"] },
  BreadcrumbList: { is: "ItemList", has: [] },
  ListItem: { is: "Thing", has: ["position", "item"] },
};
const propertiesOf = (type: string | undefined): string[] =>
  type === undefined ? [] : [...(vocabulary[type]?.has ?? []), ...propertiesOf(vocabulary[type]?.is)];

type Json = Readonly<Record<string, unknown>>;
/** Types and properties that the vocabulary does not have, and values that say nothing. */
function faultsOf(value: unknown, place = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => faultsOf(item, `${place}[${index}]`));
  if (value === null || value === undefined || value === "") return [`${place} is empty`];
  if (typeof value !== "object") return [];
  const { "@context": _, "@type": type, ...rest } = value as Json;
  if (typeof type !== "string" || !(type in vocabulary)) return [`${place} is a ${String(type)}`];
  const known = propertiesOf(type);
  return Object.entries(rest).flatMap(([name, item]) => [
    ...(known.includes(name) ? [] : [`${place}.${name} is nothing of a ${type}`]),
    ...faultsOf(item, `${place}.${name}`),
  ]);
}

const { site } = open({ baseUrl: "https://example.org/p" });
const edition: ReviewedEdition = setEdition({
  ...spec,
  pages: [
    { number: 1, folio: "A1", section: "News" },
    { number: 2, folio: "B7", section: hostile },
  ],
} as typeof spec);
const files = renderEdition(edition, site, []).value;
const page = (name: string): string =>
  String(files.find(({ path }) => path === `${edition.info.path}/${name}`)?.content);
function read(html: string): unknown {
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json);
}

describe("JSON-LD", () => {
  it("holds only what schema.org knows, on every page that has it", () => {
    const summaries = [summariseEdition(edition)];
    const all = [...files, ...renderArchive(summaries, site)]
      .map(({ content }) => String(content))
      .filter((html) => html.includes('<script type="application/ld+json">'));
    expect(all.length).toBe(2 + edition.assembly.articles.length);
    for (const html of all) expect(faultsOf(read(html))).toEqual([]);
  });
  it("says of a story where it was printed, and of what it is part", () => {
    const [article, trail] = read(page("p1-aaaaaa.html")) as [Json, Json];
    expect(article).toMatchObject({
      "@type": "NewsArticle",
      headline: "A ferry for the winter and a bell for the fog",
      alternativeHeadline: "Tickets go on sale in May",
      dateline: "EASTPORT —",
      printEdition: "7",
      printPage: ["A1", "B7"],
      printSection: ["News", hostile],
      pagination: "1, 2",
      wordCount: 21,
      isPartOf: { "@type": "PublicationIssue", issueNumber: "7", isPartOf: { "@type": "Newspaper" } },
    });
    expect((trail.itemListElement as Json[]).map(({ item }) => item)).toEqual([
      "https://example.org/p/test-times/index.html",
      "https://example.org/p/test-times/2024-02-29/index.html",
      "https://example.org/p/test-times/2024-02-29/p1-aaaaaa.html",
    ]);
  });
  it("counts no words where none are set apart", () => {
    const chinese = setEdition({
      ...spec,
      language: "zh-Hans",
      stories: [{ id: "p1-zzzzzz", pieces: [{ page: 1, kind: "paragraph", text: "预计5G用户达1.2万" }] }],
    });
    const html = String(
      renderEdition(chinese, site, []).value.find(({ path }) => path.endsWith("p1-zzzzzz.html"))?.content,
    );
    expect((read(html) as Json[])[0]).not.toHaveProperty("wordCount");
  });
  it("lists the stories of an issue, and the days of a newspaper", () => {
    const [issue] = read(page("index.html")) as [Json];
    expect((issue.hasPart as Json[]).map(({ url }) => url)).toContain(
      "https://example.org/p/test-times/2024-02-29/p1-aaaaaa.html",
    );
    const archive = renderArchive([summariseEdition(edition)], site).find(
      ({ path }) => path === "test-times/index.html",
    );
    expect(read(String(archive?.content))).toMatchObject({
      "@type": "Newspaper",
      temporalCoverage: "2024-02-29",
    });
  });
});

describe("previews of links", () => {
  it("have a title, words and an address", () => {
    const html = page("p1-aaaaaa.html");
    expect(html).toContain(
      '<meta name="description" content="The ferry sails on Monday, and it sails again on Friday.">',
    );
    expect(html).toContain(
      '<meta property="og:title" content="A ferry for the winter and a bell for the fog">',
    );
    expect(html).toContain(
      '<meta property="og:url" content="https://example.org/p/test-times/2024-02-29/p1-aaaaaa.html">',
    );
    expect(html).not.toContain("og:image");
  });
  it("have the picture of the page where it is small enough", () => {
    const withScan = (width: number): string => {
      const scan = { file: "1.jpg", kind: "jpeg", width, height: 1500, takesBoxes: false } as const;
      const scanned = { ...edition, pages: edition.pages.map((each) => ({ ...each, scan })) };
      return String(
        renderEdition(scanned, site, []).value.find(({ path }) => path.endsWith("p1-aaaaaa.html"))?.content,
      );
    };
    expect(withScan(1000)).toContain(
      '<meta property="og:image" content="https://example.org/p/test-times/2024-02-29/p1.jpg">',
    );
    expect(withScan(9000)).not.toContain("og:image");
  });
});
