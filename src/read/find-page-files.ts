/**
 * Which files of an edition's folder are its pages, and which number each has. A `pages` list in edition.md decides;
 * without one the names do: `pages/01.txt`, `page-01.txt`, `p1.txt`, `page_02.txt`, `02.txt`, else any `*.txt` in natural
 * order. Refuses to take a README.txt for a page where other files are plainly pages, and says so.
 */
import type { Diagnostic } from "../model/diagnostic.js";
import { findDateInName } from "../text/find-date.js";
import { compareNaturally } from "../text/relative-path.js";

const isText = (path: string): boolean => /\.txt$/i.test(path);
const isInPages = (path: string): boolean => /^pages\/[^/]+$/i.test(path);
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");

/** `page-02`, `p2`, `Seite 3`, `2`, `第3版`, `issue_p04`: a page word, a number, nothing after it. */
const marked =
  /(?:^|[-_. 0-9])(?:pages?|pag|pg|p|seite|s|página|pagina|blz|seq|scan|image|img)[-_. ]{0,3}([0-9]{1,4})$/i;
const bare = /^[0-9]{1,4}$/;
const eastAsian = /^第?([0-9]{1,3})[版面页頁면]$/;

/** The page number that a file's name says, if it says one. A year or a date is none. */
export function pageNumberInName(path: string): number | undefined {
  const name = nameOf(path).normalize("NFC");
  const digits =
    marked.exec(name)?.[1] ?? bare.exec(name)?.[0] ?? eastAsian.exec(name)?.[1] ?? trailing(name);
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

/** The page files among a folder's files (paths relative to it), in natural order. */
export function findPageFiles(paths: readonly string[]): PageFiles {
  const texts = paths.filter(isText);
  const inPages = texts.filter(isInPages);
  const beside = texts.filter((path) => !path.includes("/"));
  const chosen = inPages.length > 0 ? inPages : beside;
  const numbered = chosen.filter((path) => pageNumberInName(path) !== undefined);
  const taken = numbered.length > 0 ? numbered : chosen;
  const left = [...chosen, ...(inPages.length > 0 ? beside : [])].filter((path) => !taken.includes(path));
  return {
    paths: [...taken].sort((a, b) => compareNaturally(nameOf(a), nameOf(b)) || compareNaturally(a, b)),
    diagnostics: left
      .sort(compareNaturally)
      .map((file) => ({ code: "JL1021", severity: "warning", place: { file }, details: {} })),
  };
}
