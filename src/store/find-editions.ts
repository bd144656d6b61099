/**
 * Where the editions are under a path: a folder with page files or an edition.md is one; a folder with such folders in
 * it (newspaper/date) holds many; a single .txt file is an edition of one page. Links to folders are not followed.
 */
import { lstat, readdir, stat } from "node:fs/promises";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { editionFileName, isPageFile, pageNumberInName } from "../read/index.js";
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

async function search(folder: string, depth: number, diagnostics: Diagnostic[]): Promise<string[]> {
  let listing: Listing;
  try {
    listing = await listFolder(folder);
    const plainly =
      listing.files.includes(editionFileName) ||
      listing.files.some(isIssueFile) ||
      listing.files.some((name) => isPageFile(name) && pageNumberInName(name) !== undefined);
    if (plainly || (await holdsPages(folder, listing))) return [folder];
  } catch (error) {
    diagnostics.push({
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
      below.push(...(await search(joinPath(folder, name), depth + 1, diagnostics)));
  // A file that is no numbered page makes an edition only where nothing else does: it may be a README over an archive.
  return below.length === 0 && listing.files.some(isPageFile) ? [folder] : below;
}

const refuse = (code: string, file: string, details: Diagnostic["details"] = {}): Outcome<string[]> => ({
  value: [],
  diagnostics: [{ code, severity: "error", place: { file }, details }],
});

/**
 * Folders (or one .txt file) of the editions under `path`, with `/`, sorted. With none, `value` is empty and a
 * diagnostic says why: JL6001 missing, JL6002 unreadable, JL6004 nothing there, JL6005 no file or folder.
 */
export async function findEditions(path: string): Promise<Outcome<string[]>> {
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
  const value = await search(named, 0, diagnostics);
  if (value.length === 0 && diagnostics.length === 0) return refuse("JL6004", named);
  return { value, diagnostics };
}
