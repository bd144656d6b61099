/**
 * The whole edition as one plain object: what `edition.json` and `articles --format json` hold, for other programs.
 * Described in docs/edition-json.md and, strictly, in docs/edition.schema.json. Everything printed is in it once:
 * in an article, in furniture or in leftovers. It refuses to decide anything; it only says what was decided.
 */
import { type HeadField, headFields } from "../markdown/article-file.js";
import { readBody } from "../markdown/read-article.js";
import { articleFile } from "../model/address.js";
import type { Article, ArticleKind, BodyKind, Jump } from "../model/article.js";
import type { Diagnostic, Severity } from "../model/diagnostic.js";
import { sortDiagnostics } from "../model/diagnostic.js";
import { adviseOn, wordDiagnostic } from "../model/diagnostic-words.js";
import type { ReviewedEdition } from "../model/edition.js";
import { placeOfLine, stretchId } from "../model/ids.js";
import type { Passage } from "../model/unit.js";
import { type PageJson, pagesJson } from "./pages-json.js";

/** Page and 1-based line of the page's source file. */
export interface LineRef {
  readonly page: number;
  readonly line: number;
}
export interface BodyJson {
  readonly kind: BodyKind;
  readonly text: string;
  /** Source lines, in reading order; empty for words that an editor wrote. */
  readonly from: readonly LineRef[];
}
export interface JumpJson {
  readonly state: Jump["state"];
  readonly from_page: number | null;
  readonly to_page: number | null;
  /** The printed jump line; where there is none, the continuation line. */
  readonly mark: string;
  /** The printed continuation line, where both ends are printed. */
  readonly continuation: string;
  readonly jump_head: readonly string[];
}
export interface ArticleJson extends Readonly<Record<HeadField, string>> {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly body: readonly BodyJson[];
  readonly pages: readonly number[];
  readonly jumps: readonly JumpJson[];
  /** Pointers to other stories and serial lines. */
  readonly marks: readonly { readonly kind: string; readonly text: string; readonly page: number }[];
  readonly confidence: number;
  readonly hand_edited: boolean;
  /** File name beside edition.json. */
  readonly url: string;
}
export interface LooseJson {
  readonly page: number;
  readonly text: string;
  readonly from: readonly LineRef[];
}
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly page: number | null;
}
export interface EditionJson {
  readonly format: "jumpline-edition/1";
  readonly newspaper: {
    readonly title: string;
    readonly slug: string;
    readonly place: string | null;
    readonly publisher: string | null;
    readonly rights: string | null;
  };
  readonly date: string | null;
  readonly number: string | null;
  readonly language: string;
  readonly direction: "horizontal" | "vertical";
  readonly source: string | null;
  readonly rights: string | null;
  readonly pages: readonly PageJson[];
  readonly articles: readonly ArticleJson[];
  readonly leftovers: readonly (LooseJson & { readonly reason: string })[];
  readonly furniture: readonly LooseJson[];
  readonly diagnostics: readonly DiagnosticJson[];
}

export function editionJson(edition: ReviewedEdition, diagnostics: readonly Diagnostic[]): EditionJson {
  const { info, assembly } = edition;
  const { title, slug, place, publisher, rights } = info.newspaper;
  return {
    format: "jumpline-edition/1",
    newspaper: { title, slug, place: place ?? null, publisher: publisher ?? null, rights: rights ?? null },
    date: info.date ?? null,
    number: info.number ?? null,
    language: info.language,
    direction: info.direction,
    source: info.source ?? null,
    rights: info.rights ?? null,
    pages: pagesJson(edition),
    articles: assembly.articles.map(articleJson),
    leftovers: assembly.leftovers.map(({ page, passage, reason }) => ({
      page,
      text: passage.text,
      from: linesOfPassage(passage),
      reason,
    })),
    furniture: assembly.furniture.map(({ page, passage }) => ({
      page,
      text: passage.text,
      from: linesOfPassage(passage),
    })),
    diagnostics: sortDiagnostics(diagnostics).map(diagnosticJson),
  };
}

function articleJson(article: Article): ArticleJson {
  const head = Object.fromEntries(headFields.map((field) => [field, headText(article, field)])) as Record<
    HeadField,
    string
  >;
  return {
    id: article.id,
    kind: article.kind,
    kicker: head.kicker,
    headline: head.headline,
    deck: head.deck,
    byline: head.byline,
    dateline: head.dateline,
    credit: head.credit,
    body: bodyJson(article),
    pages: [...new Set(article.parts.map((part) => part.page))],
    jumps: article.jumps.map(jumpJson),
    marks: article.marks.map(({ kind, passage, page }) => ({ kind, text: passage.text, page })),
    confidence: roundShare(article.confidence),
    hand_edited: article.handEdited !== undefined,
    url: articleFile(article.id),
  };
}

/** The words of a head field as readers see them: a person's, else the printed lines. */
export const headText = (article: Article, field: HeadField): string =>
  article.handEdited?.[field] ?? article[field].map((passage) => passage.text).join("\n");

/** A person's paragraph keeps the source lines of a printed one with the same words. */
function bodyJson(article: Article): BodyJson[] {
  const printed = article.body.map(({ kind, passage }) => ({
    kind,
    text: passage.text,
    from: linesOfPassage(passage),
  }));
  if (!article.handEdited) return printed;
  const byText = new Map(printed.map((part) => [part.text, part.from]));
  return readBody(article.handEdited.markdown).map(({ kind, text }) => ({
    kind,
    text,
    from: byText.get(text) ?? [],
  }));
}

function jumpJson({ state, fromPage, toPage, forward, backward, jumpHead }: Jump): JumpJson {
  return {
    state,
    from_page: fromPage ?? null,
    to_page: toPage ?? null,
    mark: (forward ?? backward)?.passage.text ?? "",
    continuation: forward && backward ? backward.passage.text : "",
    jump_head: jumpHead.map((passage) => passage.text),
  };
}

/** Each source line once, as the passage comes to it, whole or cut at a gutter. */
function linesOfPassage({ spans }: Passage): LineRef[] {
  return [...new Set(spans.map((span) => stretchId(span.line, 0)))].map(placeOfLine);
}

/** Thousandths: further digits differ between machines' arithmetic before they mean anything. */
const roundShare = (share: number): number => Math.round(share * 1000) / 1000;

const diagnosticJson = (diagnostic: Diagnostic): DiagnosticJson => ({
  code: diagnostic.code,
  severity: diagnostic.severity,
  message: wordDiagnostic(diagnostic),
  advice: adviseOn(diagnostic),
  file: diagnostic.place.file ?? null,
  line: diagnostic.place.line ?? null,
  page: diagnostic.place.page ?? null,
});
