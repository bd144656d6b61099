/**
 * The package of a book: its particulars, its files and their order. Its id is made of its path, so a book that is made
 * again is the same book to a reader's shelf. EPUB demands a moment of last change: the printed date stands there, since
 * there is no clock. What is said of accessibility is what the writer of the chapters does on every page; that a
 * standard is met is for a person to certify, so no conformance is claimed.
 */
import { uuidOf } from "../name-uuid.js";
import { escapeXml } from "../xml.js";
import { type Book, introductionFile } from "./book.js";
import { chapterFile } from "./write-chapter.js";

const access: readonly (readonly [string, string])[] = [
  ["schema:accessMode", "textual"],
  ["schema:accessModeSufficient", "textual"],
  ["schema:accessibilityFeature", "tableOfContents"],
  ["schema:accessibilityFeature", "readingOrder"],
  ["schema:accessibilityFeature", "structuralNavigation"],
  ["schema:accessibilityFeature", "displayTransformability"],
  ["schema:accessibilityFeature", "pageBreakMarkers"],
  ["schema:accessibilityFeature", "pageNavigation"],
  ["schema:accessibilityHazard", "none"],
  [
    "schema:accessibilitySummary",
    "All content is text in reading order, with a table of contents of pages and stories and a list of the printed pages. The cover is described.",
  ],
];

const tag = (name: string, text: string | undefined, attributes = ""): string[] =>
  text === undefined || text === "" ? [] : [`<${name}${attributes}>${escapeXml(text)}</${name}>`];
const meta = (property: string, text: string | undefined, refines = ""): string[] =>
  tag("meta", text, `${refines === "" ? "" : ` refines="#${refines}"`} property="${property}"`);

function writeMetadata(book: Book): string[] {
  return [
    ...tag("dc:identifier", `urn:uuid:${uuidOf(`jumpline ${book.name}`)}`, ' id="id"'),
    ...tag("dc:title", book.title, ' id="title"'),
    ...meta("title-type", "main", "title"),
    ...tag("dc:language", book.language),
    ...tag("dc:date", book.date),
    ...tag("dc:publisher", book.publisher),
    ...tag("dc:rights", book.rights),
    ...tag("dc:source", book.pagedBy, ' id="print"'),
    ...meta("source-of", "pagination", "print"),
    ...tag("dc:relation", book.address),
    ...meta("belongs-to-collection", book.newspaper, "").map((line) =>
      line.replace("<meta", '<meta id="newspaper"'),
    ),
    ...meta("collection-type", "series", "newspaper"),
    ...meta("dcterms:modified", `${book.date ?? "1970-01-01"}T00:00:00Z`),
    ...access.flatMap(([property, text]) => meta(property, text)),
  ];
}

/** Chapters in the order they are read: id and path under OPS/. */
export const chaptersOf = ({ parts }: Book): readonly (readonly [string, string])[] =>
  parts.flatMap(({ folder, hasIntroduction, pages }, index) => [
    ...(hasIntroduction ? [[`e${index + 1}-introduction`, `${folder}/${introductionFile}`] as const] : []),
    ...pages.map(({ number }) => [`e${index + 1}-p${number}`, `${folder}/${chapterFile(number)}`] as const),
  ]);

export function writePackage(book: Book, cover: "cover.jpg" | "cover.svg"): string {
  const item = (id: string, href: string, type: string, properties = ""): string =>
    `<item id="${id}" href="${escapeXml(href)}" media-type="${type}"${properties === "" ? "" : ` properties="${properties}"`}/>`;
  const chapters = chaptersOf(book);
  const turn = book.turnsLeft ? "rtl" : "ltr";
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeXml(book.language)}" dir="${book.dir}">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...writeMetadata(book),
    "</metadata>",
    "<manifest>",
    item("style", "book.css", "text/css"),
    item("cover-image", cover, cover === "cover.jpg" ? "image/jpeg" : "image/svg+xml", "cover-image"),
    item("cover", "cover.xhtml", "application/xhtml+xml"),
    item("nav", "nav.xhtml", "application/xhtml+xml", "nav"),
    ...chapters.map(([id, href]) => item(id, href, "application/xhtml+xml")),
    "</manifest>",
    `<spine page-progression-direction="${turn}">`,
    ...["cover", "nav", ...chapters.map(([id]) => id)].map((id) => `<itemref idref="${id}"/>`),
    "</spine>",
    "</package>",
    "",
  ].join("\n");
}
