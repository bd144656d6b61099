/**
 * Cases whose pages have places: golden editions; the typeset newspapers as PDF, ALTO and hOCR; the libraries' issues.
 * As in `collect.mjs`, absent data gives no case and no error. Their rows stand beside those of the same pages as text.
 */
import { inData } from "./sources/data-folder.mjs";
import { geometryCases, placedGoldenCases, withLines } from "./sources/geometry.mjs";
import { libraryCases } from "./sources/libraries.mjs";

/** `pdf` and `alto` have the letters of the print; the other two were read from its picture by Tesseract. */
export const placedVariants = ["pdf", "alto", "alto-ocr", "hocr"];

/**
 * What is at hand, unread: `{source, variant, load}`, where `load` gives the case as `runCase` takes it.
 *
 * @param {{only?: string[]}} options parts of source or variant names
 */
export function placedCases({ only = [] } = {}) {
  const typeset = geometryCases(inData("typeset"), { variants: placedVariants }).map((entry) => ({
    source: `${entry.name} ${entry.variant}`,
    variant: entry.variant,
    load: () => withLines(entry),
  }));
  const golden = placedGoldenCases().map((entry) => ({ ...entry, load: () => withLines(entry) }));
  return [...golden, ...typeset, ...libraryCases()].filter(
    ({ source, variant }) => only.length === 0 || only.some((part) => `${source} ${variant}`.includes(part)),
  );
}
