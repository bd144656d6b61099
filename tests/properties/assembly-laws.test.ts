/** What holds for the assembly of any text: seams, conservation, one place for each unit, determinism, ids that stay. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleEdition } from "../../src/assemble/index.js";
import { sketchUnits } from "../../src/assemble/sketch-units.js";
import type { AssembledEdition, ReviewedEdition } from "../../src/model/edition.js";
import type { EditionJob, SourceFile } from "../../src/model/job.js";
import { type Line, linesOf } from "../../src/model/page.js";
import type { Passage } from "../../src/model/unit.js";
import { wordOverride } from "../../src/model/word-override.js";
import { readEdition } from "../../src/read/index.js";
import { repairEdition } from "../../src/repair/index.js";
import { checkConservation } from "../../src/review/check-conservation.js";
import { reviewEdition } from "../../src/review/index.js";
import { sampleJobs } from "../sample-jobs.mjs";
import { linesOfText } from "../scores/align-lines.mjs";
import { flattenEdition } from "../scores/flatten-edition.mjs";
import { scoreConservation } from "../scores/score-conservation.mjs";
import { shuffle } from "../scores/sources/shuffle.mjs";
import { jobOf, madeUpEdition, textFile } from "./made-up-edition.js";

const runs = { numRuns: Number(process.env.JUMPLINE_RUNS ?? 40) };

const assemble = (job: EditionJob): AssembledEdition => {
  const read = readEdition(job).value;
  const sketch = sketchUnits(read);
  return assembleEdition(repairEdition(read, sketch.kinds).value).value;
};
const review = (job: EditionJob): ReviewedEdition => reviewEdition(assemble(job), job.files).value;
const linesIn = (edition: { readonly pages: readonly Parameters<typeof linesOf>[0][] }): Line[] =>
  edition.pages.flatMap((page) => [...linesOf(page)]);
/** The sheet without its list of pages, so that the folder says which pages there are. */
const withoutPageList = (sheet: SourceFile): SourceFile => {
  const rows = new TextDecoder().decode(sheet.bytes).split("\n");
  const from = rows.indexOf("pages:");
  const rest = rows.slice(from + 1).findIndex((row) => !row.startsWith(" "));
  return textFile(sheet.path, [...rows.slice(0, from), ...rows.slice(from + 1 + rest)].join("\n"));
};
/** Id by the units that an article has on its first page, with their words. */
function idsByUnits({ assembly }: AssembledEdition): Map<string, string> {
  return new Map(
    assembly.articles.map(({ id, parts }) => [
      (parts[0]?.units ?? []).map((unit) => `${unit} ${assembly.units.get(unit)?.passage.text}`).join("\n"),
      id,
    ]),
  );
}
const idsOf = (edition: AssembledEdition | ReviewedEdition): string[] =>
  edition.assembly.articles.map(({ id }) => id);
/** Maps and all, as one string. */
const frozen = (value: unknown): string =>
  JSON.stringify(value, (_, entry) => (entry instanceof Map ? [...entry] : entry));

function passagesOf({ assembly }: AssembledEdition): Passage[] {
  return [
    ...[...assembly.units.values()].map(({ passage }) => passage),
    ...assembly.articles.flatMap((article) => [
      ...article.kicker,
      ...article.headline,
      ...article.deck,
      ...article.byline,
      ...article.dateline,
      ...article.credit,
      ...article.body.map(({ passage }) => passage),
      ...article.marks.map(({ passage }) => passage),
      ...article.jumps.flatMap(({ forward, backward, jumpHead }) => [
        ...(forward ? [forward.passage] : []),
        ...(backward ? [backward.passage] : []),
        ...jumpHead,
      ]),
    ]),
    ...assembly.leftovers.map(({ passage }) => passage),
    ...assembly.furniture.map(({ passage }) => passage),
  ];
}

describe("assembly", () => {
  it("has passages whose text its lines and seams give again", () => {
    fc.assert(
      fc.property(madeUpEdition, (made) => {
        const edition = assemble(jobOf(made));
        const textOf = new Map(linesIn(edition).map(({ id, text }) => [id, text]));
        for (const { text, spans, seams } of passagesOf(edition)) {
          expect(seams).toHaveLength(Math.max(0, spans.length - 1));
          let out = "";
          for (const [index, { line, start, end }] of spans.entries()) {
            const piece = (textOf.get(line) as string).slice(start, end);
            const seam = seams[index - 1];
            if (index === 0) out = piece;
            else if (seam === "space") out = `${out} ${piece}`;
            else if (seam === "nothing") out += piece;
            else {
              expect(out).toMatch(/[-‐‑¬\u00ad⸗=]$/u);
              out = out.slice(0, -1) + piece;
            }
          }
          expect(text).toBe(out);
        }
      }),
      runs,
    );
  });

  it("keeps every character once, counted against the files", () => {
    fc.assert(
      fc.property(madeUpEdition, (made) => {
        const edition = assemble(jobOf(made));
        const lines = made.pages.flatMap((text, index) => linesOfText(index + 1, text));
        expect(scoreConservation(edition, flattenEdition(edition).clusters, lines)).toMatchObject({
          lost: 0,
          added: 0,
          unrestored: 0,
        });
        expect(checkConservation(edition)).toEqual([]);
      }),
      runs,
    );
  });

  it("puts every unit into one place", () => {
    fc.assert(
      fc.property(madeUpEdition, (made) => {
        const { assembly } = assemble(jobOf(made));
        const placed = [
          ...assembly.articles.flatMap(({ parts }) => parts.flatMap(({ units }) => units)),
          ...assembly.leftovers.map(({ unit }) => unit),
          ...assembly.furniture.map(({ unit }) => unit),
        ];
        expect([...placed].sort()).toEqual([...assembly.units.keys()].sort());
      }),
      runs,
    );
  });

  it("is the same whatever the order of the files", () => {
    fc.assert(
      fc.property(madeUpEdition, fc.nat(1000), (made, seed) => {
        const job = jobOf(made);
        const other = { ...job, files: shuffle(job.files, seed) };
        expect(frozen(review(other))).toBe(frozen(review(job)));
      }),
      runs,
    );
  });
});

describe("ids", () => {
  it("are given once", () => {
    fc.assert(
      fc.property(madeUpEdition, (made) => {
        const ids = idsOf(assemble(jobOf(made)));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      runs,
    );
  });

  it("name an article of the same units on a page the same, whatever else is printed", () => {
    fc.assert(
      fc.property(madeUpEdition, (made) => {
        fc.pre(made.pages.length > 1);
        const before = idsByUnits(assemble(jobOf({ ...made, pages: made.pages.slice(0, -1) })));
        const after = idsByUnits(assemble(jobOf(made)));
        for (const [units, id] of before) if (after.has(units)) expect(after.get(units)).toBe(id);
      }),
      runs,
    );
  });

  it.each(sampleJobs().map((job) => [job.folder, job] as const))(
    "stay in %s when a page is added",
    (_, job) => {
      const sheet = job.files.find(({ path }) => path === "edition.md");
      const pages = job.files.filter(({ path }) => path.startsWith("pages/"));
      const without = (drop: number) =>
        idsOf(
          assemble({
            ...job,
            files: [...(sheet ? [withoutPageList(sheet)] : []), ...pages.slice(0, pages.length - drop)],
          }),
        );
      const whole = new Set(without(0));
      const before = without(1);
      expect(before.length).toBeGreaterThan(0);
      expect(before.filter((id) => !whole.has(id))).toEqual([]);
    },
  );

  it("stay when an editor corrects a headline", () => {
    fc.assert(
      fc.property(madeUpEdition, (made) => {
        const plain = review(jobOf(made));
        const article = plain.assembly.articles.find(({ headline }) => headline.length > 0);
        fc.pre(article !== undefined);
        const item = wordOverride({
          do: "headline",
          at: article?.id as string,
          expect: article?.headline[0]?.text ?? "",
          to: "Another headline",
        });
        const yaml = `overrides:\n${item
          .split("\n")
          .map((line) => `  ${line}`)
          .join("\n")}\n`;
        const outcome = review(jobOf(made, [textFile("overrides.yaml", yaml)]));
        expect(idsOf(outcome).sort()).toEqual(idsOf(plain).sort());
        const corrected = outcome.assembly.articles.find(({ id }) => id === article?.id);
        expect(frozen([corrected?.headline, corrected?.handEdited])).toContain("Another headline");
      }),
      runs,
    );
  });
});
