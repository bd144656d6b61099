/**
 * What pages a built site has, told by the pages themselves: the kind is the body's `…-view` class, so a kind that is
 * new is found without a list here. A variant is what makes a page of one kind look different: vertical, with a scan.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Marks in the HTML that make a variant of a kind, in the order in which they are named. */
const VARIANTS = [
  ["vertical", /<body class="[^"]*\bvertical\b/],
  ["measured", /<figure class="[^"]*\bmeasured\b/],
  ["with scan", /<figure class="[^"]*\bprint\b/],
];

/**
 * @typedef {object} FoundPage
 * @property {string} file from the site's root, with `/`
 * @property {string} kind `article`, `page`, `front` …; the file's name where the body has no `…-view` class
 * @property {string} variant kind and variant: `page, measured, with scan`
 * @property {string} paper the first folder, which is the newspaper; empty at the top
 * @property {string} lang
 * @property {number} size bytes of the HTML
 */

/**
 * Every HTML page below the folder.
 * @param {string} folder
 * @returns {FoundPage[]}
 */
export function findPages(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll(path.sep, "/"))
    .filter((name) => name.endsWith(".html"))
    .sort()
    .map((file) => describePage(file, readFileSync(path.join(folder, file), "utf8")));
}

function describePage(file, html) {
  const view = /<body class="[^"]*?\b([a-z]+)-view\b/.exec(html)?.[1];
  const kind = view ?? path.posix.basename(file, ".html");
  const marks = VARIANTS.filter(([, mark]) => mark.test(html)).map(([name]) => name);
  return {
    file,
    kind,
    variant: [kind, ...marks].join(", "),
    paper: file.includes("/") ? (file.split("/")[0] ?? "") : "",
    lang: /<html lang="([^"]*)"/.exec(html)?.[1] ?? "",
    size: Buffer.byteLength(html),
  };
}

/**
 * The richest page for each answer of `keyOf`: the largest has the most that can be wrong.
 * @param {readonly FoundPage[]} pages
 * @param {(page: FoundPage) => string} keyOf
 * @returns {FoundPage[]}
 */
export function samplePages(pages, keyOf) {
  const chosen = new Map();
  for (const page of pages) {
    const key = keyOf(page);
    const before = chosen.get(key);
    if (before === undefined || page.size > before.size) chosen.set(key, page);
  }
  return [...chosen.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** One page for each variant of a kind and each newspaper. */
export const byVariantAndPaper = (page) => `${page.variant} ${page.paper}`;
/** One page for each kind. */
export const byKind = (page) => page.kind;
/** One page for each variant of a kind. */
export const byVariant = (page) => page.variant;
