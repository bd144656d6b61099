/**
 * What pages that are kept from an earlier build load: styles and scripts carry a hash of their content in their names, and a
 * newer build makes others. Those that a kept page names stay, and what these name in turn (the words of the site in other
 * languages).
 */
const named = /[\w.-]*-[a-z0-9]{8}\.(?:css|js)\b/g;
const texts = /\.(?:html|css|js)$/;

/**
 * @param kept paths of kept files
 * @param read the text of a file of the standing site
 * @param stands whether the standing site has it
 * @returns paths of the standing site, sorted
 */
export function assetsOf(
  kept: Iterable<string>,
  read: (path: string) => string | undefined,
  stands: (path: string) => boolean,
): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const look = (path: string): void => {
    if (!texts.test(path)) return;
    for (const [name] of (read(path) ?? "").matchAll(named)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const asset = `assets/${name}`;
      if (!stands(asset)) continue;
      found.add(asset);
      look(asset);
    }
  };
  for (const path of kept) look(path);
  return [...found].sort();
}
