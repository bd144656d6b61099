/** The site an edition is rendered into, and what of an edition the pages above it (front, archive, feed) need. */

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
  readonly assets: SiteAssets;
  readonly writeTemplate: TemplateWriter;
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

/** A plain value that can be kept as JSON, so that an archive is made without its editions in memory. */
export interface EditionSummary extends EditionPlace {
  readonly title: string;
  readonly place?: string;
  readonly publisher?: string;
  readonly language: string;
  readonly direction: "horizontal" | "vertical";
  readonly pages: readonly PageSummary[];
  /** Some page shows a scan. */
  readonly hasScans?: boolean;
  /** The stories, in page order; notices and adverts are left out. */
  readonly headlines: readonly HeadlineSummary[];
  readonly articleCount: number;
  /** File names of all its articles, for the sitemap. */
  readonly files: readonly string[];
}
