/** The other forms of a story and of an edition that its pages offer, each with the name under which it is saved. */
import {
  bookFile,
  calendarFile,
  dataFile,
  editionMarkdownFile,
  editionTextFile,
  feedFile,
  markdownFile,
  onThisDayFile,
  pdfFile,
  relativeLink,
  rssFile,
  textFile,
} from "../model/address.js";
import type { EditionSummary, SiteContext } from "../model/site.js";
import type { EditionView } from "./edition-view.js";
import { readDate } from "./format-date.js";
import type { Words } from "./words/index.js";

export interface OfferedForm {
  readonly href: string;
  readonly label: string;
  readonly type: string;
  /** Empty where it is not to be saved but followed. Away from its folder a file called edition.txt says nothing of the paper. */
  readonly save: string;
}

const types: Readonly<Record<string, string>> = {
  txt: "text/plain",
  md: "text/markdown",
  epub: "application/epub+zip",
  pdf: "application/pdf",
  json: "application/json",
};

function offer(view: EditionView, file: string, label: string, name = ""): OfferedForm {
  const ending = file.slice(file.lastIndexOf(".") + 1);
  const edition = view.edition.info.path.replaceAll("/", "-");
  return {
    href: file,
    label,
    type: types[ending] ?? "application/octet-stream",
    save: `${edition}${name === "" ? "" : `-${name}`}.${ending}`,
  };
}

export const formsOfArticle = (id: string, view: EditionView): OfferedForm[] => [
  ...(view.edition.info.storyTexts === false
    ? []
    : [
        offer(view, textFile(id), view.words.asText, id),
        offer(view, markdownFile(id), view.words.asMarkdown, id),
      ]),
  offer(view, bookFile, view.words.asEpub),
];

export const formsOfEdition = (view: EditionView): OfferedForm[] => [
  offer(view, bookFile, view.words.asEpub),
  ...(view.edition.hasPdf ? [offer(view, pdfFile, view.words.asPdf)] : []),
  offer(view, editionTextFile, view.words.asText),
  offer(view, editionMarkdownFile, view.words.asMarkdown),
  offer(view, dataFile, view.words.data),
];

/** Feeds and calendar of a newspaper, for its archive at `file`. */
export function formsOfNewspaper(
  slug: string,
  file: string,
  editions: readonly EditionSummary[],
  site: SiteContext,
  words: Words,
): OfferedForm[] {
  const link = (name: string, label: string, type: string): OfferedForm => ({
    href: relativeLink(file, `${slug}/${name}`),
    label,
    type,
    save: "",
  });
  const isDated = editions.some(({ date }) => readDate(date) !== undefined);
  return [
    link(feedFile, words.feed, "application/atom+xml"),
    ...(site.baseUrl === undefined ? [] : [link(rssFile, words.rssFeed, "application/rss+xml")]),
    ...(site.asOf === undefined ? [] : [link(onThisDayFile, words.onThisDay, "application/atom+xml")]),
    ...(isDated ? [link(calendarFile, words.anniversaryCalendar, "text/calendar")] : []),
  ];
}
