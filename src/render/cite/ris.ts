/**
 * RIS (Research Information Systems, “RIS Format Specifications”): two letters, two spaces, a hyphen, a space, one line
 * per value, CRLF; `TY  - NEWS` first, `ER  - ` last. Dates as YYYY/MM/DD/. All pages stand in `SP`, where readers of
 * NEWS look; `EP` would make a range of 1 and 4.
 */
import type { Citation } from "./citation.js";
import { inverted, isoDate, yearOf } from "./prose.js";

export function writeRis(citation: Citation): string {
  const { id, title, authors, newspaper, place, publisher, date, number, section, pages, language, url } =
    citation;
  const fields: [string, string][] = [
    ["TY", "NEWS"],
    ["ID", id],
    ...authors.map((author): [string, string] => ["AU", inverted(author)]),
    ["TI", title],
    ["T2", newspaper],
    ["DA", date === undefined ? "" : `${isoDate(date).replaceAll("-", "/")}/`],
    ["PY", date === undefined ? "" : yearOf(date)],
    ["IS", number],
    ["SE", section],
    ["SP", pages.join(", ")],
    ["CY", place],
    ["PB", publisher],
    ["LA", language],
    ["UR", url],
  ];
  const shown = fields.filter(([, value]) => value !== "").map(([tag, value]) => `${tag}  - ${value}`);
  return `${[...shown, "ER  - "].join("\r\n")}\r\n`;
}
