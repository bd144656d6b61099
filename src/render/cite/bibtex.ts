/**
 * BibTeX (btxdoc; the fields also in biblatex's names where they differ are left to `entrysubtype`). A newspaper has no
 * type of its own there; its articles are `@article` with `entrysubtype = {newspaper}`, as biblatex and Zotero write
 * them. Titles and names that must not be taken apart or lower-cased stand in double braces. TeX's signs are escaped; the
 * address is not, since `url` is read verbatim, but for the signs that would end it.
 */
import type { Citation } from "./citation.js";
import { inverted, isCjk, isoDate, yearOf } from "./prose.js";
import type { Author } from "./read-authors.js";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const signs: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "{": "\\{",
  "}": "\\}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
};
/** Two signs that TeX would draw as one (`--`, `''`, `<<`) are kept apart. */
const inTex = (text: string): string =>
  text.replace(/[\\^~{}&%$#_]/g, (sign) => signs[sign] ?? sign).replace(/(['`,<>!?-])(?=['`,<>-])/g, "$1{}");
const inUrl = (url: string): string =>
  url.replace(/[\s{}\\"]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);

const nameAuthor = (author: Author): string =>
  author.family === undefined || isCjk(author.literal)
    ? `{${inTex(author.literal)}}`
    : inTex(inverted(author));

export function writeBibtex(citation: Citation): string {
  const { id, title, authors, newspaper, place, publisher, date, number, pages, language, url } = citation;
  const braced = (text: string): string => (text === "" ? "" : `{${inTex(text)}}`);
  const fields: [string, string][] = [
    ["author", authors.length === 0 ? "" : `{${authors.map(nameAuthor).join(" and ")}}`],
    ["title", `{{${inTex(title)}}}`],
    ["journal", braced(newspaper)],
    ["entrysubtype", "{newspaper}"],
    ["date", date === undefined ? "" : `{${isoDate(date)}}`],
    ["year", date === undefined ? "" : `{${yearOf(date)}}`],
    ["month", date === undefined ? "" : (months[date.month - 1] ?? "")],
    ["day", date === undefined ? "" : `{${date.day}}`],
    ["number", braced(number)],
    ["pages", braced(pages.join(", "))],
    ["address", braced(place)],
    ["publisher", braced(publisher)],
    ["langid", braced(language)],
    ["url", url === "" ? "" : `{${inUrl(url)}}`],
  ];
  const shown = fields.filter(([, value]) => value !== "").map(([name, value]) => `  ${name} = ${value},`);
  return `@article{${id},\n${shown.join("\n")}\n}\n`;
}
