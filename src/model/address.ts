/**
 * Where things stand in the built site. Files are flat and named, so that links work from `file://` and under any
 * base path: `yanzhou-wanbao/2023-10-26/p2.html`. Internal links are relative and always name the file.
 * It refuses to look at words: a corrected headline changes no address.
 */
import type { ShownKind } from "./picture.js";

export const pageFile = (page: number): string => `p${page}.html`;
/** Two facing pages side by side. */
export const spreadFile = (left: number, right: number): string => `s${left}-${right}.html`;
/** The picture of a page, named by what it is: the source's own name may be anything. */
export const scanFile = (page: number, kind: ShownKind): string =>
  `p${page}.${kind === "jpeg" ? "jpg" : kind}`;
/** What is made of the picture of a page: `p1-thumb.webp`, `p1-small.webp`, `p1-read.webp`. */
export const scanSizeFile = (page: number, size: "thumb" | "small" | "read"): string =>
  `p${page}-${size}.webp`;
/** The page drawn small from its make-up, where it has no picture. */
export const drawingFile = (page: number): string => `p${page}-thumb.svg`;
/** A IIIF image service: its folder in the edition's. */
export const tilesFolder = (page: number): string => `p${page}-tiles`;
/** The words of a page with their places on its picture, for marking what was searched for. */
export const pageWordsFile = (page: number): string => `p${page}-words.js`;
/** The first page's picture as readers of books show it, which few do a WebP. */
export const coverFile = "cover.jpg";
/** What was made of the scans, and of which bytes: the next build makes them again only where these have changed. */
export const scanSizesFile = "scan-sizes.json";
export const articleFile = (article: string): string => `${article}.html`;
export const reportFile = "report.html";
export const dataFile = "edition.json";
export const bookFile = "edition.epub";
/** The sheets of all pages, for paper; and of which document and by what it was made, so that it is not made again in vain. */
export const pdfFile = "edition.pdf";
export const pdfRecordFile = "edition-pdf.json";
/** A story as plain text and as Markdown, and the whole edition. */
export const textFile = (article: string): string => `${article}.txt`;
export const markdownFile = (article: string): string => `${article}.md`;
export const editionTextFile = "edition.txt";
export const editionMarkdownFile = "edition.md";
/** The book of a month, in the newspaper's folder: `2023-10.epub`. */
export const monthBookFile = (month: string): string => `${month}.epub`;
/** Feeds and calendars, beside the front of the site or of a newspaper. */
export const feedFile = "feed.xml";
export const rssFile = "rss.xml";
export const onThisDayFile = "on-this-day.xml";
export const calendarFile = "on-this-day.ics";
export const openSearchFile = "opensearch.xml";
/** The page that looks for `?q=` in all newspapers. */
export const searchFile = "search.html";
export const frontFile = "index.html";
/** IIIF: the edition's manifest; collections stand beside the archive's pages. */
export const manifestFile = "manifest.json";
export const collectionFile = "collection.json";
/** What libraries' systems read: the issue, and the text of each page. */
export const metsFile = "mets.xml";
export const altoFile = (page: number): string => `p${page}.alto.xml`;
export const teiFile = "edition.tei.xml";
/** The text of a page, or of an article, as IIIF annotations. */
export const annotationsFile = (name: number | string): string =>
  `${typeof name === "number" ? `p${name}` : name}.text.json`;
/** The accessibility statement, at the root of the site. */
export const accessibilityFile = "accessibility.html";
/** What is shown for an address that does not exist, at the root of the site. */
export const notFoundFile = "404.html";
/** What a kept page's reader is shown without a connection, at the root of the site. */
export const offlineFile = "offline.html";
/** Headlines of one year of a newspaper; a year with many has several. */
export const headlinesFile = (year: string, part: number): string =>
  part === 1 ? `headlines-${year}.html` : `headlines-${year}-${part}.html`;

/** From a file of the site to another, both given from the site's root: `a/b/p2.html`, `a/index.html` → `../index.html`. */
export function relativeLink(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return "../".repeat(here.length - shared) + there.slice(shared).join("/");
}
