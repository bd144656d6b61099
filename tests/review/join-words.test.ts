/** An editor's join decides a hyphen at the end of a line as the program does: by the edition's words, then by the language's. */
import { expect, test } from "vitest";
import { decideEdition } from "../../src/build/build-edition.js";
import type { EditionJob, KnownWords } from "../../src/model/job.js";
import { knownWords } from "../../src/store/known-words.js";

const page = `HARBOUR CLASS SAILS AGAIN

The harbour class took its boats out on Tuesday, and the first to cast off was a second-

grader from the lower school, whose father mends nets and whose mother keeps the light.

They were home before the bell, and the whole of the town stood on the quay that after-

noon to see them come in under sail with the flag of the school at the mast.
`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const header = `---
newspaper: The Quay
date: 2020-05-05
language: en
---
`;
function bodyOf(overrides: string, words?: KnownWords): string[] {
  const job: EditionJob = {
    folder: "quay",
    names: [],
    ...(words ? { knownWords: words } : {}),
    files: [
      { path: "edition.md", bytes: bytes(header) },
      { path: "page-1.txt", bytes: bytes(page) },
      { path: "overrides.yaml", bytes: bytes(overrides) },
    ],
  };
  const { edition, diagnostics } = decideEdition(job);
  expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  return (edition?.assembly.articles[0]?.body ?? []).map(({ passage }) => passage.text);
}
const split = `overrides:
  - do: split
    at: p1-l5
    expect: grader from
    as: paragraph
  - do: split
    at: p1-l9
    expect: noon to see
    as: paragraph
`;
const join = `  - do: join
    at: p1-u3
    expect: The harbour class
    to: p1-u5
    expect_to: grader from
  - do: join
    at: p1-u7
    expect: They were home
    to: p1-u9
    expect_to: noon to see
`;

test("an editor's join asks the list of words that the program's own joins ask", () => {
  expect(bodyOf(split, knownWords)).toHaveLength(4);
  const [first, second, ...more] = bodyOf(split + join, knownWords);
  expect(more).toEqual([]);
  expect(first).toContain("a second-grader from");
  expect(second).toContain("that afternoon to see");
  // Without a list the hyphen is taken for the printer's.
  expect(bodyOf(split + join)[0]).toContain("a secondgrader from");
});
