import { describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../src/model/edition.js";
import { renderArchive, renderEdition, summariseEdition } from "../../src/render/index.js";
import { sampleEditions } from "../publish/published-samples.js";
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
/** What schema.org expects each property to be: a type of its own, or one of the types above. */
const expected: Readonly<Record<string, readonly string[]>> = {
  name: ["Text"],
  url: ["URL"],
  headline: ["Text"],
  alternativeHeadline: ["Text"],
  creditText: ["Text"],
  copyrightNotice: ["Text"],
  datePublished: ["Date"],
  inLanguage: ["Language"],
  isPartOf: ["CreativeWork"],
  hasPart: ["CreativeWork"],
  encoding: ["MediaObject"],
  publisher: ["Organization"],
  locationCreated: ["Place"],
  temporalCoverage: ["Text"],
  pagination: ["Text"],
  pageStart: ["Text", "Integer"],
  pageEnd: ["Text", "Integer"],
  wordCount: ["Integer"],
  dateline: ["Text"],
  printEdition: ["Text"],
  printPage: ["Text"],
  printSection: ["Text"],
  printColumn: ["Text"],
  issueNumber: ["Text", "Integer"],
  contentUrl: ["URL"],
  encodingFormat: ["Text"],
  itemListElement: ["ListItem"],
  position: ["Integer"],
  item: ["URL"],
};
const plain: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === "string" && value.trim() !== "",
  URL: (value) => typeof value === "string" && URL.canParse(value),
  Date: (value) => typeof value === "string" && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value),
  Language: (value) => typeof value === "string" && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value),
  Integer: (value) => Number.isInteger(value),
};
const isKindOf = (type: string | undefined, wanted: string): boolean =>
  type !== undefined && (type === wanted || isKindOf(vocabulary[type]?.is, wanted));
function isExpected(name: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((each) => isExpected(name, each));
  return (expected[name] ?? []).some((wanted) =>
    wanted in plain
      ? plain[wanted]?.(value)
      : typeof value === "object" && isKindOf((value as Json | null)?.["@type"] as string, wanted),
  );
}
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
    ...(isExpected(name, item) ? [] : [`${place}.${name} is no ${expected[name]?.join(" or ")}`]),
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
  it("of the samples holds nothing else either, with the address of the site and without", async () => {
    const columns = new Set<unknown>();
    for (const sample of await sampleEditions())
      for (const place of [site, open().site]) {
        const made = renderEdition(sample, place, []).value.map(({ content }) => String(content));
        for (const html of made.filter((each) => each.includes('<script type="application/ld+json">'))) {
          const [said] = [read(html)].flat() as [Json];
          expect(faultsOf(read(html)), String(said.headline)).toEqual([]);
          columns.add(said.printColumn);
        }
      }
    expect([...columns].sort()).toEqual(["1", "2", "3", "4", undefined]);
  });
  it("would be refused where something is amiss", () => {
    const [article] = read(page("p1-aaaaaa.html")) as [Json];
    for (const spoiled of [
      { printColumn: 2 },
      { wordCount: "21" },
      { datePublished: "29 February 2024" },
      { url: "p1-aaaaaa.html" },
      { isPartOf: { "@type": "Place", name: "here" } },
      { encoding: [] },
      { author: "Ann Page" },
    ])
      expect(faultsOf({ ...article, ...spoiled }), JSON.stringify(spoiled)).not.toEqual([]);
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
