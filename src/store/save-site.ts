/**
 * Puts a site in place whole or not at all. Files are gathered in a staging folder beside the target, on the same
 * file system; a file whose bytes did not change is the old file itself (a hard link), so it keeps its times. Two
 * renames at the end put the new folder where the old one was. A build that fails or is killed leaves the old
 * site; if it is killed between the two renames, the next one brings the old site back first.
 *
 * Files in the target that this program did not write (a CNAME, a .git) are carried over. It refuses to follow
 * any link inside the target, and to write a path that is not safe.
 */

import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import type { CopiedFile, SiteFile } from "../model/job.js";
import { carryForeignFiles } from "./carry-foreign-files.js";
import { copyPlainFile, sumOfFile } from "./copy-file.js";
import { assetsOf } from "./keep-assets.js";
import { takeLock } from "./lock.js";
import { Refusal, systemCode } from "./refusal.js";
import { hasBytes, hasSum, linkOrCopy, readSiteFile } from "./reuse-file.js";
import { MANIFEST_NAME, type ManifestEntry, manifestText, readManifest } from "./site-manifest.js";
import { isSafeSitePath } from "./site-path.js";
import { checkTarget, findTarget } from "./site-target.js";

/** Readable by a web server whatever the umask: a umask of 077 would give an unreadable site. */
const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;

export interface SavedCounts {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface SiteInProgress {
  /** The real folder that the site will stand in. */
  readonly folder: string;
  /**
   * Adds a file. Throws a Refusal for an unsafe path (JL6103) or one that is taken (JL6104).
   * `again`: it was added before in this build, and this is what it shall be.
   */
  put(file: SiteFile | CopiedFile, how?: { readonly again?: boolean }): void;
  /** Keeps every file of the standing site below `path`, as it is, and what these load. Gives how many there were. */
  keep(path: string): number;
  /** The bytes of a file that was added or kept; undefined where there is none. */
  made(path: string): Uint8Array | undefined;
  /** The text of a file of the standing site; undefined where there is none. */
  previous(path: string): string | undefined;
  /** Paths of the standing site, sorted. */
  previousPaths(): readonly string[];
  /** Puts the site in place and releases the lock. */
  commit(): { readonly counts: SavedCounts; readonly diagnostics: readonly Diagnostic[] };
  /** Leaves the standing site as it is and releases the lock. Does nothing after `commit`. */
  abandon(): void;
}

/**
 * Begins a site in `named`. Throws a Refusal where it is locked (JL6100), foreign (JL6101) or holds one of
 * `inputs` (JL6102).
 */
export function beginSite(
  named: string,
  { force = false, inputs = [] }: { readonly force?: boolean; readonly inputs?: readonly string[] } = {},
): SiteInProgress {
  const target = findTarget(named);
  const lock = takeLock(target.lock);
  try {
    recover(target.folder, target.backup);
    checkTarget(target, inputs, force);
    rmSync(target.staging, { recursive: true, force: true });
    mkdirSync(target.staging, { mode: FOLDER_MODE });
    chmodSync(target.staging, FOLDER_MODE);
  } catch (error) {
    lock.release();
    throw error;
  }

  const old = readManifest(target.folder) ?? new Map<string, ManifestEntry>();
  const entries = new Map<string, ManifestEntry>();
  /** Lower case of each path: on many disks `A.html` and `a.html` are one file. */
  const taken = new Set<string>();
  const folders = new Set<string>();
  const fresh = new Set<string>();
  const keptPaths: string[] = [];
  let open = true;

  const drop = (path: string): void => {
    entries.delete(path);
    fresh.delete(path);
    taken.delete(path.toLowerCase());
    rmSync(join(target.staging, path));
  };

  const claim = (path: string): string => {
    if (!isSafeSitePath(path) || path === MANIFEST_NAME) throw new Refusal("JL6103", {}, { path });
    const folded = path.toLowerCase();
    if (taken.has(folded) || folders.has(folded)) throw new Refusal("JL6104", {}, { path });
    const above = foldersAbove(folded);
    const clash = above.find((folder) => taken.has(folder));
    if (clash !== undefined) throw new Refusal("JL6104", {}, { path: clash });
    taken.add(folded);
    if (above.some((folder) => !folders.has(folder))) makeFolders(target.staging, path);
    for (const folder of above) folders.add(folder);
    return join(target.staging, path);
  };

  const put: SiteInProgress["put"] = (file, { again = false } = {}) => {
    const { path } = file;
    if (again && entries.has(path)) drop(path);
    const place = claim(path);
    if ("copyOf" in file) copy(path, file.copyOf, place);
    else
      write(path, typeof file.content === "string" ? Buffer.from(file.content, "utf8") : file.content, place);
    chmodSync(place, FILE_MODE);
  };

  const write = (path: string, bytes: Uint8Array, place: string): void => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    entries.set(path, { path, sha256, size: bytes.length });
    const standing = join(target.folder, path);
    if (old.get(path)?.sha256 === sha256 && hasBytes(target.folder, path, bytes)) linkOrCopy(standing, place);
    else {
      writeFileSync(place, bytes, { flag: "wx" });
      fresh.add(path);
    }
  };

  /** A file on the disk, never whole in memory. Its sum is asked for only where the site has one of that name. */
  const copy = (path: string, from: string, place: string): void => {
    const known = old.get(path);
    const sum = known && sumOfFile(from);
    if (sum && sum.sha256 === known.sha256 && hasSum(target.folder, path, sum)) {
      linkOrCopy(join(target.folder, path), place);
      entries.set(path, { path, ...sum });
      return;
    }
    entries.set(path, { path, ...copyPlainFile(from, place) });
    fresh.add(path);
  };

  const keep = (path: string): number => {
    const below = [...old.keys()].filter((known) => known === path || known.startsWith(`${path}/`)).sort();
    let kept = 0;
    for (const known of below) {
      const bytes = readSiteFile(target.folder, known);
      if (bytes === undefined) continue;
      put({ path: known, content: bytes });
      keptPaths.push(known);
      kept++;
    }
    return kept;
  };

  const previous = (path: string): string | undefined => {
    const bytes = old.has(path) ? readSiteFile(target.folder, path) : undefined;
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };

  /** Only once all else is there: what the build makes itself is not put twice. */
  const keepAssets = (): void => {
    for (const path of assetsOf(keptPaths, previous, (each) => old.has(each))) {
      const bytes = entries.has(path) ? undefined : readSiteFile(target.folder, path);
      if (bytes !== undefined) put({ path, content: bytes });
    }
  };

  const abandon = (): void => {
    if (!open) return;
    open = false;
    if (lock.isHeld()) rmSync(target.staging, { recursive: true, force: true });
    lock.release();
  };

  const commit = () => {
    keepAssets();
    const removed = [...old.keys()].filter((path) => !entries.has(path)).length;
    const counts = { written: fresh.size, unchanged: entries.size - fresh.size, removed };
    if (fresh.size === 0 && removed === 0 && old.size > 0 && existsSync(target.folder)) {
      abandon();
      return { counts, diagnostics: [] };
    }
    const diagnostics = carryForeignFiles(target.folder, target.staging, old, entries);
    const manifest = join(target.staging, MANIFEST_NAME);
    writeFileSync(manifest, manifestText(entries.values()), { flag: "wx" });
    chmodSync(manifest, FILE_MODE);
    if (!lock.isHeld()) throw new Refusal("JL6107", { file: target.named });
    swap(target.folder, target.staging, target.backup);
    open = false;
    lock.release();
    return { counts, diagnostics };
  };

  return {
    folder: target.folder,
    put,
    keep,
    made: (path) => (entries.has(path) ? readSiteFile(target.staging, path) : undefined),
    previous,
    previousPaths: () => [...old.keys()].sort(),
    commit,
    abandon,
  };
}

/** A killed build left the old site aside: bring it back, or drop it where the new one already stands. */
function recover(folder: string, backup: string): void {
  if (!existsSync(backup)) return;
  if (existsSync(folder)) rmSync(backup, { recursive: true, force: true });
  else renameSync(backup, folder);
}

function swap(folder: string, staging: string, backup: string): void {
  const stood = existsSync(folder);
  if (stood) renameOrRefuse(folder, backup);
  try {
    renameSync(staging, folder);
  } catch (error) {
    if (stood) renameSync(backup, folder);
    throw error;
  }
  rmSync(backup, { recursive: true, force: true });
}

/** A mount point cannot be renamed; that is the user's to change, not a bug. */
function renameOrRefuse(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    const code = systemCode(error);
    if (code === "EBUSY" || code === "EXDEV") throw new Refusal("JL6108", { file: from }, { code });
    throw error;
  }
}

function makeFolders(root: string, path: string): void {
  let folder = root;
  for (const name of dirname(path).split("/")) {
    if (name === ".") return;
    folder = join(folder, name);
    if (!existsSync(folder)) mkdirSync(folder);
    chmodSync(folder, FOLDER_MODE);
  }
}

/** `a/b/c.html` → `a`, `a/b`. */
function foldersAbove(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
