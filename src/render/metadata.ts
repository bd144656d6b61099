/**
 * What machines read in the head of a page: JSON-LD (NewsArticle in a PublicationIssue of a Newspaper) and citation
 * fields as Zotero reads them. `citation_journal_title` is left out on purpose: it would make a journal article of it.
 * Bylines are not taken apart into names, since a printed byline is not a list of people.
 */
import { articleFile, frontFile } from "../model/address.js";
import type { Article } from "../model/article.js";
import type { EditionInfo } from "../model/edition.js";
import type { SiteContext } from "../model/site.js";
import { isUnspaced } from "../text/scripts.js";
import type { EditionView } from "./edition-view.js";
import { formsOfArticle, formsOfEdition, type OfferedForm } from "./list-forms.js";

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
  view.site.baseUrl === undefined
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
 * JSON-LD of an article. Its text is not in it: the page has that already, and it would double its weight. Nor is the column
 * it stood in, which no source says and the make-up does not count.
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

/** Citation fields of an article: dc, dcterms, prism, and the item type for Zotero. */
export function describeCitation(article: Article, pages: readonly number[], view: EditionView): MetaField[] {
  const { info } = view.edition;
  const fields: Readonly<Record<string, string | undefined>> = {
    "z:itemType": "newspaperArticle",
    "dc.type": "newsItem",
    "dc.title": view.titles.get(article.id),
    "dcterms.issued": info.date,
    "dc.language": info.language,
    "dc.publisher": info.newspaper.publisher,
    "dc.rights": info.rights ?? info.newspaper.rights,
    "prism.publicationName": info.newspaper.title,
    "prism.number": info.number,
    "prism.startingPage": pages[0]?.toString(),
    "prism.endingPage": pages.length > 1 ? pages.at(-1)?.toString() : undefined,
    "prism.location": info.newspaper.place,
  };
  return Object.entries(fields).flatMap(([name, content]) =>
    content === undefined || content === "" ? [] : [{ name, content }],
  );
}
