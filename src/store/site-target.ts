/**
 * Where a site goes: the real folder, and the names beside it that a build uses while it works. Decides whether
 * the folder may be written at all. Refuses a folder that is somebody else's, one that holds the input or the
 * working folder, and anything that is not a folder.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { Refusal } from "./refusal.js";
import { readManifest } from "./site-manifest.js";

export interface SiteTarget {
  /** As the user named it, for messages. */
  readonly named: string;
  /** The real folder, links resolved; it need not exist yet. */
  readonly folder: string;
  readonly lock: string;
  readonly staging: string;
  readonly backup: string;
}

/** Works out the names; makes the folder above the target where it is missing. */
export function findTarget(named: string): SiteTarget {
  const wanted = resolve(named);
  if (dirname(wanted) === wanted)
    throw new Refusal("JL6102", { file: named }, { holds: "the whole file system" });
  mkdirSync(dirname(wanted), { recursive: true });
  // A link to the site's folder is followed once, here, so that the swap replaces the folder and not the link.
  const folder = existsSync(wanted)
    ? realpathSync(wanted)
    : join(realpathSync(dirname(wanted)), basename(wanted));
  const beside = (what: string): string => join(dirname(folder), `.${basename(folder)}.jumpline-${what}`);
  return { named, folder, lock: beside("lock"), staging: beside("staging"), backup: beside("backup") };
}

/**
 * Throws a Refusal unless the site may be put there. `force` lets a folder that is not ours be written into; its
 * files are kept all the same. Nothing lets the folder hold `inputs`, which the site would stand among.
 */
export function checkTarget(target: SiteTarget, inputs: readonly string[], force: boolean): void {
  const real = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));
  for (const input of inputs) {
    if (isWithin(target.folder, real(input))) {
      throw new Refusal("JL6102", { file: target.named }, { holds: input });
    }
  }
  if (!existsSync(target.folder)) return;
  if (!lstatSync(target.folder).isDirectory())
    throw new Refusal("JL6101", { file: target.named }, { found: "a file" });
  if (force || readManifest(target.folder) !== undefined) return;
  const found = readdirSync(target.folder).sort();
  if (found.length > 0)
    throw new Refusal("JL6101", { file: target.named }, { found: found.slice(0, 3).join(", ") });
}

/** Whether `inner` is `outer` or lies below it. */
export function isWithin(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(outer, way) === inner);
}
