/** In which language the pages above the editions speak: as was asked for, else as most of the editions do. */
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { type Words, wordsFor } from "../words/index.js";

function countLanguages(languages: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts.entries()].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
}

/** The commonest language of the editions' text; of equals, the first by code. */
export const commonLanguage = (editions: readonly EditionSummary[]): string =>
  countLanguages(editions.map(({ language }) => language))[0]?.[0] ?? "en";

/** The words of a newspaper's own pages. */
export const newspaperWords = (editions: readonly EditionSummary[]): Words =>
  wordsFor(countLanguages(editions.map((each) => each.interface ?? each.language))[0]?.[0] ?? "en");

/** The words of the pages above all newspapers: where no language has the most editions, English. */
export function siteWords(editions: readonly EditionSummary[], site: SiteContext): Words {
  if (site.interface !== undefined) return wordsFor(site.interface);
  const [first, second] = countLanguages(
    editions.map((each) => wordsFor(each.interface ?? each.language).lang),
  );
  return wordsFor(first && first[1] !== second?.[1] ? first[0] : "en");
}
