/**
 * `on-this-day.html` of a newspaper: its editions by day of the year, the years beside each other. All days stand there; a
 * script marks today's, since a built file knows no clock. A large archive gets a page per month.
 */
import { frontFile, relativeLink } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { type CalendarDate, readDate } from "../format-date.js";
import { describeFrame } from "../frame.js";
import { describeList } from "../link-preview.js";
import { directionOf, type Words } from "../words/index.js";

export const onThisDayFile = "on-this-day.html";
/** Above this many editions each month has a page: 100 bytes and a headline for each. */
const editionsOnOnePage = 1000;

const two = (value: number): string => String(value).padStart(2, "0");
const monthFile = (month: number): string => `on-this-day-${two(month)}.html`;

interface Dated {
  readonly edition: EditionSummary;
  readonly date: CalendarDate;
}

/** Nothing where no edition has a date. @param editions of one newspaper, by date */
export function renderOnThisDay(
  slug: string,
  editions: readonly EditionSummary[],
  language: string,
  words: Words,
  site: SiteContext,
): SiteFile[] {
  const dated = editions.flatMap((edition): Dated[] => {
    const date = readDate(edition.date);
    return date === undefined ? [] : [{ edition, date }];
  });
  if (dated.length === 0) return [];
  const months = Array.from({ length: 12 }, (_, i) => i + 1).filter((month) =>
    dated.some(({ date }) => date.month === month),
  );
  const split = dated.length > editionsOnOnePage;
  const title = editions.at(-1)?.title ?? "";

  const describeMonth = (month: number, file: string) => {
    const here = dated.filter(({ date }) => date.month === month);
    const days = [...new Set(here.map(({ date }) => date.day))].sort((a, b) => a - b);
    return {
      name: words.months[month - 1] ?? "",
      number: two(month),
      days: days.map((day) => ({
        day,
        anchor: `d-${two(month)}-${two(day)}`,
        editions: here
          .filter(({ date }) => date.day === day)
          .map(({ edition, date }) => ({
            href: relativeLink(file, `${edition.path}/${frontFile}`),
            year: date.year,
            date: edition.date ?? "",
            lead: edition.headlines[0]?.text ?? "",
            lang: edition.language,
          })),
      })),
    };
  };
  const page = (name: string, shown: readonly number[]): SiteFile => {
    const file = `${slug}/${name}`;
    const content = site.writeTemplate("pages/on-this-day.njk", {
      ...describeFrame(site, file, `${words.onThisDay} · ${title}`, words),
      description: describeList([
        title,
        words.onThisDay,
        ...shown.map((month) => words.months[month - 1] ?? ""),
      ]),
      newspaper: title,
      newspaperHref: relativeLink(file, `${slug}/${frontFile}`),
      contentLang: language,
      contentDir: directionOf(language),
      split,
      monthLinks: months.map((month) => ({
        href: split ? monthFile(month) : `#m-${two(month)}`,
        name: words.months[month - 1] ?? "",
        here: split && shown.includes(month),
      })),
      months: shown.map((month) => describeMonth(month, file)),
    });
    return { path: file, content };
  };
  if (!split) return [page(onThisDayFile, months)];
  return [page(onThisDayFile, []), ...months.map((month) => page(monthFile(month), [month]))];
}
