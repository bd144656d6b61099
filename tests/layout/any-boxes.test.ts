/** Whatever the boxes: layout keeps every line once and as it is, and leaves a page without boxes alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runColumns } from "../../src/layout/columns/run-columns.js";
import { frameOf } from "../../src/layout/frame.js";
import { layOutEdition, layOutPage } from "../../src/layout/index.js";
import { blockId, lineId } from "../../src/model/ids.js";
import { type Line, linesOf, type Page } from "../../src/model/page.js";
import { readEdition } from "../../src/read/index.js";
import { sampleJobs } from "../sample-jobs.mjs";

/** No reader gives less (read/place-box.ts). */
const thinnest = 1e-7;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anywhere = fc
  .tuple(share, share, share, share)
  .map(([x, y, w, h]) => ({ x, y, width: (1 - x) * w, height: (1 - y) * h }))
  .filter(({ width, height }) => Math.min(width, height) > thinnest);
/** Three columns of lines of one height, as pages have them, so that rules of columns are met. */
const inColumn = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 60 }), fc.constantFrom(0.1, 0.28, 0.6))
  .map(([column, row, width]) => ({
    x: 0.05 + column * 0.3,
    y: 0.1 + row * 0.013,
    width: Math.min(width, 0.94 - column * 0.3),
    height: 0.012,
  }));
const box = fc.oneof({ weight: 4, arbitrary: inColumn }, anywhere);
const text = fc.constantFrom(
  "The Quay Post",
  "By ANNA EXAMPLE",
  "the harbour was closed.",
  "市民中心",
  "12",
  "a",
);
const page = fc
  .record({
    direction: fc.constantFrom("horizontal" as const, "vertical" as const),
    aspect: fc.option(fc.constantFrom(0.3, 1, 1.5, 4), { nil: undefined }),
    separators: fc.array(box, { maxLength: 3 }),
    blocks: fc.array(
      fc.array(fc.record({ text, box: fc.option(box, { nil: undefined, freq: 6 }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ blocks, aspect, ...rest }): Page => {
    let number = 0;
    const made = blocks.map((lines, index) => ({
      id: blockId(1, index + 1),
      lines: lines.map(({ text, box }): Line => {
        number += 1;
        const named = { id: lineId(1, number), page: 1, number, original: text, text, edits: [] };
        return { ...named, blanksBefore: 0, ...(box ? { box } : {}) };
      }),
    }));
    const named = { number: 1, file: "01.xml", language: "en", hash: "0" };
    return { ...named, ...rest, ...(aspect === undefined ? {} : { aspect }), blocks: made };
  });

/** A line without what layout may say of it. */
const asRead = ({ place: _place, blanksBefore: _blanks, ...line }: Line) => line;
const sorted = (page: Page) =>
  linesOf(page)
    .map(asRead)
    .sort((a, b) => a.number - b.number);

describe("layout", () => {
  const runOn = (before: Page): Page => {
    const frame = frameOf(before);
    return frame ? { ...before, blocks: runColumns(frame, before) } : before;
  };
  it.each([
    ["by its headlines", (before: Page) => layOutPage(before, "The Quay Post")],
    ["down its columns", runOn],
  ])("%s--keeps every line once, and changes nothing in it but its place", (_name, layOut) => {
    fc.assert(
      fc.property(page, (before) => {
        const after = layOut(before);
        expect(sorted(after)).toEqual(sorted(before));
        const blocks = after.blocks.map(({ id }) => id);
        expect(new Set(blocks).size).toBe(blocks.length);
        for (const { place } of linesOf(after))
          if (place)
            for (const figure of Object.values(place))
              expect(typeof figure === "boolean" || Number.isFinite(figure)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("gives the same again", () => {
    fc.assert(
      fc.property(page, (before) => {
        expect(layOutPage(before)).toEqual(layOutPage(before));
      }),
      { numRuns: 40 },
    );
  });

  it("leaves a page without boxes as it is", () => {
    const bare = sampleJobs().filter(({ files }) => files.some(({ path }) => path.endsWith(".txt")));
    expect(bare.length).toBeGreaterThan(0);
    for (const job of bare) {
      const read = readEdition(job).value;
      const after = layOutEdition(read);
      expect(after.pages.map((page, index) => page === read.pages[index])).toEqual(
        read.pages.map(() => true),
      );
    }
  });
});
