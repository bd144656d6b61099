/** How the site calls an edition, its pages and its stories: for the books, texts and feeds that stand beside the pages. */
import type { ReviewedEdition } from "../model/edition.js";
import type { EditionNames, FeedWords } from "../model/site.js";
import { titleOf } from "../model/title-of.js";
import { addPanguSpaces } from "../text/autospace.js";
import { formatDate, formatMonth } from "./format-date.js";
import { numberLabel, pageLabel } from "./frame.js";
import { makeUpPages, orderStories, type PageMirror } from "./page/mirror-page.js";
import { thumbnailsOf } from "./thumbnail/thumbnails.js";
import { directionOf, fillWords, wordsFor } from "./words/index.js";

/**
 * Names in the language of the edition, articles in the order of its make-up. `interface` is for the site: a book or a text is read
 * away from it, by readers of the paper, and stays in the paper's own language, down to the name of an untitled piece.
 */
export function nameEdition(
  edition: ReviewedEdition,
  mirrors: ReadonlyMap<number, PageMirror> = makeUpPages(edition),
): EditionNames {
  const { info, pages } = edition;
  const { articles } = edition.assembly;
  const words = wordsFor(info.language);
  const style = info.autospace === "pangu" ? addPanguSpaces : (text: string): string => text;
  const ordered = orderStories(articles, mirrors);
  return {
    lang: words.lang,
    dir: directionOf(info.language),
    dateLabel: formatDate(info.date, words),
    numberLabel: numberLabel(info.number, words),
    pageLabels: new Map(
      [...pages]
        .sort((a, b) => a.number - b.number)
        .map((page) => [page.number, pageLabel(page, words)] as const),
    ),
    titles: new Map(ordered.map((article) => [article.id, style(titleOf(article, words.untitled))] as const)),
    thumbnails: thumbnailsOf(pages, mirrors),
    contents: words.contents,
    pages: words.pages,
    introduction: words.introduction,
    printedOn: words.printedOn,
    alsoPrinted: words.alsoPrinted,
    colon: words.colon,
    style,
  };
}

/** The same above editions, in any language. */
export function feedWordsFor(language: string): FeedWords {
  const words = wordsFor(language);
  return {
    lang: words.lang,
    dir: directionOf(language),
    home: words.home,
    search: words.searchNewspapers,
    colon: words.colon,
    onThisDay: words.onThisDay,
    yearsAgo: (years) => fillWords(words.yearsAgo, { n: years }),
    formatDate: (date) => formatDate(date, words),
    formatMonth: (year, month) => formatMonth(year, month, words),
    contents: words.contents,
    pages: words.pages,
    introduction: words.introduction,
    formatPage: (page) => pageLabel(page, words),
  };
}
