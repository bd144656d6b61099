/**
 * The rights of an edition as IIIF takes them: an address of Creative Commons or RightsStatements.org, by `http`, as
 * both register theirs. What else is said of rights is words, and stands in the manifest as such.
 *
 *     CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)  →  http://creativecommons.org/licenses/by/4.0/
 */
const known =
  /\bhttps?:\/\/(?:www\.)?(creativecommons\.org\/(?:licenses|publicdomain)\/[a-z0-9./+-]{1,80}|rightsstatements\.org\/(?:vocab|page)\/[A-Za-z0-9./-]{1,40})/;

export function rightsAddress(rights: string | undefined): string | undefined {
  const found = known.exec(rights ?? "")?.[1];
  if (found === undefined) return undefined;
  // A full stop after an address ends the sentence; both registers end theirs with a slash.
  const address = found.replace(/[.-]$/, "").replace("/page/", "/vocab/").replace("/deed.en", "/");
  return `http://${address.endsWith("/") ? address : `${address}/`}`;
}
