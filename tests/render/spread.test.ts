/** Facing pages: which face, what is named twice, where links lead; and what joined a story among its lines. */
import { describe, expect, it } from "vitest";
import { renderEdition } from "../../src/render/index.js";
import { open } from "./made-up.js";
import { type EditionSpec, setEdition } from "./set-edition.js";

const spec = (pages: number, vertical = false): EditionSpec => ({
  title: vertical ? "試報" : "The Test Times",
  slug: "test-times",
  language: vertical ? "ja" : "en",
  ...(vertical ? { direction: "vertical" as const } : {}),
  date: "2024-02-29",
  measure: 30,
  pages: Array.from({ length: pages }, (_, at) => ({ number: at + 1, folio: `Page ${at + 1}` })),
  stories: [
    {
      id: "p2-aaaaaa",
      pieces: [
        { page: 2, kind: "headline", text: "A ferry for the winter" },
        { page: 2, kind: "paragraph", text: "The ferry sails on Monday, and it sails" },
        { page: 2, kind: "jump-line", text: "See FERRY, Page 3" },
        { page: 3, kind: "jump-head", text: "Ferry" },
        { page: 3, kind: "continuation-line", text: "From Page 2" },
        { page: 3, kind: "paragraph", text: "again on Friday.", joins: true },
      ],
      jumps: [{ state: "joined", fromPage: 2, toPage: 3 }],
    },
    {
      id: "p3-bbbbbb",
      pieces: [
        { page: 3, kind: "headline", text: "A bell for the fog" },
        { page: 3, kind: "paragraph", text: "A bell is rung when there is fog." },
      ],
    },
  ],
});
const filesOf = (edition: EditionSpec): ReadonlyMap<string, string> =>
  new Map(
    renderEdition(setEdition(edition), open({ baseUrl: "https://papers.example.org" }).site, []).value.map(
      ({ path, content }) => [path.split("/").at(-1) ?? "", String(content)],
    ),
  );

describe("facing pages", () => {
  it("are 2 and 3, 4 and 5 …; the first stands alone, and the last where it has no partner", () => {
    const spreads = (pages: number) => [...filesOf(spec(pages)).keys()].filter((name) => /^s\d/.test(name));
    expect(spreads(3)).toEqual(["s2-3.html"]);
    expect(spreads(4)).toEqual(["s2-3.html"]);
    expect(spreads(7)).toEqual(["s2-3.html", "s4-5.html", "s6-7.html"]);
  });
  it("are named by their own views: each leads to its spread, and the spread is no page to be found", () => {
    const files = filesOf(spec(4));
    expect(files.get("p1.html")).not.toContain("s2-3.html");
    expect(files.get("p2.html")).toContain('data-spread="s2-3.html"');
    expect(files.get("p3.html")).toContain('data-spread="s2-3.html"');
    expect(files.get("p4.html")).not.toContain("data-spread");
    expect(files.get("s2-3.html")).toMatch(/<link rel="canonical" href="[^"]*\/p2\.html">/);
    expect(files.get("s2-3.html")).not.toContain("data-spread");
  });
  it("name a story that stands on both twice, and its jump leads from the one to the other", () => {
    const html = filesOf(spec(4)).get("s2-3.html") ?? "";
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(["p2-aaaaaa", "p2-aaaaaa-on-3", "p3-bbbbbb"]));
    expect(html.match(/data-story="p2-aaaaaa"/g)).toHaveLength(2);
    expect(html).toMatch(/<a href="#p2-aaaaaa-on-3"[^>]*>See FERRY, Page 3/);
    expect(html).toMatch(/<a href="#p2-aaaaaa"[^>]*>From Page 2/);
    for (const [, to] of html.matchAll(/href="#([^"]*)"/g)) expect([...ids, ""]).toContain(to);
  });
  it("of a vertical paper say so, for the style sheet lays them from the right", () => {
    expect(filesOf(spec(4, true)).get("s2-3.html")).toMatch(
      /<body class="page-view spread-view [^"]*vertical/,
    );
  });
});

describe("the printed lines of a story", () => {
  it("say between its pages what joined them, and how sure that is", () => {
    const html = filesOf(spec(4)).get("p2-aaaaaa.html") ?? "";
    const join = /<tr class="joined".*?<\/tr>/.exec(html)?.[0] ?? "";
    expect(join).toContain("Page 2 and page 3 joined here");
    expect(join).toContain("See FERRY, Page 3");
    expect(join).toContain("From Page 2");
    expect(join).toMatch(/\d+%/);
    const before = html.indexOf("See FERRY, Page 3</td>");
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(html.indexOf('<tr class="joined"'));
    expect(filesOf(spec(4)).get("p3-bbbbbb.html")).not.toContain('class="joined"');
  });
});
