/** What the pages above an edition need to know of it; plain data, so the edition itself can be let go. */
import { articleFile, pageFile } from "../model/address.js";
import type { Article } from "../model/article.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { EditionNames, EditionSummary, PageSummary } from "../model/site.js";
import { titleOf } from "../model/title-of.js";
import { nameEdition } from "./name-edition.js";
import { describeSerial } from "./serials/describe-serial.js";
import type { Thumbnails } from "./thumbnail/thumbnails.js";
import { wordsFor } from "./words/index.js";

export function summariseEdition(
  edition: ReviewedEdition,
  names: Pick<EditionNames, "titles" | "thumbnails"> = nameEdition(edition),
): EditionSummary {
  const { info } = edition;
  const { untitled } = wordsFor(info.interface ?? info.language);
  const byId = new Map<string, Article>(edition.assembly.articles.map((article) => [article.id, article]));
  const stories = [...names.titles.keys()].flatMap((id) => {
    const article = byId.get(id);
    return article?.kind === "story" ? [article] : [];
  });
  const rights = info.rights ?? info.newspaper.rights;
  const serials = stories.flatMap((article) => {
    const serial = describeSerial(article);
    if (serial === undefined) return [];
    return [{ ...serial, title: titleOf(article, untitled), file: articleFile(article.id) }];
  });
  return {
    path: info.path,
    newspaper: info.newspaper.slug,
    title: info.newspaper.title,
    ...(info.newspaper.place === undefined ? {} : { place: info.newspaper.place }),
    ...(info.newspaper.publisher === undefined ? {} : { publisher: info.newspaper.publisher }),
    ...(rights === undefined ? {} : { rights }),
    ...(info.newspaper.anniversaries === undefined ? {} : { anniversaries: info.newspaper.anniversaries }),
    ...(info.date === undefined ? {} : { date: info.date }),
    ...(info.number === undefined ? {} : { number: info.number }),
    language: info.language,
    ...(info.interface === undefined ? {} : { interface: info.interface }),
    direction: info.direction,
    ...(info.corrections === undefined ? {} : { corrections: info.corrections }),
    pages: [...edition.pages]
      .sort((a, b) => a.number - b.number)
      .map((page) => ({
        number: page.number,
        ...(page.folio === undefined ? {} : { folio: page.folio }),
        ...(page.section === undefined ? {} : { section: page.section }),
        file: pageFile(page.number),
        ...pictureOf(names.thumbnails, page.number),
      })),
    ...(edition.pages.some(({ scan }) => scan) ? { hasScans: true } : {}),
    headlines: stories.map((article) => ({
      text: titleOf(article, untitled),
      page: article.parts[0]?.page ?? 0,
      file: articleFile(article.id),
    })),
    ...(serials.length === 0 ? {} : { serials }),
    articleCount: edition.assembly.articles.length,
    files: edition.assembly.articles.map((article) => articleFile(article.id)),
  };
}

function pictureOf(thumbnails: Thumbnails, page: number): Pick<PageSummary, "thumbnail"> {
  const thumbnail = thumbnails.get(page);
  return thumbnail ? { thumbnail } : {};
}
