/**
 * The Atom feed: an entry per edition, newest first. Its times are the printed dates, never the clock, so a feed of
 * the same editions has the same bytes. Editions without a date stay out: Atom demands one, and inventing it would lie.
 * Ids are addresses where the site has one, else UUIDs made of the edition's path.
 */
import { frontFile } from "../model/address.js";
import type { SiteFile } from "../model/job.js";
import type { EditionSummary, SiteContext } from "../model/site.js";
import { isDated } from "./dated.js";
import { uuidOf } from "./name-uuid.js";
import { escapeXml } from "./xml.js";

/** Readers of feeds look at the newest; the archive holds the rest. */
const entriesInFeed = 50;
const headlinesInEntry = 12;

const idOf = (path: string, site: SiteContext): string =>
  site.baseUrl === undefined ? `urn:uuid:${uuidOf(`jumpline ${path}`)}` : `${site.baseUrl}/${path}`;
const linkTo = (path: string, site: SiteContext): string =>
  site.baseUrl === undefined ? path : `${site.baseUrl}/${path}`;

function writeEntry(edition: EditionSummary & { date: string }, site: SiteContext): string {
  const front = `${edition.path}/${frontFile}`;
  const title = [edition.title, edition.date, edition.number]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
  const summary = edition.headlines
    .slice(0, headlinesInEntry)
    .map((headline) => headline.text)
    .join("\n");
  return [
    "  <entry>",
    `    <id>${escapeXml(idOf(front, site))}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${edition.date}T00:00:00Z</updated>`,
    `    <link rel="alternate" type="text/html" hreflang="${escapeXml(edition.language)}" href="${escapeXml(linkTo(front, site))}"/>`,
    `    <author><name>${escapeXml(edition.publisher ?? edition.title)}</name></author>`,
    `    <summary xml:lang="${escapeXml(edition.language)}">${escapeXml(summary)}</summary>`,
    "  </entry>",
  ].join("\n");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `feed.xml`; always there, since every page names it. A feed without dated editions says it was updated at the epoch. */
export function writeFeed(editions: readonly EditionSummary[], site: SiteContext): SiteFile {
  const dated = editions.filter(isDated).sort((a, b) => compare(b.date, a.date) || compare(a.path, b.path));
  const shown = dated.slice(0, entriesInFeed);
  const titles = [
    ...new Set([...editions].sort((a, b) => compare(a.path, b.path)).map((edition) => edition.title)),
  ];
  const content = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escapeXml(idOf("feed.xml", site))}</id>`,
    `  <title>${escapeXml(titles.slice(0, 3).join(", ") || "Jumpline")}</title>`,
    `  <updated>${shown[0]?.date ?? "1970-01-01"}T00:00:00Z</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(linkTo("feed.xml", site))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(linkTo(frontFile, site))}"/>`,
    ...shown.map((edition) => writeEntry(edition, site)),
    "</feed>",
    "",
  ].join("\n");
  return { path: "feed.xml", content };
}
