/** `segmentation: compare`: where our articles differ from a library's. Ours are those of the invented issue here. */
import { describe, expect, it } from "vitest";
import { assembleEdition } from "../../../src/assemble/index.js";
import { compareLibrary } from "../../../src/assemble/library/compare-library.js";
import { sketchUnits } from "../../../src/assemble/sketch-units.js";
import { decideEdition } from "../../../src/build/build-edition.js";
import { wordDiagnostic } from "../../../src/model/diagnostic-words.js";
import type { LibraryItem } from "../../../src/model/library.js";
import { readEdition } from "../../../src/read/index.js";
import { repairEdition } from "../../../src/repair/index.js";
import { listDoubts } from "../../../src/review/list-doubts.js";
import { harbourFiles } from "../../read/issue/harbour-post.js";
import { fileOf } from "../../read/mets/small-issue.js";

const read = readEdition({ folder: "in/box", files: harbourFiles() }).value;
const edition = repairEdition(read, sketchUnits(read).kinds).value;
const { assembly } = assembleEdition(edition).value;
const itemOf = (id: string): LibraryItem => {
  const item = read.library?.items.find((other) => other.id === id);
  if (!item) throw new Error(id);
  return item;
};
const both = (id: string, other: string): LibraryItem => ({
  ...itemOf(id),
  parts: [...itemOf(id).parts, ...itemOf(other).parts],
});

function compare(...items: LibraryItem[]) {
  const library = { use: "compare", file: "m.xml", items } as const;
  const told = compareLibrary({ ...edition, library }, assembly);
  for (const diagnostic of told) expect(wordDiagnostic(diagnostic)).not.toMatch(/\{[a-z]+\}/);
  const [sum, ...rest] = told;
  return { sum, rest };
}

describe("an article that the library has otherwise", () => {
  it("is told where we have it in pieces, with page and headline", () => {
    const { sum, rest } = compare(both("fog", "ad"), itemOf("road"));
    expect(rest).toEqual([
      {
        code: "JL3080",
        severity: "warning",
        place: { file: "ALTO/0001.xml", page: 1, line: 3 },
        details: { id: "fog", text: "Fog", count: 2, ours: "“FOG ON THE WHARF”, “ROPES AND SAILS”" },
      },
    ]);
    expect(sum).toMatchObject({
      code: "JL3083",
      severity: "warning",
      place: { file: "m.xml" },
      details: { alike: 1, all: 2, split: 1, merged: 0 },
    });
  });

  it("is told where ours holds several of its", () => {
    // We joined the two halves of a printed jump that the library did not see.
    const { sum, rest } = compare(itemOf("tax"), itemOf("tax2"), itemOf("fog"));
    expect(rest).toMatchObject([
      {
        code: "JL3081",
        place: { file: "ALTO/0001.xml", page: 1, line: 11, article: expect.stringMatching(/^p1-/) },
        details: { text: "HARBOUR TAX RISES", count: 2, theirs: "“HARBOUR TAX RISES”, “Harbour tax”" },
      },
    ]);
    expect(sum?.details).toMatchObject({ alike: 1, all: 3, split: 0, merged: 1 });
  });

  it("is told where we have it in part or not at all", () => {
    const { sum, rest } = compare({ ...itemOf("name"), type: "article" }, itemOf("road"));
    expect(rest).toMatchObject([{ code: "JL3082", details: { id: "name", percent: 100 } }]);
    expect(sum?.details).toMatchObject({ alike: 1, all: 2, split: 1, merged: 0 });
  });
});

it("says the sum only, for information, where both have the same; what is no article counts for nothing", () => {
  const { sum, rest } = compare(
    itemOf("fog"),
    itemOf("road"),
    both("tax", "tax2"),
    itemOf("ad"),
    itemOf("name"),
  );
  expect([rest, sum?.severity, sum?.details]).toMatchObject([[], "info", { alike: 4, all: 4 }]);
});

it("says nothing where the library is followed", () => {
  expect(compareLibrary(edition, assembly)).toEqual([]);
});

it("is for `check` to show", () => {
  const sheet = fileOf("---\nsegmentation: compare\n---\n", "edition.md");
  const decided = decideEdition({ folder: "in/box", files: [sheet, ...harbourFiles()] });
  if (!decided.edition) throw new Error("not built");
  const shown = listDoubts(decided.edition, decided.diagnostics).filter(({ group }) => group === "warning");
  expect(shown.map(({ subject }) => subject)).toContain("JL3083");
});
