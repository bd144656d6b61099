/**
 * Where the editions are under a path: a folder with page files or an edition.md is one; a folder with such folders in
 * it (newspaper/date) holds many; a single .txt file is an edition of one page. Links to folders are not followed.
 */
import { lstat, readdir, stat } from "node:fs/promises";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { editionFileName, isPageFile, isScan, pageNumberInName, saysPage } from "../read/index.js";
import { joinPath, withSlashes } from "./paths.js";
import { reasonOf } from "./read-regular-file.js";
import { systemCode } from "./refusal.js";

/** Deeper than archive/newspaper/year/month/day nobody sorts. */
const deepest = 6;

interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** A library's description of an issue is called so; what it says, reading tells. */
export const isIssueFile = (name: string): boolean => /(?:mets|didl)[^/]*\.xml$/i.test(name);

/** Ordinary files and folders of a folder, sorted; hidden ones and links left out. */
export async function listFolder(folder: string): Promise<Listing> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
  const names = (list: typeof visible): string[] => list.map(({ name }) => name).sort(byCodeUnit);
  return {
    files: names(visible.filter((entry) => entry.isFile())),
    folders: names(visible.filter((entry) => entry.isDirectory())),
  };
}

async function holdsPages(folder: string, { folders }: Listing): Promise<boolean> {
  if (!folders.includes("pages")) return false;
  const { files } = await listFolder(joinPath(folder, "pages"));
  return files.some(isPageFile);
}

interface Search {
  /** Whether a folder of nothing but scans is an edition: something will read them. */
  readonly scansCount: boolean;
  readonly diagnostics: Diagnostic[];
  /** Folders of nothing but scans, with the number of these. */
  readonly scanned: { readonly folder: string; readonly count: number }[];
}

/** Scans in a folder without page files: of the folder that was named any, else those whose names say that they are pages. */
async function countScans(folder: string, { files, folders }: Listing, depth: number): Promise<number> {
  const inPages = folders.includes("pages") ? (await listFolder(joinPath(folder, "pages"))).files : [];
  return [...files, ...inPages].filter((name) => isScan(name) && (depth === 0 || saysPage(name))).length;
}

async function search(folder: string, depth: number, into: Search): Promise<string[]> {
  let listing: Listing;
  try {
    listing = await listFolder(folder);
    const plainly =
      listing.files.includes(editionFileName) ||
      listing.files.some(isIssueFile) ||
      listing.files.some((name) => isPageFile(name) && pageNumberInName(name) !== undefined);
    if (plainly || (await holdsPages(folder, listing))) return [folder];
  } catch (error) {
    into.diagnostics.push({
      code: "JL6002",
      severity: "error",
      place: { file: folder },
      details: { reason: reasonOf(error) },
    });
    return [];
  }
  const below: string[] = [];
  if (depth < deepest)
    for (const name of listing.folders)
      below.push(...(await search(joinPath(folder, name), depth + 1, into)));
  // A file that is no numbered page makes an edition only where nothing else does: it may be a README over an archive.
  if (below.length > 0) return below;
  if (listing.files.some(isPageFile)) return [folder];
  const count = await countScans(folder, listing, depth);
  if (count === 0) return [];
  if (into.scansCount) return [folder];
  into.scanned.push({ folder, count });
  return [];
}

const refuse = (code: string, file: string, details: Diagnostic["details"] = {}): Outcome<string[]> => ({
  value: [],
  diagnostics: [{ code, severity: "error", place: { file }, details }],
});

/**
 * Folders (or one .txt file) of the editions under `path`, with `/`, sorted. With none, `value` is empty and a
 * diagnostic says why: JL6001 missing, JL6002 unreadable, JL6004 nothing there, JL6005 no file or folder, JL6007 scans only.
 * With `scansCount` a folder of scans without text is an edition too; without it, one beside editions is only noted.
 */
export async function findEditions(path: string, scansCount = false): Promise<Outcome<string[]>> {
  const named = withSlashes(path);
  try {
    const status = await stat(path);
    if (status.isFile())
      return (await lstat(path)).isFile()
        ? { value: [named], diagnostics: [] }
        : refuse("JL6005", named, { what: "a symbolic link" });
    if (!status.isDirectory()) return refuse("JL6005", named, { what: "neither a file nor a folder" });
  } catch (error) {
    const code = systemCode(error);
    return code === "ENOENT" || code === "ENOTDIR"
      ? refuse("JL6001", named)
      : refuse("JL6002", named, { reason: reasonOf(error) });
  }
  const diagnostics: Diagnostic[] = [];
  const scanned: Search["scanned"] = [];
  const value = await search(named, 0, { scansCount, diagnostics, scanned });
  const severity = value.length === 0 ? "error" : "info";
  for (const { folder, count } of scanned)
    diagnostics.push({ code: "JL6007", severity, place: { file: folder }, details: { count } });
  if (value.length === 0 && diagnostics.length === 0) return refuse("JL6004", named);
  return { value, diagnostics };
}
