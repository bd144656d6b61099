/**
 * GB/T 7714-2015, 顺序编码制的参考文献表, 4.5 报纸中的析出文献: 主要责任者. 题名[N]. 报名, 年-月-日(版次). 获取和访问路径. Up to
 * three authors, then 等 or et al (8.1.2); names of Western authors as family name and initials without points (8.1.1).
 * With an address the medium is named too: [N/OL]. The day of access is left out: a built file knows none.
 *
 *     张三. 题名[N]. 报名, 2024-04-18(1, 3).
 */
import type { Citation } from "./citation.js";
import { initialsOf, isCjk, isoDate, type Prose } from "./prose.js";
import type { Author } from "./read-authors.js";

const mostNamed = 3;

function nameAuthor(author: Author): string {
  if (author.family === undefined || author.given === undefined || isCjk(author.literal))
    return author.literal;
  return `${author.family.toUpperCase()} ${initialsOf(author.given).replaceAll(".", "")}`;
}

function nameAuthors({ authors }: Citation): string {
  const names = authors.slice(0, mostNamed).map(nameAuthor);
  if (authors.length > mostNamed) names.push(isCjk(names[0] ?? "") ? "等" : "et al");
  return names.join(", ");
}

export function citeGbt7714(citation: Citation): Prose {
  const { title, newspaper, date, pages, url } = citation;
  const author = nameAuthors(citation);
  const when = date === undefined ? "" : `, ${isoDate(date)}`;
  const where = pages.length === 0 ? "" : `(${pages.join(", ")})`;
  const medium = url === "" ? "[N]" : "[N/OL]";
  return [
    `${author === "" ? "" : `${author}. `}${title}${medium}. ${newspaper}${when}${where}.${url === "" ? "" : ` ${url}.`}`,
  ];
}
