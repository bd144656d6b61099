/** Editions that have a day: those that feeds, calendars and months can name. */
import type { EditionSummary } from "../model/site.js";

export const isDated = (edition: EditionSummary): edition is EditionSummary & { readonly date: string } =>
  /^\d{4}-\d{2}-\d{2}$/.test(edition.date ?? "");
