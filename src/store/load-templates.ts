/**
 * Reads the site's templates and assets from the package's own `templates/` folder, found from this file, never from
 * the working directory: a template is code, so it comes only from here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "../model/job.js";

export interface SiteSources {
  /** Template source by name, e.g. `pages/article.njk`. */
  readonly templates: ReadonlyMap<string, string>;
  /**
   * Style sheets and scripts: `css/10-base.css`, `js/site.js`, `search/00-core.js`, sorted by path in each folder; then what
   * `viewer/` is made of, in its order: OpenSeadragon under its licence, and our own.
   */
  readonly assets: readonly SourceFile[];
}

/** `templates/` stands beside both `src/` and the compiled `lib/`. */
const packageTemplates = (): string => fileURLToPath(new URL("../../templates/", import.meta.url));

/** `npm run build` makes it of src/text/search/. */
const searchCore = (): string => fileURLToPath(new URL("../../lib/browser/search.js", import.meta.url));

function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => entry.name)
    .sort();
}

/** What shows a page enlarged. The package's own file, minified by its makers, goes into the site with its licence over it. */
function loadViewer(root: string): SourceFile[] {
  const main = createRequire(import.meta.url).resolve("openseadragon");
  const licence = readFileSync(join(dirname(main), "../../LICENSE.txt"), "utf8");
  return [
    { path: "viewer/licence.js", bytes: new TextEncoder().encode(`/*! OpenSeadragon\n${licence}*/`) },
    { path: "viewer/openseadragon.js", bytes: readFileSync(join(dirname(main), "openseadragon.min.js")) },
    { path: "viewer/viewer.js", bytes: readFileSync(join(root, "assets/viewer/viewer.js")) },
  ];
}

/** @throws where the package is not whole: a missing folder is a broken installation, not bad input. */
export function loadTemplates(root: string = packageTemplates()): SiteSources {
  const templates = new Map<string, string>();
  for (const folder of ["pages", "parts"])
    for (const name of listFiles(join(root, folder), ".njk"))
      templates.set(`${folder}/${name}`, readFileSync(join(root, folder, name), "utf8"));
  const assets: SourceFile[] = [{ path: "search/00-core.js", bytes: readFileSync(searchCore()) }];
  for (const [folder, ending] of [
    ["css", ".css"],
    ["js", ".js"],
    ["early", ".js"],
    ["apart", ".js"],
    ["search", ".js"],
    ["offline", ".js"],
    ["sheets", ".css"],
  ] as const)
    for (const name of listFiles(join(root, "assets", folder), ending))
      assets.push({ path: `${folder}/${name}`, bytes: readFileSync(join(root, "assets", folder, name)) });
  return { templates, assets: [...assets, ...loadViewer(root)] };
}
