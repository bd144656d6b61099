/** Serials over editions: a part leads to the list of all parts, which knows editions that the part does not. */
import { describe, expect, it } from "vitest";
import { parseSummary, summaryFile } from "../../src/build/keep-summary.js";
import { renderArchive, renderEdition, summariseEdition } from "../../src/render/index.js";
import { open, spec } from "./made-up.js";
import { type PieceSpec, setEdition } from "./set-edition.js";

const { site } = open();
const story = (id: string, ...pieces: readonly PieceSpec[]) => ({ id, pieces });
const head = (text: string): PieceSpec => ({ page: 1, kind: "headline", text });
const text: PieceSpec = { page: 1, kind: "paragraph", text: "It was a dark night." };
const editionOf = (date: string, ...stories: readonly ReturnType<typeof story>[]) =>
  setEdition({
    ...spec,
    title: "The Test Times",
    date,
    pages: [{ number: 1, folio: "Page 1" }],
    stories,
    furniture: [],
    leftovers: [],
  });

const first = editionOf(
  "1911-03-04",
  story("p1-aaaaaa", head("The Long Tide, Part I"), text),
  story("p1-bbbbbb", head("Apollo 11"), text),
);
const second = editionOf(
  "1911-03-11",
  story("p1-cccccc", head("THE LONG TIDE: Part II"), text),
  story("p1-dddddd", head("Market prices"), text),
);
const files = [first, second].flatMap((edition) => renderEdition(edition, site, []).value);
const archive = renderArchive(
  [second, first].map((edition) => summariseEdition(edition)),
  site,
);
const contentOf = (path: string): string =>
  String([...files, ...archive].find((file) => file.path.endsWith(path))?.content ?? "");

/** Without what stands over and under every page. */
const mainOf = (html: string): string => html.slice(html.indexOf("<main"), html.indexOf("</main>"));

describe("serials", () => {
  it("list their parts by date over editions", () => {
    const list = mainOf(contentOf("test-times/serials.html"));
    expect([...list.matchAll(/<li><a href="([^"]*\/p1-[^"]*)"/g)].map((match) => match[1])).toEqual([
      "1911-03-04/p1-aaaaaa.html",
      "1911-03-11/p1-cccccc.html",
    ]);
    expect([...list.matchAll(/<h2 id/g)]).toHaveLength(1);
  });
  it("are linked from each part, to their own place on the list", () => {
    const anchor = /<h2 id="(s-[a-z0-9]+)"/.exec(contentOf("serials.html"))?.[1];
    for (const page of ["1911-03-04/p1-aaaaaa.html", "1911-03-11/p1-cccccc.html"])
      expect(contentOf(page)).toContain(`href="../serials.html#${anchor}"`);
    for (const page of ["1911-03-04/p1-bbbbbb.html", "1911-03-11/p1-dddddd.html"])
      expect(contentOf(page)).not.toContain("serials.html");
  });
  it("are linked from the printed words that promise more, and these are words alone where they name no serial", () => {
    const [article] = first.assembly.articles;
    const passage = article?.body[0]?.passage;
    const unit = article?.parts[0]?.units.at(-1);
    if (!article || !passage || !unit) throw new Error("no story");
    const mark = { unit, kind: "serial", passage: { ...passage, text: "（未完）" }, page: 1 } as const;
    const marked = {
      ...first,
      assembly: {
        ...first.assembly,
        articles: first.assembly.articles.map((each) => ({ ...each, marks: [mark] })),
      },
    };
    const shown = (id: string): string =>
      String(renderEdition(marked, site, []).value.find(({ path }) => path.endsWith(`/${id}.html`))?.content);
    const pointer = /<p class="pointer">(.*?)<\/p>/;
    expect(pointer.exec(shown("p1-aaaaaa"))?.[1]).toMatch(
      /^<a href="\.\.\/serials\.html#s-[a-z0-9]+" title="All parts of this serial">（未完）<\/a>$/,
    );
    const headless = {
      ...marked,
      assembly: {
        ...marked.assembly,
        articles: marked.assembly.articles.map((each) => ({ ...each, kind: "notice" as const })),
      },
    };
    const notice = renderEdition(headless, site, []).value.find(({ path }) =>
      path.endsWith("/p1-aaaaaa.html"),
    );
    expect(pointer.exec(String(notice?.content))?.[1]).toBe("（未完）");
  });
  it("are kept in the summary, and a summary from before them is still read", () => {
    const summary = summariseEdition(first);
    const { path, content } = summaryFile(summary);
    expect(parseSummary(String(content), summary.path)).toEqual(summary);
    expect(path).toBe("test-times/1911-03-04/summary.json");
    const { serials, ...older } = summary;
    expect(serials).toHaveLength(1);
    expect(parseSummary(JSON.stringify(older), summary.path)).toEqual(older);
  });
  it("have no page where there are none", () => {
    const none = renderArchive(
      [summariseEdition(editionOf("1911-03-18", story("p1-eeeeee", head("Quiet"), text)))],
      site,
    );
    const paths = none.map(({ path }) => path);
    expect(paths).toContain("test-times/on-this-day.html");
    expect(paths).not.toContain("test-times/serials.html");
  });
});

describe("the stories beside a story", () => {
  it("are the others of its pages", () => {
    const page = contentOf("1911-03-04/p1-aaaaaa.html");
    expect(page).toMatch(
      /Also on Page 1<\/h2>\s*<ul lang="en">\s*<li><a href="p1-bbbbbb.html">Apollo 11<\/a><\/li>\s*<\/ul>/,
    );
  });
});

describe("on this day", () => {
  const summary = summariseEdition(first);
  const many = Array.from({ length: 1200 }, (_, i) => {
    const date = `${1900 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-29`;
    return { ...summary, date, path: `test-times/${date}` };
  });
  it("sets the years of a day side by side", () => {
    const twice = ["1911-03-04", "1912-03-04", "1912-02-30"].map((date) => ({
      ...summary,
      date,
      path: `test-times/${date}`,
    }));
    const page = String(
      renderArchive(twice, site).find(({ path }) => path.endsWith("on-this-day.html"))?.content,
    );
    expect(page).toMatch(
      /<div id="d-03-04">\s*<dt>4<\/dt>\s*<dd><a href="1911-03-04\/index.html">.*\s*<dd><a href="1912-03-04\/index.html">/,
    );
    expect(mainOf(page).match(/<dt>/g)).toHaveLength(1);
  });
  it("has a page for each month of a large archive, and none for a 29th of February that was not", () => {
    const made = renderArchive(many, site);
    const months = made.map(({ path }) => path).filter((path) => /on-this-day-\d\d\.html$/.test(path));
    expect(months).toHaveLength(12);
    const february = String(made.find(({ path }) => path.endsWith("on-this-day-02.html"))?.content);
    expect(mainOf(february).match(/<dd>/g)).toHaveLength(24);
    const front = String(made.find(({ path }) => path.endsWith("on-this-day.html"))?.content);
    expect(front).toContain('href="on-this-day-12.html"');
    expect(mainOf(front).length).toBeLessThan(3000);
  });
});
