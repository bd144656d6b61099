/**
 * An article as one reads it away from the site: its head lines, its body in reading order with the jumps closed, and
 * those printed marks that lead out of it. （下转第四版） is left out where page 4 is joined, and kept, as printed, where the
 * other half was not found. What a person wrote stands before what was assembled. It decides nothing about forms.
 */
import { type HeadField, headFields } from "../../markdown/article-file.js";
import type { Article, ArticleKind, BodyKind } from "../../model/article.js";
import type { EditionNames } from "../../model/site.js";
import { headText } from "../edition-json.js";

export interface StoryPart {
  readonly kind: BodyKind;
  readonly text: string;
}

export interface Story {
  readonly id: string;
  readonly kind: ArticleKind;
  /** The one-line title of lists. */
  readonly title: string;
  /** Printed lines; none where a field is empty. */
  readonly head: Readonly<Record<HeadField, readonly string[]>>;
  readonly body: readonly StoryPart[];
  /** Markdown of a person, which stands in the place of `body`. */
  readonly markdown?: string;
  /** Marks that lead back to, and on to, what was not found; then pointers. As printed. */
  readonly marksBefore: readonly string[];
  readonly marksAfter: readonly string[];
  /** Pages it stood on, ascending. */
  readonly pages: readonly number[];
}

export function tellStory(article: Article, names: EditionNames): Story {
  const { style } = names;
  const head = Object.fromEntries(
    headFields.map((field) => [
      field,
      headText(article, field)
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map(style),
    ]),
  ) as Record<HeadField, string[]>;
  const loose = article.jumps.filter(({ state }) => state === "dangling");
  const printed = (
    marks: readonly ({ readonly passage: { readonly text: string } } | undefined)[],
  ): string[] => marks.flatMap((mark) => (mark ? [style(mark.passage.text)] : []));
  return {
    id: article.id,
    kind: article.kind,
    title: names.titles.get(article.id) ?? "",
    head,
    body: article.body
      .map(({ kind, passage }) => ({ kind, text: style(passage.text) }))
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
export function tellStories(articles: readonly Article[], names: EditionNames): Story[] {
  const byId = new Map<string, Article>(articles.map((article) => [article.id, article]));
  return [...names.titles.keys()].flatMap((id) => {
    const article = byId.get(id);
    return article ? [tellStory(article, names)] : [];
  });
}
