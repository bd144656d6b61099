/**
 * The words of a page with their places on its picture, so that what was searched for can be marked there. A classic script
 * that holds data: a page from the disk may fetch nothing else. What the source says of a word is JSON in it, never code.
 */
import { pageWordsFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import { type Box, type Line, linesOf, type Page } from "../../model/page.js";

/** Of the page's width and height. */
const parts = 10_000;

type PlacedWord = readonly [text: string, x: number, y: number, width: number, height: number];

function placeWord(text: string, { x, y, width, height }: Box): PlacedWord[] {
  const sides = [x, y, width, height].map((side) => Math.round(Math.min(1, Math.max(0, side)) * parts));
  const [left = 0, top = 0, wide = 0, high = 0] = sides;
  return sides.every(Number.isFinite) && text !== "" ? [[text, left, top, wide, high]] : [];
}

/** A line whose words have no places is marked as a whole. */
const wordsOf = ({ words = [], original, box }: Line): PlacedWord[] =>
  words.length > 0
    ? words.flatMap((word) => placeWord(word.text, word.box))
    : box
      ? placeWord(original, box)
      : [];

const wordsOfPage = (page: Page): PlacedWord[] =>
  page.scan?.takesBoxes ? linesOf(page).flatMap(wordsOf) : [];

export const hasPageWords = (page: Page): boolean => wordsOfPage(page).length > 0;

/** One file for each page that has a picture and words with places on it. */
export const writePageWords = (pages: readonly Page[], folder: string): SiteFile[] =>
  pages.flatMap((page): SiteFile[] => {
    const words = wordsOfPage(page);
    if (words.length === 0) return [];
    const json = JSON.stringify(words).replaceAll("<", "\\u003c");
    return [{ path: `${folder}/${pageWordsFile(page.number)}`, content: `window.jumplineWords=${json};\n` }];
  });
