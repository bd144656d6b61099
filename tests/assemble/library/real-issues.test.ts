/** A library's articles, followed from its own files to ours, held against what was derived from them. Skipped without the data. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { decideEdition } from "../../../src/build/build-edition.js";
import type { LineId, UnitId } from "../../../src/model/ids.js";
import { linesOf } from "../../../src/model/page.js";
import { loadJob } from "../../../src/store/load-job.js";

const data = process.env.JUMPLINE_DATA ?? path.join(import.meta.dirname, "../../../../shared/data");
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

interface Truth {
  readonly items: readonly {
    readonly title?: string;
    readonly segments?: readonly { readonly text: string }[];
    readonly paragraphs?: readonly string[];
  }[];
}

/** What is printed of each item, letters only. */
const textsOf = ({ items }: Truth): string[] =>
  items
    .map(({ title = "", segments, paragraphs = [] }) =>
      letters((segments?.map(({ text }) => text) ?? [title, ...paragraphs]).join("")),
    )
    .filter((text) => text !== "");

async function decide(folder: string) {
  const { value: job, diagnostics } = await loadJob(folder);
  const decided = decideEdition(job, undefined, diagnostics);
  if (!decided.edition) throw new Error(JSON.stringify(decided.diagnostics));
  return { ...decided, edition: decided.edition };
}

const folders = [
  "luxzeit-1858-12-07",
  "statesman-1824-02-17",
  "journal-des-debats-1821-08-01",
  "gravenhaegse-courant-1750-05-15",
];

describe.each(folders)("%s", (name) => {
  it.skipIf(!existsSync(path.join(data, name)))(
    "has the library's articles, line by line, and no others of their lines",
    async () => {
      const { edition, diagnostics } = await decide(path.join(data, name));
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      const { assembly, pages } = edition;
      const order = new Map<LineId, number>();
      const texts = new Map<LineId, string>();
      for (const { id, original } of pages.flatMap(linesOf)) {
        order.set(id, order.size);
        texts.set(id, original);
      }
      const linesOfUnit = (unit: UnitId): LineId[] =>
        assembly.units.get(unit)?.passage.spans.map(({ line }) => line) ?? [];
      const articleLines = assembly.articles.map(({ parts }) => [
        ...new Set(parts.flatMap(({ units }) => units.flatMap(linesOfUnit))),
      ]);
      // In any order inside an article: bylines and marks are set apart from its text.
      const sorted = (text: string): string => [...text].sort().join("");
      const ours = articleLines.map((lines) =>
        sorted(letters(lines.map((line) => texts.get(line)).join(""))),
      );
      const truth: Truth = JSON.parse(readFileSync(path.join(data, name, "derived/truth.json"), "utf8"));
      for (const text of textsOf(truth)) expect(ours).toContain(sorted(text));
    },
    60_000,
  );
});
