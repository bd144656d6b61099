/**
 * Where things stand in the built site. Files are flat and named, so that links work from `file://` and under any
 * base path: `yanzhou-wanbao/2023-10-26/p2.html`. Internal links are relative and always name the file.
 * It refuses to look at words: a corrected headline changes no address.
 */
import type { ShownKind } from "./picture.js";

export const pageFile = (page: number): string => `p${page}.html`;
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
/** What was made of the scans, and of which bytes: the next build makes them again only where these have changed. */
export const scanSizesFile = "scan-sizes.json";
export const articleFile = (article: string): string => `${article}.html`;
export const reportFile = "report.html";
export const dataFile = "edition.json";
export const frontFile = "index.html";

/** From a file of the site to another, both given from the site's root: `a/b/p2.html`, `a/index.html` → `../index.html`. */
export function relativeLink(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return "../".repeat(here.length - shared) + there.slice(shared).join("/");
}
