/** What holds for the repair of any text: undo, nothing moved or dropped, idempotence. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sketchUnits } from "../../src/assemble/sketch-units.js";
import type { ReadEdition } from "../../src/model/edition.js";
import type { EditionJob } from "../../src/model/job.js";
import { type Line, linesOf, type Page } from "../../src/model/page.js";
import { readEdition } from "../../src/read/index.js";
import { repairEdition } from "../../src/repair/index.js";
import { jobOf, madeUpEdition } from "./made-up-edition.js";

const runs = { numRuns: Number(process.env.JUMPLINE_RUNS ?? 40) };
const repair = (job: EditionJob) => {
  const read = readEdition(job).value;
  const sketch = sketchUnits(read);
  return { read, sketch, repaired: repairEdition(read, sketch.kinds).value };
};
const linesIn = (edition: { readonly pages: readonly Page[] }): Line[] =>
  edition.pages.flatMap((page) => [...linesOf(page)]);

describe("repair", () => {
  it("can be undone: edits taken back give the line as the file has it", () => {
    fc.assert(
      fc.property(madeUpEdition, (made) => {
        for (const line of linesIn(repair(jobOf(made)).repaired)) {
          let text = line.text;
          for (const { at, removed, inserted } of [...line.edits].reverse()) {
            expect(text.slice(at, at + inserted.length)).toBe(inserted);
            text = text.slice(0, at) + removed + text.slice(at + inserted.length);
          }
          expect(text).toBe(line.original);
        }
      }),
      runs,
    );
  });

  it("moves, joins and drops no line", () => {
    fc.assert(
      fc.property(madeUpEdition, (made) => {
        const { read, repaired } = repair(jobOf(made));
        expect(linesIn(repaired).map(({ id, original }) => [id, original])).toEqual(
          linesIn(read).map(({ id, original }) => [id, original]),
        );
      }),
      runs,
    );
  });

  it("is idempotent: what is mended needs no mending", () => {
    fc.assert(
      fc.property(madeUpEdition, (made) => {
        const { read, sketch, repaired } = repair(jobOf(made));
        const again: ReadEdition = {
          ...read,
          pages: repaired.pages.map((page) => ({
            ...page,
            blocks: page.blocks.map((block) => ({
              ...block,
              lines: block.lines.map((line) => ({ ...line, original: line.text, edits: [] })),
            })),
          })),
        };
        const second = repairEdition(again, sketch.kinds).value;
        expect(linesIn(second).map(({ text }) => text)).toEqual(linesIn(repaired).map(({ text }) => text));
      }),
      runs,
    );
  });
});
