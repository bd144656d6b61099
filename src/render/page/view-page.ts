/** One page view: the mirror of the printed page, what stood at its edges, what could not be placed, and the way on. */

import { writeHtml } from "../../markdown/render-markdown.js";
import { element } from "../../markdown/to-hast.js";
import { pageFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { describeEditionFrame, pageLabel } from "../frame.js";
import { directionOf } from "../words/index.js";
import type { PageMirror } from "./mirror-page.js";
import { showEdge } from "./show-edges.js";
import { showMirror } from "./show-mirror.js";
import { sortFurniture } from "./sort-furniture.js";

function neighbour(page: Page | undefined, view: EditionView): { href: string; title: string } | "" {
  return page === undefined ? "" : { href: pageFile(page.number), title: pageLabel(page, view.words) };
}

export function renderPage(page: Page, { parts, mirror }: PageMirror, view: EditionView): SiteFile {
  const { assembly, info, pages } = view.edition;
  const sorted = [...pages].sort((a, b) => a.number - b.number);
  const at = sorted.indexOf(page);
  const file = pageFile(page.number);
  const label = pageLabel(page, view.words);
  const leftovers = assembly.leftovers.filter((each) => each.page === page.number);
  const edges = sortFurniture(
    assembly.furniture.filter((each) => each.page === page.number),
    page,
    view,
  );
  const edge = (which: "top" | "bottom") => {
    const shown = showEdge(which, edges, at === 0, view);
    return shown === undefined ? "" : writeHtml([shown]);
  };
  const content = view.site.writeTemplate("pages/page.njk", {
    ...describeEditionFrame(view, file, label),
    vertical: page.direction === "vertical",
    contentLang: page.language,
    contentDir: directionOf(page.language),
    previous: neighbour(sorted[at - 1], view),
    next: neighbour(sorted[at + 1], view),
    mirror: writeHtml([showMirror(mirror, parts, page.language, view)]),
    columns: mirror.columns,
    ems: (mirror.columns * (mirror.measure + 1.6)).toFixed(1),
    aspect: mirror.aspect.toFixed(3),
    empty: parts.length === 0,
    headlines: mirror.order.flatMap((index) => {
      const article = parts[index]?.article;
      return article ? [{ href: `#${article.id}`, title: view.titles.get(article.id) ?? "" }] : [];
    }),
    topEdge: edge("top"),
    bottomEdge: edge("bottom"),
    leftovers: writeHtml(
      leftovers.map((each) =>
        element("p", { id: each.unit, title: each.reason }, view.style(each.passage.text)),
      ),
    ),
    hasLeftovers: leftovers.length > 0,
  });
  return { path: `${info.path}/${file}`, content };
}
