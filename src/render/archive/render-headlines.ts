/**
 * All headlines of a newspaper, a page per year and more pages where a year has many: a name is found by reading, by the
 * browser's own search or by typing it, without a server and without an index. Each edition stands whole on one page unless it alone
 * is too long for one.
 */
import { frontFile, headlinesFile, relativeLink } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, HeadlineSummary, SiteContext } from "../../model/site.js";
import { formatDate, formatMonth, readDate } from "../format-date.js";
import { describeFrame, numberLabel } from "../frame.js";
import { describeList } from "../link-preview.js";
import { fillWords, type Words } from "../words/index.js";
import { groupBy } from "./group-by.js";

/** Headlines on one page: about 250 kB of HTML, 50 kB as sent. */
const headlinesOnOnePage = 1500;

export interface HeadlinePart {
  readonly file: string;
  /** The year, or "undated". */
  readonly year: string;
  readonly editions: readonly {
    readonly edition: EditionSummary;
    readonly shown: readonly HeadlineSummary[];
  }[];
  readonly count: number;
}

const yearOf = (edition: EditionSummary): string => {
  const date = readDate(edition.date);
  return date ? String(date.year).padStart(4, "0") : "undated";
};

/** @param editions of one newspaper, oldest first. @param most a parameter for tests */
export function partHeadlines(
  slug: string,
  editions: readonly EditionSummary[],
  most = headlinesOnOnePage,
): HeadlinePart[] {
  const parts: { year: string; editions: HeadlinePart["editions"][number][]; count: number }[] = [];
  for (const edition of editions)
    for (let from = 0; from < edition.headlines.length; from += most) {
      const shown = edition.headlines.slice(from, from + most);
      const year = yearOf(edition);
      let last = parts.at(-1);
      if (!last || last.year !== year || last.count + shown.length > most) {
        last = { year, editions: [], count: 0 };
        parts.push(last);
      }
      last.editions.push({ edition, shown });
      last.count += shown.length;
    }
  const numbers = new Map<string, number>();
  return parts.map((part) => {
    const number = (numbers.get(part.year) ?? 0) + 1;
    numbers.set(part.year, number);
    return { ...part, file: `${slug}/${headlinesFile(part.year, number)}` };
  });
}

function describeMonths(part: HeadlinePart, words: Words): Readonly<Record<string, unknown>>[] {
  const months: { label: string; editions: Readonly<Record<string, unknown>>[] }[] = [];
  for (const { edition, shown } of part.editions) {
    const date = readDate(edition.date);
    const label = date ? formatMonth(date.year, date.month, words) : words.undated;
    if (months.at(-1)?.label !== label) months.push({ label, editions: [] });
    const folder = `${edition.path}/`;
    const number = numberLabel(edition.number, words);
    months.at(-1)?.editions.push({
      href: relativeLink(part.file, `${folder}${frontFile}`),
      label: date ? formatDate(edition.date, words) : number || edition.title,
      lang: edition.language,
      headlines: shown.map(({ text, file }) => ({ href: relativeLink(part.file, `${folder}${file}`), text })),
    });
  }
  return months;
}

export interface HeadlinesOf {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly words: Words;
}

const spanOf = (part: HeadlinePart): string => {
  const [from, to] = [part.editions[0]?.edition.date ?? "", part.editions.at(-1)?.edition.date ?? ""];
  return from === to ? from : `${from} – ${to}`;
};

/** Pages in the order of time; each leads to those before and after it and to the parts of its year. */
export function renderHeadlines(
  parts: readonly HeadlinePart[],
  { slug, title, language, words }: HeadlinesOf,
  site: SiteContext,
): SiteFile[] {
  const byYear = groupBy(parts, ({ year }) => year);
  const heading = ({ year }: HeadlinePart): string =>
    year === "undated" ? `${words.headlines} · ${words.undated}` : fillWords(words.headlinesOf, { year });
  return parts.map((part, at) => {
    const siblings = byYear.get(part.year) ?? [];
    const beside = (other: HeadlinePart | undefined): unknown =>
      other === undefined
        ? ""
        : {
            href: relativeLink(part.file, other.file),
            title: siblings.length > 1 || other.year === part.year ? spanOf(other) : heading(other),
            lang: "",
          };
    const content = site.writeTemplate("pages/headlines.njk", {
      ...describeFrame(site, part.file, `${heading(part)} · ${title}`, words),
      description: describeList([title, heading(part), siblings.length > 1 ? spanOf(part) : ""]),
      heading: heading(part),
      contentLang: language,
      newspaper: title,
      newspaperHref: relativeLink(part.file, `${slug}/${frontFile}`),
      span: siblings.length > 1 ? spanOf(part) : "",
      months: describeMonths(part, words),
      count: part.count,
      countLabel: fillWords(words.headlinesFound, { n: part.count }),
      parts:
        siblings.length < 2
          ? []
          : siblings.map((each) => ({
              href: relativeLink(part.file, each.file),
              label: spanOf(each),
              here: each === part,
            })),
      previousLabel: parts[at - 1]?.year === part.year ? words.previousPage : words.previousYear,
      nextLabel: parts[at + 1]?.year === part.year ? words.nextPage : words.nextYear,
      previous: beside(parts[at - 1]),
      next: beside(parts[at + 1]),
    });
    return { path: part.file, content };
  });
}
