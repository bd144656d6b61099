/**
 * Puts hand-edited article files over the generated articles. `articles/*.md` is shared ground: the program writes
 * them with a hash of what it wrote, a person may change them.
 *
 *   file's words | program's words | what happens
 *   as recorded  | as recorded     | nothing
 *   as recorded  | changed         | the file is stale: noted, `articles --write` may write it anew
 *   changed      | as recorded     | the person's words are shown
 *   changed      | changed         | the person's words are shown, and the conflict is reported with both hashes
 *
 * The source lines of a hand-edited article stay accounted for. It refuses to guess which article a file without an
 * id, or with one that is gone, might be: it names the nearest.
 */
import { type HeadField, headFields } from "../markdown/article-file.js";
import { articleKeys, type ReadArticle, readArticle } from "../markdown/read-article.js";
import { writeArticle } from "../markdown/write-article.js";
import type { Article, ArticleKind, HandEdit } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { AssembledEdition } from "../model/edition.js";
import type { SourceFile } from "../model/job.js";
import { nearestName } from "../text/nearest-name.js";
import { nameFile } from "./name-file.js";
import { decideByEditor, noteOnArticle } from "./note-decision.js";
import { foldWords } from "./resolve-anchors.js";

/** Bytes; an article of 256 KiB would be forty pages long. */
const sizeLimit = 512 * 1024;

export const isArticleFile = (path: string): boolean => path.startsWith("articles/") && path.endsWith(".md");

export interface Merged {
  readonly edition: AssembledEdition;
  readonly diagnostics: readonly Diagnostic[];
}

export function mergeArticleFiles(edition: AssembledEdition, files: readonly SourceFile[]): Merged {
  const diagnostics: Diagnostic[] = [];
  const byId = new Map(edition.assembly.articles.map((article) => [article.id as string, article]));
  const claimed = new Map<string, string>();
  const sorted = files
    .filter((file) => isArticleFile(file.path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const file of sorted) {
    const place = nameFile(edition.info, file.path);
    const report = (
      code: string,
      severity: Diagnostic["severity"],
      details: Diagnostic["details"],
      line?: number,
    ): void => {
      diagnostics.push({
        code,
        severity,
        place: line === undefined ? { file: place } : { file: place, line },
        details,
      });
    };
    const text = file.bytes.length <= sizeLimit ? decode(file.bytes) : undefined;
    if (text === undefined) {
      report("JL4201", "error", {
        reason: file.bytes.length > sizeLimit ? "it is larger than 512 KiB" : "it is not UTF-8 text",
      });
      continue;
    }
    const read = readArticle(text);
    if (read.problem) {
      report("JL4201", "error", { reason: read.problem.message }, read.problem.line);
      continue;
    }
    for (const { key, line } of read.unknownKeys) {
      report(
        "JL4202",
        "warning",
        { key, known: nearestName(key, articleKeys) ?? articleKeys.join(", ") },
        line,
      );
    }
    const article = byId.get(read.id);
    if (!article) {
      report("JL4203", "warning", { id: read.id, nearest: nearestArticle(read, edition.assembly.articles) });
      continue;
    }
    const first = claimed.get(read.id);
    if (first !== undefined) {
      report("JL4204", "warning", { id: read.id, first });
      continue;
    }
    claimed.set(read.id, place);
    byId.set(read.id, mergeFile(article, read, file.path, report));
  }
  const articles = edition.assembly.articles.map((article) => byId.get(article.id) ?? article);
  return { edition: { ...edition, assembly: { ...edition.assembly, articles } }, diagnostics };
}

type Report = (code: string, severity: Diagnostic["severity"], details: Diagnostic["details"]) => void;

function mergeFile(article: Article, read: ReadArticle, file: string, report: Report): Article {
  const generated = writeArticle(article).sourceHash;
  const told = (hash: string): string => hash || "none";
  if (read.hash === generated) return article;
  if (read.hash === read.sourceHash) {
    report("JL4205", "info", {
      id: article.id,
      recorded: told(read.sourceHash),
      generated: told(generated),
    });
    return article;
  }
  if (read.sourceHash !== generated) {
    report("JL4206", "warning", {
      id: article.id,
      recorded: told(read.sourceHash),
      generated: told(generated),
    });
  }
  const kind: ArticleKind =
    read.kind === "story" || read.kind === "notice" || read.kind === "advert" ? read.kind : article.kind;
  const generatedKind = kind === article.kind ? {} : { generatedKind: article.kind };
  const handEdited: HandEdit = { file, markdown: read.markdown, ...generatedKind, ...headOf(read) };
  const decision = decideByEditor(article.id, "article", "written by hand", { file, line: 1 });
  return noteOnArticle({ ...article, kind, handEdited }, decision);
}

const headOf = (read: ReadArticle): Partial<Record<HeadField, string>> =>
  Object.fromEntries(
    headFields.flatMap((field) => (read.head[field] === undefined ? [] : [[field, read.head[field]]])),
  );

/** The article with the same headline, or whose headline shares most characters with the file's; empty where none does. */
function nearestArticle(read: ReadArticle, articles: readonly Article[]): string {
  const wanted = new Set(foldWords(`${read.head.headline ?? ""}${[...read.markdown].slice(0, 60).join("")}`));
  let best = "";
  let bestShare = 0.5;
  for (const article of articles) {
    const words = [...article.headline, ...article.body.slice(0, 1).map((part) => part.passage)]
      .map((passage) => passage.text)
      .join("");
    const own = new Set(foldWords([...words].slice(0, 80).join("")));
    const shared = [...wanted].filter((character) => own.has(character)).length;
    const share = shared / Math.max(wanted.size, own.size, 1);
    if (share > bestShare) [best, bestShare] = [article.id, share];
  }
  return best;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The caller reports it: `undefined` says that the bytes are not UTF-8.
    return undefined;
  }
}
