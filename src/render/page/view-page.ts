/** One page view: the mirror of the printed page, what stood at its edges, what could not be placed, and the way on. */

import { writeHtml } from "../../markdown/render-markdown.js";
import { element } from "../../markdown/to-hast.js";
import { articleFile, pageFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { describeEditionFrame, otherLanguage, pageLabel } from "../frame.js";
import { describeList, previewPage } from "../link-preview.js";
import { reasonText } from "../report/word-findings.js";
import { directionOf } from "../words/index.js";
import type { PageMirror } from "./mirror-page.js";
import { openingFile, pairPages } from "./pair-pages.js";
import { showScan } from "./show-scan.js";
import { viewSheet } from "./view-sheet.js";

function neighbour(
  page: Page | undefined,
  view: EditionView,
): { href: string; title: string; lang: string } | "" {
  return page === undefined
    ? ""
    : {
        href: pageFile(page.number),
        title: pageLabel(page, view.words),
        lang: page.folio === undefined ? "" : otherLanguage(page.language, view.words),
      };
}

/** The spread that the page stands in, where it faces another. */
function spreadOf(page: Page, sorted: readonly Page[]): string {
  const opening = pairPages(sorted).find((pages) => pages.some((each) => each === page));
  return opening?.[1] ? openingFile(opening) : "";
}

/** The stories of a page in its order. */
export const titlesOf = ({ order, parts }: PageMirror, view: EditionView): string[] =>
  order.map((index) => view.titles.get(parts[index]?.article.id ?? "") ?? "");

/** All pages of the edition with their small pictures; empty where there is only this one. */
const pageStrip = (pages: readonly Page[], view: EditionView) =>
  pages.length < 2
    ? []
    : pages.map((page) => ({
        href: pageFile(page.number),
        label: pageLabel(page, view.words),
        thumbnail: view.thumbnails.get(page.number) ?? "",
      }));

export function renderPage(page: Page, pageMirror: PageMirror, view: EditionView): SiteFile {
  const { parts, makeUp, order } = pageMirror;
  const { assembly, info, pages } = view.edition;
  const sorted = [...pages].sort((a, b) => a.number - b.number);
  const at = sorted.indexOf(page);
  const file = pageFile(page.number);
  const leftovers = assembly.leftovers.filter((each) => each.page === page.number);
  const content = view.site.writeTemplate("pages/page.njk", {
    ...describeEditionFrame(view, file, pageLabel(page, view.words)),
    preview: previewPage(view, {
      file,
      title: `${info.newspaper.title}, ${pageLabel(page, view.words)}`,
      kind: "website",
      summary: describeList([pageLabel(page, view.words), ...titlesOf(pageMirror, view)]),
      pages: [page.number],
    }),
    vertical: page.direction === "vertical",
    contentLang: page.language,
    contentDir: directionOf(page.language),
    previous: neighbour(sorted[at - 1], view),
    next: neighbour(sorted[at + 1], view),
    spread: spreadOf(page, sorted),
    measured: makeUp.kind === "measured",
    sheet: viewSheet(page, pageMirror, at === 0, view),
    scan: showScan(page, pageMirror, view, { previous: sorted[at - 1], next: sorted[at + 1] }),
    strip: pageStrip(sorted, view),
    empty: parts.length === 0,
    headlines: order.flatMap((index) => {
      const article = parts[index]?.article;
      return article
        ? [
            {
              href: `#${article.id}`,
              title: view.titles.get(article.id) ?? "",
              article: articleFile(article.id),
            },
          ]
        : [];
    }),
    leftovers: writeHtml(
      leftovers.map((each) =>
        element(
          "p",
          { id: each.unit, title: reasonText(each.reason, view.words) },
          view.style(each.passage.text),
        ),
      ),
    ),
    hasLeftovers: leftovers.length > 0,
  });
  return { path: `${info.path}/${file}`, content };
}
