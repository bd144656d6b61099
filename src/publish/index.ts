/** Everything of the site that is not a page: feeds, sitemap, robots.txt, IIIF collections, months. `edition-json.ts` writes an edition's data. */
import type { SiteFile } from "../model/job.js";
import type { EditionSummary, FeedWordsOf, SiteContext } from "../model/site.js";
import { type ReadMade, writeMonthBooks } from "./epub/month-book.js";
import { writeFeeds } from "./feeds/index.js";
import { writeHostFiles } from "./host/host-headers.js";
import { writeOpenSearch } from "./host/opensearch.js";
import { writeSitemap } from "./host/sitemap.js";
import { writeCollections } from "./iiif/write-collections.js";

/** Editions come in any order. `read` gives files of the site that were made before, and is absent where none is being written; `pages` are those above the editions. */
export function* publishArchive(
  editions: readonly EditionSummary[],
  site: SiteContext,
  wordsOf: FeedWordsOf,
  read: ReadMade | undefined,
  pages: readonly string[],
): Generator<SiteFile> {
  yield* writeFeeds(editions, site, wordsOf);
  yield* writeSitemap(editions, site, pages);
  yield* writeOpenSearch(editions, site, wordsOf);
  yield* writeHostFiles();
  yield* writeCollections(editions, site);
  yield* writeMonthBooks(editions, site, wordsOf, read);
}
