/**
 * The paper again on its dates: “100 years ago today”. Which editions that are depends on a day, and there is no clock, so
 * the one who builds says it (`--as-of`). What was printed on a 29th of February comes again on the last day of every
 * February.
 */

import type { FeedWords, SiteContext } from "../../model/site.js";
import { daysBefore, lastOfFebruary } from "../../text/calendar-days.js";
import type { DatedEdition } from "../dated.js";
import { uuidOf } from "../name-uuid.js";
import { entryOf, type FeedEntry } from "./entry.js";

/** Where newspaper.md says nothing else. */
export const usualAnniversaries: readonly number[] = [25, 50, 75, 100, 150];
/** Days that stay in the feed: a reader who looks once a month misses nothing. */
const daysShown = 30;

/** The day on which what was printed on `date` comes again after some years. */
export function anniversaryOf(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, "0");
  return date.endsWith("-02-29") ? lastOfFebruary(Number(year)) : `${year}${date.slice(4)}`;
}

/** Those of the days up to `asOf`, the last first. */
export function findAnniversaries(
  editions: readonly DatedEdition[],
  asOf: string,
  words: FeedWords,
  site: SiteContext,
): FeedEntry[] {
  const since = daysBefore(asOf, daysShown);
  const found = editions.flatMap((edition) =>
    (edition.anniversaries ?? usualAnniversaries).flatMap((years): FeedEntry[] => {
      const day = anniversaryOf(edition.date, years);
      if (day <= since || day > asOf) return [];
      const title = `${words.yearsAgo(years)}${words.colon}${edition.title}, ${words.formatDate(edition.date)}`;
      const id = `urn:uuid:${uuidOf(`jumpline ${edition.path} after ${years} years`)}`;
      return [{ ...entryOf(edition, site), id, title, day }];
    }),
  );
  return found.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.path < b.path ? -1 : 1));
}
