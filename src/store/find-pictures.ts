/**
 * Looks at the files of an edition's folder that may be pictures of its pages: those that edition.md or the issue file
 * names, and those beside a page file that are called like it. Which of them is shown, reading decides. Opens ordinary
 * files only, inside the folder only, and loads none: their first bytes tell what they are. Of a TIFF another picture is
 * made, where a page has none that browsers show.
 */
import { open } from "node:fs/promises";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { SourceFile } from "../model/job.js";
import type { Picture } from "../model/picture.js";
import { editionFileName, isPageFile, namedScans, picturesBeside } from "../read/index.js";
import { listFolder } from "./find-editions.js";
import { isReachable } from "./is-reachable.js";
import { measurePicture } from "./measure-picture.js";
import { joinPath } from "./paths.js";
import { kindOfPicture, signLength } from "./picture-kind.js";
import { notOrdinary, openFlags, whyUnread } from "./read-regular-file.js";
import { systemCode } from "./refusal.js";
import type { TiffShower } from "./show-tiffs.js";

async function lookAt(path: string, from: string): Promise<Picture | { readonly problem: Diagnostic }> {
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    handle = await open(from, openFlags);
    if (!(await handle.stat()).isFile()) return { problem: notOrdinary(from) };
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(signLength), 0, signLength, 0);
    const kind = kindOfPicture(buffer.subarray(0, bytesRead));
    if (kind === undefined) return { path, from };
    if (kind === "tiff" || kind === "jpeg-2000") return { path, from, kind };
    const size = await measurePicture(handle, kind);
    return { path, from, kind, ...(size ? { size } : {}) };
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return { problem: whyUnread(from, error) };
  } finally {
    await handle?.close();
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** Pictures beside the page files, as paths relative to the edition. */
async function listBesidePages(folder: string, files: readonly SourceFile[]): Promise<string[]> {
  const pages = files.map(({ path }) => path).filter(isPageFile);
  const found: string[] = [];
  for (const inside of new Set(pages.map(folderOf))) {
    if (!(await isReachable(folder, inside))) continue;
    const place = inside === "" ? folder : joinPath(folder, inside.slice(0, -1));
    const beside = picturesBeside((await listFolder(place)).files.map((name) => `${inside}${name}`));
    for (const page of pages) if (folderOf(page) === inside) found.push(...beside(page));
  }
  return found;
}

async function showTiff(picture: Picture, tiffs: TiffShower): Promise<Picture> {
  const shown = await tiffs.show(picture.from);
  if ("from" in shown) {
    const { from, kind, width, height } = shown;
    return { path: picture.path, from, kind, size: { width, height } };
  }
  if ("absent" in shown)
    return {
      ...picture,
      unshown: { code: "JL6013", severity: "info", details: { reason: shown.absent } },
    };
  const [code, reason] =
    "large" in shown ? (["JL6015", shown.large] as const) : (["JL6014", shown.fault] as const);
  return { ...picture, unshown: { code, severity: "warning", details: { reason } } };
}

const isShown = ({ kind, size }: Picture): boolean => kind !== "tiff" && size !== undefined;

/**
 * @param files the files of the edition that were loaded
 * @param named pictures that the issue file names and that are there
 * @param tiffs makes pictures of TIFFs; without it they stay as they are
 */
export async function findPictures(
  folder: string,
  files: readonly SourceFile[],
  named: readonly string[] = [],
  tiffs?: TiffShower,
): Promise<Outcome<Picture[]>> {
  const edition = files.find(({ path }) => path === editionFileName);
  const said = edition ? namedScans(edition) : [];
  const paths = new Set([...said, ...(await listBesidePages(folder, files)), ...named]);
  const value: Picture[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    if (!(await isReachable(folder, path))) continue;
    const seen = await lookAt(path, joinPath(folder, path));
    if (!("problem" in seen)) value.push(seen);
    // That a named picture is missing, reading says: it knows of which page.
    else if (seen.problem.code !== "JL6001") diagnostics.push(seen.problem);
  }
  if (!tiffs) return { value, diagnostics };
  tiffs.beginEdition();
  const others = picturesBeside(value.filter(isShown).map(({ path }) => path));
  for (const [index, picture] of value.entries())
    if (picture.kind === "tiff" && (said.includes(picture.path) || others(picture.path).length === 0))
      value[index] = await showTiff(picture, tiffs);
  return { value, diagnostics };
}
