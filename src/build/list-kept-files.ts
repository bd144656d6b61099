/**
 * `offline.json` of an edition: the files that a reader keeps who keeps it, and a version that changes with any of them. Pages and
 * pictures are kept, and the style and script they need; tiles and the other forms of the edition are not.
 */
import { frontFile } from "../model/address.js";
import type { CopiedFile, SiteFile } from "../model/job.js";
import type { SiteContext } from "../model/site.js";
import { shortHash } from "../text/hash.js";

const KEPT = /^[^/]+\.(?:html|jpe?g|png|webp|avif|gif|svg)$/;
const versionLength = 12;

/** Nothing where the site keeps nothing. */
export function listKeptFiles(
  path: string,
  files: readonly (SiteFile | CopiedFile)[],
  site: SiteContext,
): SiteFile[] {
  if (!site.offline) return [];
  const own = files
    .map((file) => ({ file, name: file.path.slice(path.length + 1) }))
    .filter(({ file, name }) => file.path.startsWith(`${path}/`) && KEPT.test(name) && name !== frontFile);
  const assets = [site.assets.stylesheet, site.assets.script];
  const up = "../".repeat(path.split("/").length);
  // A picture is named by its page; what it shows is known by the pages and their words, so its name must do.
  const sums = files.map((file) =>
    "copyOf" in file
      ? file.path
      : `${file.path} ${shortHash(typeof file.content === "string" ? file.content : new TextDecoder("latin1").decode(file.content))}`,
  );
  const list = {
    version: shortHash([...assets, ...sums].join("\n"), versionLength),
    files: [frontFile, ...own.map(({ name }) => name).sort(), ...assets.map((asset) => `${up}${asset}`)],
  };
  return [{ path: `${path}/offline.json`, content: `${JSON.stringify(list)}\n` }];
}
