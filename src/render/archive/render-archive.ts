/**
 * The pages above the editions: the site's front with its newspapers, each newspaper's archive, and the pages that belong to no
 * newspaper: the accessibility statement and those for an address that does not exist or cannot be reached.
 */
import { frontFile, notFoundFile, offlineFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { renderStatement } from "../accessibility/render-statement.js";
import { describeFrame } from "../frame.js";
import { describeList } from "../link-preview.js";
import { fillWords, type Words } from "../words/index.js";
import { sortEditions } from "./calendar.js";
import { siteWords } from "./choose-words.js";
import { describeEdition } from "./describe-edition.js";
import { groupBy } from "./group-by.js";
import { renderNewspaper } from "./render-newspaper.js";
import { renderSearch } from "./render-search.js";

function groupByNewspaper(editions: readonly EditionSummary[]): [string, EditionSummary[]][] {
  const groups = groupBy(sortEditions(editions), ({ newspaper }) => newspaper);
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function renderSiteFront(editions: readonly EditionSummary[], site: SiteContext, words: Words): SiteFile {
  const newspapers = groupByNewspaper(editions);
  const content = site.writeTemplate("pages/site.njk", {
    ...describeFrame(site, frontFile, words.home, words),
    description: describeList([words.home, ...newspapers.map(([, group]) => group.at(-1)?.title ?? "")]),
    newspapers: newspapers.map(([slug, group]) => {
      const newest = group.at(-1) as EditionSummary;
      return {
        href: `${slug}/${frontFile}`,
        title: newest.title,
        lang: newest.language,
        place: newest.place ?? "",
        newest: describeEdition(newest, frontFile, words),
        count: fillWords(words.editionsCount, { n: group.length }),
      };
    }),
  });
  return { path: frontFile, content };
}

/** A page that is shown at any depth, so its links begin at the base path where one is known, and its style stands in it. */
function renderApart(
  path: string,
  [heading, note]: readonly [string, string],
  site: SiteContext,
  words: Words,
): SiteFile {
  const content = site.writeTemplate("pages/not-found.njk", {
    ...describeFrame(site, path, heading, words),
    note,
    home: `${site.basePath ?? ""}${frontFile}`,
  });
  return { path, content };
}

/** Editions come in any order. */
export function renderArchive(editions: readonly EditionSummary[], site: SiteContext): SiteFile[] {
  const words = siteWords(editions, site);
  const archives = groupByNewspaper(editions).flatMap(([slug, group]) => renderNewspaper(slug, group, site));
  return [
    renderSiteFront(editions, site, words),
    ...archives,
    renderSearch(groupByNewspaper(editions), words, site),
    renderStatement(editions, site, words),
    renderApart(notFoundFile, [words.notFound, words.notFoundNote], site, words),
    ...(site.offline ? [renderApart(offlineFile, [words.offline, words.offlineNote], site, words)] : []),
  ];
}
