/**
 * A newspaper's archive by year, month and day, with a card for each front page. A large archive gets a page per year,
 * so that no page grows without end.
 */
import { frontFile, monthBookFile, relativeLink } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { formatMonth } from "../format-date.js";
import { describeFeeds, describeFrame } from "../frame.js";
import { describeArchive, describeList } from "../link-preview.js";
import { formsOfNewspaper } from "../list-forms.js";
import { renderSerials } from "../serials/render-serials.js";
import { directionOf, fillWords, type Words } from "../words/index.js";
import { type CalendarMonth, type CalendarYear, layCalendar } from "./calendar.js";
import { commonLanguage, newspaperWords } from "./choose-words.js";
import { describeEdition } from "./describe-edition.js";
import { groupBy } from "./group-by.js";
import { partHeadlines, renderHeadlines } from "./render-headlines.js";
import { renderOnThisDay } from "./render-on-this-day.js";

/** Above this many editions a newspaper's years get pages of their own. */
const editionsOnOnePage = 120;
/** Cards of front pages on one page: a daily's year. Its calendar holds every edition. */
const cardsOnOnePage = 400;
/** Newest front pages shown where the years have pages of their own. */
const newestCards = 12;

const editionsOf = (year: CalendarYear): EditionSummary[] =>
  year.months.flatMap(({ weeks }) => weeks.flatMap((week) => week.flatMap((day) => day?.editions ?? [])));

/** A month has one newspaper's editions: its book stands in that newspaper's folder. */
function monthBook({ year, month, weeks }: CalendarMonth, file: string): string {
  const edition = weeks.flat().find((day) => day?.editions[0])?.editions[0];
  const name = monthBookFile(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`);
  return edition ? relativeLink(file, `${edition.newspaper}/${name}`) : "";
}

function describeYear(year: CalendarYear, file: string, words: Words): Readonly<Record<string, unknown>> {
  return {
    year: year.year,
    count: year.count,
    months: year.months.map((month) => ({
      label: formatMonth(month.year, month.month, words),
      book: monthBook(month, file),
      weeks: month.weeks.map((week) =>
        week.map((day) => ({
          day: day?.day ?? "",
          editions: (day?.editions ?? []).map((edition) => describeEdition(edition, file, words)),
        })),
      ),
    })),
  };
}

/** What one page of the archive shows. */
interface Shown {
  readonly file: string;
  readonly heading: string;
  readonly years: readonly CalendarYear[];
  readonly undated: readonly EditionSummary[];
  readonly cards: readonly EditionSummary[];
  /** Place of a year's page among the years. */
  readonly place?: number;
}

/** @param editions of this newspaper, oldest first */
export function renderNewspaper(
  slug: string,
  editions: readonly EditionSummary[],
  site: SiteContext,
): SiteFile[] {
  const newest = editions.at(-1);
  if (!newest) return [];
  const language = commonLanguage(editions);
  const words = newspaperWords(editions);
  const { years, undated } = layCalendar(editions);
  const split = editions.length > editionsOnOnePage;
  const front = `${slug}/${frontFile}`;
  const yearFile = ({ year }: CalendarYear): string => `${slug}/${year}.html`;
  const days = renderOnThisDay(slug, editions, language, words, site);
  const serials = renderSerials(slug, editions, language, words, site);
  const ways = [
    ...days.slice(0, 1).map(({ path }) => ({ path, name: words.onThisDay })),
    ...serials.map(({ path }) => ({ path, name: words.serials })),
  ];
  const headlines = partHeadlines(slug, editions);
  const firstParts = [...groupBy(headlines, ({ year }) => year).values()].flatMap((parts) =>
    parts.slice(0, 1),
  );

  const page = ({ file, heading, years: shown, undated: rest, cards, place }: Shown): SiteFile => {
    const beside = (year: CalendarYear | undefined): unknown =>
      year === undefined
        ? ""
        : { href: relativeLink(file, yearFile(year)), title: String(year.year), lang: "" };
    const own = place === undefined ? undefined : String(shown[0]?.year).padStart(4, "0");
    return {
      path: file,
      content: site.writeTemplate("pages/archive.njk", {
        ...describeFrame(site, file, heading, words),
        description: describeList([
          heading,
          newest.place ?? "",
          fillWords(words.editionsCount, { n: editions.length }),
          ...cards.flatMap(({ headlines: [lead] }) => lead?.text ?? []),
        ]),
        ...describeFeeds(site, file, `${slug}/`),
        forms: formsOfNewspaper(slug, file, editions, site, words),
        jsonLd: describeArchive(newest, editions, site),
        ways: ways.map(({ path, name }) => ({ href: relativeLink(file, path), name })),
        heading,
        contentLang: language,
        contentDir: directionOf(language),
        newspaper: newest.title,
        newspaperHref: relativeLink(file, front),
        place: newest.place ?? "",
        publisher: newest.publisher ?? "",
        newest: describeEdition(newest, file, words),
        years: shown.map((year) => describeYear(year, file, words)),
        yearLinks: split
          ? years.map((year) => ({
              href: relativeLink(file, yearFile(year)),
              year: year.year,
              count: year.count,
              here: yearFile(year) === file,
            }))
          : [],
        // Years are listed newest first.
        previous: place === undefined ? "" : beside(years[place + 1]),
        next: place === undefined ? "" : beside(years[place - 1]),
        undated: rest.map((edition) => describeEdition(edition, file, words)),
        cards: cards.slice(0, cardsOnOnePage).map((edition) => describeEdition(edition, file, words)),
        headlineLinks: firstParts
          .filter(({ year }) => own === undefined || year === own)
          .map((part) => ({
            href: relativeLink(file, part.file),
            year: part.year === "undated" ? words.undated : part.year,
          })),
        weekdays: words.weekdays.map((name, day) => ({ name, mark: words.weekdayMarks[day] ?? name })),
      }),
    };
  };

  const pages = [
    page({
      file: front,
      heading: newest.title,
      years: split ? years.slice(0, 1) : years,
      undated,
      cards: [...editions].reverse().slice(0, split ? newestCards : editions.length),
    }),
    ...(split ? years : []).map((year, place) =>
      page({
        file: yearFile(year),
        heading: `${newest.title} ${year.year}`,
        years: [year],
        undated: [],
        cards: editionsOf(year),
        place,
      }),
    ),
  ];
  return [
    ...pages,
    ...days,
    ...serials,
    ...renderHeadlines(headlines, { slug, title: newest.title, language, words }, site),
  ];
}
