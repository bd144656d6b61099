/**
 * The book of a month, bound from the books that its editions left as files: one after the other is opened, and its
 * chapters are kept until the month is done. So an archive of any length takes the memory of one month, whatever order
 * its editions came in, and a month holds an edition that was kept from before too. An edition whose book is missing or
 * is none is left out.
 */
import { bookFile, frontFile, monthBookFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, FeedWords, FeedWordsOf, SiteContext } from "../../model/site.js";
import { byDate, type DatedEdition, isDated } from "../dated.js";
import { bindBook } from "./bind-book.js";
import { type BookPart, introductionFile } from "./book.js";
import { folderOfBook } from "./edition-book.js";
import { unpackChapters } from "./pack-book.js";
import { chapterFile } from "./write-chapter.js";

/** The bytes of a file of the site as it is being made. */
export type ReadMade = (path: string) => Uint8Array | undefined;

/** Editions of each newspaper's months: months in order, editions by date. */
function groupByMonth(editions: readonly EditionSummary[]): Map<string, DatedEdition[]> {
  const months = new Map<string, DatedEdition[]>();
  const sorted = editions
    .filter(isDated)
    .sort((a, b) => (a.newspaper === b.newspaper ? byDate(a, b) : a.newspaper < b.newspaper ? -1 : 1));
  for (const edition of sorted) {
    const key = `${edition.newspaper}/${monthBookFile(edition.date.slice(0, 7))}`;
    months.set(key, [...(months.get(key) ?? []), edition]);
  }
  return months;
}

function describePart(edition: DatedEdition, has: (path: string) => boolean, words: FeedWords): BookPart {
  const folder = folderOfBook(edition.path);
  return {
    folder,
    title: words.formatDate(edition.date),
    language: edition.language,
    hasIntroduction: has(`${folder}/${introductionFile}`),
    pages: edition.pages.map((page) => ({
      number: page.number,
      label: words.formatPage(page),
      spoken: page.folio ?? String(page.number),
      stories: edition.headlines
        .filter((headline) => headline.page === page.number)
        .map(({ text, file }) => ({ id: file.slice(0, -".html".length), title: text })),
    })),
  };
}

function bindMonth(
  path: string,
  editions: readonly DatedEdition[],
  site: SiteContext,
  words: FeedWords,
  read: ReadMade,
): SiteFile[] {
  const chapters = new Map<string, Uint8Array>();
  const parts: BookPart[] = [];
  for (const edition of editions) {
    const book = read(`${edition.path}/${bookFile}`);
    const own = book && unpackChapters(book);
    const folder = folderOfBook(edition.path);
    if (!own || edition.pages.some(({ number }) => !own.has(`${folder}/${chapterFile(number)}`))) continue;
    for (const [name, bytes] of own) if (name.startsWith(`${folder}/`)) chapters.set(name, bytes);
    parts.push(describePart(edition, (name) => own.has(name), words));
  }
  const [first] = editions;
  if (parts.length === 0 || !first) return [];
  const [year, month] = first.date.split("-").map(Number);
  const label = words.formatMonth(year ?? 0, month ?? 0);
  const newest = editions.at(-1) ?? first;
  const vertical = editions.filter(({ direction }) => direction === "vertical").length * 2 > editions.length;
  const bound = bindBook(
    {
      name: path,
      title: `${newest.title}, ${label}`,
      language: newest.language,
      dir: words.dir,
      turnsLeft: vertical || words.dir === "rtl",
      date: first.date,
      newspaper: newest.title,
      ...(newest.publisher === undefined ? {} : { publisher: newest.publisher }),
      ...(newest.rights === undefined ? {} : { rights: newest.rights }),
      pagedBy: `${newest.title}, ${label}`,
      ...(site.baseUrl === undefined ? {} : { address: `${site.baseUrl}/${newest.newspaper}/${frontFile}` }),
      words,
      parts,
    },
    chapters,
    {
      lines: [newest.place ?? "", label],
      headlines: editions.flatMap(({ headlines }) => headlines.slice(0, 1).map(({ text }) => text)),
    },
  );
  return [{ path, content: bound }];
}

/**
 * One after the other, so that only one month is in memory.
 * @param read absent where nothing is being written: then there is only the name of each
 */
export function* writeMonthBooks(
  editions: readonly EditionSummary[],
  site: SiteContext,
  wordsOf: FeedWordsOf,
  read: ReadMade | undefined,
): Generator<SiteFile> {
  for (const [path, ofMonth] of groupByMonth(editions)) {
    if (read === undefined) {
      yield { path, content: "" };
      continue;
    }
    const language = ofMonth.at(-1)?.language ?? "en";
    yield* bindMonth(path, ofMonth, site, wordsOf(language), read);
  }
}
