/** Reads and reuses files of a standing site without following any link inside it. */
import { copyFileSync, linkSync, lstatSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { type FileSum, sumOfFile } from "./copy-file.js";
import { systemCode } from "./refusal.js";

/** The bytes of a regular file below `root`; undefined where it is missing or reached through a link. */
export function readSiteFile(root: string, path: string): Uint8Array | undefined {
  return isPlainFile(root, path) ? readFileSync(join(root, path)) : undefined;
}

/** Whether the standing file has exactly these bytes: a site edited by hand is not taken for ours. */
export function hasBytes(root: string, path: string, bytes: Uint8Array): boolean {
  if (!isPlainFile(root, path)) return false;
  const place = join(root, path);
  return statSync(place).size === bytes.length && Buffer.compare(readFileSync(place), bytes) === 0;
}

/** The same file under a second name; a copy with the same times where the disk has no hard links. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV", "ENOSYS"].includes(systemCode(error) ?? ""))
      throw error;
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

/** The same of a file of any size, by its sum. */
export function hasSum(root: string, path: string, sum: FileSum): boolean {
  if (!isPlainFile(root, path)) return false;
  const place = join(root, path);
  return statSync(place).size === sum.size && sumOfFile(place).sha256 === sum.sha256;
}

function isPlainFile(root: string, path: string): boolean {
  const names = path.split("/");
  try {
    for (let depth = 1; depth < names.length; depth++) {
      if (!lstatSync(join(root, ...names.slice(0, depth))).isDirectory()) return false;
    }
    return lstatSync(join(root, path)).isFile();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return false;
    throw error;
  }
}
