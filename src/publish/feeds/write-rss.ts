/**
 * The same feed as RSS 2.0, for readers that know nothing else. Its links must be whole addresses, so it is written
 * only for a site that knows its own.
 */
import type { SiteFile } from "../../model/job.js";
import type { SiteContext } from "../../model/site.js";
import { escapeXml } from "../xml.js";
import { type Feed, type FeedEntry, linkTo } from "./entry.js";

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 822 with a year of four digits, as RSS wants it: 2023-10-26 → Thu, 26 Oct 2023 00:00:00 GMT. */
export function writeRfc822(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const [year, month, dayOfMonth] = day.split("-");
  return `${weekdays[date.getUTCDay()]}, ${dayOfMonth} ${months[Number(month) - 1]} ${year} 00:00:00 GMT`;
}

function writeItem(entry: FeedEntry, feed: Feed, site: SiteContext): string {
  const address = linkTo(entry.path, feed, site);
  return [
    "    <item>",
    `      <title>${escapeXml(entry.title)}</title>`,
    `      <link>${escapeXml(address)}</link>`,
    `      <guid isPermaLink="${entry.id === address}">${escapeXml(entry.id)}</guid>`,
    `      <pubDate>${writeRfc822(entry.day)}</pubDate>`,
    // What RSS calls a description is HTML in escapes: headlines are escaped once for it and once for XML.
    `      <description>${escapeXml(entry.summary.split("\n").map(escapeXml).join("<br>"))}</description>`,
    "    </item>",
  ].join("\n");
}

/** `path` is where it stands; it brings what `feed` brings. */
export function writeRss(feed: Feed, path: string, site: SiteContext): SiteFile[] {
  if (site.baseUrl === undefined) return [];
  const content = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    "  <channel>",
    `    <title>${escapeXml(feed.title)}</title>`,
    `    <link>${escapeXml(linkTo(feed.page, feed, site))}</link>`,
    `    <description>${escapeXml(feed.title)}</description>`,
    ...(feed.language === undefined ? [] : [`    <language>${escapeXml(feed.language)}</language>`]),
    `    <pubDate>${writeRfc822(feed.day)}</pubDate>`,
    `    <atom:link rel="self" type="application/rss+xml" href="${escapeXml(`${site.baseUrl}/${path}`)}"/>`,
    ...feed.entries.map((entry) => writeItem(entry, feed, site)),
    "  </channel>",
    "</rss>",
    "",
  ].join("\n");
  return [{ path, content }];
}
