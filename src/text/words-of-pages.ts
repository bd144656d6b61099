/** The words of an edition, by which line-end hyphens are decided, by the program and where an editor joins alike. */
import type { KnownWords } from "../model/job.js";
import { linesOf, type Page } from "../model/page.js";
import { countWords, type WordCounts } from "./join-lines.js";
import { squash } from "./squash.js";

/** @param knownWords asked only where all pages are in one language, whatever its region */
export function wordsOfPages(pages: readonly Page[], knownWords?: KnownWords): WordCounts {
  const [language, ...others] = new Set(pages.map((page) => page.language.toLowerCase().split("-")[0]));
  const known = language !== undefined && others.length === 0 ? knownWords?.(language) : undefined;
  return countWords(
    pages.flatMap((page) => linesOf(page).map((line) => squash(line.text).text)),
    known,
  );
}
