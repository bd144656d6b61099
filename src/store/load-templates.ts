/**
 * Reads the site's templates and assets from the package's own `templates/` folder, found from this file, never from
 * the working directory: a template is code, so it comes only from here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "../model/job.js";

export interface SiteSources {
  /** Template source by name, e.g. `pages/article.njk`. */
  readonly templates: ReadonlyMap<string, string>;
  /** Style sheets and scripts: `css/10-base.css`, `js/site.js`; sorted by path. */
  readonly assets: readonly SourceFile[];
}

/** `templates/` stands beside both `src/` and the compiled `lib/`. */
const packageTemplates = (): string => fileURLToPath(new URL("../../templates/", import.meta.url));

function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => entry.name)
    .sort();
}

/** @throws where the package is not whole: a missing folder is a broken installation, not bad input. */
export function loadTemplates(root: string = packageTemplates()): SiteSources {
  const templates = new Map<string, string>();
  for (const folder of ["pages", "parts"])
    for (const name of listFiles(join(root, folder), ".njk"))
      templates.set(`${folder}/${name}`, readFileSync(join(root, folder, name), "utf8"));
  const assets: SourceFile[] = [];
  for (const [folder, ending] of [
    ["css", ".css"],
    ["js", ".js"],
    ["apart", ".js"],
    ["offline", ".js"],
  ] as const)
    for (const name of listFiles(join(root, "assets", folder), ending))
      assets.push({ path: `${folder}/${name}`, bytes: readFileSync(join(root, "assets", folder, name)) });
  return { templates, assets };
}
