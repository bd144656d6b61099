/**
 * Pages with more lines than any page of print has: OCR of noise, or a file made to keep the program busy. Layout asks of
 * lines what stands round them, so such a page would take minutes; it keeps the order of its source, which is said.
 */
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReadEdition } from "../model/edition.js";
import { linesOf, type Page } from "../model/page.js";

/** The fullest broadsheets of small advertisements have 2,500. */
const mostLines = 3_000;

const countBoxes = (page: Page): number => linesOf(page).filter(({ box }) => box).length;

export const isCrowded = (page: Page): boolean => countBoxes(page) > mostLines;

/** A diagnostic for each page that is not laid out for the number of its lines. */
export const reportCrowded = ({ pages }: ReadEdition): Diagnostic[] =>
  pages.filter(isCrowded).map((page) => ({
    code: "JL3090",
    severity: "warning",
    place: { file: page.file, page: page.number },
    details: { count: countBoxes(page), number: page.number, most: mostLines },
  }));
