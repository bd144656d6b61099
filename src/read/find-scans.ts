/**
 * Which files of an edition's folder are pictures of its pages, and which of them have no text: `page-03.jpg` where there
 * is no page-03.txt, .hocr, .xml … By names only. Refuses to take a picture for a page where others are plainly pages:
 * a photo beside the page files stays a photo.
 */
import { isPageFile, pageNumberInName, preferredPageFile, saysPage } from "./find-page-files.js";

/** Endings of scans, the one to read first where a page was scanned into several: what lost nothing before what did. */
const endings = ["tif", "tiff", "png", "webp", "jpg", "jpeg"];
const endingOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toLowerCase();
const stemOf = (path: string): string => path.slice(0, path.lastIndexOf("."));
const isInPages = (path: string): boolean => /^pages\//i.test(path);

/** Whether a file may be a page's scan, by its name. */
export const isScan = (path: string): boolean => path.includes(".") && endings.includes(endingOf(path));

/** Endings of pictures of pages, the one to show first: what browsers show, and of that what is smallest. */
const shownFirst = ["webp", "jpg", "jpeg", "png", "tif", "tiff", "jp2", "jpx", "jpf", "j2k"];

/** For a page file the pictures among `paths` that stand beside it and are called like it, the one to show first in front. */
export function picturesBeside(paths: readonly string[]): (file: string) => readonly string[] {
  const rank = (path: string): number => shownFirst.indexOf(endingOf(path));
  const pictures = paths.filter((path) => path.includes(".") && rank(path) >= 0);
  const byStem = new Map<string, string[]>();
  for (const path of pictures.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)))
    byStem.set(stemOf(path), [...(byStem.get(stemOf(path)) ?? []), path]);
  return (file) => byStem.get(stemOf(file)) ?? [];
}

/** Where the text of a scan is put, in hOCR: beside it, under the same name. */
export const hocrOfScan = (scan: string): string => `${stemOf(scan)}.hocr`;

/** The text file beside a scan that is called like it, the one to read first. */
export const textBeside = (scan: string, paths: readonly string[]): string | undefined =>
  preferredPageFile(paths.filter((path) => isPageFile(path) && stemOf(path) === stemOf(scan)));

/** A page by its number, where the name says one, else by the name: page-01.jpg and 1.txt are one page. */
const keyOf = (path: string): string =>
  `${pageNumberInName(path) ?? stemOf(path).slice(path.lastIndexOf("/") + 1)}`;

/**
 * The scans to read, in the order of `paths` (relative to the edition's folder). `named` are the files that edition.md
 * lists: then it is those scans among them that have no text beside them, and no other.
 */
export function scansWithoutText(paths: readonly string[], named?: readonly string[]): string[] {
  if (named)
    return named.filter(
      (path) => isScan(path) && paths.includes(path) && textBeside(path, paths) === undefined,
    );
  const texts = paths.filter(isPageFile);
  const scans = paths.filter(isScan);
  const inPages = scans.filter(isInPages);
  const chosen = inPages.length > 0 ? inPages : scans;
  const plain = chosen.filter(saysPage);
  const taken = plain.length > 0 ? plain : texts.length === 0 ? chosen : [];
  const known = new Set(texts.map(keyOf));
  const best = new Map<string, string>();
  for (const scan of taken) {
    const key = keyOf(scan);
    const other = best.get(key);
    if (known.has(key)) continue;
    if (other === undefined || endings.indexOf(endingOf(scan)) < endings.indexOf(endingOf(other)))
      best.set(key, scan);
  }
  return [...best.values()];
}
