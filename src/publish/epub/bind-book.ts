/** Binds chapters into a book: package, contents, cover and style around them, all in one file. */
import { element } from "../../markdown/to-hast.js";
import type { Book } from "./book.js";
import { bookStyle } from "./book-style.js";
import { drawCover } from "./draw-cover.js";
import { packBook } from "./pack-book.js";
import { writeNav } from "./write-nav.js";
import { chaptersOf, writePackage } from "./write-package.js";
import { writeDocument } from "./write-xhtml.js";

export interface CoverLines {
  readonly lines: readonly string[];
  readonly headlines: readonly string[];
  /** JPEG, shown instead of a drawn one. */
  readonly picture?: Uint8Array;
}

/** `chapters` by their path under OPS/; every one that `book` names must be there. */
export function bindBook(
  book: Book,
  chapters: ReadonlyMap<string, string | Uint8Array>,
  { picture, ...cover }: CoverLines,
): Uint8Array {
  const coverImage = picture ? "cover.jpg" : "cover.svg";
  const image = { src: coverImage, alt: book.title, role: "doc-cover" };
  const body = element(
    "body",
    { className: ["cover"] },
    element("section", { epubType: "cover" }, element("img", image)),
  );
  const head = { title: book.title, lang: book.language, dir: book.dir, stylesheet: "book.css" };
  const files = new Map<string, string | Uint8Array>([
    ["package.opf", writePackage(book, coverImage)],
    ["nav.xhtml", writeNav(book)],
    ["cover.xhtml", writeDocument(head, body)],
    [coverImage, picture ?? drawCover({ title: book.newspaper, lang: book.language, ...cover })],
    ["book.css", bookStyle],
  ]);
  for (const [, path] of chaptersOf(book)) {
    const chapter = chapters.get(path);
    if (chapter === undefined) throw new Error(`the book has no chapter ${path}`);
    files.set(path, chapter);
  }
  return packBook(files);
}
