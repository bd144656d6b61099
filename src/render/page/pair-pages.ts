/**
 * Which pages of an edition face each other when it lies open: 1 alone, 2 and 3, 4 and 5 …, in the order of the pages. A last
 * page without a partner is alone: an edition of two pages is a single leaf, whose sides never face.
 */
import { pageFile, spreadFile } from "../../model/address.js";
import type { Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { pageLabel } from "../frame.js";

export type Opening = readonly [Page] | readonly [Page, Page];

/** @param pages in their order */
export function pairPages(pages: readonly Page[]): Opening[] {
  const [first, ...inner] = pages;
  if (!first) return [];
  const openings: Opening[] = [[first]];
  for (let at = 0; at < inner.length; at += 2) {
    const [left, right] = inner.slice(at, at + 2);
    if (left) openings.push(right ? [left, right] : [left]);
  }
  return openings;
}

/** Where an opening is seen: a spread, or the view of its only page. */
export const openingFile = ([left, right]: Opening): string =>
  right ? spreadFile(left.number, right.number) : pageFile(left.number);

export const openingLabel = (opening: Opening, view: EditionView): string =>
  opening.map((page) => pageLabel(page, view.words)).join(" – ");
