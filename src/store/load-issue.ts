/**
 * Where the page files are that a library's issue file names: at the path it says, where every folder on the way is an
 * ordinary one inside the edition's folder; else a file of that name in the folder or up to two levels below, as many
 * libraries deliver `ALTO/0001.xml` and name it by an address. Its pictures are
 * looked for in the same way.
 */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { SourceFile } from "../model/job.js";
import { type FileRef, findIssue } from "../read/index.js";
import { listFolder } from "./find-editions.js";
import { joinPath } from "./paths.js";
import { reasonOf } from "./read-regular-file.js";
import { systemCode } from "./refusal.js";

/** Levels below the edition's folder in which names are looked for. */
const deepest = 2;
/** More files than any issue has: a folder above an archive was meant. */
const mostFiles = 20_000;

type Listed = Awaited<ReturnType<typeof listFolder>>;

/** A folder that the system refuses to list is reported and counts as empty. */
async function listOrReport(path: string, diagnostics: Diagnostic[]): Promise<Listed> {
  try {
    return await listFolder(path);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    diagnostics.push({
      code: "JL6002",
      severity: "error",
      place: { file: path },
      details: { reason: reasonOf(error) },
    });
    return { files: [], folders: [] };
  }
}

/** Paths of the ordinary files in a folder and below, the nearest first, sorted on each level. Links are not followed. */
async function filesBelow(folder: string, diagnostics: Diagnostic[]): Promise<string[]> {
  const found: string[] = [];
  let level = [""];
  for (let depth = 0; depth <= deepest && found.length < mostFiles; depth += 1) {
    const below: string[] = [];
    for (const inside of level) {
      const path = inside === "" ? folder : joinPath(folder, inside);
      const { files, folders } = await listOrReport(path, diagnostics);
      const pathOf = (name: string): string => (inside === "" ? name : `${inside}/${name}`);
      found.push(...files.map(pathOf));
      below.push(...folders.map(pathOf));
    }
    level = below;
  }
  return found.slice(0, mostFiles);
}

export interface IssuePaths {
  readonly pages: readonly string[];
  readonly images: readonly string[];
}

/** @param loaded the files of the edition's folder that were loaded already, the issue file among them. */
export async function issuePaths(
  folder: string,
  loaded: readonly SourceFile[],
  isFile: (path: string) => Promise<boolean>,
): Promise<Outcome<IssuePaths>> {
  const diagnostics: Diagnostic[] = [];
  const issue = findIssue(loaded).value;
  if (!issue) return { value: { pages: [], images: [] }, diagnostics };
  const there = await filesBelow(folder, diagnostics);
  const known = new Set(there);
  const nearest = new Map<string, string>();
  for (const path of there) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (!nearest.has(name)) nearest.set(name, path);
  }
  const locate = async (refs: readonly (FileRef | undefined)[]): Promise<string[]> => {
    const chosen = new Set<string>();
    for (const ref of refs.slice(0, mostFiles)) {
      if (!ref) continue;
      const { path, name } = ref;
      const isDeep = path !== undefined && path.split("/").length > deepest + 1;
      const isThere = path !== undefined && (known.has(path) || (isDeep && (await isFile(path))));
      const found = isThere ? path : nearest.get(name);
      if (found !== undefined) chosen.add(found);
    }
    return [...chosen];
  };
  const pages = await locate(issue.pages.map(({ text }) => text));
  const images = await locate(issue.pages.map(({ image }) => image));
  return { value: { pages, images }, diagnostics };
}
