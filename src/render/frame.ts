/** What stands around the content of every page: language, names, navigation, addresses. Plain views, all links relative. */
import { dataFile, frontFile, pageFile, relativeLink, reportFile } from "../model/address.js";
import type { Page } from "../model/page.js";
import type { EditionPlace, SiteContext } from "../model/site.js";
import type { EditionView } from "./edition-view.js";
import { formatDate } from "./format-date.js";
import { directionOf, fillWords, type Words } from "./words/index.js";

export interface Frame extends Readonly<Record<string, unknown>> {
  readonly title: string;
}

/** The frame of any page of the site. `file` is its address from the site's root. */
export function describeFrame(site: SiteContext, file: string, title: string, words: Words): Frame {
  return {
    title,
    words,
    lang: words.lang,
    dir: directionOf(words.lang),
    stylesheet: relativeLink(file, site.assets.stylesheet),
    script: relativeLink(file, site.assets.script),
    home: relativeLink(file, frontFile),
    feed: relativeLink(file, "feed.xml"),
    canonical: site.baseUrl === undefined ? "" : `${site.baseUrl}/${file}`,
  };
}

/** 第3号 of a bare number; a number printed with words of its own (`Vol. 96, No. 38`, 第12086号) stays as it is. */
export const numberLabel = (number: string | undefined, words: Words): string =>
  number === undefined || number === ""
    ? ""
    : /^[0-9]+$/.test(number)
      ? fillWords(words.number, { n: number })
      : number;

/** 第二版 A7; with the number where the page's printed name does not tell it. */
export function pageLabel(page: Pick<Page, "number" | "folio" | "section">, words: Words): string {
  const name = page.folio ?? fillWords(words.page, { n: page.number });
  return page.section === undefined ? name : `${name} · ${page.section}`;
}

const before = (a: EditionPlace, b: EditionPlace): number => {
  const [x, y] = [`${a.date ?? ""} ${a.path}`, `${b.date ?? ""} ${b.path}`];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** The editions of the same newspaper before and after, by date. */
function neighbours(view: EditionView, file: string): { previousEdition: unknown; nextEdition: unknown } {
  const { info } = view.edition;
  const list = view.site.editions.filter((place) => place.newspaper === info.newspaper.slug).sort(before);
  const at = list.findIndex((place) => place.path === info.path);
  const link = (place: EditionPlace | undefined): unknown =>
    place === undefined
      ? ""
      : { href: relativeLink(file, `${place.path}/${frontFile}`), title: formatDate(place.date, view.words) };
  return at < 0
    ? { previousEdition: "", nextEdition: "" }
    : { previousEdition: link(list[at - 1]), nextEdition: link(list[at + 1]) };
}

/** The frame of a page of an edition. `name` is the file's name in the edition's folder. */
export function describeEditionFrame(view: EditionView, name: string, title: string): Frame {
  const { info, pages } = view.edition;
  const file = `${info.path}/${name}`;
  const dateLabel = formatDate(info.date, view.words);
  return {
    ...describeFrame(
      view.site,
      file,
      `${title} · ${info.newspaper.title}, ${info.date ?? dateLabel}`,
      view.words,
    ),
    ...neighbours(view, file),
    heading: title,
    contentLang: info.language,
    contentDir: directionOf(info.language),
    vertical: info.direction === "vertical",
    autospace: info.autospace,
    newspaper: info.newspaper.title,
    date: info.date ?? "",
    dateLabel,
    numberLabel: numberLabel(info.number, view.words),
    archive: relativeLink(file, `${info.newspaper.slug}/${frontFile}`),
    front: frontFile,
    report: reportFile,
    data: dataFile,
    editionPages: [...pages]
      .sort((a, b) => a.number - b.number)
      .map((page) => ({
        href: pageFile(page.number),
        label: pageLabel(page, view.words),
        number: page.number,
        current: pageFile(page.number) === name,
      })),
  };
}
