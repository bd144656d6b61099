/**
 * Which names a file of the site may have: ASCII, relative, `/` between folders, no hidden files. Page text and
 * front matter reach addresses (a newspaper's slug, a date), so every path is checked again here.
 */

/** Bytes in one file name, the least of the common file systems. */
const LONGEST_NAME = 255;
/** Characters of a whole path below the site's root; leaves room under the 4,096 of Linux for the root. */
const LONGEST_PATH = 1024;

/** The comma is for tiles: IIIF names them by their place, `0,0,1024,1024`. */
const NAME = /^[A-Za-z0-9_~][A-Za-z0-9.,_~-]*$/;
/** Names that Windows keeps for devices, whatever the extension: a site must be copyable there. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** `yanzhou-wanbao/2023-10-26/p2.html` is one; `../x`, `/x`, `a//b`, `.git/config`, `a\b` and `nul.html` are not. */
export function isSafeSitePath(path: string): boolean {
  if (path === "" || path.length > LONGEST_PATH) return false;
  return path
    .split("/")
    .every(
      (name) => name.length <= LONGEST_NAME && NAME.test(name) && !name.endsWith(".") && !DEVICE.test(name),
    );
}
