/**
 * Two facing pages side by side, each the same sheet as in its own view. A story that stands on both has a region on
 * each: the second is named by its page too, and links between the two stay in the spread, where both are lit.
 */
import type { Element, ElementContent } from "hast";
import { articleFile, pageFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { describeEditionFrame } from "../frame.js";
import { describeList } from "../link-preview.js";
import { mirrorPage, type PageMirror } from "./mirror-page.js";
import { type Opening, openingFile, openingLabel } from "./pair-pages.js";
import { showScan } from "./show-scan.js";
import { titlesOf } from "./view-page.js";
import { type ChangeSheet, viewSheet } from "./view-sheet.js";

/** The stories that have a region on both pages. */
function storiesOnBoth(mirrors: readonly [PageMirror, PageMirror]): ReadonlySet<string> {
  const [left, right] = mirrors.map(({ parts }) => parts.map(({ article }) => String(article.id)));
  return new Set(left?.filter((id) => right?.includes(id)));
}

/** How the elements of one page change where it faces another. */
function facePage(own: Page, [left, right]: readonly [Page, Page], shared: ReadonlySet<string>): ChangeSheet {
  const nameOn = (page: Page, id: string): string =>
    page === right && shared.has(id) ? `${id}-on-${page.number}` : id;
  const lead = (href: string): string => {
    if (href.startsWith("#")) return `${pageFile(own.number)}${href}`;
    const page = [left, right].find(({ number }) => href.startsWith(`${pageFile(number)}#`));
    return page ? `#${nameOn(page, href.slice(href.indexOf("#") + 1))}` : href;
  };
  const change = (node: Element): Element => {
    const { id, href } = node.properties;
    const region = typeof id === "string" && shared.has(id);
    return {
      ...node,
      properties: {
        ...node.properties,
        ...(region ? { id: nameOn(own, id), dataStory: id } : {}),
        ...(typeof href === "string" ? { href: lead(href) } : {}),
      },
      children: node.children.map(
        (child): ElementContent => (child.type === "element" ? change(child) : child),
      ),
    };
  };
  return (elements) => elements.map(change);
}

const neighbour = (opening: Opening | undefined, view: EditionView) =>
  opening === undefined ? "" : { href: openingFile(opening), title: openingLabel(opening, view) };

/** How wide a picture stands in a spread. */
const shownWidth = "(min-width: 80rem) 50vw, calc(100vw - 2.5rem)";

/** The spreads of an edition. @param openings all of them, in order */
export function renderSpreads(
  openings: readonly Opening[],
  mirrors: ReadonlyMap<number, PageMirror>,
  view: EditionView,
): SiteFile[] {
  const { info } = view.edition;
  const sorted = openings.flat();
  const mirrorOf = (page: Page): PageMirror => mirrors.get(page.number) ?? mirrorPage(page, view);
  return openings.flatMap((opening, at): SiteFile[] => {
    const [left, right] = opening;
    if (!right) return [];
    const pair = [left, right] as const;
    const shared = storiesOnBoth([mirrorOf(left), mirrorOf(right)]);
    const lead = pair.map((page) => mirrorOf(page)).flatMap(({ order, parts }) => order.map((i) => parts[i]));
    const file = openingFile(opening);
    const content = view.site.writeTemplate("pages/spread.njk", {
      ...describeEditionFrame(view, file, openingLabel(opening, view)),
      // What stands here stands in the pages' own views, which are what should be found.
      canonical:
        view.site.baseUrl === undefined ? "" : `${view.site.baseUrl}/${info.path}/${pageFile(left.number)}`,
      file,
      here: pageFile(left.number),
      alsoHere: pageFile(right.number),
      description: describeList([
        openingLabel(opening, view),
        ...pair.flatMap((page) => titlesOf(mirrorOf(page), view)),
      ]),
      vertical: left.direction === "vertical",
      previous: neighbour(openings[at - 1], view),
      next: neighbour(openings[at + 1], view),
      article: lead[0] ? articleFile(lead[0].article.id) : "",
      leaves: pair.map((page) => {
        const at = sorted.indexOf(page);
        return {
          sheet: viewSheet(page, mirrorOf(page), false, view, facePage(page, pair, shared)),
          scan: showScan(
            page,
            mirrorOf(page),
            view,
            { previous: sorted[at - 1], next: sorted[at + 1] },
            shownWidth,
          ),
        };
      }),
    });
    return [{ path: `${info.path}/${file}`, content }];
  });
}
