/** What stands between an invented issue and its pages with places, where no browser is needed. */
import { describe, expect, it } from "vitest";
import { withMakeup } from "./choose-makeup.mjs";
import { layModules } from "./lay-modules.mjs";
import { seededRandom } from "./seeded-random.mjs";
import { pageAlto } from "./write-page-alto.mjs";
import { truthOf } from "./write-truth.mjs";

const pitch = 10;
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ top: nth * pitch, bottom: (nth + 1) * pitch, keep: false }));
const story = (key: string, count: number, shape: object, headSize = 20) => [
  { key, shape, lines: linesOf(count), headSize, pictureSize: 0, captionSize: 0, importance: 2, first: true },
];
const above = (columns: number) => ({ columns, text: columns, head: { over: [0, columns] } });
const page = { columns: 3, pitch, gap: 10, taken: [0, 0, 0] };
interface Laid {
  start: number;
  headAt: number;
  top: number;
  module: { key: string; shape: { columns: number }; headSize: number };
  frames: { column: number; from: number; lines: [number, number] }[];
}
const lay = (stories: object[]) => layModules(stories, page, seededRandom("page")).laid as unknown as Laid[];
const framesOf = (laid: Laid[]) =>
  laid.flatMap(({ start, frames }) =>
    frames.map(({ column, from, lines: [first, end] }) => ({
      column: start + column,
      from,
      to: from + (end - first) * pitch,
    })),
  );

describe("laying stories on a page", () => {
  it("shares a story's lines out over its columns, each line once and in order", () => {
    const [laid] = lay([story("a", 31, above(3))]);
    expect(laid?.frames.map(({ lines }) => lines)).toEqual([
      [0, 11],
      [11, 22],
      [22, 31],
    ]);
    expect(laid?.frames.every(({ from }) => from === 20)).toBe(true);
  });

  it("puts no text over other text", () => {
    const places = framesOf(
      lay([
        story("a", 30, above(2)),
        story("b", 12, above(1)),
        story("c", 40, above(3)),
        story("d", 7, above(1)),
      ]),
    );
    for (const [nth, one] of places.entries())
      for (const other of places.slice(nth + 1))
        expect(one.column !== other.column || one.to <= other.from || other.to <= one.from).toBe(true);
  });

  it("lets text run on under a shorter neighbour, and its head stand over its first columns", () => {
    const corner = { columns: 3, text: 3, head: { over: [0, 2] } };
    const taken = [0, 0, 60];
    const [laid] = layModules([story("a", 60, corner)], { ...page, taken }, seededRandom("page"))
      .laid as unknown as Laid[];
    expect(laid?.headAt).toBe(0);
    expect(laid?.frames.map(({ from }) => from)).toEqual([20, 20, 60]);
  });

  it("sinks a head into its text: lines above it, lines under it", () => {
    const sunk = { columns: 3, text: 3, head: { over: [1, 2], sink: 0.4 } };
    const [laid] = lay([story("a", 60, sunk)]);
    const middle = laid?.frames.filter(({ column }) => column === 1) ?? [];
    expect(middle).toHaveLength(2);
    expect(middle[0]?.from).toBeLessThan(laid?.headAt ?? 0);
    expect(middle[1]?.from).toBeGreaterThan(laid?.headAt ?? 0);
  });

  it("takes the same make-up on every run", () => {
    const body = [{ kind: "paragraph", text: "a".repeat(900) }];
    const issue = {
      id: "x",
      language: "en",
      direction: "horizontal",
      pages: [1],
      stories: [{ body }],
      style: {},
    };
    expect(withMakeup(issue, "mixed", 3)).toEqual(withMakeup(issue, "mixed", 3));
  });
});

describe("writing ALTO", () => {
  const word = (text: string, x: number, y: number, em = 10, font = "Serif") =>
    [...text].map((char, nth) => ({
      text: char,
      x0: x + nth * em,
      x1: x + (nth + 1) * em,
      y0: y,
      y1: y + em,
      em,
      font,
    }));
  const issue = { id: "x", language: "en", direction: "horizontal" };
  const printed = {
    glyphs: [
      ...word("A&B", 0, 0, 20, "Serif-Bold"),
      ...word("ferry", 0, 40),
      ...word("at", 56, 40),
      ...word("noon", 0, 52),
    ],
    size: { width: 144, height: 72 },
  };
  const alto = pageAlto(issue, { number: 3, pictures: [], rules: [] }, printed, {
    dpi: 144,
    blocks: "boxes",
  });

  it("has a string for each word and a space between, in pixels", () => {
    expect(alto).toContain('HPOS="0" VPOS="80" WIDTH="100" HEIGHT="20" CONTENT="ferry"');
    expect(alto).toContain('<SP WIDTH="12" HPOS="100" VPOS="80"/>');
    expect(alto).toContain('HPOS="112" VPOS="80" WIDTH="40" HEIGHT="20" CONTENT="at"');
    expect(alto).toContain('WIDTH="288" HEIGHT="144" LANG="en"');
  });

  it("names the type of each line, and takes lines that touch for one block", () => {
    expect(alto).toContain('FONTFAMILY="Serif-Bold" FONTSIZE="20.0" FONTSTYLE="bold"');
    expect(alto).toContain('FONTFAMILY="Serif" FONTSIZE="10.0"/>');
    expect(alto.match(/<TextBlock /g)).toHaveLength(2);
    expect(alto).toContain('CONTENT="A&#38;B"');
  });

  it("makes each line a block, where programs do", () => {
    const single = pageAlto(issue, { number: 3 }, printed, { dpi: 144, blocks: "lines" });
    expect(single.match(/<TextBlock /g)).toHaveLength(3);
  });
});

describe("the truth of a story with a picture", () => {
  it("has its caption behind the text or before it, on the picture's page", () => {
    const body = ["abc", "de"].map((text) => ({ kind: "paragraph", text }));
    const captions = [{ page: 1, text: "Seen" }];
    const stories = [{ id: "s1", page: 1, headline: ["Head"], body, jump: null, captions }];
    const issue = {
      id: "x",
      language: "en",
      direction: "horizontal",
      pages: [{ number: 1 }],
      stories,
      notices: [],
    };
    const [article] = truthOf(issue).articles;
    expect(article).toMatchObject({
      body_orders: [
        [0, 1, 2],
        [2, 0, 1],
      ],
    });
    expect(article?.body[2]).toEqual({ kind: "caption", text: "Seen" });
    expect(article?.parts[0]?.spans).toContainEqual([2, 0, 4]);
  });
});
