/** The column a story begins in: counted where a page has one grid, never guessed where it has none. */
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.js";
import type { Line, Page } from "../../src/model/page.js";
import { renderEdition } from "../../src/render/index.js";
import { findPrintColumn, gridsOf } from "../../src/render/print-column.js";
import { sampleEditions } from "../publish/published-samples.js";
import { open } from "./made-up.js";

const em = 0.01;
interface Set {
  readonly from: number;
  readonly width: number;
  readonly lines: number;
  readonly scale?: number;
}
/** Columns of lines; the second line of each is short and indented, as a paragraph's first is. */
function pageOf(sets: readonly Set[], direction: Page["direction"] = "horizontal"): Page {
  const lines = sets.flatMap(({ from, width, lines: count, scale = 1 }, set) =>
    Array.from({ length: count }, (_, at): Line => {
      const inset = at === 1 ? 2 : 0;
      const room = at === 1 ? 3 : 0;
      const long = width / em;
      const [start, length] = [from + inset * em, width - (inset + room) * em];
      const [over, high] = [0.1 + at * 0.02, 0.012];
      const box =
        direction === "vertical"
          ? { x: 1 - over, y: start, width: high, height: length }
          : { x: start, y: over, width: length, height: high };
      const place = { scale, bold: false, inset, room, width: long - inset - room, column: long };
      return { id: `p1-l${set}-${at}`, page: 1, box, place } as unknown as Line;
    }),
  );
  return { number: 1, direction, blocks: [{ id: "b", lines }] } as unknown as Page;
}
/** Of a story whose text begins with that line of that set. */
function columnOf(page: Page, set: number, line = 0, toLeft = false): number | undefined {
  const lines = new Map(page.blocks.flatMap((block) => block.lines.map((each) => [each.id, each] as const)));
  const spans = [{ line: `p1-l${set}-${line}` }];
  const article = { body: [{ passage: { spans } }] } as unknown as Article;
  const pages = [{ ...page, language: toLeft ? "he" : "en" }];
  return findPrintColumn(article, pages, lines, gridsOf(pages));
}
const columns = [0.1, 0.3, 0.5, 0.7].map((from) => ({ from, width: 0.18, lines: 20 }));

describe("the column of a story", () => {
  it("is counted from the left, from the right where the script runs to the left, in vertical text from the top", () => {
    const page = pageOf(columns);
    expect([0, 1, 2, 3].map((set) => columnOf(page, set))).toEqual([1, 2, 3, 4]);
    expect([0, 3].map((set) => columnOf(page, set, 0, true))).toEqual([4, 1]);
    expect([0, 2].map((set) => columnOf(pageOf(columns, "vertical"), set, 0, true))).toEqual([1, 3]);
  });
  it("is that of its paper, not of the line's own length", () => {
    expect(columnOf(pageOf(columns), 2, 1)).toBe(3);
  });
  it("counts columns that hold no text, between and before", () => {
    const [first, second, , last] = columns as [Set, Set, Set, Set];
    expect(columnOf(pageOf([first, second, last]), 2)).toBe(4);
    const heading = { from: 0.1, width: 0.38, lines: 1, scale: 3 };
    const page = pageOf([heading, ...columns.slice(2)]);
    expect([1, 2].map((set) => columnOf(page, set))).toEqual([3, 4]);
    expect(columnOf(page, 2, 0, true)).toBe(1);
  });
  it("is not told where text stands over several columns, or a page has no grid, one column, or no places", () => {
    const wide = { from: 0.1, width: 0.38, lines: 3 };
    expect(columnOf(pageOf([wide, ...columns]), 0)).toBeUndefined();
    expect(columnOf(pageOf([wide, ...columns]), 1)).toBe(1);
    const mixed = [
      { from: 0.1, width: 0.18, lines: 20 },
      { from: 0.3, width: 0.28, lines: 20 },
    ];
    expect(columnOf(pageOf(mixed), 0)).toBeUndefined();
    const askew = [0.1, 0.3, 0.6].map((from) => ({ from, width: 0.18, lines: 20 }));
    expect(columnOf(pageOf(askew), 0)).toBeUndefined();
    expect(columnOf(pageOf(columns.slice(0, 1)), 0)).toBeUndefined();
    const page = pageOf(columns);
    const bare = page.blocks.map((block) => ({
      ...block,
      lines: block.lines.map(({ box: _, place: __, ...line }) => line),
    }));
    expect(columnOf({ ...page, blocks: bare }, 0)).toBeUndefined();
  });
  it("is what one counts on the picture of a page", async () => {
    const measured = (await sampleEditions()).find(({ pages }) => pages.some(({ aspect }) => aspect));
    const { pages = [], assembly } = measured ?? {};
    const lines = new Map(
      pages.flatMap(({ blocks }) =>
        blocks.flatMap((block) => block.lines.map((line) => [line.id, line] as const)),
      ),
    );
    const told = (headline: string) => {
      const article = assembly?.articles.find((each) => each.headline[0]?.text.startsWith(headline));
      return article && findPrintColumn(article, pages, lines, gridsOf(pages));
    };
    if (!measured) throw new Error("no sample has places");
    const html = renderEdition(measured, open().site, []).value.find(
      ({ path, content }) => /\/p1-\w+\.html$/.test(path) && /"headline":"Brücke nur/.test(String(content)),
    );
    expect(String(html?.content)).toContain('"printColumn":"4"');
    expect(["Die Osse", "Abendschule", "Störche", "Brücke", "Ein Denkmal"].map(told)).toEqual([
      1, 1, 3, 4, 3,
    ]);
  });
});
