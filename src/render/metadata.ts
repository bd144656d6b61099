/**
 * What machines read in the head of a page: JSON-LD (NewsArticle in a PublicationIssue of a Newspaper) and citation
 * fields as Zotero reads them. `citation_journal_title` is left out on purpose: it would make a journal article of it.
 * Bylines are taken apart into names only where that is sure (cite/read-authors.ts).
 */
import { articleFile, frontFile } from "../model/address.js";
import type { Article } from "../model/article.js";
import type { EditionInfo } from "../model/edition.js";
import type { SiteContext } from "../model/site.js";
import { isUnspaced } from "../text/scripts.js";
import type { Citation } from "./cite/citation.js";
import type { EditionView } from "./edition-view.js";
import { formsOfArticle, formsOfEdition, type OfferedForm } from "./list-forms.js";
import { findPrintColumn } from "./print-column.js";

export interface MetaField {
  readonly name: string;
  readonly content: string;
}

type Json = Readonly<Record<string, unknown>>;
const given = (fields: Readonly<Record<string, unknown>>): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));

const describeNewspaper = ({ newspaper }: EditionInfo, site: SiteContext): Json =>
  given({
    "@type": "Newspaper",
    name: newspaper.title,
    url: site.baseUrl === undefined ? undefined : `${site.baseUrl}/${newspaper.slug}/${frontFile}`,
    publisher:
      newspaper.publisher === undefined ? undefined : { "@type": "Organization", name: newspaper.publisher },
    locationCreated: newspaper.place === undefined ? undefined : { "@type": "Place", name: newspaper.place },
  });

const addressOf = (view: EditionView, file: string): string | undefined =>
  view.site.baseUrl === undefined ? undefined : `${view.site.baseUrl}/${view.edition.info.path}/${file}`;

function describeIssue(view: EditionView): Json {
  const { info } = view.edition;
  return given({
    "@type": "PublicationIssue",
    issueNumber: info.number,
    datePublished: info.date,
    inLanguage: info.language,
    url: addressOf(view, frontFile),
    isPartOf: describeNewspaper(info, view.site),
  });
}

/** The exact names of the pages, as printed where that is known: `A7`, else `7`. */
const namePages = (pages: readonly number[], view: EditionView): string[] =>
  pages.map((number) => view.edition.pages.find((page) => page.number === number)?.folio ?? String(number));

const sectionsOf = (pages: readonly number[], view: EditionView): string[] => [
  ...new Set(
    pages.flatMap((number) => view.edition.pages.find((page) => page.number === number)?.section ?? []),
  ),
];

/** One value stands alone; several are a list. */
const oneOrMore = <T>(values: readonly T[]): T | readonly T[] | undefined =>
  values.length > 1 ? values : values[0];

/** Words between spaces; scripts that set none have none to count. */
function countWords(article: Article): number | undefined {
  const text = article.body.map(({ passage }) => passage.text).join(" ");
  return [...text].some(isUnspaced) ? undefined : text.split(/\s+/).filter((word) => word !== "").length;
}

/** The same in other forms, where their addresses are known. */
const listEncodings = (forms: readonly OfferedForm[], view: EditionView): readonly Json[] | undefined =>
  view.site.baseUrl === undefined || forms.length === 0
    ? undefined
    : forms.map(({ href, type }) => ({
        "@type": "MediaObject",
        contentUrl: addressOf(view, href),
        encodingFormat: type,
      }));

/** JSON-LD of an edition's front. */
export const describePublicationIssue = (view: EditionView): Json =>
  given({
    "@context": "https://schema.org",
    ...describeIssue(view),
    name: `${view.edition.info.newspaper.title}, ${view.edition.info.date ?? view.words.undated}`,
    pagination: namePages(view.pageNumbers, view).join(", "),
    copyrightNotice: view.edition.info.rights ?? view.edition.info.newspaper.rights,
    encoding: listEncodings(formsOfEdition(view), view),
    hasPart: view.articles.map((article) =>
      given({
        "@type": "NewsArticle",
        headline: view.titles.get(article.id),
        url: addressOf(view, articleFile(article.id)),
      }),
    ),
  });

const joined = (passages: readonly { readonly text: string }[]): string =>
  passages.map((passage) => passage.text).join(" ");

/**
 * JSON-LD of an article. Its text is not in it: the page has that already, and it would double its weight. The column it
 * begins in is told where its page's columns can be counted.
 */
export function describeNewsArticle(
  article: Article,
  pages: readonly number[],
  view: EditionView,
  file: string,
): Json {
  const { info } = view.edition;
  return given({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: view.titles.get(article.id),
    alternativeHeadline: joined(article.deck),
    datePublished: info.date,
    inLanguage: info.language,
    creditText: article.handEdited?.byline ?? joined(article.byline),
    dateline: article.handEdited?.dateline ?? joined(article.dateline),
    printEdition: info.number,
    printPage: oneOrMore(namePages(pages, view)),
    printColumn: findPrintColumn(article, view.edition.pages, view.lines, view.grids)?.toString(),
    printSection: oneOrMore(sectionsOf(pages, view)),
    wordCount: countWords(article),
    copyrightNotice: info.rights ?? info.newspaper.rights,
    encoding: listEncodings(
      formsOfArticle(article.id, view).filter(({ href }) => href.startsWith(article.id)),
      view,
    ),
    pagination: pages.join(", "),
    pageStart: pages[0]?.toString(),
    pageEnd: pages.at(-1)?.toString(),
    url: addressOf(view, file),
    isPartOf: describeIssue(view),
  });
}

/**
 * Citation fields for Zotero's “Embedded Metadata”, and for whoever else reads Dublin Core, PRISM and Highwire. Of
 * several names for one thing the one is given that Zotero's rules look at: all pages in `bibo.pages` (a first and a last
 * page would make the range 1–4 of 1 and 4), the place in `eprints.place_of_pub`, the section in `article:section`.
 */
function listFields(fields: Readonly<Record<string, string | undefined>>): MetaField[] {
  return Object.entries(fields).flatMap(([name, content]) =>
    content === undefined || content === "" ? [] : [{ name, content }],
  );
}

const sharedFields = (cited: Citation, { edition: { info } }: EditionView) => ({
  "dc.title": cited.title,
  "dcterms.issued": info.date,
  "dc.language": cited.language,
  "dc.publisher": cited.publisher,
  "dc.rights": info.rights ?? info.newspaper.rights,
  "prism.number": cited.number,
  "eprints.place_of_pub": cited.place,
  citation_public_url: cited.url,
});

/** Fields of an article. Authors only where the byline surely names them. */
export const describeCitation = (cited: Citation, view: EditionView): MetaField[] => [
  ...listFields({
    "z:itemType": "newspaperArticle",
    "dc.type": "newsItem",
    ...sharedFields(cited, view),
    "prism.publicationName": cited.newspaper,
    "bibo.pages": cited.pages.join(", "),
    "prism.startingPage": cited.pages[0],
    "prism.endingPage": cited.pages.length > 1 ? cited.pages.at(-1) : undefined,
    "prism.location": cited.place,
    "article:section": cited.section,
  }),
  ...cited.authors.map(({ literal }) => ({ name: "citation_author", content: literal })),
];

/** Fields of a whole edition: Zotero has no type for an issue of a newspaper, and calls such a thing a document. */
export const describeEditionCitation = (cited: Citation, view: EditionView): MetaField[] =>
  listFields({ "z:itemType": "document", ...sharedFields(cited, view) });
