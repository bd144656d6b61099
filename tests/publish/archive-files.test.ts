import { describe, expect, it } from "vitest";
import type { EditionSummary, SiteContext } from "../../src/model/site.js";
import { writeFeed } from "../../src/publish/feed.js";
import { writeSitemap } from "../../src/publish/sitemap.js";
import { escapeXml } from "../../src/publish/xml.js";

const site = (baseUrl?: string): SiteContext => ({
  ...(baseUrl === undefined ? {} : { baseUrl }),
  assets: { stylesheet: "a.css", script: "a.js", early: "e.js", search: "assets/search.js" },
  writeTemplate: () => "",
  editions: [],
});
const edition = (date: string | undefined, title = "The <Times> & more"): EditionSummary => ({
  path: `times/${date ?? "undated"}`,
  newspaper: "times",
  title,
  ...(date === undefined ? {} : { date }),
  language: "en",
  direction: "horizontal",
  pages: [{ number: 1, file: "p1.html" }],
  headlines: [{ text: "Bell \u0008 & fog", page: 1, file: "p1-a.html" }],
  articleCount: 1,
  files: ["p1-a.html"],
});

describe("escapeXml", () => {
  it("leaves nothing that XML forbids", () => {
    expect(escapeXml(`<a b="c">'&'</a>\u0000\u0008\ud800x\ufffe\t𠮷`)).toBe(
      "&lt;a b=&quot;c&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;\ufffd\ufffd\ufffdx\ufffd\t𠮷",
    );
  });
});

describe("writeFeed", () => {
  it("takes its times from the printed dates, newest first, and leaves undated editions out", () => {
    const feed = String(
      writeFeed([edition("2020-01-01"), edition("2021-03-04"), edition(undefined)], site()).content,
    );
    expect([...feed.matchAll(/<updated>(.*?)<\/updated>/g)].map((match) => match[1])).toEqual([
      "2021-03-04T00:00:00Z",
      "2021-03-04T00:00:00Z",
      "2020-01-01T00:00:00Z",
    ]);
    expect(feed).toContain("The &lt;Times&gt; &amp; more");
    expect(feed).toContain("Bell \ufffd &amp; fog");
    expect(feed).toMatch(
      /<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/id>/,
    );
    expect(feed).toContain('href="times/2021-03-04/index.html"');
  });
  it("uses the site's address where there is one", () => {
    const feed = String(writeFeed([edition("2020-01-01")], site("https://example.org/p")).content);
    expect(feed).toContain("<id>https://example.org/p/times/2020-01-01/index.html</id>");
  });
});

describe("writeSitemap", () => {
  it("needs the site's address", () => {
    expect(writeSitemap([edition("2020-01-01")], site())).toEqual([]);
  });
  it("lists every page once, with its printed date", () => {
    const [map, robots] = writeSitemap([edition("2020-01-01")], site("https://example.org"));
    const addresses = [...String(map?.content).matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]);
    expect(addresses).toEqual([
      "https://example.org/index.html",
      "https://example.org/times/2020-01-01/index.html",
      "https://example.org/times/2020-01-01/p1-a.html",
      "https://example.org/times/2020-01-01/p1.html",
      "https://example.org/times/index.html",
    ]);
    expect(String(map?.content)).toContain("<lastmod>2020-01-01</lastmod>");
    expect(String(robots?.content)).toContain("https://example.org/sitemap.xml");
  });
  it("becomes an index of several when it is long", () => {
    const files = writeSitemap([edition("2020-01-01")], site("https://example.org"), 2);
    expect(files.map((file) => file.path)).toEqual([
      "sitemap.xml",
      "sitemap-1.xml",
      "sitemap-2.xml",
      "sitemap-3.xml",
      "robots.txt",
    ]);
    expect(String(files[0]?.content)).toContain("<loc>https://example.org/sitemap-3.xml</loc>");
  });
});
