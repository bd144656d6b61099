/** One page view: the mirror of the printed page, what stood at its edges, what could not be placed, and the way on. */

import { writeHtml } from "../../markdown/render-markdown.js";
import { element } from "../../markdown/to-hast.js";
import { articleFile, pageFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { describeEditionFrame, otherLanguage, pageLabel } from "../frame.js";
import type { Mirror } from "../mirror/compute-mirror.js";
import { gutter } from "../mirror/estimate-height.js";
import type { MeasuredPage } from "../mirror/measure-page.js";
import { directionOf } from "../words/index.js";
import type { PagePart } from "./gather-part.js";
import type { PageMirror } from "./mirror-page.js";
import { showEdge } from "./show-edges.js";
import { type MeasuredContent, showMeasured } from "./show-measured.js";
import { showMirror } from "./show-mirror.js";
import { showScan } from "./show-scan.js";
import { sortFurniture } from "./sort-furniture.js";

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

function viewApproximate(
  page: Page,
  parts: readonly PagePart[],
  mirror: Mirror,
  { edges, first }: MeasuredContent,
  view: EditionView,
) {
  const edge = (which: "top" | "bottom") => {
    const shown = showEdge(which, edges, first, view);
    return shown === undefined ? "" : writeHtml([shown]);
  };
  const ems = mirror.columns * (mirror.measure + gutter);
  return {
    measured: false,
    paperStyle: `--ems:${ems.toFixed(1)};--tall:${(mirror.aspect * ems).toFixed(1)}`,
    mirror: writeHtml([showMirror(mirror, parts, page.language, view)]),
    topEdge: edge("top"),
    bottomEdge: edge("bottom"),
    adrift: "",
  };
}

/** Hundredths of the page's width. Type smaller or larger than that on a page is a fault of the file, not a page. */
const sizes = { least: 0.3, most: 5 };

function viewMeasured(
  page: Page,
  parts: readonly PagePart[],
  measured: MeasuredPage,
  content: MeasuredContent,
  view: EditionView,
) {
  const { place } = measured;
  const em = Math.min(sizes.most, Math.max(sizes.least, place.em * 100));
  const shown = showMeasured(page, parts, measured, content, view);
  return {
    measured: true,
    paperStyle: `--em:${em.toFixed(3)};--aspect:${place.aspect.toFixed(4)}`,
    mirror: writeHtml(shown.mirror),
    // They stand inside the mirror, at their places.
    topEdge: "",
    bottomEdge: "",
    adrift: shown.adrift.length === 0 ? "" : writeHtml(shown.adrift),
  };
}

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
  const label = pageLabel(page, view.words);
  const leftovers = assembly.leftovers.filter((each) => each.page === page.number);
  const furniture = assembly.furniture.filter((each) => each.page === page.number);
  const held = { edges: sortFurniture(furniture, page, view), leftovers, first: at === 0 };
  const content = view.site.writeTemplate("pages/page.njk", {
    ...describeEditionFrame(view, file, label),
    vertical: page.direction === "vertical",
    contentLang: page.language,
    contentDir: directionOf(page.language),
    previous: neighbour(sorted[at - 1], view),
    next: neighbour(sorted[at + 1], view),
    ...(makeUp.kind === "measured"
      ? viewMeasured(page, parts, makeUp.measured, held, view)
      : viewApproximate(page, parts, makeUp.mirror, held, view)),
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
        element("p", { id: each.unit, title: each.reason }, view.style(each.passage.text)),
      ),
    ),
    hasLeftovers: leftovers.length > 0,
  });
  return { path: `${info.path}/${file}`, content };
}
