/**
 * Opens a site for rendering: compiles the templates and joins the style sheets and scripts into one file each, named
 * by their content, so that a server may let browsers keep them for ever.
 */
import type { SiteFile, SourceFile } from "../model/job.js";
import type { EditionPlace, SiteContext } from "../model/site.js";
import { shortHash } from "../text/hash.js";
import { makeEnvironment, type TemplateSources } from "./environment.js";

export interface SiteOptions {
  /** From the store: `loadTemplates()`. */
  readonly templates: TemplateSources;
  readonly assets: readonly SourceFile[];
  readonly baseUrl?: string;
  readonly basePath?: string;
  readonly editions?: readonly EditionPlace[];
}

export interface OpenedSite {
  readonly site: SiteContext;
  /** The assets, to be saved with the site. */
  readonly files: readonly SiteFile[];
  /** One more, for a site that has a scan. */
  readonly viewer?: SiteFile;
}

/** Characters of the content hash in an asset's name: 39 bits, enough to tell one version from another. */
const hashLength = 8;

function joinAssets(assets: readonly SourceFile[], folder: "css" | "js"): SiteFile {
  const decoder = new TextDecoder();
  const content = assets
    .filter((asset) => asset.path.startsWith(`${folder}/`))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map((asset) => decoder.decode(asset.bytes))
    .join("\n");
  return { path: `assets/site-${shortHash(content, hashLength)}.${folder}`, content };
}

/** What shows a page enlarged: one script, which only pages with a scan fetch. Absent where no assets of it are given. */
function joinViewer(assets: readonly SourceFile[]): SiteFile | undefined {
  const parts = assets.filter((asset) => asset.path.startsWith("viewer/"));
  if (parts.length === 0) return undefined;
  const decoder = new TextDecoder();
  // The map that the minified file names is not on the site.
  const content = parts
    .map(({ bytes }) => decoder.decode(bytes).replaceAll("//# sourceMappingURL=", "// "))
    .join("\n");
  return { path: `assets/viewer-${shortHash(content, hashLength)}.js`, content };
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
  const stylesheet = joinAssets(options.assets, "css");
  const script = joinAssets(options.assets, "js");
  const viewer = joinViewer(options.assets);
  const baseUrl = options.baseUrl === undefined ? undefined : withoutEndSlash(options.baseUrl);
  const basePath = options.basePath ?? (baseUrl === undefined ? undefined : new URL(baseUrl).pathname);
  const site: SiteContext = {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(basePath === undefined ? {} : { basePath: withSlashes(basePath) }),
    assets: {
      stylesheet: stylesheet.path,
      script: script.path,
      ...(viewer ? { viewer: viewer.path } : {}),
    },
    writeTemplate: makeEnvironment(options.templates),
    editions: options.editions ?? [],
  };
  return { site, files: [stylesheet, script], ...(viewer ? { viewer } : {}) };
}
