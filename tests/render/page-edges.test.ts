/** What stands over and under the stories of a page view, and what an editor's headline does to it. */
import { describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../src/model/edition.js";
import { viewEdition } from "../../src/render/edition-view.js";
import { renderEdition } from "../../src/render/index.js";
import { gatherPart } from "../../src/render/page/gather-part.js";
import { headLinesOn } from "../../src/render/page/head-lines.js";
import { sortFurniture } from "../../src/render/page/sort-furniture.js";
import { open } from "./made-up.js";
import { readIssue, setIssue } from "./set-issue.js";

const { site } = open();
const edgesOf = (id: string, number: number) => {
  const edition = setIssue(id);
  const page = edition.pages.find((each) => each.number === number);
  if (!page) throw new Error(`no page ${number}`);
  const own = edition.assembly.furniture.filter((each) => each.page === number);
  const edges = sortFurniture(own, page, viewEdition(edition, site));
  const texts = (list: typeof own) => list.map((each) => each.passage.text);
  return {
    nameplate: texts([...edges.nameplate]),
    top: texts([...edges.top]),
    bottom: texts([...edges.bottom]),
  };
};

describe("sortFurniture", () => {
  it("puts the nameplate and what is dated or numbered at the top, staff at the bottom", () => {
    const { nameplate, top, bottom } = edgesOf("zh-daily", 1);
    expect(nameplate).toEqual([readIssue("zh-daily").newspaper]);
    expect(top.some((text) => text.includes("2024年4月18日"))).toBe(true);
    expect(bottom.every((text) => text.includes("责任编辑"))).toBe(true);
    expect(bottom.length).toBe(1);
  });

  it("knows an imprint that names the newspaper too", () => {
    const { bottom } = edgesOf("ja-vertical", 1);
    expect(bottom.some((text) => text.startsWith("発行所"))).toBe(true);
  });

  it("loses none of it", () => {
    for (const id of ["zh-daily", "en-weekly", "ja-vertical", "zh-v", "ko1"])
      for (const { number, furniture } of readIssue(id).pages) {
        const { nameplate, top, bottom } = edgesOf(id, number);
        expect([...nameplate, ...top, ...bottom].sort(), `${id} ${number}`).toEqual([...furniture].sort());
      }
  });
});

describe("headLinesOn", () => {
  const edition = setIssue("en-weekly");
  const article = edition.assembly.articles.find((each) => each.jumps.length > 0);
  if (!article) throw new Error("no story of the issue goes on elsewhere");
  const units = [...edition.assembly.units.values()];
  const [first = 0, second = 0] = article.parts.map((part) => part.page);
  const on = (page: number, changed = article) =>
    headLinesOn(
      changed,
      page,
      units.filter((unit) =>
        article.parts.some((part) => part.page === page && part.units.includes(unit.id)),
      ),
    );
  const headline = (page: number, changed = article) =>
    on(page, changed).flatMap(({ kind, text }) => (kind === "headline" ? [text] : []));

  it("gives a headline to the page it stands on only", () => {
    expect(headline(first)).toEqual(article.headline.map(({ text }) => text));
    expect(headline(second)).toEqual([]);
  });

  it("gives an editor's headline lines, printed or not, where the story begins", () => {
    const own = { text: "A second line of the editor's", spans: [], seams: [] };
    const set = { ...article, headline: [...article.headline, own] };
    expect(headline(first, set)).toEqual([...article.headline.map(({ text }) => text), own.text]);
    expect(headline(first, { ...article, headline: [own] })).toEqual([
      own.text,
      // The printed line is in no field now, so it is still shown: the page loses nothing.
      ...article.headline.map(({ text }) => text),
    ]);
  });

  it("gives the headline of an article file that a person changed", () => {
    const written = { file: "a.md", markdown: "x", headline: "One\nTwo" };
    expect(headline(first, { ...article, handEdited: written })).toEqual(["One", "Two"]);
  });

  it("is what the page view shows", () => {
    const assembly = {
      ...edition.assembly,
      articles: edition.assembly.articles.map((each) =>
        each === article
          ? { ...each, handEdited: { file: "a.md", markdown: "x", headline: "Set anew" } }
          : each,
      ),
    };
    const changed: ReviewedEdition = { ...edition, assembly };
    const page = renderEdition(changed, site, []).value.find((file) => file.path.endsWith(`/p${first}.html`));
    expect(String(page?.content)).toContain('<span class="line">Set anew</span>');
  });
});

describe("gatherPart", () => {
  it("shows the title of a notice once, over it, though its line is of the notice's kind", () => {
    const edition = setIssue("zh-daily");
    const notice = edition.assembly.articles.find((each) => each.kind === "notice");
    if (!notice) throw new Error("the issue has no notice");
    const units = new Map(
      [...edition.assembly.units].map(([id, unit]) => [
        id,
        unit.kind === "headline" ? { ...unit, kind: "notice" as const } : unit,
      ]),
    );
    const view = { ...viewEdition(edition, site), units };
    const { head, flow } = gatherPart(notice, notice.parts[0]?.page ?? 0, view);
    const title = notice.headline.map(({ text }) => text);
    expect(title.length).toBe(1);
    expect(head.map(({ text }) => text)).toEqual(title);
    expect(flow.map(({ text }) => text)).not.toContain(title[0]);
    expect(flow.length).toBeGreaterThan(0);
  });
});

describe("the order of stories", () => {
  it("is the same in the page's boxes, in its list of headlines and on the front", () => {
    const files = new Map(
      renderEdition(setIssue("en-weekly"), site, []).value.map((file) => [file.path, String(file.content)]),
    );
    const text = (name: string) => [...files].find(([path]) => path.endsWith(`/${name}`))?.[1] ?? "";
    const found = (pattern: RegExp, html: string) => [...html.matchAll(pattern)].map((match) => match[1]);
    const regions = found(/<article class="region[^"]*" id="([^"]+)"/g, text("p3.html"));
    const list = found(/<li><a href="#([^"]+)">/g, text("p3.html"));
    const front = found(/<a href="(p3-[^"]+)\.html">/g, text("index.html"));
    expect(regions.length).toBeGreaterThan(4);
    expect(list).toEqual(regions);
    expect(front).toEqual(regions.filter((id) => id?.startsWith("p3-")));
  });
});
