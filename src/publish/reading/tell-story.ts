/**
 * An article as one reads it away from the site: its head lines, its body in reading order with the jumps closed, and
 * those printed marks that lead out of it. （下转第四版） is left out where page 4 is joined, and kept, as printed, where the
 * other half was not found. What a person wrote stands before what was assembled. It decides nothing about forms.
 */
import { type HeadField, headFields } from "../../markdown/article-file.js";
import type { Article, ArticleKind, BodyKind } from "../../model/article.js";
import type { ReviewedEdition } from "../../model/edition.js";
import { linesOf } from "../../model/page.js";
import type { EditionNames } from "../../model/site.js";
import type { Passage } from "../../model/unit.js";
import { type ReadLines, type ReadPiece, readingsOf, readPassage } from "../../text/readings.js";
import { headText } from "../edition-json.js";

export interface StoryPart {
  readonly kind: BodyKind;
  readonly text: string;
}
/** A text in pieces, some with a reading over them; together they are the text. */
export type ReadText = readonly ReadPiece[];

export interface Story {
  readonly id: string;
  readonly kind: ArticleKind;
  /** The one-line title of lists. */
  readonly title: string;
  /** Printed lines; none where a field is empty. */
  readonly head: Readonly<Record<HeadField, readonly string[]>>;
  /** The same lines as they read. */
  readonly readHead: Readonly<Record<HeadField, readonly ReadText[]>>;
  readonly body: readonly (StoryPart & { readonly read: ReadText })[];
  /** Markdown of a person, which stands in the place of `body`. */
  readonly markdown?: string;
  /** Marks that lead back to, and on to, what was not found; then pointers. As printed. */
  readonly marksBefore: readonly string[];
  readonly marksAfter: readonly string[];
  /** Pages it stood on, ascending. */
  readonly pages: readonly number[];
}

function tellStory(article: Article, names: EditionNames, lines: ReadLines): Story {
  const { style } = names;
  const read = (passage: Passage): ReadText => readPassage(passage, lines, style);
  const head = Object.fromEntries(
    headFields.map((field) => [
      field,
      headText(article, field)
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map(style),
    ]),
  ) as Record<HeadField, string[]>;
  const readField = (field: HeadField): ReadText[] =>
    article.handEdited?.[field] === undefined
      ? article[field].filter(({ text }) => text.trim() !== "").map(read)
      : head[field].map((text) => [{ text }]);
  const readHead = Object.fromEntries(headFields.map((field) => [field, readField(field)])) as Record<
    HeadField,
    ReadText[]
  >;
  const loose = article.jumps.filter(({ state }) => state === "dangling");
  const printed = (
    marks: readonly ({ readonly passage: { readonly text: string } } | undefined)[],
  ): string[] => marks.flatMap((mark) => (mark ? [style(mark.passage.text)] : []));
  return {
    id: article.id,
    kind: article.kind,
    title: names.titles.get(article.id) ?? "",
    head,
    readHead,
    body: article.body
      .map(({ kind, passage }) => ({ kind, text: style(passage.text), read: read(passage) }))
      .filter(({ text }) => text.trim() !== ""),
    ...(article.handEdited ? { markdown: article.handEdited.markdown } : {}),
    marksBefore: printed(loose.map(({ backward }) => backward)),
    marksAfter: [...printed(loose.map(({ forward }) => forward)), ...printed(article.marks)],
    pages: [...new Set(article.parts.map(({ page }) => page))].sort((a, b) => a - b),
  };
}

/** What parts a dateline from the paragraph it runs into: 本报讯　日前 · LONDON, May 3. The … */
export const datelineGap = (language: string): string =>
  ["zh", "ja", "lzh", "yue"].includes(language.toLowerCase().split("-")[0] ?? "") ? "\u3000" : " ";

/** The stories of an edition in the order of the site. */
export function tellStories({ assembly, pages }: ReviewedEdition, names: EditionNames): Story[] {
  const byId = new Map<string, Article>(assembly.articles.map((article) => [article.id, article]));
  const lines = new Map(pages.flatMap(linesOf).map((line) => [line.id, line]));
  const read = { lines, readings: readingsOf(assembly.furniture, lines) };
  return [...names.titles.keys()].flatMap((id) => {
    const article = byId.get(id);
    return article ? [tellStory(article, names, read)] : [];
  });
}
