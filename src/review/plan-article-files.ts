/**
 * Decides what `build-edition articles --write` does with each article file: writes what is new or was never touched,
 * leaves what a person changed. It writes nothing itself.
 */
import { readArticle } from "../markdown/read-article.js";
import { writeArticle } from "../markdown/write-article.js";
import type { Article } from "../model/article.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { SourceFile } from "../model/job.js";
import { isArticleFile } from "./merge-article-files.js";

export interface ArticleFilePlan {
  /** Relative to the edition's folder. */
  readonly path: string;
  readonly article: string;
  /** `same`: the file already says this. `keep`: a person changed it. */
  readonly action: "create" | "update" | "same" | "keep";
  /** What the program would write. */
  readonly text: string;
}

/** One plan for each article, in the edition's order. A file is known by the id in it, whatever its name. */
export function planArticleFiles(edition: ReviewedEdition, files: readonly SourceFile[]): ArticleFilePlan[] {
  const present = new Map<string, { path: string; text: string }>();
  const sorted = files
    .filter((file) => isArticleFile(file.path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const paths = new Set(sorted.map((file) => file.path));
  for (const file of sorted) {
    // Undecodable bytes become U+FFFD here, so the file differs from its hash and is kept; reading it reports them.
    const text = new TextDecoder("utf-8").decode(file.bytes);
    const { id } = readArticle(text);
    if (id !== "" && !present.has(id)) present.set(id, { path: file.path, text });
  }
  return edition.assembly.articles.map((article) => planFile(article, present.get(article.id), paths));
}

function planFile(
  article: Article,
  file: { path: string; text: string } | undefined,
  paths: ReadonlySet<string>,
): ArticleFilePlan {
  const { text } = writeArticle(article);
  const path = file?.path ?? `articles/${article.id}.md`;
  const plan = (action: ArticleFilePlan["action"]): ArticleFilePlan => ({
    path,
    article: article.id,
    action,
    text,
  });
  // A file of that name whose front matter cannot be read, or names another article, is somebody's work.
  if (!file) return plan(paths.has(path) ? "keep" : "create");
  if (file.text === text) return plan("same");
  const read = readArticle(file.text);
  return plan(read.hash === read.sourceHash ? "update" : "keep");
}
