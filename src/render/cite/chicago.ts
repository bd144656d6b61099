/**
 * Chicago, bibliography entry of a newspaper article (The Chicago Manual of Style, 17th ed., 14.191–14.199; 18th ed.,
 * 14.87–14.92): month day, year; a story without an author stands under the newspaper (17: 14.199); the place in
 * parentheses where the paper's name does not tell it (14.193). The manual lets page numbers go because printings
 * differ; here one dated printing is cited, so they are named.
 *
 *     Wren, Tobias. “Title.” Alder Point Beacon, September 19, 2024, 1, 4. https://…
 */
import type { Citation } from "./citation.js";
import { inverted, monthName, type Prose, periodical, quoteTitle, tellsPlace, withStop } from "./prose.js";

const mostNamed = 10;

function nameAuthors({ authors }: Citation): string {
  const names = authors.map((author, index) => (index === 0 ? inverted(author) : author.literal));
  if (names.length > mostNamed) return `${names.slice(0, 7).join(", ")}, et al`;
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}

export function citeChicago(citation: Citation): Prose {
  const { title, newspaper, place, date, pages, url } = citation;
  const where = tellsPlace(newspaper, place) ? "" : ` (${place})`;
  const when = date === undefined ? "n.d." : `${monthName(date)} ${date.day}, ${date.year}`;
  const tail = [when, ...pages].join(", ");
  const address = url === "" ? "" : ` ${url}.`;
  const author = nameAuthors(citation);
  if (author === "")
    return [periodical(newspaper), `${where}. ${quoteTitle(title)} ${withStop(tail)}${address}`];
  return [
    `${withStop(author)} ${quoteTitle(title)} `,
    periodical(newspaper),
    `${where}, ${withStop(tail)}${address}`,
  ];
}
