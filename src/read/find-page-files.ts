/**
 * Which files of an edition's folder are its pages, and which number each has. A `pages` list in edition.md decides;
 * without one the names do: `pages/01.txt`, `page-01.xml`, `p1.hocr`, `page_02.pdf`, `02.txt`, else any such file in
 * natural order. Refuses to take a README.txt for a page where other files are plainly pages, and says so.
 */
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourceFile } from "../model/job.js";
import { findDateInName } from "../text/find-date.js";
import { compareNaturally } from "../text/relative-path.js";

/** Name endings that page files have, the one to take first where a page is there in several formats. */
const endings = ["xml", "hocr", "html", "htm", "tsv", "pdf", "txt"];
const endingOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toLowerCase();

/** Whether a file may be a page, by its name; what it is, its content tells. */
export const isPageFile = (path: string): boolean => path.includes(".") && endings.includes(endingOf(path));

/** Of several files of one page, the one to read. */
export const preferredPageFile = (paths: readonly string[]): string | undefined =>
  [...paths].sort((a, b) => endings.indexOf(endingOf(a)) - endings.indexOf(endingOf(b)))[0];

const isInPages = (path: string): boolean => /^pages\/[^/]+$/i.test(path);
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");

/** `page-02`, `p2`, `Seite 3`, `2`, `第3版`, `issue_p04`: a page word, a number, nothing after it. */
const marked =
  /(?:^|[-_. 0-9])(?:pages?|pag|pg|p|seite|s|página|pagina|blz|seq|scan|image|img)[-_. ]{0,3}([0-9]{1,4})$/i;
const bare = /^[0-9]{1,4}$/;
const eastAsian = /^第?([0-9]{1,3})[版面页頁면]$/;

const plainNumber = (name: string): string | undefined =>
  marked.exec(name)?.[1] ?? bare.exec(name)?.[0] ?? eastAsian.exec(name)?.[1];

/** Whether a name says that it is a page's, not only that it is a numbered file's: page-03 and 3, not photo-3. */
export const saysPage = (path: string): boolean => plainNumber(nameOf(path).normalize("NFC")) !== undefined;

/** The page number that a file's name says, if it says one. A year or a date is none. */
export function pageNumberInName(path: string): number | undefined {
  const name = nameOf(path).normalize("NFC");
  const digits = plainNumber(name) ?? trailing(name);
  const number = digits === undefined ? 0 : Number(digits);
  return number >= 1 && number <= 999 ? number : undefined;
}

/** `courier-3`: up to three digits after a hyphen, underscore or space, where they are not the end of a date. */
function trailing(name: string): string | undefined {
  if (findDateInName(name)?.rest.trim() === "") return undefined;
  const rest = findDateInName(name)?.rest ?? name;
  return /[^0-9][-_ ]([0-9]{1,3})$/.exec(rest)?.[1];
}

export interface PageFiles {
  /** Paths in page order. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Of pages that are there in several formats, the one to read: `endings` says which. */
function oneFormatEach(paths: readonly string[]): { taken: string[]; left: string[] } {
  const keyOf = (path: string): string => `${pageNumberInName(path) ?? nameOf(path)}`;
  const rank = (path: string): number => endings.indexOf(endingOf(path));
  const best = new Map<string, string>();
  for (const path of paths) {
    const other = best.get(keyOf(path));
    if (other === undefined || rank(path) < rank(other)) best.set(keyOf(path), path);
  }
  // Two text files that claim one number are two pages: numbering them says so.
  const taken = paths.filter((path) => endingOf(best.get(keyOf(path)) ?? path) === endingOf(path));
  return { taken, left: paths.filter((path) => !taken.includes(path)) };
}

const say = (code: string, severity: Diagnostic["severity"], files: readonly string[]): Diagnostic[] =>
  [...files].sort(compareNaturally).map((file) => ({ code, severity, place: { file }, details: {} }));

/**
 * The page files among a folder's files (paths relative to it), in natural order. A file that by its name could be one
 * of several formats is one only where `isKnown` recognises it.
 */
export function findPageFiles(
  files: readonly SourceFile[],
  isKnown: (file: SourceFile) => boolean,
): PageFiles {
  const candidates = files.filter(({ path }) => isPageFile(path));
  const unknown = candidates.filter((file) => endingOf(file.path) !== "txt" && !isKnown(file));
  const paths = candidates.filter((file) => !unknown.includes(file)).map(({ path }) => path);
  const inPages = paths.filter(isInPages);
  const beside = paths.filter((path) => !path.includes("/"));
  const chosen = inPages.length > 0 ? inPages : beside;
  const numbered = chosen.filter((path) => pageNumberInName(path) !== undefined);
  const { taken, left: doubled } = oneFormatEach(numbered.length > 0 ? numbered : chosen);
  const left = [...chosen, ...(inPages.length > 0 ? beside : [])].filter(
    (path) => !taken.includes(path) && !doubled.includes(path),
  );
  return {
    paths: [...taken].sort((a, b) => compareNaturally(nameOf(a), nameOf(b)) || compareNaturally(a, b)),
    diagnostics: [
      ...say("JL1021", "warning", left),
      ...say(
        "JL1028",
        "warning",
        unknown.map(({ path }) => path),
      ),
      ...say("JL1029", "info", doubled),
    ],
  };
}
