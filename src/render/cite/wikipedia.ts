/**
 * Wikipedia's {{cite news}} (English Wikipedia, Template:Cite news and Help:Citation Style 1): `pages=` for several,
 * a title in Chinese, Japanese or Korean as `script-title=zh:…`, a name that is not taken apart as `author1=`. Signs that
 * mean something to the template are written so that they do not (`|` as {{!}}, brackets and braces as references).
 * Dates before 1583 are spelt out, since the template takes YYYY-MM-DD for the Gregorian calendar only.
 */
import type { Citation } from "./citation.js";
import { isCjk, isoDate, monthName, type Prose } from "./prose.js";

const firstGregorianYear = 1583;

const inTemplate = (text: string): string =>
  text
    .replace(/[&<>[\]{}~']/g, (sign) => (/['~&]/.test(sign) ? sign : `&#${sign.charCodeAt(0)};`))
    .replaceAll("~~~", "&#126;~~")
    .replaceAll("''", "&#39;&#39;")
    .replaceAll("|", "{{!}}");
const inUrl = (url: string): string =>
  url.replace(
    /[\s|<>{}[\]"]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );

const mainTag = (language: string): string => language.toLowerCase().split("-")[0] ?? "";

function nameAuthors({ authors }: Citation): [string, string][] {
  return authors.flatMap((author, index): [string, string][] => {
    const n = index + 1;
    if (author.family === undefined || author.given === undefined || isCjk(author.literal))
      return [[`author${n}`, author.literal]];
    return [
      [`last${n}`, author.family],
      [`first${n}`, author.given],
    ];
  });
}

export function citeWikipedia(citation: Citation): Prose {
  const { title, newspaper, place, publisher, date, number, pages, language, url } = citation;
  const tag = mainTag(language);
  const foreign = isCjk(title) && ["zh", "ja", "ko"].includes(tag);
  const when =
    date === undefined
      ? ""
      : date.year < firstGregorianYear
        ? `${date.day} ${monthName(date)} ${date.year}`
        : isoDate(date);
  const fields: [string, string][] = [
    ...nameAuthors(citation),
    foreign ? ["script-title", `${tag}:${title}`] : ["title", title],
    ["newspaper", newspaper],
    ["location", place],
    ["publisher", publisher],
    ["date", when],
    ["issue", number],
    [pages.length > 1 ? "pages" : "page", pages.join(", ")],
    ["language", tag === "en" || tag === "und" ? "" : tag],
  ];
  const shown = fields
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `|${name}=${inTemplate(value)}`);
  return [`{{cite news ${[...shown, ...(url === "" ? [] : [`|url=${inUrl(url)}`])].join(" ")}}}`];
}
