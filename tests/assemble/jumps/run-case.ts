/** Runs a folder of page files as the program would, as far as whole articles, and says what its expectations miss. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assembleEdition } from "../../../src/assemble/index.js";
import { sketchUnits } from "../../../src/assemble/sketch-units.js";
import type { Article } from "../../../src/model/article.js";
import type { AssembledEdition } from "../../../src/model/edition.js";
import { readEdition } from "../../../src/read/index.js";
import { repairEdition } from "../../../src/repair/index.js";
import { checkConservation } from "../../../src/review/check-conservation.js";

interface ExpectedArticle {
  readonly headline: string;
  readonly kicker?: string;
  readonly deck?: string;
  readonly byline?: string;
  readonly kind?: string;
  readonly pages: readonly number[];
  /** First words of every paragraph, in order. */
  readonly paragraphs: readonly string[];
  /** Words that only stand so where a cut was closed well. */
  readonly holds?: readonly string[];
  readonly jumps: readonly { readonly state: string; readonly from: number; readonly to: number }[];
  readonly marks?: readonly string[];
}
interface Expected {
  readonly articles: readonly ExpectedArticle[];
  readonly leftovers: readonly string[];
}

export const listCases = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

export const readExpected = (folder: string): Expected =>
  JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;

/** Why the program does not get a case right yet, in `falls-short.md` beside it; to be deleted when it does. */
export const fallsShort = (folder: string): boolean => existsSync(join(folder, "falls-short.md"));

export function assembleCase(folder: string): { edition: AssembledEdition; lost: unknown[] } {
  const files = readdirSync(folder)
    .filter((name) => /^page-\d+\.txt$|^edition\.md$/.test(name))
    .sort()
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }));
  const read = readEdition({ folder: "case", files }).value;
  const repaired = repairEdition(read, sketchUnits(read).kinds).value;
  const edition = assembleEdition(repaired).value;
  return { edition, lost: checkConservation(edition) };
}

const lines = (passages: readonly { readonly text: string }[]): string =>
  passages.map(({ text }) => text).join("\n");

/** The article in the words of an expectation, its paragraphs cut to the lengths that are asked for. */
export function retell(article: Article, asked: ExpectedArticle | undefined): ExpectedArticle {
  const text = article.body.map(({ passage }) => passage.text).join("\n");
  return {
    headline: lines(article.headline),
    ...(asked?.kicker === undefined ? {} : { kicker: lines(article.kicker) }),
    ...(asked?.deck === undefined ? {} : { deck: lines(article.deck) }),
    ...(asked?.byline === undefined ? {} : { byline: lines(article.byline) }),
    ...(asked?.kind === undefined ? {} : { kind: article.kind }),
    pages: article.parts.map(({ page }) => page),
    paragraphs: article.body.map(({ passage }, at) =>
      passage.text.slice(0, asked?.paragraphs[at]?.length ?? 30),
    ),
    ...(asked?.holds === undefined ? {} : { holds: asked.holds.filter((words) => text.includes(words)) }),
    jumps: article.jumps.map(({ state, fromPage, toPage }) => ({
      state,
      from: fromPage ?? 0,
      to: toPage ?? 0,
    })),
    ...(asked?.marks === undefined ? {} : { marks: article.marks.map(({ passage }) => passage.text) }),
  };
}

/** What the program made of a case, told as an expectation; articles in the order the expectation lists them. */
export function retellEdition(edition: AssembledEdition, expected: Expected): Expected {
  const { articles, leftovers } = edition.assembly;
  const left = [...articles];
  const sorted = expected.articles.flatMap((asked) => {
    const at = left.findIndex(
      (article) =>
        lines(article.headline) === asked.headline &&
        (article.body[0]?.passage.text ?? "").startsWith(asked.paragraphs[0] ?? ""),
    );
    return at < 0 ? [] : [retell(left.splice(at, 1)[0] as Article, asked)];
  });
  return {
    articles: [...sorted, ...left.map((article) => retell(article, undefined))],
    leftovers: leftovers.map(({ passage }, at) => passage.text.slice(0, expected.leftovers[at]?.length)),
  };
}
