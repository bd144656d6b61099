/**
 * The sheets of all pages of an edition in one document, to be printed and thrown away. Its links go where a reader of
 * the PDF can follow: from page to page inside it, and to the site where its address is known; never to a place on the
 * disk that it was printed from.
 */
import type { Element, ElementContent } from "hast";
import { pageFile } from "../../model/address.js";
import { contentPolicy } from "../../model/content-policy.js";
import type { ReviewedEdition } from "../../model/edition.js";
import type { SheetsDocument, SiteFile } from "../../model/job.js";
import type { SiteContext } from "../../model/site.js";
import { viewEdition } from "../edition-view.js";
import { formatDate } from "../format-date.js";
import { directionOf } from "../words/index.js";
import { mirrorPage } from "./mirror-page.js";
import { paintSpaces } from "./paint-spaces.js";
import { type ChangeSheet, viewSheet } from "./view-sheet.js";

const sheetId = (page: number): string => `s${page}`;
/** A story may stand on several sheets, and each of its regions needs a name of its own. */
const idOn = (page: number, id: string): string => `${sheetId(page)}-${id}`;

/** @param address of the edition's folder on the web; absent where nobody knows it */
function leadFrom(own: number, pages: readonly number[], address: string | undefined) {
  return (href: string): string | undefined => {
    const cut = href.indexOf("#");
    const file = cut < 0 ? href : href.slice(0, cut);
    const page = file === "" ? own : pages.find((number) => pageFile(number) === file);
    if (page !== undefined) return `#${cut < 0 ? sheetId(page) : idOn(page, href.slice(cut + 1))}`;
    return address === undefined ? undefined : `${address}/${href}`;
  };
}

function changeFor(own: number, pages: readonly number[], address: string | undefined): ChangeSheet {
  const lead = leadFrom(own, pages, address);
  const change = (node: Element): Element => {
    const { id, href, ...rest } = node.properties;
    const to = typeof href === "string" ? lead(href) : undefined;
    return {
      ...node,
      properties: {
        ...rest,
        ...(typeof id === "string" ? { id: idOn(own, id) } : {}),
        ...(to === undefined ? {} : { href: to }),
      },
      children: node.children.map(
        (child): ElementContent => (child.type === "element" ? change(child) : child),
      ),
    };
  };
  return (elements) => elements.map((each) => paintSpaces(change(each)));
}

/** @param style what it is printed with, from `openSite` */
export function renderSheets(edition: ReviewedEdition, site: SiteContext, style: SiteFile): SheetsDocument {
  const view = viewEdition(edition, site);
  const { info } = edition;
  const pages = [...edition.pages].sort((a, b) => a.number - b.number);
  const address = site.baseUrl === undefined ? undefined : `${site.baseUrl}/${info.path}`;
  const content = site.writeTemplate("pages/sheets.njk", {
    title: `${info.newspaper.title}, ${formatDate(info.date, view.words)}`,
    lang: view.words.lang,
    dir: directionOf(view.words.lang),
    words: view.words,
    contentPolicy,
    style: style.path,
    autospace: info.autospace,
    sheets: pages.map((page, at) => {
      const change = changeFor(page.number, view.pageNumbers, address);
      return {
        id: sheetId(page.number),
        ...viewSheet(page, mirrorPage(page, view), at === 0, view, change),
      };
    }),
  });
  return { html: { path: "sheets.html", content }, style, pages: pages.length };
}
