/**
 * Takes along what people put into the site's folder themselves: a CNAME, a .git, a page of their own. Only files
 * that the old manifest lists are this program's to drop. Links are taken along as links, never followed.
 *
 * Where the new site has a file of the same name, the new one stands and a diagnostic (JL6105) says so.
 */
import { type Dirent, existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import { linkOrCopy } from "./reuse-file.js";
import { MANIFEST_NAME, type ManifestEntry } from "./site-manifest.js";

export function carryForeignFiles(
  from: string,
  to: string,
  old: ReadonlyMap<string, ManifestEntry>,
  current: ReadonlyMap<string, ManifestEntry>,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const note = (code: string, severity: Diagnostic["severity"], file: string): void => {
    diagnostics.push({ code, severity, place: { file }, details: {} });
  };
  const needed = new Set<string>();
  for (const path of current.keys()) {
    const names = path.split("/");
    for (let depth = 1; depth < names.length; depth++) needed.add(names.slice(0, depth).join("/"));
  }

  const visit = (folder: string): void => {
    for (const entry of listFolder(join(from, folder))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (path === MANIFEST_NAME || old.has(path)) continue;
      if (entry.isDirectory() && !current.has(path)) {
        visit(path);
        // A folder of ours that has no file left goes; an empty one that is not ours stays.
        if (listFolder(join(from, path)).length === 0) mkdirSync(join(to, path), { recursive: true });
      } else if (current.has(path) || needed.has(path)) note("JL6105", "warning", path);
      else if (entry.isFile() || entry.isSymbolicLink()) {
        mkdirSync(join(to, folder), { recursive: true });
        if (entry.isFile()) linkOrCopy(join(from, path), join(to, path));
        else symlinkSync(readlinkSync(join(from, path)), join(to, path));
      } else note("JL6106", "warning", path);
    }
  };
  if (existsSync(from)) visit("");
  return diagnostics;
}

const listFolder = (folder: string): Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  );
