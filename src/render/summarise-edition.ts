/** What the pages above an edition need to know of it; plain data, so the edition itself can be let go. */
import { articleFile, pageFile } from "../model/address.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { EditionSummary, PageSummary } from "../model/site.js";
import { titleOf } from "./article/title-of.js";
import { linesById } from "./edition-view.js";
import { mirrorPages, orderStories } from "./page/mirror-page.js";
import { type Thumbnails, thumbnailsOf } from "./thumbnail/thumbnails.js";
import { wordsFor } from "./words/index.js";

export function summariseEdition(edition: ReviewedEdition): EditionSummary {
  const { info } = edition;
  const { untitled } = wordsFor(info.language);
  const { articles, units } = edition.assembly;
  const mirrors = mirrorPages(edition.pages, { articles, units, lines: linesById(edition) });
  const thumbnails = thumbnailsOf(edition.pages, mirrors);
  const stories = orderStories(articles, mirrors).filter((article) => article.kind === "story");
  return {
    path: info.path,
    newspaper: info.newspaper.slug,
    title: info.newspaper.title,
    ...(info.newspaper.place === undefined ? {} : { place: info.newspaper.place }),
    ...(info.newspaper.publisher === undefined ? {} : { publisher: info.newspaper.publisher }),
    ...(info.date === undefined ? {} : { date: info.date }),
    ...(info.number === undefined ? {} : { number: info.number }),
    language: info.language,
    direction: info.direction,
    pages: [...edition.pages]
      .sort((a, b) => a.number - b.number)
      .map((page) => ({
        number: page.number,
        ...(page.folio === undefined ? {} : { folio: page.folio }),
        ...(page.section === undefined ? {} : { section: page.section }),
        file: pageFile(page.number),
        ...pictureOf(thumbnails, page.number),
      })),
    ...(edition.pages.some(({ scan }) => scan) ? { hasScans: true } : {}),
    headlines: stories.map((article) => ({
      text: titleOf(article, untitled),
      page: article.parts[0]?.page ?? 0,
      file: articleFile(article.id),
    })),
    articleCount: edition.assembly.articles.length,
    files: edition.assembly.articles.map((article) => articleFile(article.id)),
  };
}

function pictureOf(thumbnails: Thumbnails, page: number): Pick<PageSummary, "thumbnail"> {
  const thumbnail = thumbnails.get(page);
  return thumbnail ? { thumbnail } : {};
}
