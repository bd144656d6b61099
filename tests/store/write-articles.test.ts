import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Article } from "../../src/model/article.js";
import type { ArticleId } from "../../src/model/ids.js";
import type { Passage } from "../../src/model/unit.js";
import { writeArticles } from "../../src/store/write-articles.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jumpline-articles-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const passage = (text: string): Passage => ({ text, spans: [], seams: [] });
const article = (text: string, id = "p1-abc"): Article => ({
  id: id as ArticleId,
  kind: "story",
  kicker: [],
  headline: [passage("Bridge opens")],
  deck: [],
  byline: [],
  dateline: [],
  credit: [],
  body: [{ kind: "paragraph", passage: passage(text), units: [] }],
  marks: [],
  jumps: [],
  parts: [{ page: 1, units: [] }],
  confidence: 1,
  decisions: [],
});
const file = (): string => join(folder, "articles/p1-abc.md");
const codes = (text: string): string[] =>
  writeArticles(folder, [article(text)]).diagnostics.map(({ code }) => code);

it("writes, leaves alone what is the same, and renews its own writing", () => {
  expect(writeArticles(folder, [article("One.")]).value.written).toEqual([`${folder}/articles/p1-abc.md`]);
  expect(writeArticles(folder, [article("One.")]).value.unchanged).toHaveLength(1);
  expect(writeArticles(folder, [article("Two.")]).value.written).toHaveLength(1);
  expect(readFileSync(file(), "utf8")).toContain("Two.");
  expect(readdirSync(join(folder, "articles"))).toEqual(["p1-abc.md"]);
});

it.each([
  ["body", (text: string) => text.replace("One.", "One, corrected.")],
  ["headline", (text: string) => text.replace("Bridge opens", "The bridge opens")],
  ["hash", (text: string) => text.replace(/source_hash.*\n/, "")],
  ["all of it", () => "My own words.\n"],
  ["an unknown key", (text: string) => text.replace("id:", "editor: me\nid:")],
])("never overwrites a file whose %s a person changed", (_what, edit) => {
  codes("One.");
  const edited = edit(readFileSync(file(), "utf8"));
  writeFileSync(file(), edited);
  expect(codes("Two.")).toEqual(["JL6111"]);
  expect(readFileSync(file(), "utf8")).toBe(edited);
});

it("does not call it a conflict while the program's version is the one that was edited", () => {
  codes("One.");
  writeFileSync(file(), readFileSync(file(), "utf8").replace("One.", "One, corrected."));
  expect(codes("One.")).toEqual(["JL6110"]);
});

it("refuses links and ids that are no file names", () => {
  const outside = mkdtempSync(join(tmpdir(), "jumpline-outside-"));
  symlinkSync(outside, join(folder, "articles"));
  expect(() => codes("One.")).toThrow("JL6112");
  rmSync(join(folder, "articles"));
  mkdirSync(join(folder, "articles"));
  symlinkSync(join(outside, "x"), file());
  expect(() => codes("One.")).toThrow("JL6112");
  expect(readdirSync(outside)).toEqual([]);
  expect(() => writeArticles(folder, [article("x", "../x")])).toThrow("JL6103");
  rmSync(outside, { recursive: true });
});
