/**
 * Lays a folder of the user's own over the program's templates, file by file: a file of the same name takes the place of ours,
 * a style sheet or script of another name is joined after ours, a part of another name can be included.
 *
 * A template is code, so it is taken only from a folder that the user named, or from `templates/` in the working folder
 * where that is the project this program is installed in (`node_modules/` below it). Never from inside the input, which may have
 * come with the scans, and never through a link that leads out of the folder.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "../model/job.js";
import type { SiteSources } from "./load-templates.js";
import { Refusal } from "./refusal.js";
import { isWithin } from "./site-target.js";

/** Bytes of one file: far more than any template, far less than would stop a build. */
const LARGEST = 1024 * 1024;
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Where each kind of file stands in the folder, what its name ends in, and what ours are called by. */
const kinds = [
  { folder: "pages", ending: ".njk", onlyOurs: true },
  { folder: "parts", ending: ".njk", onlyOurs: false },
  { folder: "assets/css", ending: ".css", onlyOurs: false },
  { folder: "assets/sheets", ending: ".css", onlyOurs: false },
  { folder: "assets/js", ending: ".js", onlyOurs: false },
  { folder: "assets/apart", ending: ".js", onlyOurs: true },
  { folder: "assets/offline", ending: ".js", onlyOurs: true },
] as const;

/** This package's own folder. */
const packageFolder = (): string => realpathSync(fileURLToPath(new URL("../../", import.meta.url)));

/** The folder to take templates from; undefined where the program's own are meant. */
export function findTemplates(
  named: string | undefined,
  input: string,
  { cwd = resolve("."), program = packageFolder() } = {},
): string | undefined {
  const folder = resolve(cwd, named ?? "templates");
  if (named === undefined) {
    const installed = existsSync(cwd) && isWithin(join(realpathSync(cwd), "node_modules"), program);
    if (!installed || !existsSync(folder)) return undefined;
  } else if (!existsSync(folder)) throw new Refusal("JL6120", { file: named });
  if (!lstatSync(folder).isDirectory()) throw new Refusal("JL6120", { file: named ?? "templates" });
  const real = realpathSync(folder);
  const source = resolve(cwd, input);
  if (existsSync(source) && isWithin(realpathSync(source), real)) {
    // The input as a whole may be the working folder; then what was not asked for is left alone.
    if (named === undefined) return undefined;
    throw new Refusal("JL6121", { file: named }, { input });
  }
  return real;
}

export interface OverriddenSources extends SiteSources {
  /** What took the place of ours or was added, by its path in the folder. */
  readonly taken: readonly string[];
}

function listFolder(root: string, folder: string, ending: string): string[] {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  if (!isWithin(root, realpathSync(place))) throw new Refusal("JL6122", { file: place });
  return readdirSync(place)
    .filter((name) => name.endsWith(ending) && NAME.test(name))
    .sort();
}

function readPlainFile(root: string, path: string): Uint8Array {
  const place = join(root, path);
  if (!isWithin(root, realpathSync(place))) throw new Refusal("JL6122", { file: place });
  const { size } = lstatSync(realpathSync(place));
  if (size > LARGEST) throw new Refusal("JL6123", { file: place }, { size, limit: LARGEST });
  return readFileSync(place);
}

/** @throws a Refusal for a page that the site does not have, a link that leads out, a file that is too large. */
export function overrideTemplates(ours: SiteSources, root: string): OverriddenSources {
  const templates = new Map(ours.templates);
  const assets = new Map(ours.assets.map((asset) => [asset.path, asset] as const));
  const added: SourceFile[] = [];
  const taken: string[] = [];
  for (const { folder, ending, onlyOurs } of kinds)
    for (const name of listFolder(root, folder, ending)) {
      const key = `${folder.replace("assets/", "")}/${name}`;
      const bytes = readPlainFile(root, `${folder}/${name}`);
      if (onlyOurs && !templates.has(key) && !assets.has(key))
        throw new Refusal("JL6124", { file: join(root, folder, name) }, { name: key });
      if (ending === ".njk") templates.set(key, new TextDecoder().decode(bytes));
      else if (assets.has(key)) assets.set(key, { path: key, bytes });
      else added.push({ path: key, bytes });
      taken.push(`${folder}/${name}`);
    }
  return { templates, assets: [...assets.values(), ...added], taken };
}
