/**
 * The OpenSearch description: with it a browser offers the newspapers among its search engines. The address of the search
 * must be a whole one, so there is none for a site that does not know its own.
 */
import { frontFile, openSearchFile, searchFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, FeedWordsOf, SiteContext } from "../../model/site.js";
import { escapeXml } from "../xml.js";

/** The specification's limits, in characters. */
const longestShortName = 16;
const longestDescription = 1024;

const cut = (text: string, length: number): string => Array.from(text).slice(0, length).join("").trim();

export function writeOpenSearch(
  editions: readonly EditionSummary[],
  { baseUrl }: SiteContext,
  wordsOf: FeedWordsOf,
): SiteFile[] {
  if (baseUrl === undefined) return [];
  const titles = [...new Set(editions.map(({ title }) => title))].sort((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  const [only] = titles;
  const languages = [...new Set(editions.map(({ language }) => language))].sort();
  const words = wordsOf(languages.length === 1 ? (languages[0] ?? "en") : "en");
  const name = titles.length === 1 && only !== undefined ? only : words.home;
  const description = `${words.search}${words.colon}${titles.join(", ")}`;
  const address = escapeXml(baseUrl);
  const content = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escapeXml(cut(name, longestShortName))}</ShortName>`,
    `  <Description>${escapeXml(cut(description, longestDescription))}</Description>`,
    `  <Url type="text/html" method="get" template="${address}/${searchFile}?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${address}/${openSearchFile}"/>`,
    ...languages.map((language) => `  <Language>${escapeXml(language)}</Language>`),
    "  <InputEncoding>UTF-8</InputEncoding>",
    "  <OutputEncoding>UTF-8</OutputEncoding>",
    `  <moz:SearchForm xmlns:moz="http://www.mozilla.org/2006/browser/search/">${address}/${frontFile}</moz:SearchForm>`,
    "</OpenSearchDescription>",
    "",
  ].join("\n");
  return [{ path: openSearchFile, content }];
}
