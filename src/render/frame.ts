/** What stands around the content of every page: language, names, navigation, addresses. Plain views, all links relative. */
import {
  accessibilityFile,
  dataFile,
  feedFile,
  frontFile,
  manifestFile,
  openSearchFile,
  pageFile,
  relativeLink,
  reportFile,
  rssFile,
  searchFile,
} from "../model/address.js";
import { contentPolicy } from "../model/content-policy.js";
import type { Page } from "../model/page.js";
import type { EditionPlace, SiteContext } from "../model/site.js";
import type { EditionView } from "./edition-view.js";
import { formatDate } from "./format-date.js";
import { directionOf, fillWords, type Words, wordsFor } from "./words/index.js";

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
    early: relativeLink(file, site.assets.early),
    searchScript: relativeLink(file, site.assets.search),
    searchPage: relativeLink(file, searchFile),
    home: relativeLink(file, frontFile),
    ...describeFeeds(site, file, ""),
    contentPolicy,
    openSearch: site.baseUrl === undefined ? "" : relativeLink(file, openSearchFile),
    offline: site.offline === true,
    accessibility: relativeLink(file, accessibilityFile),
    canonical: site.baseUrl === undefined ? "" : `${site.baseUrl}/${file}`,
  };
}

/** The feeds that a page names: those of its newspaper, whose folder is given with a slash, or of the whole site. */
export const describeFeeds = (
  site: SiteContext,
  file: string,
  folder: string,
): { feed: string; rss: string } => ({
  feed: relativeLink(file, `${folder}${feedFile}`),
  rss: site.baseUrl === undefined ? "" : relativeLink(file, `${folder}${rssFile}`),
});

/** 第3号 of a bare number; a number printed with words of its own (`Vol. 96, No. 38`, 第12086号) stays as it is. */
export const numberLabel = (number: string | undefined, words: Words): string =>
  number === undefined || number === ""
    ? ""
    : /^[0-9]+$/.test(number)
      ? fillWords(words.number, { n: number })
      : number;

/** A language that must be said beside the words of the site; empty where it is theirs. */
export const otherLanguage = (language: string, words: Words): string =>
  language === words.lang || wordsFor(language) === words ? "" : language;

/** 第二版 A7; with the number where the page's printed name does not tell it. */
export function pageLabel(page: Pick<Page, "number" | "folio" | "section">, words: Words): string {
  const name = page.folio ?? fillWords(words.page, { n: page.number });
  return page.section === undefined ? name : `${name} · ${page.section}`;
}

const before = (a: EditionPlace, b: EditionPlace): boolean => {
  const [x, y] = [a.date ?? "", b.date ?? ""];
  return x === y ? a.path < b.path : x < y;
};

/** The editions of the same newspaper before and after, by date. One pass, so that a large archive stays linear per edition. */
export function findNeighbours(
  own: EditionPlace,
  editions: readonly EditionPlace[],
): { readonly previous?: EditionPlace; readonly next?: EditionPlace } {
  let previous: EditionPlace | undefined;
  let next: EditionPlace | undefined;
  for (const place of editions) {
    if (place.newspaper !== own.newspaper || place.path === own.path) continue;
    if (before(place, own)) {
      if (!previous || before(previous, place)) previous = place;
    } else if (!next || before(place, next)) next = place;
  }
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

/** What is the same around every page of an edition: its files stand side by side, so their links are alike. */
export function describeSurroundings(
  view: Omit<EditionView, "surroundings">,
): Readonly<Record<string, unknown>> {
  const { info, pages } = view.edition;
  const { words } = view;
  const file = `${info.path}/${frontFile}`;
  const own = {
    path: info.path,
    newspaper: info.newspaper.slug,
    ...(info.date === undefined ? {} : { date: info.date }),
  };
  const { previous, next } = findNeighbours(own, view.site.editions);
  const link = (place: EditionPlace | undefined): unknown =>
    place === undefined
      ? ""
      : { href: relativeLink(file, `${place.path}/${frontFile}`), title: formatDate(place.date, words) };
  return {
    previousEdition: link(previous),
    nextEdition: link(next),
    contentLang: info.language,
    contentDir: directionOf(info.language),
    vertical: info.direction === "vertical",
    autospace: info.autospace,
    newspaper: info.newspaper.title,
    date: info.date ?? "",
    dateLabel: formatDate(info.date, words),
    numberLabel: numberLabel(info.number, words),
    archive: relativeLink(file, `${info.newspaper.slug}/${frontFile}`),
    front: frontFile,
    report: reportFile,
    data: dataFile,
    // Written only where the site's address is known.
    manifest: view.site.baseUrl === undefined ? "" : manifestFile,
    editionPages: [...pages]
      .sort((a, b) => a.number - b.number)
      .map((page) => ({
        href: pageFile(page.number),
        label: pageLabel(page, words),
        lang: page.folio === undefined ? "" : otherLanguage(page.language, words),
      })),
  };
}

/** The frame of a page of an edition. `name` is the file's name in the edition's folder. */
export function describeEditionFrame(view: EditionView, name: string, title: string): Frame {
  const { info } = view.edition;
  const dated = `${title} · ${info.newspaper.title}, ${info.date ?? view.words.undated}`;
  return {
    ...describeFrame(view.site, `${info.path}/${name}`, dated, view.words),
    ...view.surroundings,
    ...describeFeeds(view.site, `${info.path}/${name}`, `${info.newspaper.slug}/`),
    heading: title,
    here: name,
    // The other page that is in view, on a spread.
    alsoHere: "",
  };
}
