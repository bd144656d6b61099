/** What an article file holds, apart from any edition: the words of its head and the parts of its body. */
import type { Article, ArticleKind, BodyKind } from "../model/article.js";
import { hashOf } from "../text/hash.js";

export const headFields = ["headline", "kicker", "deck", "byline", "dateline", "credit"] as const;
export type HeadField = (typeof headFields)[number];

/** A part of a body as readers see it. */
export interface WrittenPart {
  readonly kind: BodyKind;
  readonly text: string;
}

/** Head lines are joined with line feeds. */
export interface WrittenArticle {
  readonly kind: ArticleKind;
  readonly head: Readonly<Record<HeadField, string>>;
  readonly body: readonly WrittenPart[];
}

/** An article without its provenance. Parts without words are left out: Markdown has no way to hold them. */
export function wordsOf(article: Article): WrittenArticle {
  const lines = (field: HeadField): string => article[field].map((passage) => passage.text).join("\n");
  const head = Object.fromEntries(headFields.map((field) => [field, lines(field)])) as Record<
    HeadField,
    string
  >;
  const body = article.body
    .map(({ kind, passage }) => ({ kind, text: passage.text }))
    .filter(({ text }) => text !== "");
  return { kind: article.handEdited?.generatedKind ?? article.kind, head, body };
}

/**
 * The hash by which the program knows its own writing again: of the kind, the head and the Markdown of the body.
 * Line ends and blank lines around the body do not count, since editors and version control change them.
 */
export function hashArticle(
  kind: string,
  head: Readonly<Record<HeadField, string>>,
  markdown: string,
): string {
  return hashOf(
    JSON.stringify([kind, ...headFields.map((field) => plainLines(head[field])), plainLines(markdown)]),
  );
}

/** Line ends as LF, none at either end. Spaces stay, also the ideographic ones that `trim` would take. */
export function plainLines(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start] === "\n") start += 1;
  while (end > start && lines[end - 1] === "\n") end -= 1;
  return lines.slice(start, end);
}
