/** Everything of the site that is not a page: feed, sitemap, robots.txt, IIIF collections. `edition-json.ts` writes an edition's data. */
import type { SiteFile } from "../model/job.js";
import type { EditionSummary, SiteContext } from "../model/site.js";
import { writeFeed } from "./feed.js";
import { writeCollections } from "./iiif/write-collections.js";
import { writeSitemap } from "./sitemap.js";

/** Editions come in any order. */
export const publishArchive = (editions: readonly EditionSummary[], site: SiteContext): SiteFile[] => [
  writeFeed(editions, site),
  ...writeSitemap(editions, site),
  ...writeCollections(editions, site),
];
