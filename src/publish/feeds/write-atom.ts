/**
 * A feed as Atom (RFC 4287). Its times are the printed dates, never the clock, so a feed of the same editions has the
 * same bytes. A feed without entries says it was updated at the epoch.
 */
import type { SiteFile } from "../../model/job.js";
import type { SiteContext } from "../../model/site.js";
import { escapeXml } from "../xml.js";
import { type Feed, type FeedEntry, idOf, linkTo } from "./entry.js";

function writeEntry(entry: FeedEntry, feed: Feed, site: SiteContext): string {
  const language = escapeXml(entry.language);
  return [
    "  <entry>",
    `    <id>${escapeXml(entry.id)}</id>`,
    `    <title>${escapeXml(entry.title)}</title>`,
    `    <updated>${entry.day}T00:00:00Z</updated>`,
    `    <link rel="alternate" type="text/html" hreflang="${language}" href="${escapeXml(linkTo(entry.path, feed, site))}"/>`,
    `    <author><name>${escapeXml(entry.author)}</name></author>`,
    `    <summary xml:lang="${language}">${escapeXml(entry.summary)}</summary>`,
    "  </entry>",
  ].join("\n");
}

export function writeAtom(feed: Feed, site: SiteContext): SiteFile {
  const content = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${feed.language === undefined ? "" : ` xml:lang="${escapeXml(feed.language)}"`}>`,
    `  <id>${escapeXml(idOf(feed.path, site))}</id>`,
    `  <title>${escapeXml(feed.title)}</title>`,
    `  <updated>${feed.day}T00:00:00Z</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(linkTo(feed.path, feed, site))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(linkTo(feed.page, feed, site))}"/>`,
    ...feed.entries.map((entry) => writeEntry(entry, feed, site)),
    "</feed>",
    "",
  ].join("\n");
  return { path: feed.path, content };
}
