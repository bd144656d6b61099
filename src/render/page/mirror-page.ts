/** Makes up the pages of an edition from their stories, and with that gives the stories their order: page by page, lead first. */
import type { Article } from "../../model/article.js";
import type { ReviewedEdition } from "../../model/edition.js";
import type { Page } from "../../model/page.js";
import { type EditionView, linesById } from "../edition-view.js";
import { computeMirror, type Mirror } from "../mirror/compute-mirror.js";
import { type MeasuredPage, measurePage } from "../mirror/measure-page.js";
import { measurePart } from "../mirror/measure-part.js";
import { gatherPart, type PagePart } from "./gather-part.js";

/** As measured where the page has coordinates, else as it may have been. */
export type MakeUp =
  | { readonly kind: "measured"; readonly measured: MeasuredPage }
  | { readonly kind: "approximate"; readonly mirror: Mirror };

export interface PageMirror {
  readonly parts: readonly PagePart[];
  readonly makeUp: MakeUp;
  /** Places in `parts` in the order of the page. */
  readonly order: readonly number[];
}

/** What of an edition its make-up depends on. */
export type MirrorSource = Pick<EditionView, "articles" | "units" | "lines">;

/** The stories of a page and where the mirror puts them. */
export function mirrorPage(page: Page, source: MirrorSource): PageMirror {
  const parts = source.articles
    .filter((article) => article.parts.some((part) => part.page === page.number))
    .map((article) => gatherPart(article, page.number, source));
  const measured = measurePage(
    page,
    parts.map(({ lineIds, article }) => ({ lineIds, minor: article.kind !== "story" })),
  );
  if (measured) return { parts, makeUp: { kind: "measured", measured }, order: measured.order };
  const mirror = computeMirror(
    parts.map((part) => measurePart(part.lines)),
    page.direction,
  );
  return { parts, makeUp: { kind: "approximate", mirror }, order: mirror.order };
}

/** By page number, ascending. */
export function mirrorPages(pages: readonly Page[], source: MirrorSource): ReadonlyMap<number, PageMirror> {
  const sorted = [...pages].sort((a, b) => a.number - b.number);
  return new Map(sorted.map((page) => [page.number, mirrorPage(page, source)] as const));
}

/** The make-up of all pages: reckoned once, for the pages and for what is named in their order. */
export function makeUpPages(edition: ReviewedEdition): ReadonlyMap<number, PageMirror> {
  const { articles, units } = edition.assembly;
  return mirrorPages(edition.pages, { articles, units, lines: linesById(edition) });
}

/** The articles page by page, each where it begins, in the order of that page's make-up; ties keep the order given. */
export function orderStories(
  articles: readonly Article[],
  mirrors: ReadonlyMap<number, PageMirror>,
): readonly Article[] {
  const places = new Map<string, number>();
  for (const [page, { parts, order }] of mirrors)
    order.forEach((index, place) => {
      const article = parts[index]?.article;
      if (article?.parts[0]?.page === page) places.set(article.id, place);
    });
  return articles
    .map((article, at) => ({
      article,
      page: article.parts[0]?.page ?? 0,
      place: places.get(article.id) ?? 0,
      at,
    }))
    .sort((a, b) => a.page - b.page || a.place - b.place || a.at - b.at)
    .map(({ article }) => article);
}
