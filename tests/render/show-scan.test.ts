/** The page view with a picture: both ways to see the page in one file, every story reachable in each, and nothing new without. */
import { describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { PageScan } from "../../src/model/picture.js";
import { editionJson } from "../../src/publish/edition-json.js";
import { renderEdition } from "../../src/render/index.js";
import { hostile, open, spec } from "./made-up.js";
import { placeEdition } from "./place-edition.js";
import { setEdition } from "./set-edition.js";
import { setIssue } from "./set-issue.js";

const { site } = open();
const render = (edition: ReviewedEdition): ReadonlyMap<string, string> =>
  new Map(
    renderEdition(edition, site, []).value.map(({ path, content }) => [
      path.slice(path.lastIndexOf("/") + 1),
      String(content),
    ]),
  );
const scan: PageScan = { file: "scans/é 1.jpeg", kind: "jpeg", width: 1240, height: 1754, takesBoxes: true };
const withScan = (edition: ReviewedEdition, changes: Partial<PageScan> = {}): ReviewedEdition => ({
  ...edition,
  pages: edition.pages.map((page) => (page.number === 1 ? { ...page, scan: { ...scan, ...changes } } : page)),
});
const printOf = (html: string): string =>
  html.slice(html.indexOf('<figure class="print"'), html.lastIndexOf("</figure>"));
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map((match) => match[1] ?? "");
const storiesOf = (edition: ReviewedEdition, page: number): string[] =>
  edition.assembly.articles
    .filter(({ parts }) => parts.some((part) => part.page === page))
    .map(({ id }) => `${id}.html`)
    .sort();

describe("a page with a picture", () => {
  it("has each story once as a link over it, by its headline", () => {
    for (const id of ["en-weekly", "zh-daily", "ja-vertical"]) {
      const edition = withScan(placeEdition(setIssue(id)));
      const print = printOf(render(edition).get("p1.html") ?? "");
      const links = linksIn(print);
      expect(links.filter((href) => href !== "p1.jpg").sort(), id).toEqual(storiesOf(edition, 1));
      for (const [tag] of print.matchAll(/<a class="zone"[^>]*>/g)) expect(tag).toMatch(/ title="[^"]+"/);
      expect(print).not.toContain("print-list");
      for (const [, style] of print.matchAll(/style="(left:[^"]*)"/g))
        expect(style).toMatch(/^left:-?[0-9.]+%;top:-?[0-9.]+%;width:[0-9.]+%;height:[0-9.]+%$/);
    }
  });

  it("faces another with its picture, and one without a picture keeps its text", () => {
    const placed = withScan(placeEdition(setIssue("en-weekly")));
    const edition = {
      ...placed,
      pages: placed.pages.map((page) => (page.number === 3 ? { ...page, scan } : page)),
    };
    const spread = render(edition).get("s2-3.html") ?? "";
    const leaves = spread.split('<div class="leaf').slice(1);
    expect(leaves).toHaveLength(2);
    expect(leaves[0]).not.toContain('class="print"');
    expect(leaves[1]).toMatch(/^ with-print"/);
    expect(leaves[1]).toContain('<img src="p3.jpg"');
    expect(spread.match(/class="view-choice"/g)).toHaveLength(1);
    expect(render(placed).get("s2-3.html")).not.toContain("view-choice");
  });

  it("keeps its place before it is there, is fetched when it is seen, and has words for it", () => {
    const print = printOf(render(withScan(placeEdition(setIssue("en-weekly")))).get("p1.html") ?? "");
    expect(print).toMatch(
      /<img src="p1\.jpg" class="takes-boxes" alt="[^"]+, as printed" width="1240" height="1754" loading="lazy" decoding="async">/,
    );
  });

  it("begins with its text", () => {
    const html = render(withScan(placeEdition(setIssue("en-weekly")))).get("p1.html") ?? "";
    const inputs = [...html.matchAll(/<input type="radio" name="view" class="([^"]+)"[^>]*>/g)];
    expect(inputs.map(([tag, name]) => [name, tag.includes(" checked")])).toEqual([
      ["show-text", true],
      ["show-print", false],
    ]);
  });

  it("lists its stories under it where the source has no boxes, or the picture another shape", () => {
    for (const edition of [
      withScan(setIssue("zh-daily"), { takesBoxes: false }),
      withScan(placeEdition(setIssue("zh-daily")), { takesBoxes: false, kind: "webp" }),
    ]) {
      const print = printOf(render(edition).get("p1.html") ?? "");
      expect(print).not.toContain("zone");
      expect(print).not.toContain("takes-boxes");
      expect(linksIn(print).slice(0, -1).sort()).toEqual(storiesOf(edition, 1));
    }
  });

  it("names the picture in the report and in edition.json", () => {
    const edition = withScan(setEdition(spec), { file: hostile });
    const files = render(edition);
    expect(files.get("report.html")).toContain('<a href="p1.jpg">&lt;/script&gt;');
    const [first, second] = editionJson(edition, []).pages;
    expect(first?.scan).toEqual({ file: hostile, url: "p1.jpg", width: 1240, height: 1754 });
    expect(second && "scan" in second).toBe(false);
  });
});

describe("a page without a picture", () => {
  it("has nothing of it, and is the same where another page has one", () => {
    const edition = placeEdition(setIssue("en-weekly"));
    const [without, beside] = [render(edition), render(withScan(edition))];
    expect([...beside.keys()].filter((name) => !without.has(name))).toEqual(["p1-words.js"]);
    const changed = [...without].filter(([name, html]) => beside.get(name) !== html).map(([name]) => name);
    expect(changed.sort()).toEqual(["p1.html", "report.html"]);
    for (const html of without.values())
      expect(html).not.toMatch(/show-print|class="print|p1\.(?:jpg|png|webp)/);
  });
});
