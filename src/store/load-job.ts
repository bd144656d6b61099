/**
 * Folder of an edition → the job to build: bytes of its page files and issue file, edition.md, overrides.yaml and articles/*.md, and
 * of newspaper.md one level up. Reads nothing else, and only ordinary files. One edition is in memory at a time.
 */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { EditionJob, SourceFile } from "../model/job.js";
import {
  editionFileName,
  isPageFile,
  isPdf,
  isScan,
  namedPageFiles,
  scanSettings,
  scansWithoutText,
  textBeside,
} from "../read/index.js";
import { findEditions, isIssueFile, listFolder } from "./find-editions.js";
import { findPictures } from "./find-pictures.js";
import { isReachable } from "./is-reachable.js";
import { knownWords } from "./known-words.js";
import { issuePaths } from "./load-issue.js";
import { openPdf } from "./open-pdf.js";
import { folderAbove, folderNames, joinPath, withSlashes } from "./paths.js";
import { readRegularFile } from "./read-regular-file.js";
import type { Ocr } from "./read-scans.js";
import type { TiffShower } from "./show-tiffs.js";
import { statusOf } from "./status-of.js";

export { findEditions } from "./find-editions.js";

export interface LoadOptions {
  /** Encoding named on the command line. */
  readonly encoding?: string;
  /** Reads scans that have no text; without it they are only reported. */
  readonly ocr?: Ocr;
  /** Makes pictures that browsers show of TIFFs; without it these are only named. */
  readonly tiffs?: TiffShower;
}

const overridesName = "overrides.yaml";
const newspaperName = "newspaper.md";

interface Collected {
  readonly files: SourceFile[];
  readonly diagnostics: Diagnostic[];
}

async function collect(folder: string, path: string, into: Collected): Promise<SourceFile | undefined> {
  const read = await readRegularFile(joinPath(folder, path));
  if ("problem" in read) {
    into.diagnostics.push(read.problem);
    return undefined;
  }
  const file: SourceFile = isPdf(read.bytes)
    ? { path, bytes: read.bytes, pdf: await openPdf(read.bytes) }
    : { path, bytes: read.bytes };
  into.files.push(file);
  return file;
}

/** Names of ordinary files in a folder of the edition that may be missing. */
async function namesIn(folder: string, inside: string): Promise<string[]> {
  const path = joinPath(folder, inside);
  if (!(await statusOf(path))?.isDirectory()) return [];
  return (await listFolder(path)).files.map((name) => `${inside}/${name}`);
}

/** newspaper.md of the folder above, where there is one. */
async function findNewspaper(folder: string, into: Collected): Promise<Pick<EditionJob, "newspaper">> {
  const read = await readRegularFile(joinPath(folderAbove(folder), newspaperName));
  if ("bytes" in read) return { newspaper: { path: `../${newspaperName}`, bytes: read.bytes } };
  if (read.problem.code !== "JL6001") into.diagnostics.push(read.problem);
  return {};
}

/** The pictures of the pages that were loaded; nothing where there are none. */
async function collectPictures(
  folder: string,
  into: Collected,
  { tiffs }: LoadOptions,
  named: readonly string[] = [],
): Promise<Pick<EditionJob, "pictures">> {
  const { value, diagnostics } = await findPictures(folder, into.files, named, tiffs);
  into.diagnostics.push(...diagnostics);
  return value.length > 0 ? { pictures: value } : {};
}

/** Has the scans read that have no text, and collects what was read; without OCR says only that they are there. */
async function collectScans(
  job: Omit<EditionJob, "files">,
  scans: readonly string[],
  { ocr }: LoadOptions,
  into: Collected,
): Promise<void> {
  if (scans.length === 0) return;
  if (ocr) {
    const read = await ocr.readScans(job.folder, scans, scanSettings({ ...job, files: into.files }));
    into.diagnostics.push(...read.diagnostics);
    for (const path of read.value) await collect(job.folder, path, into);
    return;
  }
  // Beside page files a picture may be no page; an edition of nothing but scans is none without their text.
  const severity = into.files.some(({ path }) => isPageFile(path)) ? "info" : "error";
  const details = { count: scans.length };
  into.diagnostics.push({ code: "JL6007", severity, place: { file: job.folder }, details });
}

async function loadFile(path: string, options: LoadOptions): Promise<Outcome<EditionJob>> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const folder = path.includes("/") ? withSlashes(path.slice(0, path.lastIndexOf("/")) || "/") : ".";
  const into: Collected = { files: [], diagnostics: [] };
  const job = { folder, names: folderNames(folder), knownWords, ...encodingOf(options) };
  if (!isScan(name)) {
    await collect(folder, name, into);
    const pictures = await collectPictures(folder, into, options);
    return { value: { ...job, files: into.files, ...pictures }, diagnostics: into.diagnostics };
  }
  const { files } = await listFolder(folder);
  const edition = files.includes(editionFileName) ? await collect(folder, editionFileName, into) : undefined;
  const text = textBeside(name, files);
  const settings = { ...job, ...(await findNewspaper(folder, into)) };
  if (text !== undefined) await collect(folder, text, into);
  else await collectScans(settings, [name], options, into);
  // The edition's own file was asked only what language it is in: the job is this page alone.
  const pages = into.files.filter((file) => file !== edition);
  const pictures = await collectPictures(folder, { ...into, files: pages }, options);
  return { value: { ...job, files: pages, ...pictures }, diagnostics: into.diagnostics };
}

const encodingOf = ({ encoding }: LoadOptions): { encoding?: string } =>
  encoding === undefined ? {} : { encoding };

/** Files of the folders in which listed scans stand, where these can be reached, as paths relative to the edition. */
async function listBeside(folder: string, scans: readonly string[]): Promise<string[]> {
  const inside = new Set(scans.map((path) => path.slice(0, path.lastIndexOf("/") + 1)));
  const found: string[] = [];
  for (const place of inside) {
    if (!(await isReachable(folder, place))) continue;
    if (place === "") found.push(...(await listFolder(folder)).files);
    else found.push(...(await namesIn(folder, place.slice(0, -1))));
  }
  return found;
}

/**
 * Loads one edition: a folder, or a single page file or scan. Files that cannot be read are reported and left out; the
 * rest is loaded. Throws only for what the system refuses beyond that (a bug or a broken disk), and a Refusal where scans
 * are to be read and no program is there to do it.
 */
export async function loadJob(path: string, options: LoadOptions = {}): Promise<Outcome<EditionJob>> {
  const folder = withSlashes(path);
  const status = await statusOf(folder);
  if (!status) {
    const missing: Diagnostic = { code: "JL6001", severity: "error", place: { file: folder }, details: {} };
    return { value: { folder, names: folderNames(folder), files: [] }, diagnostics: [missing] };
  }
  if (status.isFile()) return loadFile(folder, options);

  const into: Collected = { files: [], diagnostics: [] };
  const { files } = await listFolder(folder);
  const edition = files.includes(editionFileName) ? await collect(folder, editionFileName, into) : undefined;
  const named = edition && namedPageFiles(edition);
  const listed = named
    ? await listBeside(folder, named.filter(isScan))
    : [...files, ...(await namesIn(folder, "pages"))];
  const collectPages = async (paths: readonly string[]): Promise<void> => {
    for (const page of paths)
      if (await isReachable(folder, page)) await collectPage(folder, page, named !== undefined, into);
  };
  const images: string[] = [];
  if (named) {
    const pages = named.map((page) => (isScan(page) ? textBeside(page, listed) : page));
    await collectPages(pages.filter((page) => page !== undefined));
    for (const name of files.filter(isIssueFile))
      if (!named.includes(name)) await collect(folder, name, into);
  } else {
    // Libraries deliver PDFs beside the pages that their issue file names; opening them would be for nothing.
    const pages = listed.filter(isPageFile);
    await collectPages(pages.filter((page) => !isNamedPdf(page)));
    const issue = await collectIssue(folder, into);
    images.push(...issue.images);
    if (!issue.hasPages) await collectPages(pages.filter(isNamedPdf));
  }
  const about = {
    folder,
    names: folderNames(folder),
    knownWords,
    ...(await findNewspaper(folder, into)),
    ...encodingOf(options),
  };
  await collectScans(about, scansWithoutText(listed, named), options, into);
  if (files.includes(overridesName)) await collect(folder, overridesName, into);
  for (const article of await namesIn(folder, "articles"))
    if (article.endsWith(".md")) await collect(folder, article, into);
  const pictures = await collectPictures(folder, into, options, images);
  return { value: { ...about, files: into.files, ...pictures }, diagnostics: into.diagnostics };
}

/** A listed page that is not there is for reading to report (the page stays, empty); anything else is said here. */
async function collectPage(folder: string, path: string, listed: boolean, into: Collected): Promise<void> {
  const before = into.diagnostics.length;
  await collect(folder, path, into);
  if (listed && into.diagnostics[before]?.code === "JL6001") into.diagnostics.length = before;
}

const isNamedPdf = (path: string): boolean => /\.pdf$/i.test(path);

/** Loads the pages that an issue file among the loaded files names; its pictures are only looked for. */
async function collectIssue(
  folder: string,
  into: Collected,
): Promise<{ readonly hasPages: boolean; readonly images: readonly string[] }> {
  const isFile = async (path: string): Promise<boolean> =>
    (await isReachable(folder, path)) && (await statusOf(joinPath(folder, path)))?.isFile() === true;
  const { value, diagnostics } = await issuePaths(folder, into.files, isFile);
  into.diagnostics.push(...diagnostics);
  const before = new Set(into.files.map(({ path }) => path));
  for (const page of value.pages) if (!before.has(page)) await collectPage(folder, page, true, into);
  return { hasPages: value.pages.length > 0, images: value.images };
}

/** Loads the editions under a path one after the other, so an archive is a stream and never a list. */
export async function* loadJobs(
  path: string,
  options: LoadOptions = {},
): AsyncGenerator<Outcome<EditionJob>> {
  const found = await findEditions(path);
  for (const folder of found.value) yield await loadJob(folder, options);
}
