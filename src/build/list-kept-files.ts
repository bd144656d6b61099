/**
 * `offline.json` of an edition: the files that a reader keeps who keeps it, and a version that changes with any of them.
 * Pages, stories and pages side by side are kept, the pictures of pages in the sizes that are shown, and the style and
 * scripts they need. The report, scans in full, tiles, the search and the other forms of the edition are not.
 */
import { frontFile, reportFile, scanFile } from "../model/address.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { CopiedFile, SiteFile } from "../model/job.js";
import type { Page } from "../model/page.js";
import type { SiteContext } from "../model/site.js";
import { shortHash } from "../text/hash.js";

const versionLength = 12;

/** A page as it is shown: small where lists show it, and to be read. Without sizes the scan itself is. */
const picturesOf = ({ number, scan }: Page): string[] =>
  scan === undefined
    ? []
    : scan.sizes
      ? [scan.sizes.thumbnail, ...scan.sizes.reading].map(({ file }) => file)
      : [scanFile(number, scan.kind)];

const isShown = (name: string): boolean =>
  /^[^/]+\.(?:html|svg)$/.test(name) && name !== frontFile && name !== reportFile;

const sumOf = ({ path, content }: SiteFile): string =>
  `${path} ${shortHash(typeof content === "string" ? content : new TextDecoder("latin1").decode(content))}`;

/**
 * Nothing where the site keeps nothing.
 * @param files of the edition; those that are copied are known by `scanSums`
 * @param scanSums of the bytes of each page's scan, by its number
 */
export function listKeptFiles(
  { info: { path }, pages }: Pick<ReviewedEdition, "info" | "pages">,
  files: readonly (SiteFile | CopiedFile)[],
  scanSums: ReadonlyMap<number, string>,
  site: SiteContext,
): SiteFile[] {
  if (!site.offline) return [];
  const written = files.filter((file): file is SiteFile => "content" in file);
  const inFolder = written.filter((file) => file.path.startsWith(`${path}/`));
  const own = inFolder.map((file) => ({ file, name: file.path.slice(path.length + 1) }));
  const shown = own.filter(({ name }) => isShown(name));
  const front = own.filter(({ name }) => name === frontFile);
  const pictures = pages.flatMap(picturesOf);
  const { stylesheet, script, early, viewer } = site.assets;
  const assets = [
    stylesheet,
    script,
    early,
    ...(viewer !== undefined && pictures.length > 0 ? [viewer] : []),
  ];
  // What was made of a scan changes with its bytes, or with the sizes that its page names.
  const sums = [
    ...[...front, ...shown].map(({ file }) => sumOf(file)),
    ...pictures,
    ...[...scanSums].map(([page, sum]) => `${page} ${sum}`),
  ];
  const up = "../".repeat(path.split("/").length);
  const list = {
    version: shortHash([...assets, ...sums].join("\n"), versionLength),
    files: [
      frontFile,
      ...new Set([...shown.map(({ name }) => name), ...pictures].sort()),
      ...assets.map((asset) => `${up}${asset}`),
    ],
  };
  return [{ path: `${path}/offline.json`, content: `${JSON.stringify(list)}\n` }];
}
