/** The site an edition is rendered into, and what of an edition the pages above it (front, archive, feed) need. */
import type { InterfaceLanguage } from "./interface-languages.js";

import type { PagePicture } from "./picture.js";

/** Where an edition stands among the others. */
export interface EditionPlace {
  /** Address of its folder under the site's root, as in `EditionInfo.path`. */
  readonly path: string;
  /** The newspaper's slug. */
  readonly newspaper: string;
  /** YYYY-MM-DD; absent where nothing tells it. */
  readonly date?: string;
  readonly number?: string;
}

/** A file name under the site's root with a hash of its content: `assets/site-3f9q2k7m.css`. */
export interface SiteAssets {
  readonly stylesheet: string;
  readonly script: string;
  /** Runs before the first paint: puts what a reader chose onto the page, so that nothing is seen to change. */
  readonly early: string;
  /** The search, loaded only where something is looked for. */
  readonly search: string;
  /** What shows a scan enlarged, fetched on demand; absent where there is none. */
  readonly viewer?: string;
}

/** Writes one page of the site: the name of a template under `templates/` and a plain view of what it shows. */
export type TemplateWriter = (template: string, view: Readonly<Record<string, unknown>>) => string;

/** Made once per build by `openSite` (render/open-site.ts). */
export interface SiteContext {
  /** Where the site will stand, without a slash at its end. Absent: no canonical links, no sitemap, urn ids in the feed. */
  readonly baseUrl?: string;
  /** Path under the host, `/papers/`; only 404.html needs it, since it is shown at any depth. Absent: relative links. */
  readonly basePath?: string;
  /** YYYY-MM-DD: the day for which anniversaries are told. Absent: no feed of them, since the program has no clock. */
  readonly asOf?: string;
  /** Language of the words above the newspapers; absent: that of most editions. */
  readonly interface?: InterfaceLanguage;
  /** Whether the site keeps pages on the reader's device with a service worker. */
  readonly offline?: boolean;
  readonly assets: SiteAssets;
  readonly writeTemplate: TemplateWriter;
  /** Version of the search index, known when all editions are built: the page that searches asks for it. */
  readonly searchVersion?: string;
  /** The editions of the site, in any order, for the links to the editions before and after. May be empty. */
  readonly editions: readonly EditionPlace[];
}

export interface PageSummary {
  readonly number: number;
  readonly folio?: string;
  readonly section?: string;
  /** File name in the edition's folder. */
  readonly file: string;
  /** Its small picture, of its scan or drawn: a file in the edition's folder, some 200 pixels wide. */
  readonly thumbnail?: PagePicture;
}

export interface HeadlineSummary {
  readonly text: string;
  readonly page: number;
  /** File name in the edition's folder. */
  readonly file: string;
}

/** A part of a serial, in the edition that printed it. */
export interface SerialSummary {
  /** The title that its parts share, and its place on the newspaper's list of serials. */
  readonly stem: string;
  readonly anchor: string;
  readonly part?: number;
  readonly title: string;
  /** File name in the edition's folder. */
  readonly file: string;
}

/** A plain value that can be kept as JSON, so that an archive is made without its editions in memory. */
export interface EditionSummary extends EditionPlace {
  readonly title: string;
  readonly place?: string;
  readonly publisher?: string;
  readonly rights?: string;
  /** Years after which the newspaper is brought again; absent where the usual ones are meant. */
  readonly anniversaries?: readonly number[];
  readonly language: string;
  /** As in `EditionInfo.interface`. */
  readonly interface?: InterfaceLanguage;
  readonly direction: "horizontal" | "vertical";
  readonly pages: readonly PageSummary[];
  /** Where readers send corrections, as in `EditionInfo`. */
  readonly corrections?: string;
  /** Some page shows a scan. */
  readonly hasScans?: boolean;
  /** The stories, in page order; notices and adverts are left out. */
  readonly headlines: readonly HeadlineSummary[];
  /** Absent where nothing in it is a part of a serial. */
  readonly serials?: readonly SerialSummary[];
  readonly articleCount: number;
  /** File names of all its articles, for the sitemap. */
  readonly files: readonly string[];
}

/** How an edition and its parts are called on the site, in its language, for the forms that are not pages. */
export interface EditionNames {
  /** BCP 47 of the wordings below; titles are in the edition's own language. */
  readonly lang: string;
  /** Base direction of the edition's script. */
  readonly dir: "ltr" | "rtl";
  readonly dateLabel: string;
  readonly numberLabel: string;
  /** Pages in order, by number. */
  readonly pageLabels: ReadonlyMap<number, string>;
  /** Ids of articles in the order of the site, each with its title. */
  readonly titles: ReadonlyMap<string, string>;
  /** Small pictures of the pages, by number. */
  readonly thumbnails: ReadonlyMap<number, PagePicture>;
  readonly contents: string;
  readonly pages: string;
  readonly introduction: string;
  readonly printedOn: string;
  readonly alsoPrinted: string;
  readonly colon: string;
  /** Draws spaces between CJK and Latin where the edition asks for them in the text itself. */
  readonly style: (text: string) => string;
}

/** What feeds and calendars say in the language of a newspaper. */
export interface FeedWords {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly home: string;
  readonly search: string;
  readonly colon: string;
  readonly onThisDay: string;
  readonly yearsAgo: (years: number) => string;
  readonly formatDate: (date: string) => string;
  readonly formatMonth: (year: number, month: number) => string;
  readonly contents: string;
  readonly pages: string;
  readonly introduction: string;
  readonly formatPage: (page: PageSummary) => string;
}
export type FeedWordsOf = (language: string) => FeedWords;
