/** All feeds of a site: of everything, of each newspaper, and of each newspaper on its dates. */
import { calendarFile, feedFile, frontFile, onThisDayFile, rssFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, FeedWordsOf, SiteContext } from "../../model/site.js";
import { byDate, groupByNewspaper, isDated } from "../dated.js";
import { findAnniversaries } from "./anniversaries.js";
import { type Feed, newestEntries } from "./entry.js";
import { writeAtom } from "./write-atom.js";
import { writeCalendar } from "./write-calendar.js";
import { writeRss } from "./write-rss.js";

const neverChanged = "1970-01-01";

function feedOf(
  path: string,
  page: string,
  title: string,
  editions: readonly EditionSummary[],
  site: SiteContext,
): Feed {
  const entries = newestEntries(editions, site);
  return { path, page, title, day: entries[0]?.day ?? neverChanged, entries };
}

/** `feed.xml` of the whole site; always there, since every page names it. */
export function siteFeed(editions: readonly EditionSummary[], site: SiteContext): Feed {
  const sorted = [...editions].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const titles = [...new Set(sorted.map(({ title }) => title))];
  return feedOf(feedFile, frontFile, titles.slice(0, 3).join(", ") || "Jumpline", editions, site);
}

function feedsOfNewspaper(
  slug: string,
  editions: readonly EditionSummary[],
  site: SiteContext,
  wordsOf: FeedWordsOf,
): SiteFile[] {
  const dated = editions.filter(isDated).sort(byDate);
  const newest = dated.at(-1) ?? editions[0];
  if (!newest) return [];
  const page = `${slug}/${frontFile}`;
  const words = wordsOf(newest.language);
  const feed: Feed = {
    ...feedOf(`${slug}/${feedFile}`, page, newest.title, editions, site),
    language: newest.language,
  };
  const files = [writeAtom(feed, site), ...writeRss(feed, `${slug}/${rssFile}`, site)];
  if (dated.length > 0) files.push(writeCalendar(`${slug}/${calendarFile}`, dated, words, site));
  if (site.asOf !== undefined) {
    const entries = findAnniversaries(dated, site.asOf, words, site);
    const day = entries[0]?.day ?? neverChanged;
    const title = `${newest.title} · ${words.onThisDay}`;
    files.push(
      writeAtom(
        { path: `${slug}/${onThisDayFile}`, page, title, day, language: newest.language, entries },
        site,
      ),
    );
  }
  return files;
}

export function writeFeeds(
  editions: readonly EditionSummary[],
  site: SiteContext,
  wordsOf: FeedWordsOf,
): SiteFile[] {
  const whole = siteFeed(editions, site);
  return [
    writeAtom(whole, site),
    ...writeRss(whole, rssFile, site),
    ...[...groupByNewspaper(editions)].flatMap(([slug, group]) =>
      feedsOfNewspaper(slug, group, site, wordsOf),
    ),
  ];
}
