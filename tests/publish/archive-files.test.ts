import { describe, expect, it } from "vitest";
import type { EditionSummary, SiteContext } from "../../src/model/site.js";
import { anniversaryOf } from "../../src/publish/feeds/anniversaries.js";
import { writeFeeds } from "../../src/publish/feeds/index.js";
import { escapeText, foldLine } from "../../src/publish/feeds/write-calendar.js";
import { writeRfc822 } from "../../src/publish/feeds/write-rss.js";
import { writeOpenSearch } from "../../src/publish/host/opensearch.js";
import { writeSitemap } from "../../src/publish/host/sitemap.js";
import { escapeXml } from "../../src/publish/xml.js";
import { feedWordsFor } from "../../src/render/index.js";
import { daysBefore, lastOfFebruary } from "../../src/text/calendar-days.js";
import { readXml, textOf } from "./read-xml.js";

const site = (baseUrl?: string, asOf?: string): SiteContext => ({
  ...(baseUrl === undefined ? {} : { baseUrl }),
  ...(asOf === undefined ? {} : { asOf }),
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
  headlines: [{ text: "Bell \u0008 & fog; rain, too", page: 1, file: "p1-a.html" }],
  articleCount: 1,
  files: ["p1-a.html"],
});
const feeds = (editions: readonly EditionSummary[], context: SiteContext): Map<string, string> =>
  new Map(writeFeeds(editions, context, feedWordsFor).map(({ path, content }) => [path, String(content)]));
const base = "https://example.org/p";

describe("escapeXml", () => {
  it("leaves nothing that XML forbids", () => {
    expect(escapeXml(`<a b="c">'&'</a>\u0000\u0008\ud800x\ufffe\t𠮷`)).toBe(
      "&lt;a b=&quot;c&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;\ufffd\ufffd\ufffdx\ufffd\t𠮷",
    );
  });
});

describe("Atom feeds", () => {
  it("take their times from the printed dates, newest first, and leave undated editions out", () => {
    const feed = feeds([edition("2020-01-01"), edition("2021-03-04"), edition(undefined)], site()).get(
      "feed.xml",
    );
    expect([...String(feed).matchAll(/<updated>(.*?)<\/updated>/g)].map((match) => match[1])).toEqual([
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
  it("have what RFC 4287 demands, each newspaper one of its own with links that lead from there", () => {
    const made = feeds([edition("2020-01-01")], site());
    expect(made.get("times/feed.xml")).toContain('href="2020-01-01/index.html"');
    for (const path of ["feed.xml", "times/feed.xml"]) {
      const feed = readXml(made.get(path));
      for (const parent of [feed, ...feed.all("entry")]) {
        for (const name of ["id", "title", "updated"]) expect(parent.all(name, 1)).toHaveLength(1);
        expect(() => new URL(textOf(parent.all("id", 1)[0]))).not.toThrow();
      }
      for (const entry of feed.all("entry")) expect(entry.all("author", 1)).toHaveLength(1);
    }
  });
  it("use the site's address where there is one", () => {
    expect(feeds([edition("2020-01-01")], site(base)).get("feed.xml")).toContain(
      "<id>https://example.org/p/times/2020-01-01/index.html</id>",
    );
  });
});

describe("RSS feeds", () => {
  it("need the site's address", () => {
    expect(
      [...feeds([edition("2020-01-01")], site()).keys()].filter((path) => path.endsWith("rss.xml")),
    ).toEqual([]);
  });
  it("have what RSS 2.0 demands, and dates of RFC 822", () => {
    const rss = readXml(
      feeds([edition("1908-05-03"), edition("2020-01-01")], site(base)).get("times/rss.xml"),
    );
    const [channel] = rss.all("channel");
    for (const name of ["title", "link", "description"]) expect(channel?.all(name, 1)).toHaveLength(1);
    const items = channel?.all("item") ?? [];
    expect(items.map((item) => textOf(item.all("pubDate")[0]))).toEqual([
      "Wed, 01 Jan 2020 00:00:00 GMT",
      "Sun, 03 May 1908 00:00:00 GMT",
    ]);
    for (const item of items) {
      const [guid] = item.all("guid");
      expect(guid?.attributes.isPermaLink).toBe("true");
      expect(textOf(guid)).toBe(textOf(item.all("link")[0]));
      // Once out of the XML, what is left is HTML with the words still escaped.
      expect(textOf(item.all("description")[0])).toBe("Bell \ufffd &amp; fog; rain, too");
    }
  });
  it("name the right weekday", () => {
    expect(writeRfc822("2000-02-29")).toBe("Tue, 29 Feb 2000 00:00:00 GMT");
    expect(writeRfc822("1700-03-01")).toBe("Mon, 01 Mar 1700 00:00:00 GMT");
  });
});

describe("the feed of anniversaries", () => {
  const editions = [
    edition("1924-11-28"),
    edition("1974-10-29"),
    edition("1974-10-30"),
    edition("1999-11-29"),
  ];
  it("is not there without a day", () => {
    expect(feeds(editions, site()).has("times/on-this-day.xml")).toBe(false);
  });
  it("brings what was printed some years before the last thirty days", () => {
    const feed = readXml(feeds(editions, site(base, "2024-11-28")).get("times/on-this-day.xml"));
    expect(feed.all("entry").map((entry) => textOf(entry.all("title")[0]))).toEqual([
      "100 years ago today: The <Times> & more, Friday, 28 November 1924",
      "50 years ago today: The <Times> & more, Wednesday, 30 October 1974",
    ]);
    expect(feed.all("entry").map((entry) => textOf(entry.all("updated")[0]))).toEqual([
      "2024-11-28T00:00:00Z",
      "2024-10-30T00:00:00Z",
    ]);
  });
  it("counts the years that the newspaper says", () => {
    const of = (years: readonly number[]) =>
      readXml(
        feeds([{ ...edition("2014-11-01"), anniversaries: years }], site(base, "2024-11-28")).get(
          "times/on-this-day.xml",
        ),
      ).all("entry").length;
    expect([of([25]), of([10]), of([10, 10])]).toEqual([0, 1, 2]);
  });
  it("brings a 29th of February on the last of every February", () => {
    expect(anniversaryOf("1924-02-29", 100)).toBe("2024-02-29");
    expect(anniversaryOf("1924-02-29", 25)).toBe("1949-02-28");
    expect([lastOfFebruary(1900), lastOfFebruary(2000)]).toEqual(["1900-02-28", "2000-02-29"]);
    expect(daysBefore("2024-03-01", 30)).toBe("2024-01-31");
  });
});

describe("the calendar", () => {
  const made = feeds(
    [edition("1908-05-03"), edition("1911-05-03"), edition("1912-02-29", "汐凪新報".repeat(20))],
    site(base),
  ).get("times/on-this-day.ics") as string;
  const unfolded = made.replaceAll("\r\n ", "").split("\r\n");
  it("breaks lines after at most 75 octets and never inside a character", () => {
    const lines = made.split("\r\n");
    expect(lines.pop()).toBe("");
    for (const line of lines) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\ufffd]/);
      expect(new TextDecoder().decode(new TextEncoder().encode(line))).toBe(line);
    }
    expect(foldLine("𠮷".repeat(40)).replaceAll("\r\n ", "")).toBe("𠮷".repeat(40));
  });
  it("has one event for a day of the year, each every year", () => {
    expect(unfolded.filter((line) => line.startsWith("DTSTART"))).toEqual([
      "DTSTART;VALUE=DATE:19120229",
      "DTSTART;VALUE=DATE:19080503",
    ]);
    expect(unfolded.filter((line) => line.startsWith("RRULE"))).toEqual([
      "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
      "RRULE:FREQ=YEARLY",
    ]);
    expect(unfolded.find((line) => line.startsWith("SUMMARY:The"))).toContain("1908\\, 1911");
  });
  it("has what RFC 5545 demands of each event", () => {
    const events = unfolded.join("\n").split("BEGIN:VEVENT").slice(1);
    expect(events).toHaveLength(2);
    for (const event of events)
      for (const name of ["UID:", "DTSTAMP:", "DTSTART;"])
        expect(event.split("\n").filter((line) => line.startsWith(name))).toHaveLength(1);
    expect(unfolded.slice(0, 3)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Jumpline//On this day//EN",
    ]);
  });
  it("escapes text", () => {
    expect(escapeText("a\\b;c,d\ne\u0008\u0085")).toBe("a\\\\b\\;c\\,d\\ne");
    expect(unfolded.join("")).toContain("Bell  & fog\\; rain\\, too");
  });
  it("is not there without a day of the calendar", () => {
    expect(feeds([edition(undefined), edition("2023-02-30")], site(base)).has("times/on-this-day.ics")).toBe(
      false,
    );
  });
});

describe("writeSitemap", () => {
  const listed = ["index.html", "times/index.html", "times/headlines-2020.html", "accessibility.html"];
  const above = [...listed, "search.html", "404.html", "offline.html"];
  it("needs the site's address", () => {
    expect(writeSitemap([edition("2020-01-01")], site(), above)).toEqual([]);
  });
  it("lists every page once, with its printed date", () => {
    const [map, robots] = writeSitemap([edition("2020-01-01")], site("https://example.org"), above);
    const addresses = [...String(map?.content).matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]);
    expect(addresses).toEqual([
      "https://example.org/accessibility.html",
      "https://example.org/index.html",
      "https://example.org/times/2020-01-01/index.html",
      "https://example.org/times/2020-01-01/p1-a.html",
      "https://example.org/times/2020-01-01/p1.html",
      "https://example.org/times/headlines-2020.html",
      "https://example.org/times/index.html",
    ]);
    expect(String(map?.content)).toContain("<lastmod>2020-01-01</lastmod>");
    const lines = String(robots?.content).split("\n");
    expect(lines).toContain("Sitemap: https://example.org/sitemap.xml");
    expect(lines.filter((line) => /^(?!#).*disallow/i.test(line))).toEqual([]);
  });
  it("becomes an index of several when it is long", () => {
    const files = writeSitemap([edition("2020-01-01")], site("https://example.org"), above, 3);
    expect(files.map((file) => file.path)).toEqual([
      "sitemap.xml",
      "sitemap-1.xml",
      "sitemap-2.xml",
      "sitemap-3.xml",
      "robots.txt",
    ]);
    expect(String(files[0]?.content)).toContain("<loc>https://example.org/sitemap-3.xml</loc>");
  });
  it("keeps to the 50,000 addresses that a file may have", () => {
    const many = Array.from({ length: 50_001 }, (_, index) => ({
      ...edition("2020-01-01"),
      path: `times/e${index}`,
      pages: [],
      files: [],
    }));
    const files = writeSitemap(many, site("https://example.org"), above);
    const counts = files.slice(1, -1).map(({ content }) => String(content).split("<url>").length - 1);
    expect(counts).toEqual([50_000, 5]);
    expect(readXml(String(files[0]?.content)).all("sitemap")).toHaveLength(2);
  });
});

describe("writeOpenSearch", () => {
  it("needs the site's address", () => {
    expect(writeOpenSearch([edition("2020-01-01")], site(), feedWordsFor)).toEqual([]);
  });
  it("has what the specification demands, within its limits", () => {
    const [file] = writeOpenSearch(
      [edition("2020-01-01", "A very long name of a newspaper & more")],
      site(base),
      feedWordsFor,
    );
    const description = readXml(String(file?.content));
    expect(description.attributes.xmlns).toBe("http://a9.com/-/spec/opensearch/1.1/");
    const name = textOf(description.all("ShortName", 1)[0]);
    expect(name).toBe("A very long name");
    expect(textOf(description.all("Description", 1)[0]).length).toBeLessThanOrEqual(1024);
    expect(description.all("Url").map(({ attributes }) => attributes.template)).toContain(
      "https://example.org/p/search.html?q={searchTerms}",
    );
  });
});
