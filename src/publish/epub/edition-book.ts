/** The book of an edition: every page a chapter, every story whole. */
import { parseMarkdown } from "../../markdown/render-markdown.js";
import { element } from "../../markdown/to-hast.js";
import { bookFile, frontFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { PublishedEdition } from "../published-edition.js";
import { tellStories } from "../reading/tell-story.js";
import { bindBook } from "./bind-book.js";
import { type Book, introductionFile } from "./book.js";
import { tameMarkup } from "./tame-markup.js";
import { type BookEdition, chapterFile, writeChapter } from "./write-chapter.js";
import { writeDocument } from "./write-xhtml.js";

const isDay = (date: string | undefined): date is string => /^\d{4}-\d{2}-\d{2}$/.test(date ?? "");

/** `yanzhou-wanbao/2023-10-26` → `2023-10-26`: where its chapters stand, in its own book and in the month's. */
export const folderOfBook = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function writeIntroduction({ info, names }: BookEdition): string {
  const body = element(
    "body",
    {},
    element(
      "section",
      { epubType: "introduction", role: "doc-introduction", ariaLabelledBy: ["name"] },
      element("h1", { id: "name", lang: names.lang, xmlLang: names.lang }, names.introduction),
      ...tameMarkup(parseMarkdown(info.introduction)),
    ),
  );
  const head = { lang: info.language, dir: names.dir, stylesheet: "../book.css" };
  return writeDocument({ ...head, title: `${names.introduction} · ${info.newspaper.title}` }, body);
}

export function writeEditionBook({ edition, site, names }: PublishedEdition): SiteFile[] {
  const { info } = edition;
  const pages = [...edition.pages].sort((a, b) => a.number - b.number);
  const stories = tellStories(edition, names);
  const folder = folderOfBook(info.path);
  const hasIntroduction = info.introduction.trim() !== "";
  const dated = `${info.newspaper.title}, ${names.dateLabel}`;
  const rights = info.rights ?? info.newspaper.rights;
  const book: Book = {
    name: `${info.path}/${bookFile}`,
    title: dated,
    language: info.language,
    dir: names.dir,
    turnsLeft: info.direction === "vertical" || names.dir === "rtl",
    ...(isDay(info.date) ? { date: info.date } : {}),
    newspaper: info.newspaper.title,
    ...(info.newspaper.publisher === undefined ? {} : { publisher: info.newspaper.publisher }),
    ...(rights === undefined ? {} : { rights }),
    pagedBy: [dated, names.numberLabel, info.source].filter(Boolean).join(", "),
    ...(site.baseUrl === undefined ? {} : { address: `${site.baseUrl}/${info.path}/${frontFile}` }),
    words: names,
    parts: [
      {
        folder,
        title: names.dateLabel,
        language: info.language,
        hasIntroduction,
        pages: pages.map(({ number, folio }) => ({
          number,
          label: names.pageLabels.get(number) ?? String(number),
          spoken: folio ?? String(number),
          stories: stories.filter((story) => story.pages[0] === number),
        })),
      },
    ],
  };
  const source = { info, names, stories };
  const chapters = new Map(
    pages.map((page) => [`${folder}/${chapterFile(page.number)}`, writeChapter(page, source)] as const),
  );
  if (hasIntroduction) chapters.set(`${folder}/${introductionFile}`, writeIntroduction(source));
  const content = bindBook(book, chapters, {
    lines: [info.newspaper.place ?? "", names.dateLabel, names.numberLabel],
    headlines: stories.filter(({ kind }) => kind === "story").map(({ title }) => title),
    ...(edition.cover ? { picture: edition.cover } : {}),
  });
  return [{ path: `${info.path}/${bookFile}`, content }];
}
