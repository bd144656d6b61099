/** Pages whose lines have boxes: every line at its place, no story over another, and nothing from a file but numbers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { Box, Line, Page } from "../../src/model/page.js";
import { viewEdition } from "../../src/render/edition-view.js";
import { renderEdition } from "../../src/render/index.js";
import { fitLine } from "../../src/render/mirror/fit-line.js";
import { mergeAreas } from "../../src/render/mirror/merge-areas.js";
import { orderByPlace } from "../../src/render/mirror/order-by-place.js";
import { placeLines } from "../../src/render/mirror/place-lines.js";
import { spreadText } from "../../src/render/mirror/spread-text.js";
import { naturalWidth } from "../../src/render/mirror/type-widths.js";
import { mirrorPage } from "../../src/render/page/mirror-page.js";
import { hostile, open, spec } from "./made-up.js";
import { placeEdition } from "./place-edition.js";
import { setEdition } from "./set-edition.js";
import { setIssue } from "./set-issue.js";

const { site } = open();
const render = (edition: ReviewedEdition): ReadonlyMap<string, string> =>
  new Map(
    renderEdition(edition, site, []).value.map((file) => [
      file.path.slice(file.path.lastIndexOf("/") + 1),
      String(file.content),
    ]),
  );
const changeLines = (edition: ReviewedEdition, change: (line: Line) => Line): ReviewedEdition => ({
  ...edition,
  pages: edition.pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) => ({ ...block, lines: block.lines.map(change) })),
  })),
});
const withoutTags = (html: string): string => html.replace(/<(?:[^>"]|"[^"]*")*>/g, "");
const mirrorOf = (html: string): string =>
  html.slice(html.indexOf('<div class="mirror">'), html.indexOf("<figcaption"));
const meet = (a: Box, b: Box, slack = 1e-9): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > slack &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > slack;
const inside = (inner: Box, outer: Box, slack: number): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack;

const issues = ["en-weekly", "zh-daily", "ja-vertical"];

describe("a measured page", () => {
  const areasOf = (edition: ReviewedEdition, page: Page) => {
    const { makeUp, parts } = mirrorPage(page, viewEdition(edition, site));
    if (makeUp.kind !== "measured") throw new Error("the page has coordinates");
    return { parts, ...makeUp.measured };
  };

  it("has no story over another, and every line in an area of its story", () => {
    for (const id of issues) {
      const edition = placeEdition(setIssue(id));
      for (const page of edition.pages) {
        const { areas, parts, place } = areasOf(edition, page);
        expect(areas.every((own) => own.length > 0)).toBe(true);
        areas.forEach((own, at) => {
          for (const other of areas.slice(at + 1).flat())
            for (const area of own) expect(meet(area, other), `${id} ${page.number}`).toBe(false);
          for (const line of parts[at]?.lineIds ?? []) {
            const box = place.lines.get(line)?.box;
            expect(box && own.some((area) => inside(box, area, place.em / 2)), `${id} ${line}`).toBe(true);
          }
        });
      }
    }
  });

  it("draws an L-shaped story as more than one rectangle", () => {
    const edition = placeEdition(setIssue("en-weekly"));
    const counts = edition.pages.flatMap((page) => areasOf(edition, page).areas.map((own) => own.length));
    expect(Math.max(...counts)).toBeGreaterThan(1);
    expect(Math.max(...counts)).toBeLessThan(6);
  });

  it("says that it is measured, in the page view and in the report", () => {
    const files = render(placeEdition(setIssue("en-weekly")));
    for (const name of ["p1.html", "report.html"]) {
      expect(files.get(name)).toContain("Measured layout");
      expect(files.get(name)).not.toContain("Approximate layout");
    }
  });

  it("holds every word of its lines, jump marks live, the headline a link to the story", () => {
    for (const id of issues) {
      const edition = placeEdition(setIssue(id));
      const files = render(edition);
      for (const page of edition.pages) {
        const html = mirrorOf(files.get(`p${page.number}.html`) ?? "");
        const shown = withoutTags(html)
          .replace(/&#x26;|&amp;/g, "&")
          .replace(/\s+/g, "");
        for (const unit of edition.assembly.units.values())
          if (unit.page === page.number)
            expect(shown).toContain(unit.passage.text.replace(/\s+/g, "").replace(/</g, "&#x3C;"));
      }
      expect(files.get("p1.html")).toMatch(/<h2 class="headline"><a href="p1-[^"]+\.html">/);
      expect(files.get("p1.html")).toMatch(/<p class="jump forward"[^>]*><a href="p\d+\.html#p1-/);
    }
  });

  it("sets the lines of a vertical page downwards, and a headline across it across", () => {
    const edition = placeEdition(setIssue("ja-vertical"));
    const across = changeLines(edition, (line) =>
      line.id === "p1-l1" ? { ...line, box: { x: 0.1, y: 0.02, width: 0.5, height: 0.03 } } : line,
    );
    const html = render(across).get("p1.html") ?? "";
    const lines = [...html.matchAll(/<span class="(set[^"]*)"/g)].map(([, name]) => name);
    expect(lines.filter((name) => name?.includes("down")).length).toBeGreaterThan(20);
    expect(lines.some((name) => !name?.includes("down"))).toBe(true);
    expect(html).not.toContain("set-horizontal");
  });

  it("draws rules no thicker than print where an OCR measured the page, in the middle of their boxes", () => {
    const separators = [
      { x: 0.1, y: 0.3, width: 0.8, height: 0.02 },
      { x: 0.5, y: 0.3, width: 0.02, height: 0.5 },
      { x: 0.1, y: 0.9, width: 0.2, height: 0.1 }, // the frame of a notice
    ];
    const placed = placeEdition(setIssue("en-weekly"));
    const withRules = { ...placed, pages: placed.pages.map((page) => ({ ...page, separators })) };
    const rulesOf = (edition: ReviewedEdition): Box[] => {
      const [page] = edition.pages;
      return page ? (placeLines(page)?.rules.slice() ?? []) : [];
    };
    const given = rulesOf(withRules);
    const rough = changeLines(withRules, (line) => ({
      ...line,
      place: { ...line.place, rough: true } as NonNullable<Line["place"]>,
    }));
    const drawn = rulesOf(rough);
    const thickness = ({ width, height }: Box): number => Math.min(width, height);
    expect(given.map(thickness).every((thick) => thick > 0.015)).toBe(true);
    expect(drawn.map(thickness).map((thick) => thick < 0.01)).toEqual([true, true, false]);
    const middle = ({ x, y, width, height }: Box): string =>
      [x + width / 2, y + height / 2].map((at) => at.toFixed(6)).join(" ");
    expect(drawn.map(middle)).toEqual(given.map(middle));
    expect(drawn[2]).toEqual(given[2]);
  });

  it("prints the hyphen of a broken word, outside the word", () => {
    const edition = setEdition({
      ...spec,
      stories: [{ id: "p1-aaaaaa", pieces: [{ page: 1, kind: "paragraph", text: "was argu- mented here" }] }],
      furniture: [],
      leftovers: [],
      measure: 11,
      pages: [{ number: 1 }],
    });
    const [[id, unit] = []] = [...edition.assembly.units];
    if (!id || !unit) throw new Error("the fixture has a unit");
    expect(unit.passage.spans).toHaveLength(2);
    const passage = { ...unit.passage, text: "was argumented here", seams: ["drop-hyphen" as const] };
    const [article] = edition.assembly.articles;
    if (!article) throw new Error("the fixture has a story");
    const mended = {
      ...edition,
      assembly: {
        ...edition.assembly,
        units: new Map([[id, { ...unit, passage }]]),
        articles: [{ ...article, body: [{ kind: "paragraph" as const, passage, units: [id] }] }],
      },
    };
    const html = render(placeEdition(mended)).get("p1.html") ?? "";
    expect(html).toMatch(
      />was argu<span class="hyphen">-<\/span><\/span>(<\/a>)?<span class="set[^>]*>mented here</,
    );
  });
});

describe("a page that is not measured", () => {
  const plain = render(setIssue("zh-daily"));
  it("is one with a page size and no boxes, or with boxes for some of its lines only", () => {
    const sized = setIssue("zh-daily");
    const files = render({ ...sized, pages: sized.pages.map((page) => ({ ...page, aspect: 1.4 })) });
    expect(files).toEqual(plain);
    const placed = placeEdition(sized);
    const some = changeLines(placed, (line) => {
      const { box: _box, ...rest } = line;
      return line.number % 3 === 0 ? rest : line;
    });
    expect(render(some).get("p1.html")).toEqual(plain.get("p1.html"));
  });
  it("is one whose size is no size", () => {
    for (const aspect of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9]) {
      const placed = placeEdition(setIssue("zh-daily"));
      const files = render({ ...placed, pages: placed.pages.map((page) => ({ ...page, aspect })) });
      expect(files.get("p1.html")).toEqual(plain.get("p1.html"));
    }
  });
});

describe("what has no place of its own", () => {
  it("a line without a box shares the boxes of its paragraph", () => {
    const placed = placeEdition(setIssue("en-weekly"));
    const paragraph = [...placed.assembly.units.values()].findLast(
      ({ kind, page, passage }) => kind === "paragraph" && page === 1 && passage.spans.length > 3,
    );
    const gone = paragraph?.passage.spans[1]?.line;
    const lost = changeLines(placed, (line) => {
      const { box: _box, ...rest } = line;
      return line.id === gone ? rest : line;
    });
    const html = mirrorOf(render(lost).get("p1.html") ?? "");
    const own = new RegExp(`<p[^>]* id="${paragraph?.id}">(.*?)</p>`, "s").exec(html)?.[1] ?? "";
    expect([...own.matchAll(/class="set/g)].length).toBe((paragraph?.passage.spans.length ?? 0) - 1);
    expect(withoutTags(own).replace(/\s+/g, "")).toBe(paragraph?.passage.text.replace(/\s+/g, ""));
  });

  it("an editor's headline stands over the printed one's lines, one more line with it", () => {
    const placed = placeEdition(setIssue("en-weekly"));
    const [article] = placed.assembly.articles;
    const [page = 0] = article?.parts.map((part) => part.page) ?? [];
    const articles = placed.assembly.articles.map((each) =>
      each === article
        ? { ...each, handEdited: { file: "a.md", markdown: "x", headline: `${hostile}\nTwo\nThree\nFour` } }
        : each,
    );
    const html = render({ ...placed, assembly: { ...placed.assembly, articles } }).get(`p${page}.html`) ?? "";
    const region = html.slice(html.indexOf(`id="${article?.id}"`));
    const headline = region.slice(region.indexOf("<h2"), region.indexOf("</h2>"));
    expect(headline).toContain('class="set');
    expect(withoutTags(headline).replace(/\s+/g, " ")).toMatch(/Two Three Four$/);
    expect(headline).not.toContain("adrift");
    expect(headline).not.toMatch(/<(script|img)/);
  });

  it("a whole story without boxes is listed under the page, with its link", () => {
    const placed = placeEdition(setIssue("en-weekly"));
    const small = placed.assembly.articles
      .filter(({ parts }) => parts.length === 1 && parts[0]?.page === 2)
      .sort((a, b) => a.body.length - b.body.length)[0];
    const lines = new Set(
      small?.parts.flatMap((part) =>
        part.units.flatMap(
          (unit) => placed.assembly.units.get(unit)?.passage.spans.map(({ line }) => line) ?? [],
        ),
      ),
    );
    const lost = changeLines(placed, (line) => {
      const { box: _box, ...rest } = line;
      return lines.has(line.id) ? rest : line;
    });
    const html = render(lost).get("p2.html") ?? "";
    const under = html.slice(html.indexOf("without-place"), html.indexOf("<figcaption"));
    expect(under).toContain(`<a href="${small?.id}.html">`);
    expect(html).toContain(`id="${small?.id}"`);
  });
});

describe("hostile boxes", () => {
  const nasty = fc.oneof(
    fc.double(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e308, 5e-324),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  const styles = (html: string): string[] =>
    [...html.matchAll(/ style="([^"]*)"/g)].map((match) => match[1] ?? "");

  it("reach the page as numbers on it, or not at all, and the same each time", () => {
    const placed = placeEdition(setEdition(spec));
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: nasty, y: nasty, width: nasty, height: nasty }), {
          minLength: 1,
          maxLength: 12,
        }),
        nasty,
        (boxes, typeSize) => {
          const hostileBoxes = changeLines(placed, (line) => {
            const box = boxes[line.number % boxes.length];
            return line.number % 2 === 0 && box ? { ...line, box, typeSize } : line;
          });
          const edition = {
            ...hostileBoxes,
            pages: hostileBoxes.pages.map((page) => ({ ...page, separators: boxes, pictures: boxes })),
          };
          const files = render(edition);
          for (const [name, html] of files)
            for (const style of styles(html))
              expect(style, name).toMatch(
                /^(--[a-z-]+:\d+(\.\d+)?|grid-template-columns:[^"]*)(;--[a-z-]+:\d+(\.\d+)?)*$/,
              );
          expect(render(edition)).toEqual(files);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("mergeAreas", () => {
  const anyBox = fc
    .record({
      x: fc.double({ min: 0, max: 0.95, noNaN: true }),
      y: fc.double({ min: 0, max: 1.3, noNaN: true }),
      width: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
      height: fc.double({ min: 0.005, max: 0.03, noNaN: true }),
    })
    .map((box) => ({ ...box, width: Math.min(box.width, 1 - box.x) }));
  it("lets no story overlap another and keeps all on the page, whatever the boxes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyBox, { maxLength: 12 }), { maxLength: 8 }),
        fc.array(anyBox, { maxLength: 4 }),
        (stories, strangers) => {
          const areas = mergeAreas(stories, strangers, 0.01, 1.4);
          expect(areas).toHaveLength(stories.length);
          areas.forEach((own, at) => {
            for (const other of areas.slice(at + 1).flat())
              for (const area of own) expect(meet(area, other)).toBe(false);
            for (const area of own)
              expect(inside(area, { x: 0, y: 0, width: 1, height: 1.4 }, 1e-9)).toBe(true);
          });
        },
      ),
      { numRuns: 150 },
    );
  });
  it("makes one rectangle of a story that stands whole over two columns", () => {
    const column = (x: number) =>
      Array.from({ length: 5 }, (_, line) => ({ x, y: 0.2 + line * 0.02, width: 0.2, height: 0.015 }));
    expect(
      mergeAreas(
        [[{ x: 0.1, y: 0.1, width: 0.4, height: 0.05 }, ...column(0.1), ...column(0.32)]],
        [],
        0.01,
        1,
      ),
    ).toEqual([[expect.objectContaining({ x: expect.closeTo(0.095) })]]);
  });
});

describe("fitLine", () => {
  it("never sets words longer than their line, nor larger than they were", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (text, length, size) => {
          const fit = fitLine(text, length, size, false);
          const ems = naturalWidth(text, false) + fit.tracking * Array.from(text).length;
          expect(ems * fit.size * fit.squeeze).toBeLessThanOrEqual(length * 1.0001);
          expect(fit.size).toBeLessThanOrEqual(size);
          expect(fit.squeeze).toBeGreaterThan(0.6);
        },
      ),
    );
  });
  it("squeezes a headline in narrow type and spaces a line that was spaced", () => {
    expect(fitLine("Dredge vote stalls", 0.3, 0.04, true).squeeze).toBeLessThan(1);
    expect(fitLine("Dredge vote stalls", 0.5, 0.04, true).tracking).toBeGreaterThan(0);
    expect(fitLine("砚州晚报", 0.5, 0.04, true)).toEqual({ size: 0.04, squeeze: 1, tracking: 0 });
  });
});

describe("spreadText", () => {
  it("loses no character and gives each length a text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 80 }),
          fc.constant("全长四公里，the river rose twice。"),
        ),
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
        (text, lengths) => {
          const texts = spreadText(text, lengths);
          expect(texts).toHaveLength(lengths.length);
          expect(texts.join("")).toBe(text);
        },
      ),
    );
  });
  it("breaks between words, and between ideographs", () => {
    expect(spreadText("the river rose twice", [1, 1])).toEqual(["the river ", "rose twice"]);
    expect(spreadText("河堤加固完工", [1, 1])).toEqual(["河堤加", "固完工"]);
  });
});

describe("orderByPlace", () => {
  const at = (x: number, y: number, width = 0.3) => ({ x, y, width, height: 0.1 });
  const story = (area: Box, type = 1, minor = false) => ({ area, type, minor });
  it("takes the largest first, and none before what stands above it", () => {
    const stories = [
      story(at(0, 0.1)),
      story(at(0, 0.5), 3),
      story(at(0.5, 0.1), 2.5),
      story(at(0.5, 0.3), 1, true),
    ];
    expect(orderByPlace(stories, false)).toEqual([2, 0, 1, 3]);
  });
  it("begins at the right of a vertical page, and ends with what has no place", () => {
    const stories = [{ type: 9, minor: false }, story(at(0, 0.1)), story(at(0.6, 0.1))];
    expect(orderByPlace(stories, true)).toEqual([2, 1, 0]);
    expect(orderByPlace(stories, false)).toEqual([1, 2, 0]);
  });
});
