/**
 * What is cited, as plain facts: who, what, where, when. Each style words them by its own rules (one file each).
 * Pages are all pages the story stood on (`1, 4`), by the number printed on them where one can be read. It never holds a
 * day of access, since a built file knows no clock, and no address where the site has none.
 */
import { articleFile, frontFile } from "../../model/address.js";
import type { Article } from "../../model/article.js";
import type { EditionInfo } from "../../model/edition.js";
import { lexiconOf } from "../../text/lexicon/index.js";
import { fieldLines } from "../article/show-head.js";
import type { EditionView } from "../edition-view.js";
import { type CalendarDate, readDate } from "../format-date.js";
import { numberLabel } from "../frame.js";
import { type Author, readAuthors } from "./read-authors.js";

export interface Citation {
  /** ASCII, for keys: `alder-point-beacon-2024-09-19-p1-k3f9q2`. */
  readonly id: string;
  readonly title: string;
  readonly authors: readonly Author[];
  readonly newspaper: string;
  readonly place: string;
  readonly publisher: string;
  readonly date?: CalendarDate;
  readonly number: string;
  readonly section: string;
  readonly pages: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly url: string;
}

/** A number that stands alone in a page's printed name: `Page 4` → 4, `A7` → A7; 第二版 and `4–5` have none. */
function printedNumber(folio: string | undefined): string | undefined {
  const found = [
    ...(folio ?? "").normalize("NFKC").matchAll(/(?<![\p{L}\p{N}])[A-Z]{0,2}[0-9]{1,3}(?![0-9A-Za-z])/gu),
  ];
  const digits = (folio ?? "").normalize("NFKC").match(/[0-9]+/g)?.length ?? 0;
  return found.length === 1 && digits === 1 ? found[0]?.[0].replace(/^0+(?=[0-9])/, "") : undefined;
}

/** The names of the pages a story stood on, in order. */
function namePages(article: Article, view: EditionView): string[] {
  const numbers = [...new Set(article.parts.map((part) => part.page))].sort((a, b) => a - b);
  const names = numbers.map((number) => {
    const page = view.edition.pages.find((each) => each.number === number);
    return printedNumber(page?.folio) ?? String(number);
  });
  return [...new Set(names)];
}

/** Controls mean something in some formats and nothing in a title. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();
const dated = (info: EditionInfo): { date?: CalendarDate } => {
  const date = readDate(info.date);
  return date === undefined ? {} : { date };
};
const addressOf = (view: EditionView, file: string): string =>
  view.site.baseUrl === undefined ? "" : `${view.site.baseUrl}/${view.edition.info.path}/${file}`;

const aboutNewspaper = ({ newspaper, number, language }: EditionInfo) => ({
  newspaper: oneLine(newspaper.title),
  place: oneLine(newspaper.place ?? ""),
  publisher: oneLine(newspaper.publisher ?? ""),
  number: oneLine(number ?? ""),
  language,
});

export function describeArticle(article: Article, view: EditionView): Citation {
  const { info, pages } = view.edition;
  const first = pages.find((page) => page.number === article.parts[0]?.page);
  return {
    id: `${info.path.replaceAll("/", "-")}-${article.id}`,
    title: oneLine(view.titles.get(article.id) ?? ""),
    authors: readAuthors(fieldLines(article, "byline", view), lexiconOf(info.language)),
    ...aboutNewspaper(info),
    ...dated(info),
    section: oneLine(first?.section ?? ""),
    pages: namePages(article, view),
    url: addressOf(view, articleFile(article.id)),
  };
}

/** A whole printed edition: its title is the newspaper's, with the number where there is one. */
export function describeEdition(view: EditionView): Citation {
  const { info } = view.edition;
  return {
    id: info.path.replaceAll("/", "-"),
    title: [oneLine(info.newspaper.title), numberLabel(info.number, view.words), info.date ?? ""]
      .filter((part) => part !== "")
      .join(", "),
    authors: [],
    ...aboutNewspaper(info),
    ...dated(info),
    section: "",
    pages: [],
    url: addressOf(view, frontFile),
  };
}
