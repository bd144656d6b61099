/** Make-ups of old papers: columns filled one after the other, a storey under a rule, stories that turn the page unmarked. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { layModules } from "./lay-modules.mjs";
import { layRunning, layStoreys } from "./lay-storeys.mjs";
import { placeParts } from "./place-parts.mjs";
import { partsOf, readIssue } from "./read-issue.mjs";
import { rubricsOf } from "./rubrics.mjs";
import { seededRandom } from "./seeded-random.mjs";
import { turningParts, withTurns } from "./turn-pages.mjs";
import { truthOf } from "./write-truth.mjs";

const pitch = 10;
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ top: nth * pitch, bottom: (nth + 1) * pitch, keep: false }));
const moduleOf = (key: string, count: number, more: object = {}) => ({
  ...{ key, lines: linesOf(count), headSize: 20, pictureSize: 0, captionSize: 0, importance: 2, first: true },
  ...{ measure: 100, galley: { key }, head: { key, size: 100 } },
  shape: { columns: 1, text: 1, head: { over: [0, 1] } },
  ...more,
});
const page = { columns: 3, pitch, gap: 10, taken: [0, 0, 0] };
interface Laid {
  start: number;
  top: number;
  module: { key: string };
  frames: { column: number; from: number; to: number; lines: [number, number] }[];
}
const framesOf = (laid: Laid[]) =>
  laid.flatMap(({ module, start, frames }) =>
    frames.map(({ column, ...frame }) => ({ ...frame, key: module.key, column: start + column })),
  );

describe("columns filled one after the other", () => {
  const { laid } = layRunning([moduleOf("a", 25), moduleOf("b", 11), moduleOf("c", 14)], page) as unknown as {
    laid: Laid[];
  };

  it("hold each line once and in order, column after column", () => {
    for (const [key, count] of [["a", 25] as const, ["b", 11] as const, ["c", 14] as const]) {
      const own = framesOf(laid).filter((frame) => frame.key === key);
      expect(own.map(({ lines }) => lines[0])).toEqual([0, ...own.slice(0, -1).map(({ lines }) => lines[1])]);
      expect(own.at(-1)?.lines[1]).toBe(count);
      expect(own.map(({ column }) => column)).toEqual(own.map((_, nth) => (own[0]?.column ?? 0) + nth));
    }
    expect(new Set(framesOf(laid).map(({ column }) => column)).size).toBe(3);
  });

  it("let no two texts stand in one place", () => {
    const frames = framesOf(laid);
    for (const [nth, one] of frames.entries())
      for (const other of frames.slice(nth + 1))
        expect(one.column !== other.column || one.to <= other.from || other.to <= one.from).toBe(true);
  });
});

describe("a storey", () => {
  const upper = [[moduleOf("a", 12)], [moduleOf("b", 9)], [moduleOf("c", 6)]];
  const lay = (vertical: boolean) =>
    layStoreys({ upper, lower: [moduleOf("serial", 18)] }, page, seededRandom("x"), {
      vertical,
      running: false,
    }) as unknown as { laid: Laid[]; bars: { along: number; after?: number }[]; length: number };

  it("stands in all columns under all else, a rule through the page between", () => {
    const { laid, bars } = lay(false);
    const rule = bars.find(({ after }) => after === undefined)?.along ?? 0;
    for (const { key, from, to } of framesOf(laid))
      expect(key === "serial" ? from > rule : to < rule).toBe(true);
    expect(
      new Set(
        framesOf(laid)
          .filter(({ key }) => key === "serial")
          .map(({ column }) => column),
      ).size,
    ).toBe(3);
  });

  it("is the lowest tiers of a vertical page", () => {
    const { laid, bars } = lay(true);
    const [{ after = -1 } = {}] = bars;
    for (const { key, column } of framesOf(laid)) expect(key === "serial").toBe(column > after);
  });

  it("has its rule drawn as wide as the page", () => {
    const css = () => "";
    const { marks } = placeParts(lay(false), {
      css,
      gutter: 10,
      column: 100,
      columns: 3,
      gap: 10,
      rules: "none",
    });
    expect(marks.map(({ place }: { place?: { width: number } }) => place?.width)).toContain(320);
  });
});

describe("a story that turns the page without a mark", () => {
  it("stands at the foot of the last column, and what comes over at the head of the first", () => {
    const stories = [
      [moduleOf("leaving", 9, { stand: "foot", importance: 1 })],
      [moduleOf("a", 20)],
      [moduleOf("arriving", 7, { stand: "head", importance: 3 })],
      [moduleOf("b", 15)],
    ];
    const { laid } = layModules(stories, page, seededRandom("x")) as unknown as { laid: Laid[] };
    const of = (key: string) => framesOf(laid).filter((frame) => frame.key === key);
    expect(of("arriving")[0]).toMatchObject({ column: 0, from: 20 });
    const foot = of("leaving").at(-1);
    expect(foot?.column).toBe(2);
    expect(framesOf(laid).every(({ column, to }) => column !== 2 || to <= (foot?.to ?? 0))).toBe(true);
  });

  const folder = new URL("./issues/", import.meta.url);
  const names = readdirSync(folder).filter((name) => !name.includes("."));
  it.each(names)("%s has one, cut within a paragraph, and nothing of it is printed", (name) => {
    const issue = withTurns({ ...readIssue(new URL(`${name}/issue.json`, folder)), style: { columns: 5 } });
    const turning = turningParts(issue);
    expect(turning.length).toBeGreaterThan(0);
    for (const { story, part } of turning) {
      const text = partsOf(story)
        .flatMap(({ spans }) => spans.map(([index, from, to]) => story.body[index].text.slice(from, to)))
        .join("");
      expect(text).toBe(story.body.map((one: { text: string }) => one.text).join(""));
      expect(part.leaves).toMatchObject({ jump_line: null, continuation_line: null, to_page: part.page + 1 });
      expect(part.leaves?.after_char).toBeGreaterThan(0);
    }
    const turned = new Set(turning.map(({ story }: { story: { id: string } }) => story.id));
    const articles = truthOf(issue).articles.filter(({ id }: { id: string }) => turned.has(id));
    for (const { jump } of articles) expect(jump).toMatchObject({ jump_line: null, jump_head: [] });
  });

  it("has labels in every language of the issues", () => {
    const languages = new Set(names.map((name) => readIssue(new URL(`${name}/issue.json`, folder)).language));
    languages.delete("en");
    for (const language of languages) expect(rubricsOf({ language })).not.toBe(rubricsOf({ language: "en" }));
  });
});
