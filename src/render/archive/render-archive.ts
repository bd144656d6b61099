/**
 * The pages above the editions: the site's front with its newspapers, each newspaper's archive by year and month, and
 * the page for an address that does not exist. A large archive gets a page per year, so that no page grows without end.
 */
import { frontFile, relativeLink } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { formatDate, formatMonth } from "../format-date.js";
import { describeFrame, numberLabel, pageLabel } from "../frame.js";
import { directionOf, type Words, wordsFor } from "../words/index.js";
import { type CalendarYear, layCalendar, sortEditions } from "./calendar.js";
import { renderSearch } from "./render-search.js";

/** Above this many editions a newspaper's years get pages of their own. */
const editionsOnOnePage = 800;
/** Headlines shown of the newest edition on the site's front. */
const fewHeadlines = 5;

function groupByNewspaper(editions: readonly EditionSummary[]): [string, EditionSummary[]][] {
  const groups = new Map<string, EditionSummary[]>();
  for (const edition of sortEditions(editions)) {
    const group = groups.get(edition.newspaper) ?? [];
    groups.set(edition.newspaper, group);
    group.push(edition);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The commonest language of the editions decides the words; equal ones, the first by code. */
function chooseLanguage(editions: readonly EditionSummary[]): string {
  const counts = new Map<string, number>();
  for (const { language } of editions) counts.set(language, (counts.get(language) ?? 0) + 1);
  const sorted = [...counts.entries()].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
  return sorted[0]?.[0] ?? "en";
}

/** The site's front speaks the language of its newspapers where they share one, else English. */
function frontWords(editions: readonly EditionSummary[]): Words {
  const languages = new Set(editions.map((edition) => wordsFor(edition.language)));
  const [only] = languages;
  return languages.size === 1 && only ? only : wordsFor("en");
}

function describeEdition(
  edition: EditionSummary,
  file: string,
  words: Words,
): Readonly<Record<string, unknown>> {
  const folder = `${edition.path}/`;
  return {
    href: relativeLink(file, `${folder}${frontFile}`),
    title: edition.title,
    lang: edition.language,
    date: edition.date ?? "",
    dateLabel: formatDate(edition.date, words),
    numberLabel: numberLabel(edition.number, words),
    pages: edition.pages.map((page) => ({
      href: relativeLink(file, `${folder}${page.file}`),
      label: pageLabel(page, wordsFor(edition.language)),
    })),
    headlines: edition.headlines.slice(0, fewHeadlines).map((headline) => ({
      href: relativeLink(file, `${folder}${headline.file}`),
      title: headline.text,
    })),
  };
}

function describeYear(year: CalendarYear, file: string, words: Words): Readonly<Record<string, unknown>> {
  return {
    year: year.year,
    count: year.count,
    months: year.months.map((month) => ({
      label: formatMonth(month.year, month.month, words),
      weeks: month.weeks.map((week) =>
        week.map((day) => ({
          day: day?.day ?? "",
          editions: (day?.editions ?? []).map((edition) => describeEdition(edition, file, words)),
        })),
      ),
    })),
  };
}

function renderNewspaper(slug: string, editions: readonly EditionSummary[], site: SiteContext): SiteFile[] {
  const newest = editions.at(-1);
  if (!newest) return [];
  const language = chooseLanguage(editions);
  const words = wordsFor(language);
  const { years, undated } = layCalendar(editions);
  const split = editions.length > editionsOnOnePage;
  const page = (
    file: string,
    heading: string,
    shown: readonly CalendarYear[],
    rest: readonly EditionSummary[],
  ): SiteFile => ({
    path: file,
    content: site.writeTemplate("pages/archive.njk", {
      ...describeFrame(site, file, heading, words),
      heading,
      contentLang: language,
      contentDir: directionOf(language),
      newspaper: newest.title,
      newspaperHref: relativeLink(file, `${slug}/${frontFile}`),
      place: newest.place ?? "",
      publisher: newest.publisher ?? "",
      newest: describeEdition(newest, file, words),
      years: shown.map((year) => describeYear(year, file, words)),
      yearLinks: split
        ? years.map(({ year, count }) => ({ href: relativeLink(file, `${slug}/${year}.html`), year, count }))
        : [],
      undated: rest.map((edition) => describeEdition(edition, file, words)),
      weekdays: words.weekdays.map((name, day) => ({ name, mark: words.weekdayMarks[day] ?? name })),
    }),
  });
  const front = page(`${slug}/${frontFile}`, newest.title, split ? years.slice(0, 1) : years, undated);
  if (!split) return [front];
  return [
    front,
    ...years.map((year) => page(`${slug}/${year.year}.html`, `${newest.title} ${year.year}`, [year], [])),
  ];
}

function renderSiteFront(editions: readonly EditionSummary[], site: SiteContext): SiteFile {
  const words = frontWords(editions);
  const content = site.writeTemplate("pages/site.njk", {
    ...describeFrame(site, frontFile, words.home, words),
    newspapers: groupByNewspaper(editions).map(([slug, group]) => {
      const newest = group.at(-1) as EditionSummary;
      const own = wordsFor(newest.language);
      return {
        href: `${slug}/${frontFile}`,
        title: newest.title,
        lang: newest.language,
        place: newest.place ?? "",
        newest: describeEdition(newest, frontFile, own),
        archive: own.archive,
        count: group.length,
      };
    }),
  });
  return { path: frontFile, content };
}

/** Shown at any depth, so its links begin at the base path where one is known, and its style stands in it. */
function renderNotFound(editions: readonly EditionSummary[], site: SiteContext): SiteFile {
  const words = frontWords(editions);
  const content = site.writeTemplate("pages/not-found.njk", {
    ...describeFrame(site, "404.html", words.notFound, words),
    home: `${site.basePath ?? ""}${frontFile}`,
  });
  return { path: "404.html", content };
}

/** Editions come in any order. */
export function renderArchive(editions: readonly EditionSummary[], site: SiteContext): SiteFile[] {
  const archives = groupByNewspaper(editions).flatMap(([slug, group]) => renderNewspaper(slug, group, site));
  return [
    renderSiteFront(editions, site),
    ...archives,
    renderSearch(groupByNewspaper(editions), frontWords(editions), site),
    renderNotFound(editions, site),
  ];
}
