/**
 * Renders one edition: its front, a view of each page, each article and the archivist's report. Files come in a fixed
 * order and hold nothing but what the edition says, so the same edition gives the same bytes.
 */

import { markdownLimit } from "../markdown/render-markdown.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { SiteFile } from "../model/job.js";
import type { SiteContext } from "../model/site.js";
import { renderArticle } from "./article/view-article.js";
import { type EditionView, orderView, viewEdition } from "./edition-view.js";
import { makeUpPages, mirrorPage, orderStories, type PageMirror } from "./page/mirror-page.js";
import { pairPages } from "./page/pair-pages.js";
import { renderPage } from "./page/view-page.js";
import { renderSpreads } from "./page/view-spread.js";
import { writePageWords } from "./page/write-page-words.js";
import { writeTilesInfo } from "./page/write-tiles-info.js";
import { renderReport } from "./report/view-report.js";
import { drawThumbnails, thumbnailsOf } from "./thumbnail/thumbnails.js";
import { renderFront } from "./view-front.js";

/** Markdown too long to parse is shown as it was written; the editor should know. */
function noticeLongMarkdown(view: EditionView): Diagnostic[] {
  const { info } = view.edition;
  const written = [
    { file: `${info.folder}/edition.md`, markdown: info.introduction },
    ...view.articles.flatMap((article) => (article.handEdited ? [article.handEdited] : [])),
  ];
  return written
    .filter(({ markdown }) => markdown.length > markdownLimit)
    .map(({ file, markdown }) => ({
      code: "JL5001",
      severity: "warning",
      place: { file },
      details: { length: markdown.length, limit: markdownLimit },
    }));
}

/**
 * @param diagnostics what the stages before noticed, for the report page.
 * @param mirrors the make-up of the pages, where it is reckoned already.
 */
export function renderEdition(
  edition: ReviewedEdition,
  site: SiteContext,
  diagnostics: readonly Diagnostic[],
  mirrors: ReadonlyMap<number, PageMirror> = makeUpPages(edition),
): Outcome<SiteFile[]> {
  const assembled = viewEdition(edition, site);
  const noticed = noticeLongMarkdown(assembled);
  const pages = [...edition.pages].sort((a, b) => a.number - b.number);
  const thumbnails = thumbnailsOf(pages, mirrors);
  const view = { ...orderView(assembled, orderStories(assembled.articles, mirrors)), thumbnails };
  const value = [
    renderFront(view),
    ...pages.map((page) => renderPage(page, mirrors.get(page.number) ?? mirrorPage(page, view), view)),
    ...renderSpreads(pairPages(pages), mirrors, view),
    ...view.articles.map((article, place) => renderArticle(article, place, view)),
    ...drawThumbnails(pages, mirrors, edition.info.path, view),
    ...writePageWords(pages, edition.info.path),
    ...writeTilesInfo(pages, edition.info.path, site),
    renderReport(view, mirrors, [...diagnostics, ...noticed]),
  ];
  return { value, diagnostics: noticed };
}
