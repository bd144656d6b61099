/** What the script that shows a page enlarged needs to know of it, as data in an attribute: addresses, sizes and words. */
import { pageFile, pageWordsFile, relativeLink, scanFile } from "../../model/address.js";
import type { Page } from "../../model/page.js";
import type { PagePicture, PageScan } from "../../model/picture.js";
import type { EditionView } from "../edition-view.js";
import { pageLabel } from "../frame.js";

/** The pictures of a scan that show it whole, ascending by size; each wider than the one before. */
export function levelsOf(page: number, scan: PageScan): readonly PagePicture[] {
  const own = { file: scanFile(page, scan.kind), width: scan.width, height: scan.height };
  if (!scan.sizes) return [own];
  const { reading, turned } = scan.sizes;
  const largest = reading.at(-1);
  // Drawn on a canvas, a browser turns it as its EXIF says.
  return turned || (largest && largest.file === own.file) ? reading : [...reading, wholeOf(own, reading)];
}

/** Its size as it is seen: what was made of it upright tells whether it stands on its side. */
function wholeOf(own: PagePicture, [seen]: readonly [PagePicture, ...PagePicture[]]): PagePicture {
  const isOnItsSide = seen.width > seen.height !== own.width > own.height;
  return isOnItsSide ? { ...own, width: own.height, height: own.width } : own;
}

/** @param hasWords whether the page's words are written with their places */
export function describeViewer(
  page: Page,
  scan: PageScan,
  neighbours: { readonly previous: Page | undefined; readonly next: Page | undefined },
  hasWords: boolean,
  { site, edition, words }: EditionView,
): string {
  const link = (to: Page | undefined) =>
    to?.scan ? { href: pageFile(to.number), title: pageLabel(to, words) } : undefined;
  const { zoomIn, zoomOut, wholePage, closeViewer, enlargedPage, previousPage, nextPage } = words;
  const here = `${edition.info.path}/${pageFile(page.number)}`;
  return JSON.stringify({
    script: relativeLink(here, site.assets.viewer ?? ""),
    levels: levelsOf(page.number, scan).map(({ file, width, height }) => ({ url: file, width, height })),
    tiles: scan.sizes?.tiles,
    pageWords: hasWords ? pageWordsFile(page.number) : undefined,
    previous: link(neighbours.previous),
    next: link(neighbours.next),
    words: {
      zoomIn,
      zoomOut,
      wholePage,
      closeViewer,
      enlargedPage,
      previousPage,
      nextPage,
      found: words.foundOnPage,
    },
  });
}
