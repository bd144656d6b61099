/**
 * The page that searches: a form, and room for what a script finds. Without a script it says so and leads to the
 * archive. It holds no text of any edition, so it does not change with them but for the version of the index.
 */
import { frontFile, searchFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { describeFrame } from "../frame.js";
import { clipWords } from "../link-preview.js";
import type { Words } from "../words/index.js";

/** What the script says while it searches, in the words of the page. */
function wordsOfScript(words: Words): Readonly<Record<string, unknown>> {
  const { searching, searchFound, searchNone, searchEmpty, searchFailed, printed, page, undated, colon } =
    words;
  const { dateLong, monthOfYear, months, weekdays } = words;
  return {
    searching,
    found: searchFound,
    none: searchNone,
    empty: searchEmpty,
    failed: searchFailed,
    printed,
    page,
    undated,
    colon,
    dateLong,
    monthOfYear,
    months,
    weekdays,
  };
}

export function renderSearch(
  newspapers: readonly (readonly [slug: string, editions: readonly EditionSummary[]])[],
  words: Words,
  site: SiteContext,
): SiteFile {
  const kinds = { story: words.story, notice: words.notice, advert: words.advert, leftover: words.unplaced };
  const content = site.writeTemplate("pages/search.njk", {
    ...describeFrame(site, searchFile, words.search, words),
    description: clipWords(words.searchHint),
    newspapers: newspapers.map(([slug, editions]) => ({
      slug,
      href: `${slug}/${frontFile}`,
      title: editions.at(-1)?.title ?? slug,
      lang: editions.at(-1)?.language ?? "",
    })),
    kinds: Object.entries(kinds).map(([name, label]) => ({ name, label })),
    forScript: { lang: words.lang, version: site.searchVersion ?? "", kinds, words: wordsOfScript(words) },
  });
  return { path: searchFile, content };
}
