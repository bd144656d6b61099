/** Every feed against the rules of its format, with what may be said of an edition, and that its ids stay what they are. */
import { beforeAll, describe, expect, it } from "vitest";
import type { EditionSummary, SiteContext } from "../../../src/model/site.js";
import { writeFeeds } from "../../../src/publish/feeds/index.js";
import { feedWordsFor, summariseEdition } from "../../../src/render/index.js";
import { hostile, spec } from "../../render/made-up.js";
import { setEdition } from "../../render/set-edition.js";
import { sampleEditions, siteAt } from "../published-samples.js";
import { readXml, textOf } from "../read-xml.js";
import { atomFaults, rssFaults } from "./feed-rules.js";

let samples: EditionSummary[] = [];
beforeAll(async () => {
  samples = (await sampleEditions()).map((edition) => summariseEdition(edition));
});
const made = summariseEdition(setEdition(spec));
const strange = (): EditionSummary[] => [
  { ...made, title: hostile, publisher: hostile, number: hostile },
  { ...made, path: "test-times/1620-01-05", date: "1620-01-05", headlines: [] },
  { ...made, path: "test-times/2024-02-29-2" },
  { ...made, path: "test-times/undated", date: undefined } as unknown as EditionSummary,
  { ...made, path: "test-times/no-day", date: "2023-02-30", language: "und" },
];
const base = "https://papers.example.org/old";
const sites: readonly SiteContext[] = [
  siteAt(),
  siteAt(base),
  { ...siteAt(base), asOf: "2024-09-19" },
  { ...siteAt(), asOf: "2049-02-28" },
];
const feedsOf = (editions: readonly EditionSummary[], site: SiteContext) =>
  writeFeeds(editions, site, feedWordsFor)
    .filter(({ path }) => path.endsWith(".xml"))
    .map(({ path, content }) => [path, String(content)] as const);
const faultsOf = ([path, text]: readonly [string, string]) =>
  path.endsWith("rss.xml") ? rssFaults(text) : atomFaults(text);

describe("feeds", () => {
  it("keep to RFC 4287 and RSS 2.0: of the samples, of strange editions, of many, of none", () => {
    const many = Array.from({ length: 120 }, (_, at) => ({ ...made, path: `test-times/e${at}` }));
    const seen = new Set<string>();
    for (const site of sites)
      for (const editions of [samples, strange(), many, []])
        for (const feed of feedsOf(editions, site)) {
          expect(faultsOf(feed), feed[0]).toEqual([]);
          seen.add(feed[0]);
        }
    expect([...seen]).toEqual(
      expect.arrayContaining(["feed.xml", "rss.xml", "test-times/rss.xml", "test-times/on-this-day.xml"]),
    );
  });

  it("would not, where something is amiss", () => {
    const feeds = new Map(feedsOf(strange(), { ...siteAt(base), asOf: "2049-02-28" }));
    const [atom = "", rss = ""] = ["test-times/feed.xml", "test-times/rss.xml"].map((path) =>
      feeds.get(path),
    );
    const spoiled = (text: string, from: string | RegExp, to: string): string[] => {
      const other = text.replace(from, to);
      expect(other).not.toBe(text);
      return text === rss ? rssFaults(other) : atomFaults(other);
    };
    for (const [from, to] of [
      [/<link rel="self"[^>]*>/, ""],
      [/ {2}<updated>.*?<\/updated>\n/, ""],
      ["<updated>2024-02-29T", "<updated>2024-02-30T"],
      [/(<feed[\s\S]*?)T00:00:00Z/, "$1"],
      [/<author>.*?<\/author>/, ""],
      [/<entry>\s*<id>.*?<\/id>/, `<entry><id>${base}/test-times/1620-01-05/index.html</id>`],
      [/<id>.*?<\/id>/, "<id>feed.xml</id>"],
      [/<id>https/, "<id>HTTPS"],
      [/<title>.*?<\/title>/, "<title> </title>"],
      ["<summary", "<b>x</b><summary"],
    ] as const)
      expect(spoiled(atom, from, to), String(from)).not.toEqual([]);
    for (const [from, to] of [
      ["Thu, 29 Feb", "Fri, 29 Feb"],
      [/<atom:link[^>]*>/, ""],
      [/<guid[^>]*>.*?<\/guid>/, '<guid isPermaLink="true">a</guid>'],
      [/<link>.*?<\/link>/, "<link>index.html</link>"],
      [/<description>.*?<\/description>/, ""],
      ['version="2.0"', 'version="0.91"'],
    ] as const)
      expect(spoiled(rss, from, to), String(from)).not.toEqual([]);
  });

  it("keep the id of an edition whatever else is published, and whatever is corrected in it", () => {
    const idsOf = (editions: readonly EditionSummary[], site: SiteContext) =>
      new Map(
        readXml(new Map(feedsOf(editions, site)).get("test-times/feed.xml"))
          .all("entry")
          .map((entry) => [textOf(entry.all("updated")[0]), textOf(entry.all("id", 1)[0])]),
      );
    const earlier = { ...made, path: "test-times/2023-01-01", date: "2023-01-01" };
    for (const site of [siteAt(), siteAt(base)]) {
      const before = idsOf([made], site).get("2024-02-29T00:00:00Z");
      expect(before).toBeTruthy();
      const corrected = { ...made, title: "Another", headlines: [], number: "8" };
      const after = idsOf([earlier, corrected], site);
      expect(after.get("2024-02-29T00:00:00Z")).toBe(before);
      expect(after.get("2023-01-01T00:00:00Z")).not.toBe(before);
    }
  });

  it("say where they are, by their whole address where that is known", () => {
    for (const site of sites)
      for (const [path, text] of feedsOf(samples, site)) {
        const [self] = readXml(text)
          .all(path.endsWith("rss.xml") ? "atom:link" : "link")
          .filter(({ attributes }) => attributes.rel === "self");
        const own = path.slice(path.lastIndexOf("/") + 1);
        expect(self?.attributes.href).toBe(site.baseUrl === undefined ? own : `${base}/${path}`);
      }
  });
});
