/** CSL-JSON (Citation Style Language 1.0.2, csl-data.json): one `article-newspaper`, dates as date-parts. */
import type { Citation } from "./citation.js";
import type { Author } from "./read-authors.js";

const nameAuthor = ({ literal, family, given }: Author): Readonly<Record<string, string>> =>
  family === undefined || given === undefined ? { literal } : { family, given };

export function writeCslJson(citation: Citation): string {
  const { id, title, authors, newspaper, place, publisher, date, number, section, pages, language, url } =
    citation;
  const fields: readonly (readonly [string, unknown])[] = [
    ["id", id],
    ["type", "article-newspaper"],
    ["title", title],
    ["author", authors.length === 0 ? "" : authors.map(nameAuthor)],
    ["container-title", newspaper],
    ["publisher", publisher],
    ["publisher-place", place],
    ["issued", date === undefined ? "" : { "date-parts": [[date.year, date.month, date.day]] }],
    ["issue", number],
    ["section", section],
    ["page", pages.join(", ")],
    ["language", language],
    ["URL", url],
  ];
  return `${JSON.stringify([Object.fromEntries(fields.filter(([, value]) => value !== ""))], null, 1)}\n`;
}
