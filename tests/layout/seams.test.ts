/** Which text goes on in which, told by how it ends and how the next begins, where the make-up alone leads astray. */
import { describe, expect, it } from "vitest";
import { layOutPage } from "../../src/layout/index.js";
import { below, heading, type PrintedLine, pitch, printedPage, step, storiesOf } from "./printed-page.js";

interface Prose {
  readonly x: number;
  readonly y: number;
  readonly lines: number;
  /** Its first line is in the midst of a paragraph, else it is set in. */
  readonly inside?: boolean;
  /** Its last line is full and ends no sentence, else it is short and ends one. */
  readonly open?: boolean;
}
const width = 16;

/** A column of two paragraphs, set in as print sets them. */
function prose(label: string, { x, y, lines, inside = false, open = false }: Prose): PrintedLine[] {
  const cut = Math.floor(lines / 2);
  return Array.from({ length: lines }, (_, i) => {
    const indent = (i === 0 && !inside) || i === cut ? 2 : 0;
    const isLast = i === cut - 1 || (i === lines - 1 && !open);
    const letters = (isLast ? 7 : width) - indent;
    return {
      text: `${label}${i + 1} ${"文".repeat(letters - 2)}${isLast ? "。" : ""}`,
      ...{ x: x + indent, y: y + i * pitch, width: letters, size: 1, bold: false },
    };
  });
}
const stories = (...parts: PrintedLine[][]) => storiesOf(layOutPage(printedPage(parts)));

describe("a column under a neighbour's foot, hardly any white between them", () => {
  const over = (end: Pick<Prose, "open">) => [
    heading("上", { x: 2 * step, y: 30, width }),
    prose("甲", { x: 2 * step, y: 34, lines: 8, ...end }),
  ];
  const left = (end: Pick<Prose, "open">) => [
    heading("下", { x: 0, y: 45, width: step + width }),
    prose("乙", { x: 0, y: 49, lines: 8, open: true }),
    prose("丙", { x: step, y: 49, lines: 8, inside: true, ...end }),
  ];
  const y = below(34, 8) + 1;

  it("goes on from the column left of it, whose sentence is broken off--as the words have it", () => {
    const found = stories(
      ...over({}),
      ...left({ open: true }),
      prose("丁", { x: 2 * step, y, lines: 11, inside: true }),
    );
    expect(found).toContain("下 乙1-8 丙1-8 丁1-11");
    expect(found).toContain("上 甲1-8");
  });

  it("goes on from the text over it, where that is broken off and the other is not--as the column has it", () => {
    const found = stories(
      ...over({ open: true }),
      ...left({}),
      prose("丁", { x: 2 * step, y, lines: 11, inside: true }),
    );
    expect(found).toContain("上 甲1-8 丁1-11");
    expect(found).toContain("下 乙1-8 丙1-8");
  });
});

describe("text left of a headline and level with it", () => {
  const page = (first: Pick<Prose, "open">, second: Pick<Prose, "inside">) =>
    stories(
      heading("壬", { x: 0, y: 30, width }),
      prose("甲", { x: 0, y: 34, lines: 8 }),
      prose("乙", { x: step, y: 30, lines: 11, ...first }),
      heading("癸", { x: 2 * step, y: 30, width }),
      prose("丙", { x: 2 * step, y: 34, lines: 8, ...second }),
    );

  it("breaks off, and what stands under the headline begins in mid-sentence--is the headline's", () => {
    const found = page({ open: true }, { inside: true });
    expect(found).toContain("癸 乙1-11 丙1-8");
    expect(found).toContain("壬 甲1-8");
  });

  it("ends, and what stands under the headline begins--is not", () =>
    expect(page({}, {})).toContain("癸 丙1-8"));
});

describe("a page that sets no paragraphs in", () => {
  it("no seam says anything--everything stays where the make-up has it", () => {
    const flush = (lines: PrintedLine[]) => lines.map((line) => ({ ...line, x: line.x - (line.x % step) }));
    const found = stories(
      heading("上", { x: step, y: 30, width }),
      flush(prose("甲", { x: step, y: 34, lines: 8 })),
      flush(prose("乙", { x: step, y: below(34, 8), lines: 6, inside: true })),
      heading("下", { x: 0, y: 30, width }),
      flush(prose("丙", { x: 0, y: 34, lines: 10 })),
    );
    expect(found).toContain("上 甲1-8 乙1-6");
  });
});
