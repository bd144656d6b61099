/** Opens a site for rendering: compiles the templates, joins style sheets and scripts, and settles where the site will stand. */
import type { InterfaceLanguage } from "../model/interface-languages.js";
import type { SiteFile, SourceFile } from "../model/job.js";
import type { EditionPlace, SiteContext } from "../model/site.js";
import { makeEnvironment, type TemplateSources } from "./environment.js";
import { joinAssets } from "./join-assets.js";

export interface SiteOptions {
  /** From the store: `loadTemplates()`. */
  readonly templates: TemplateSources;
  readonly assets: readonly SourceFile[];
  readonly baseUrl?: string;
  readonly basePath?: string;
  readonly asOf?: string;
  readonly interface?: InterfaceLanguage;
  readonly offline?: boolean;
  readonly editions?: readonly EditionPlace[];
}

export interface OpenedSite {
  readonly site: SiteContext;
  /** The assets, to be saved with the site. */
  readonly files: readonly SiteFile[];
  /** One more, for a site that has a scan. */
  readonly viewer?: SiteFile;
  /** What sheets are printed with (see page/render-sheets.ts); not to be saved. */
  readonly sheets: SiteFile;
}

function withoutEndSlash(url: string): string {
  let end = url.length;
  while (end > 0 && url[end - 1] === "/") end -= 1;
  return url.slice(0, end);
}

const withSlashes = (path: string): string => {
  const inner = withoutEndSlash(path.startsWith("/") ? path.slice(1) : path);
  return inner === "" ? "/" : `/${inner}/`;
};

/** @throws where a template does not compile. */
export function openSite(options: SiteOptions): OpenedSite {
  const { stylesheet, script, early, search, viewer, apart, worker, sheets } = joinAssets(
    options.assets,
    options.offline === true,
  );
  const baseUrl = options.baseUrl === undefined ? undefined : withoutEndSlash(options.baseUrl);
  const basePath = options.basePath ?? (baseUrl === undefined ? undefined : new URL(baseUrl).pathname);
  const site: SiteContext = {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(basePath === undefined ? {} : { basePath: withSlashes(basePath) }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.interface === undefined ? {} : { interface: options.interface }),
    ...(options.offline ? { offline: true } : {}),
    assets: {
      stylesheet: stylesheet.path,
      script: script.path,
      early: early.path,
      search: search.path,
      ...(viewer ? { viewer: viewer.path } : {}),
    },
    writeTemplate: makeEnvironment(options.templates),
    editions: options.editions ?? [],
  };
  const files = [stylesheet, script, early, search, ...apart, ...(worker ? [worker] : [])];
  return { site, files, sheets, ...(viewer ? { viewer } : {}) };
}
