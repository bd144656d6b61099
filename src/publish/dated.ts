/** Editions that have a day of the calendar: those that feeds, calendars and months can name. */
import type { EditionSummary } from "../model/site.js";
import { composeDate } from "../text/find-date.js";

export type DatedEdition = EditionSummary & { readonly date: string };

export function isDated(edition: EditionSummary): edition is DatedEdition {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(edition.date ?? "");
  return match !== null && composeDate(Number(match[1]), Number(match[2]), Number(match[3])) === edition.date;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By date, then by address. */
export const byDate = (a: DatedEdition, b: DatedEdition): number =>
  compare(a.date, b.date) || compare(a.path, b.path);

/** The editions of each newspaper by its slug, slugs in order, editions as they come. */
export function groupByNewspaper<T extends EditionSummary>(editions: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const slug of [...new Set(editions.map(({ newspaper }) => newspaper))].sort(compare))
    groups.set(slug, []);
  for (const edition of editions) groups.get(edition.newspaper)?.push(edition);
  return groups;
}
