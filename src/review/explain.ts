/**
 * Why an article, unit, line or block is what it is: the decisions about it and what else they could have been, where
 * its lines stand in the source, what was mended in them, and what stands beside it. Data only; the command prints it.
 */
import type { Article } from "../model/article.js";
import type { Place } from "../model/diagnostic.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { LineId, UnitId } from "../model/ids.js";
import { type Edit, type Line, linesOf, type Page } from "../model/page.js";
import type { Decision, Unit } from "../model/unit.js";
import { firstWords, wordOverride } from "../model/word-override.js";
import { nameFile } from "./name-file.js";
import { findPlace, wordsOfArticle } from "./resolve-anchors.js";

export interface ExplainedLine {
  readonly id: LineId;
  readonly place: Place;
  readonly original: string;
  readonly text: string;
  readonly edits: readonly Edit[];
  /** The file's line with a bar at each cut, where it ran over a gutter and this is only a stretch of it. */
  readonly cutFrom?: string;
}
export interface ExplainedUnit {
  readonly id: UnitId;
  readonly kind: Unit["kind"];
  readonly page: number;
  readonly text: string;
}
export interface Explanation {
  readonly id: string;
  readonly type: "article" | "unit" | "line" | "block";
  /** Article kind or unit kind; for a line or block the kinds of its units. */
  readonly kind: string;
  /** Headline, or the text itself. */
  readonly text: string;
  /** `article p1-k3f9q2`, `furniture`, `leftovers`; for an article how sure it is. */
  readonly standsIn: string;
  readonly confidence?: number;
  /** The least sure first. */
  readonly decisions: readonly Decision[];
  readonly units: readonly ExplainedUnit[];
  readonly lines: readonly ExplainedLine[];
  readonly before?: ExplainedUnit;
  readonly after?: ExplainedUnit;
  readonly jumps: Article["jumps"];
  /** Items for overrides.yaml with the right ids and words, to change and paste. */
  readonly overrides: readonly string[];
}

/** @returns `undefined` where the edition has no such id; `findLikeIds` then tells what it has. */
export function explainId(edition: ReviewedEdition, id: string): Explanation | undefined {
  const place = findPlace({ ...edition, stage: "assembled" }, id);
  if (!place) return undefined;
  if (place.type === "article") return explainArticle(edition, place.article);
  const units =
    place.type === "unit"
      ? [place.unit]
      : place.type === "line"
        ? unitsOnLine(edition, place.line)
        : [...place.units];
  const homes = [...new Set(units.map((unit) => homeOf(edition, unit)))];
  const ids = new Set<string>([id, ...units.map((unit) => unit.id)]);
  const lines = new Set<LineId>(units.flatMap((unit) => unit.passage.spans.map((span) => span.line)));
  if (place.type === "line") {
    lines.clear();
    lines.add(place.line.id);
  }
  const text = place.type === "line" ? place.line.text : units.map((unit) => unit.passage.text).join("\n");
  return {
    id,
    type: place.type,
    kind: [...new Set(units.map((unit) => unit.kind))].join(", "),
    text,
    standsIn: homes.join(", "),
    decisions: decisionsAbout(edition, ids),
    units: units.map(explainUnit),
    lines: explainLines(edition, lines),
    ...neighbours(edition, units),
    jumps: [],
    overrides: suggest(place.type, id, text, units[0]),
  };
}

function explainArticle(edition: ReviewedEdition, article: Article): Explanation {
  const units = article.parts
    .flatMap((part) => part.units)
    .flatMap((id) => edition.assembly.units.get(id) ?? []);
  const words = wordsOfArticle(article);
  const ids = new Set<string>([article.id, ...units.map((unit) => unit.id)]);
  const about = [...new Set([...article.decisions, ...decisionsAbout(edition, ids)])];
  return {
    id: article.id,
    type: "article",
    kind: article.kind,
    text: article.headline.map((passage) => passage.text).join("\n") || words,
    standsIn: article.handEdited ? `pages, with the words of ${article.handEdited.file}` : "pages",
    confidence: article.confidence,
    decisions: leastSureFirst(about),
    units: units.map(explainUnit),
    lines: explainLines(
      edition,
      new Set(units.flatMap((unit) => unit.passage.spans.map((span) => span.line))),
    ),
    jumps: article.jumps,
    overrides: [
      wordOverride({
        do: "headline",
        at: article.id,
        expect: words,
        to: article.headline.map((passage) => passage.text).join("\n") || words,
      }),
      wordOverride({
        do: "mark",
        at: article.id,
        expect: words,
        as: article.kind === "story" ? "notice" : "story",
      }),
    ],
  };
}

const explainUnit = ({ id, kind, page, passage }: Unit): ExplainedUnit => ({
  id,
  kind,
  page,
  text: passage.text,
});

const unitsOnLine = (edition: ReviewedEdition, line: Line): Unit[] =>
  [...edition.assembly.units.values()].filter((unit) =>
    unit.passage.spans.some((span) => span.line === line.id),
  );

function homeOf({ assembly }: ReviewedEdition, { id }: Unit): string {
  const article = assembly.articles.find((each) => each.parts.some((part) => part.units.includes(id)));
  if (article) return `article ${article.id}`;
  const leftover = assembly.leftovers.find((each) => each.unit === id);
  return leftover ? `leftovers (${leftover.reason})` : "furniture";
}

function explainLines(edition: ReviewedEdition, wanted: ReadonlySet<LineId>): ExplainedLine[] {
  return edition.pages.flatMap((page) =>
    linesOf(page)
      .filter((line) => wanted.has(line.id))
      .map((line) => ({
        id: line.id,
        place: { file: nameFile(edition.info, page.file), line: line.number, page: page.number },
        original: line.original,
        text: line.text,
        edits: line.edits,
        ...(line.stretch && { cutFrom: wholeLine(page, line) }),
      })),
  );
}

/** All stretches of a cut line, as they follow each other in the file. */
const wholeLine = (page: Page, { number }: Line): string =>
  linesOf(page)
    .filter((line) => line.number === number)
    .sort((a, b) => (a.stretch?.at ?? 0) - (b.stretch?.at ?? 0))
    .map(({ original }) => original.trim())
    .join(" | ");

function decisionsAbout({ assembly }: ReviewedEdition, ids: ReadonlySet<string>): Decision[] {
  const all = [...assembly.decisions, ...assembly.articles.flatMap((article) => article.decisions)];
  return leastSureFirst([...new Set(all.filter((decision) => ids.has(decision.subject)))]);
}

/** Stable, and each decision once even where the edition and an article both list it. */
function leastSureFirst(decisions: readonly Decision[]): Decision[] {
  const known = new Map(
    decisions.map((each) => [JSON.stringify([each.subject, each.kind, each.choice, each.rule]), each]),
  );
  return [...known.values()].sort((a, b) => a.confidence - b.confidence);
}

/** The units before and after these in their article, or in the page's file where they stand in none. */
function neighbours(
  { assembly }: ReviewedEdition,
  units: readonly Unit[],
): { before?: ExplainedUnit; after?: ExplainedUnit } {
  const [first, last] = [units[0], units.at(-1)];
  if (!first || !last) return {};
  const home = assembly.articles.find((article) =>
    article.parts.some((part) => part.units.includes(first.id)),
  );
  const order = home
    ? home.parts.flatMap((part) => part.units)
    : [...assembly.units.values()].filter((unit) => unit.page === first.page).map((unit) => unit.id);
  const before = assembly.units.get(order[order.indexOf(first.id) - 1] as UnitId);
  const after = assembly.units.get(order[order.indexOf(last.id) + 1] as UnitId);
  return { ...(before && { before: explainUnit(before) }), ...(after && { after: explainUnit(after) }) };
}

function suggest(
  type: "unit" | "line" | "block",
  id: string,
  text: string,
  unit: Unit | undefined,
): string[] {
  const expect = firstWords(type === "block" && unit ? unit.passage.text : text);
  if (type === "line")
    return [
      wordOverride({ do: "text", at: id, expect, to: text }),
      wordOverride({ do: "split", at: id, expect, as: "paragraph" }),
    ];
  const other = unit?.kind === "paragraph" ? "subhead" : "paragraph";
  return [
    wordOverride({ do: "role", at: id, expect, to: other }),
    wordOverride({ do: "split", at: id, expect, as: "article" }),
  ];
}

/** Ids of the edition for somebody who gave one that is not there: articles by their words, at most `most`. */
export function findLikeIds(
  { assembly }: ReviewedEdition,
  id: string,
  most = 8,
): { readonly id: string; readonly words: string }[] {
  const page = /^p\d+/.exec(id)?.[0] ?? "";
  const all = assembly.articles.map((article) => ({
    id: article.id as string,
    words: wordsOfArticle(article),
  }));
  const near = all.filter((each) => each.id.startsWith(`${page}-`));
  return (near.length > 0 ? near : all).slice(0, most);
}
