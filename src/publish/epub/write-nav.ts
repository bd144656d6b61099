/** The contents of a book: its editions (where it has several), pages and stories; the printed pages; and its landmarks. */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import { type Book, type BookPart, introductionFile } from "./book.js";
import { chapterFile, pageMark } from "./write-chapter.js";
import { chaptersOf } from "./write-package.js";
import { writeDocument } from "./write-xhtml.js";

const entry = (href: string, label: string, ...below: readonly Child[]): Element =>
  element("li", {}, element("a", { href }, label), ...below);

/** An `ol` without entries is none: EPUB forbids it. */
const list = (entries: readonly Element[], properties = {}): Child =>
  entries.length > 0 && element("ol", properties, ...entries);

function listPages({ folder, hasIntroduction, pages, language }: BookPart, words: Book["words"]): Element[] {
  const introduction = hasIntroduction ? [entry(`${folder}/${introductionFile}`, words.introduction)] : [];
  return [
    ...introduction,
    ...pages.map(({ number, label, stories }) => {
      const chapter = `${folder}/${chapterFile(number)}`;
      const links = stories.map(({ id, title }) => entry(`${chapter}#${id}`, title));
      return entry(chapter, label, list(links, { lang: language, xmlLang: language }));
    }),
  ];
}

export function writeNav(book: Book): string {
  const { parts, words } = book;
  const [only] = parts;
  const contents =
    parts.length === 1 && only
      ? listPages(only, words)
      : parts.map((part) =>
          entry(
            chaptersOf({ ...book, parts: [part] })[0]?.[1] ?? "cover.xhtml",
            part.title,
            list(listPages(part, words)),
          ),
        );
  const printed = parts.flatMap(({ folder, title, pages }) =>
    pages.map(({ number, spoken }) =>
      entry(
        `${folder}/${chapterFile(number)}#${pageMark}`,
        parts.length === 1 ? spoken : `${title}, ${spoken}`,
      ),
    ),
  );
  const landmark = (type: string, href: string, label: string): Element =>
    element("li", {}, element("a", { epubType: type, href }, label));
  const first = chaptersOf(book)[0]?.[1] ?? "cover.xhtml";
  const heading = (text: string): Element => element("h1", {}, text);
  const body = element(
    "body",
    { lang: words.lang, xmlLang: words.lang },
    element(
      "nav",
      { epubType: "toc", role: "doc-toc", ariaLabel: words.contents },
      heading(words.contents),
      list(contents),
    ),
    element(
      "nav",
      { epubType: "page-list", role: "doc-pagelist", ariaLabel: words.pages, hidden: "hidden" },
      heading(words.pages),
      list(printed),
    ),
    element(
      "nav",
      { epubType: "landmarks", ariaLabel: book.newspaper, hidden: "hidden" },
      list([
        landmark("cover", "cover.xhtml", book.newspaper),
        landmark("toc", "nav.xhtml", words.contents),
        landmark("bodymatter", first, book.title),
      ]),
    ),
  );
  return writeDocument(
    { title: book.title, lang: book.language, dir: book.dir, stylesheet: "book.css" },
    body,
  );
}
