/**
 * What machines read in the head of a page: JSON-LD (NewsArticle in a PublicationIssue of a Newspaper) and citation
 * fields as Zotero reads them. `citation_journal_title` is left out on purpose: it would make a journal article of it.
 * Bylines are not taken apart into names, since a printed byline is not a list of people.
 */
import { frontFile } from "../model/address.js";
import type { Article } from "../model/article.js";
import type { EditionInfo } from "../model/edition.js";
import type { EditionView } from "./edition-view.js";

export interface MetaField {
  readonly name: string;
  readonly content: string;
}

type Json = Readonly<Record<string, unknown>>;
const given = (fields: Readonly<Record<string, unknown>>): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));

const describeNewspaper = ({ newspaper }: EditionInfo): Json =>
  given({
    "@type": "Newspaper",
    name: newspaper.title,
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
    isPartOf: describeNewspaper(info),
  });
}

/** JSON-LD of an edition's front. */
export const describePublicationIssue = (view: EditionView): Json => ({
  "@context": "https://schema.org",
  ...describeIssue(view),
});

const joined = (passages: readonly { readonly text: string }[]): string =>
  passages.map((passage) => passage.text).join(" ");

/** JSON-LD of an article. */
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
