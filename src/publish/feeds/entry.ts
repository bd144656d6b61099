/** One entry of a feed, whatever the form of the feed: an edition, or an edition brought again. Plain values. */
import { frontFile, relativeLink } from "../../model/address.js";
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { byDate, type DatedEdition, isDated } from "../dated.js";
import { uuidOf } from "../name-uuid.js";

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Address from the site's root. */
  readonly path: string;
  readonly language: string;
  readonly author: string;
  /** One headline a line. */
  readonly summary: string;
}

export interface Feed {
  /** Address from the site's root. */
  readonly path: string;
  readonly title: string;
  /** The page whose news it brings. */
  readonly page: string;
  /** Day it was last changed on. */
  readonly day: string;
  readonly language?: string;
  readonly entries: readonly FeedEntry[];
}

/** Readers of feeds look at the newest; the archive holds the rest. */
export const entriesInFeed = 50;
const headlinesInEntry = 12;

/** Ids are addresses where the site has one, else UUIDs made of the path. */
export const idOf = (path: string, { baseUrl }: SiteContext): string =>
  baseUrl === undefined ? `urn:uuid:${uuidOf(`jumpline ${path}`)}` : `${baseUrl}/${path}`;

/** Absolute where the site's address is known, else relative to the feed. */
export const linkTo = (path: string, { path: from }: Feed, { baseUrl }: SiteContext): string =>
  baseUrl === undefined ? relativeLink(from, path) : `${baseUrl}/${path}`;

export const frontOf = (edition: EditionSummary): string => `${edition.path}/${frontFile}`;

export const headlinesOf = ({ headlines }: EditionSummary): string =>
  headlines
    .slice(0, headlinesInEntry)
    .map(({ text }) => text)
    .join("\n");

export function entryOf(edition: DatedEdition, site: SiteContext): FeedEntry {
  const path = frontOf(edition);
  return {
    id: idOf(path, site),
    title: [edition.title, edition.date, edition.number]
      .filter((part) => part !== undefined && part !== "")
      .join(" · "),
    day: edition.date,
    path,
    language: edition.language,
    author: edition.publisher ?? edition.title,
    summary: headlinesOf(edition),
  };
}

/** Newest first. Editions without a day stay out: feeds demand one, and inventing it would lie. */
export function newestEntries(editions: readonly EditionSummary[], site: SiteContext): FeedEntry[] {
  const dated = editions.filter(isDated).sort((a, b) => byDate(b, a));
  return dated.slice(0, entriesInFeed).map((edition) => entryOf(edition, site));
}
