import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutPage } from "../../src/layout/cut-lines.js";
import { layOutPage } from "../../src/layout/index.js";
import { lineId } from "../../src/model/ids.js";
import { type Line, linesOf, type Page, type Word } from "../../src/model/page.js";
import { column, type PrintedLine, printedPage, step, storiesOf } from "./printed-page.js";

/** Lines at one height as an OCR gives them that runs them together: one line with a word for each printed one. */
const runTogether = (...parts: readonly PrintedLine[]): PrintedLine => {
  const first = parts[0] as PrintedLine;
  const last = parts.at(-1) as PrintedLine;
  return { ...first, text: parts.map(({ text }) => text).join("|"), width: last.x + last.width - first.x };
};

/** Gives a line the words of the printed ones in it, as an OCR does: spaces between all, a third of an em apart. */
function withWords(page: Page, printed: readonly PrintedLine[]): Page {
  const wordsOf = (line: Line): Line => {
    if (!line.text.includes("|") || !line.box) return line;
    const words: Word[] = [];
    let at = 0;
    for (const text of line.text.split("|")) {
      const own = printed.find((each) => each.text === text) as PrintedLine;
      const parts = text.match(/\S{1,4}/gu) ?? [];
      const room = own.width / parts.length;
      parts.forEach((part, i) => {
        const box = { ...(line.box as Word["box"]), x: (own.x + i * room) / 80, width: (room - 0.3) / 80 };
        words.push({ at, text: part, box });
        at += part.length + 1;
      });
    }
    const original = words.map(({ text }) => text).join(" ");
    return { ...line, original, text: original, words };
  };
  const blocks = page.blocks.map((block) => ({ ...block, lines: block.lines.map(wordsOf) }));
  return { ...page, blocks };
}

const rows = 8;
const left = column("a", { x: 0, y: 20, lines: rows });
const right = column("b", { x: step, y: 20, lines: rows });
const middle = column("c", { x: 2 * step, y: 20, lines: rows });

/** Three columns; the OCR ran them together in these rows. */
const crossed = (...at: readonly number[]): Page =>
  withWords(
    printedPage(
      [
        left.flatMap((line, row) =>
          at.includes(row)
            ? [runTogether(line, right[row] as PrintedLine, middle[row] as PrintedLine)]
            : [line, right[row] as PrintedLine, middle[row] as PrintedLine],
        ),
      ],
      { sizeless: true },
    ),
    [...left, ...right, ...middle],
  );

const stretched = (page: Page): string[] => linesOf(page).flatMap(({ stretch, id }) => (stretch ? [id] : []));

describe("lines that an OCR ran across a gutter", () => {
  it("are cut where the lines above and below show the gutter", () => {
    expect(stretched(cutPage(crossed(3)))).toEqual(["p2-l10", "p2-l10b", "p2-l10c"]);
  });

  it("are read in their columns", () => {
    expect(storiesOf(layOutPage(crossed(3, 4)))).toEqual(storiesOf(layOutPage(crossed())));
  });

  it("are cut where several follow each other", () => {
    expect(stretched(cutPage(crossed(2, 3, 4)))).toHaveLength(9);
  });

  it("say where in the file's line they stand", () => {
    const [whole] = linesOf(crossed(3)).filter(({ words }) => words);
    const parts = linesOf(cutPage(crossed(3))).filter(({ stretch }) => stretch);
    expect(parts.map(({ original }) => original).join("")).toBe(whole?.original);
    expect(parts.map(({ stretch }) => stretch?.at)).toEqual([
      0,
      parts[0]?.original.length,
      (parts[0]?.original.length ?? 0) + (parts[1]?.original.length ?? 0),
    ]);
    for (const { original, words = [] } of parts)
      for (const word of words) expect(original.slice(word.at, word.at + word.text.length)).toBe(word.text);
  });

  it("stay whole where no other line shows a gutter", () => {
    expect(stretched(cutPage(crossed(0, 1, 2, 3, 4, 5, 6, 7)))).toEqual([]);
  });

  it("stay whole where lines above and below run through", () => {
    const wide = column("w", { x: 0, y: 40, lines: 9, width: 2 * step - 2 });
    const [one, two] = [
      column("d", { x: 0, y: 44.8, lines: 1 }),
      column("e", { x: step, y: 44.8, lines: 1 }),
    ].flat();
    const halves = [one, two] as [PrintedLine, PrintedLine];
    const lines = wide.map((line, i) => (i === 4 ? runTogether(...halves) : line));
    expect(stretched(cutPage(withWords(printedPage([lines], { sizeless: true }), halves)))).toEqual([]);
  });

  it("are no headlines: those may have a gap between two words over a gutter", () => {
    const size = 2;
    const halves = [
      ...column("H", { x: 0, y: 16, lines: 1, size }),
      ...column("I", { x: step, y: 16, lines: 1, size }),
    ] as [PrintedLine, PrintedLine];
    const page = printedPage([[runTogether(...halves)], left, right, middle], { sizeless: true });
    expect(stretched(cutPage(withWords(page, halves)))).toEqual([]);
  });

  it("are no bylines either, whose halves fill no column", () => {
    const byline = { y: 18.5, size: 1, bold: false };
    const halves: [PrintedLine, PrintedLine] = [
      { ...byline, text: "本报记者甲乙丙", x: 9.1, width: 7 },
      { ...byline, text: "通讯员丁戊己庚", x: 17.3, width: 7 },
    ];
    const page = printedPage([[runTogether(...halves)], left, right, middle], { sizeless: true });
    expect(stretched(cutPage(withWords(page, halves)))).toEqual([]);
  });
});

describe("the law of cutting", () => {
  it("loses, doubles and changes nothing, whatever the boxes", () => {
    const box = fc.record({
      x: fc.double({ min: 0, max: 0.9, noNaN: true }),
      y: fc.integer({ min: 0, max: 30 }).map((row) => row / 40),
      width: fc.double({ min: 0, max: 0.4, noNaN: true }),
      height: fc.constant(0.012),
    });
    const word = fc.record({ text: fc.stringMatching(/^[a-z文字，|”]{1,6}$/u), box });
    const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(lines, fc.boolean(), (drawn, sorted) => {
        const printed = drawn.map((parts, index): Line => {
          const row = (parts[0] as (typeof parts)[number]).box.y;
          const placed = sorted ? [...parts].sort((a, b) => a.box.x - b.box.x) : parts;
          let at = 0;
          const words = placed.map(({ text, box: own }): Word => {
            const each = { at, text, box: { ...own, y: row } };
            at += text.length + 1;
            return each;
          });
          const original = placed.map(({ text }) => text).join(" ");
          const x = Math.min(...words.map(({ box: own }) => own.x));
          const end = Math.max(...words.map(({ box: own }) => own.x + own.width));
          return {
            id: lineId(1, index + 1),
            page: 1,
            number: index + 1,
            original,
            text: original,
            edits: [],
            blanksBefore: 0,
            words,
            box: { x, y: row, width: end - x, height: 0.012 },
          };
        });
        const base = printedPage([[]], { number: 1 });
        const page = { ...base, blocks: base.blocks.map((block) => ({ ...block, lines: printed })) };
        const cut = linesOf(cutPage(page));
        expect(new Set(cut.map(({ id }) => id)).size).toBe(cut.length);
        for (const line of printed) {
          const parts = cut.filter(({ number }) => number === line.number);
          expect(parts.map(({ original }) => original).join("")).toBe(line.original);
          expect(parts[0]?.id).toBe(line.id);
          expect(parts.flatMap(({ words = [] }) => words.map(({ text }) => text))).toEqual(
            line.words?.map(({ text }) => text),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
