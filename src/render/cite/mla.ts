/**
 * MLA (Handbook, 9th ed., 5.1–5.128): author, “title,” container in italics, day month year with months of more than
 * four letters cut, pages with p. or pp., the address without its https://. The place in brackets where the paper's
 * name does not tell it. Of a story that jumps the handbook also allows `1+`; all its pages are named here, since they
 * are known.
 *
 *     Wren, Tobias. “Title.” The Alder Point Beacon, 19 Sept. 2024, pp. 1, 4, papers.example.org/….
 */
import type { Citation } from "./citation.js";
import { inverted, type Prose, periodical, quoteTitle, tellsPlace } from "./prose.js";

const months = [
  "Jan.",
  "Feb.",
  "Mar.",
  "Apr.",
  "May",
  "June",
  "July",
  "Aug.",
  "Sept.",
  "Oct.",
  "Nov.",
  "Dec.",
];

function nameAuthors({ authors }: Citation): string {
  const [first, second] = authors;
  if (first === undefined) return "";
  if (authors.length > 2) return `${inverted(first)}, et al.`;
  const names = second === undefined ? inverted(first) : `${inverted(first)}, and ${second.literal}`;
  return names.endsWith(".") ? names : `${names}.`;
}

export function citeMla(citation: Citation): Prose {
  const { title, newspaper, place, date, pages, url } = citation;
  const author = nameAuthors(citation);
  const where = tellsPlace(newspaper, place) ? "" : ` [${place}]`;
  const parts = [
    ...(date === undefined ? [] : [`${date.day} ${months[date.month - 1] ?? ""} ${date.year}`]),
    ...(pages.length === 0 ? [] : [`${pages.length > 1 ? "pp." : "p."} ${pages.join(", ")}`]),
    ...(url === "" ? [] : [url.replace(/^https?:\/\//, "")]),
  ];
  return [
    `${author === "" ? "" : `${author} `}${quoteTitle(title)} `,
    periodical(newspaper),
    `${[where, ...parts].join(", ").replace(/^, /, ", ")}.`,
  ];
}
