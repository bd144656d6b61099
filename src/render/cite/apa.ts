/**
 * APA (Publication Manual, 7th ed., 10.1 example 16, 9.8 names, 9.12 no author, 9.17 no date): initials, (year, month
 * day), title, newspaper in italics, pages without p., address without a full stop. A story without an author begins
 * with its title. The manual wants titles in sentence case: a printed headline stays as printed, since which of its
 * words are names cannot be told.
 *
 *     Wren, T. (2024, September 19). Title. The Alder Point Beacon, 1, 4. https://…
 */
import type { Citation } from "./citation.js";
import { initialsOf, isCjk, monthName, type Prose, periodical, withStop } from "./prose.js";
import type { Author } from "./read-authors.js";

const mostNamed = 20;

const nameAuthor = (author: Author): string =>
  author.family === undefined || author.given === undefined || isCjk(author.literal)
    ? author.literal
    : `${author.family}, ${initialsOf(author.given)}`;

function nameAuthors({ authors }: Citation): string {
  const names = authors.map(nameAuthor);
  if (names.length > mostNamed) return `${names.slice(0, 19).join(", ")}, … ${names.at(-1)}`;
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")}, & ${names.at(-1)}`;
}

export function citeApa(citation: Citation): Prose {
  const { title, newspaper, date, pages, url } = citation;
  const when = date === undefined ? "(n.d.)." : `(${date.year}, ${monthName(date)} ${date.day}).`;
  const author = nameAuthors(citation);
  const begin =
    author === "" ? `${withStop(title)} ${when} ` : `${withStop(author)} ${when} ${withStop(title)} `;
  const tail = pages.length === 0 ? "." : `, ${pages.join(", ")}.`;
  return [begin, periodical(newspaper), `${tail}${url === "" ? "" : ` ${url}`}`];
}
