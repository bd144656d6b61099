import { describe, expect, it } from "vitest";
import type { SiteFile } from "../../src/model/job.js";
import { publishArchive } from "../../src/publish/index.js";
import { publishEdition } from "../../src/publish/publish-edition.js";
import {
  feedWordsFor,
  nameEdition,
  renderArchive,
  renderEdition,
  summariseEdition,
} from "../../src/render/index.js";
import { hostile, open, spec } from "./made-up.js";
import { setEdition } from "./set-edition.js";
import { setIssue } from "./set-issue.js";

const edition = setEdition(spec);
const { site, files: assets } = open();
const { value: files, diagnostics } = renderEdition(edition, site, [
  {
    code: "JL9999",
    severity: "warning",
    place: { file: "pages/2.txt", line: 3 },
    details: { word: "<b>x</b>" },
  },
]);
const text = (path: string, list: readonly SiteFile[] = files): string => {
  const file = list.find((each) => each.path === path || each.path.endsWith(`/${path}`));
  if (!file) throw new Error(`no file ${path} among ${list.map((each) => each.path).join(" ")}`);
  return String(file.content);
};
/** Tags as a browser finds them: `<` and `>` in a quoted value are part of the value. */
const tag = /<\/?[a-z!](?:[^>"]|"[^"]*")*>/gi;
const named: Readonly<Record<string, string>> = { quot: '"', lt: "<", gt: ">", amp: "&", "#39": "'" };
/** The page's text as a reader has it: no tags, references resolved once. */
const plain = (html: string): string =>
  html
    .replace(tag, "")
    .replace(
      /&(?:#x([0-9A-F]+)|([a-z]+|#39));/gi,
      (whole, hex: string | undefined, name: string | undefined) =>
        hex === undefined ? (named[name ?? ""] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16)),
    );

describe("renderEdition", () => {
  it("gives every page and article its flat address", () => {
    expect(files.map((file) => file.path.slice("test-times/2024-02-29/".length))).toEqual([
      "index.html",
      "p1.html",
      "p2.html",
      "p1-aaaaaa.html",
      "p1-bbbbbb.html",
      "p2-eeeeee.html",
      "p2-cccccc.html",
      "p2-dddddd.html",
      "p1-thumb.svg",
      "p2-thumb.svg",
      "report.html",
    ]);
    expect(diagnostics).toEqual([]);
  });

  it("links a joined jump both ways, from mark to region", () => {
    expect(text("p1.html")).toContain(
      '<a href="p2.html#p1-aaaaaa" title="To the continuation on page 2">See FERRY, Page 2</a>',
    );
    expect(text("p2.html")).toContain(
      '<a href="p1.html#p1-aaaaaa" title="To the part on page 1">From Page 1</a>',
    );
    expect(text("p2.html")).toContain('id="p1-aaaaaa"');
  });

  it("tells readers where a dangling jump would have led", () => {
    expect(text("p1.html")).toContain("continued on page 4, which is not in this edition");
    expect(text("p1-bbbbbb.html")).toContain("continued on page 4, which is not in this edition");
    expect(text("p2.html")).toContain("continued from page 1, where no beginning was found");
    expect(text("report.html")).toContain("continued on page 4, which is not in this edition");
  });

  it("shows where the page turned in mid-paragraph, and keeps the paragraph whole", () => {
    const article = text("p1-aaaaaa.html");
    const turn =
      '<a class="turn" href="p2.html#p1-aaaaaa" aria-label="Page 2 begins here" title="Page 2 begins here" data-page="Page 2"></a>';
    expect(article).toContain(`and it sails ${turn}again on Friday.`);
    expect(plain(article)).toContain("EASTPORT — The ferry sails on Monday, and it sails again on Friday.");
  });

  it("prints hostile words as words, everywhere", () => {
    for (const file of files) {
      const html = String(file.content);
      const tags = [...html.matchAll(tag)].map(([each]) => each.replace(/"[^"]*"/g, '""'));
      const scripts = tags.filter((each) => /^<script/i.test(each));
      expect(
        scripts.every(
          (each) =>
            each === '<script src="">' ||
            each === '<script src="" data-search="" defer>' ||
            each === '<script type="">',
        ),
      ).toBe(true);
      expect(
        tags
          // Ours, of the page itself.
          .filter((each) => each !== '<img src="" alt="" width="" height="" loading="" decoding="">')
          .filter((each) => /^<(img|b|iframe|object|style)\b/i.test(each) || / on[a-z]+=/i.test(each)),
      ).toEqual([]);
      expect(html).not.toMatch(/href="\s*javascript:/i);
      for (const [, json] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
        expect(() => JSON.parse(json ?? "")).not.toThrow();
    }
    expect(plain(text("p1-bbbbbb.html"))).toContain(`${hostile} - [note]: <!-- hidden --> * a_b*`);
    expect(plain(text("p1.html"))).toContain(hostile);
    expect(text("index.html")).toContain("<em>introduction</em>");
  });

  it("shows what an editor wrote in place of the printed body, and the printed lines below", () => {
    const article = text("p2-eeeeee.html");
    expect(article).toContain("<strong>by hand</strong>");
    expect(article).toContain('<h1 class="headline"><span class="line">By hand</span></h1>');
    expect(plain(article)).toContain("Printed words that an editor");
    expect(article.indexOf("Printed words")).toBeGreaterThan(article.indexOf("<details"));
  });

  it("shows leftovers, furniture, doubts and their overrides", () => {
    expect(text("p2.html")).toContain("A scrap of no story.");
    expect(text("p1.html")).toContain("Vol. 1");
    const report = plain(text("report.html"));
    for (const words of [
      "nothing near it fits",
      "40%",
      'expect: "and that"',
      "the folder's name",
      "JL9999",
      "pages/2.txt:3",
    ])
      expect(report).toContain(words);
  });

  it("holds every printed word of the edition on its page views", () => {
    for (const page of edition.pages) {
      const shown = plain(text(`p${page.number}.html`)).replace(/\s+/g, "");
      for (const unit of edition.assembly.units.values())
        if (unit.page === page.number) expect(shown).toContain(unit.passage.text.replace(/\s+/g, ""));
    }
  });

  it("gives the same bytes again, and none from the clock", () => {
    const again = renderEdition(setEdition(spec), open().site, []).value;
    const first = renderEdition(edition, site, []).value;
    expect(again).toEqual(first);
  });

  it("has no link that leads nowhere, over all pages of the site", () => {
    const editions = [edition, setIssue("zh-daily"), setIssue("ja-vertical")];
    const summaries = editions.map((each) => summariseEdition(each));
    const forms = editions.flatMap((each) => publishEdition(each, site, [], nameEdition(each)));
    const left = (path: string) =>
      forms.find((form) => form.path === path)?.content as Uint8Array | undefined;
    const above = renderArchive(summaries, site);
    const pathsOf = (files: readonly SiteFile[]) => files.map(({ path }) => path);
    const whole = [
      ...assets,
      ...editions.flatMap((each) => renderEdition(each, site, []).value),
      ...forms,
      ...above,
      ...publishArchive(summaries, site, feedWordsFor, left, pathsOf(above)),
    ];
    const anchors = new Map(
      whole.map((file) => [
        file.path,
        new Set([...String(file.content).matchAll(/ id="([^"]*)"/g)].map((match) => match[1])),
      ]),
    );
    for (const file of whole.filter((each) => each.path.endsWith(".html"))) {
      const ids = [...String(file.content).matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect([file.path, new Set(ids).size]).toEqual([file.path, ids.length]);
      for (const [, href = ""] of String(file.content).matchAll(/(?:href|src)="([^"]*)"/g)) {
        if (href.startsWith("data:")) continue;
        const { pathname, hash } = new URL(href, `file:///${file.path}`);
        const target = anchors.get(decodeURIComponent(pathname.slice(1)));
        expect([file.path, href, target !== undefined]).toEqual([file.path, href, true]);
        if (hash !== "")
          expect([file.path, href, target?.has(hash.slice(1))]).toEqual([file.path, href, true]);
      }
    }
  });

  it("draws CJK–Latin spaces into the text only where the edition asks for them", () => {
    const chinese = {
      ...spec,
      language: "zh-Hans",
      stories: [
        { id: "p1-zzzzzz", pieces: [{ page: 1, kind: "paragraph", text: "预计5G用户达1.2万" } as const] },
      ],
    };
    const shown = (autospace: "css" | "pangu"): string =>
      plain(text("p1-zzzzzz.html", renderEdition(setEdition({ ...chinese, autospace }), site, []).value));
    expect(shown("css")).toContain("预计5G用户达1.2万");
    expect(shown("pangu")).toContain("预计 5G 用户达 1.2 万");
  });

  it("offers horizontal lines on vertical pages only, without a script", () => {
    const vertical = renderEdition(setEdition({ ...spec, direction: "vertical" }), site, []).value;
    for (const file of ["p1.html", "p1-aaaaaa.html"]) {
      expect(text(file, vertical)).toContain('<input type="checkbox" class="set-horizontal"');
      expect(text(file)).not.toContain("set-horizontal");
    }
  });

  it("renders a thousand small articles in a few seconds", () => {
    const many = setEdition({
      ...spec,
      stories: Array.from({ length: 1000 }, (_, index) => ({
        id: `p1-x${index}`,
        pieces: [
          { page: 1 + (index % 2), kind: "headline", text: `Story ${index}` },
          { page: 1 + (index % 2), kind: "paragraph", text: "Words of a small story. ".repeat(20).trim() },
        ],
      })),
    });
    const started = performance.now();
    expect(renderEdition(many, site, []).value).toHaveLength(1006);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
