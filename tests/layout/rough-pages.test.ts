/** What an OCR gives besides the print: noise, folios of no size; headlines printed again; text that turns the page. */
import { describe, expect, it } from "vitest";
import type { Chain } from "../../src/layout/chain-lines.js";
import { layOutPage } from "../../src/layout/index.js";
import { findJumpHeads } from "../../src/layout/jump-heads.js";
import { type Line, linesOf, type Page } from "../../src/model/page.js";
import { column, heading, type PrintedLine, printedPage, step } from "./printed-page.js";

const wide = step + 16;
const body = [
  heading("H", { x: 0, y: 30, width: wide, size: 2 }),
  column("a", { x: 0, y: 34, lines: 12 }),
  column("b", { x: step, y: 34, lines: 12, ends: true }),
];
const lineAt = (text: string, x: number, y: number, width: number): PrintedLine[] => [
  { text, x, y, width, size: 1, bold: false },
];
/** The OCR's own sureness of each line, as that of its one word. */
const withSureness = (page: Page, sureOf: (line: Line) => number): Page => ({
  ...page,
  blocks: page.blocks.map((block) => ({
    ...block,
    lines: block.lines.map((line) => ({
      ...line,
      ...(line.box ? { words: [{ at: 0, text: line.text, box: line.box, confidence: sureOf(line) }] } : {}),
    })),
  })),
});
const edgesOf = (page: Page): string[] =>
  linesOf(page).flatMap(({ text, place }) => (place?.edge ? [text.split(" ")[0] ?? ""] : []));

describe("a line that lies on another", () => {
  const page = printedPage([...body, lineAt("x 二", 2, 30.5, 12)], { sizeless: true });
  const sureOf = (ghost: number) => (line: Line) => (line.text.startsWith("x") ? ghost : 0.95);

  it("holds little and is unsure--is noise, of no story", () =>
    expect(edgesOf(layOutPage(withSureness(page, sureOf(0.2))))).toEqual(["x"]));

  it("the OCR is sure of it--stays with the text", () =>
    expect(edgesOf(layOutPage(withSureness(page, sureOf(0.9))))).toEqual([]));
});

describe("a line over the head of a page without type sizes", () => {
  const folio = lineAt("F 文文文文", 0, 4, 6);
  const rule = { x: 0, y: 6, width: wide };

  it("over a rule through all columns--is a folio", () =>
    expect(edgesOf(layOutPage(printedPage([folio, ...body], { sizeless: true, rules: [rule] })))).toEqual([
      "F",
    ]));

  it("no such rule--may be the end of a story", () =>
    expect(edgesOf(layOutPage(printedPage([folio, ...body], { sizeless: true })))).toEqual([]));
});

describe("a headline of an earlier page", () => {
  const chain = (text: string, more: Partial<Chain> = {}): Chain =>
    ({ spots: [{ lines: [{ text }] }], display: true, arrives: false, ...more }) as unknown as Chain;
  const arriving = chain("from page 1", { display: false, arrives: true });

  it("printed again where text comes from another page--is a jump head", () => {
    const again = chain("Orange on its way");
    expect(findJumpHeads([again, arriving], ["orangeonitsway"])).toEqual(new Set([again]));
  });

  it("with a letter misread--is one too", () => {
    const again = chain("Oramge on its way");
    expect(findJumpHeads([again, arriving], ["orangeonitsway"])).toEqual(new Set([again]));
  });

  it("other words--is none", () =>
    expect(findJumpHeads([chain("Bridge in the way"), arriving], ["orangeonitsway"])).toEqual(new Set()));

  it("no text of the page comes from another--is none", () =>
    expect(findJumpHeads([chain("Orange on its way")], ["orangeonitsway"])).toEqual(new Set()));
});

describe("text that may turn the page", () => {
  const turnsOf = (page: Page): string[] =>
    linesOf(page).flatMap(({ text, place }) => [
      ...(place?.turnsIn ? [`in ${text.split(" ")[0]}`] : []),
      ...(place?.turnsOut ? [`out ${text.split(" ")[0]}`] : []),
    ]);
  const two = (y: number, lines: number) => [
    heading("H", { x: 0, y: y - 5, width: wide, size: 2 }),
    column("a", { x: 0, y, lines }),
    column("b", { x: step, y, lines }),
  ];

  it("the foot of the last column, and the head of the first under no heading--are marked", () => {
    const from = column("z", { x: 0, y: 8, lines: 4, ends: true });
    const beside = [
      heading("I", { x: step, y: 8, width: 16, size: 2 }),
      column("c", { x: step, y: 12, lines: 3, ends: true, indented: true }),
    ];
    const turns = turnsOf(layOutPage(printedPage([from, ...beside, ...two(30, 4)])));
    expect(turns).toEqual(["in z1", "in z2", "in z3", "in z4", "out b4"]);
  });

  it("a spread is one page of the source--it begins on its first leaf and ends on its last", () => {
    const right = two(20, 30)
      .flat()
      .map((line) => ({ ...line, text: `r${line.text}`, x: line.x + 2 * step + 2 }));
    const page = printedPage([...two(20, 30), right], { sizeless: true });
    const high = 2.5;
    const broad: Page = {
      ...page,
      aspect: (page.aspect ?? 1) / high,
      blocks: page.blocks.map((block) => ({
        ...block,
        lines: block.lines.map(({ box, ...line }) =>
          box ? { ...line, box: { ...box, y: box.y * high, height: box.height * high } } : line,
        ),
      })),
    };
    expect(turnsOf(layOutPage(broad))).toEqual(["out rb30"]);
  });

  it("under a headline--nothing has come from the page before", () =>
    expect(turnsOf(layOutPage(printedPage(two(30, 3))))).toEqual(["out b3"]));
});
