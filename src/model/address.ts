/**
 * Where things stand in the built site. Files are flat and named, so that links work from `file://` and under any
 * base path: `yanzhou-wanbao/2023-10-26/p2.html`. Internal links are relative and always name the file.
 * It refuses to look at words: a corrected headline changes no address.
 */
import type { ShownKind } from "./picture.js";

export const pageFile = (page: number): string => `p${page}.html`;
/** Two facing pages side by side. */
export const spreadFile = (left: number, right: number): string => `s${left}-${right}.html`;
/** The picture of a page, named by what it is: the source's own name may be anything. */
export const scanFile = (page: number, kind: ShownKind): string =>
  `p${page}.${kind === "jpeg" ? "jpg" : kind}`;
export const articleFile = (article: string): string => `${article}.html`;
export const reportFile = "report.html";
export const dataFile = "edition.json";
export const frontFile = "index.html";

/** From a file of the site to another, both given from the site's root: `a/b/p2.html`, `a/index.html` → `../index.html`. */
export function relativeLink(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return "../".repeat(here.length - shared) + there.slice(shared).join("/");
}
