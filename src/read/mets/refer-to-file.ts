/**
 * An address in an issue file → the file beside it that is meant. Nothing is ever fetched, and no path that leads out
 * of the folder comes out of here.
 *
 *     file://./ALTO/1858-12-07%2001.xml   →  { path: "ALTO/1858-12-07 01.xml", name: "1858-12-07 01.xml" }
 *     https://example.org/x/0001.xml?a=b  →  { name: "0001.xml" }
 *     ../../etc/passwd                    →  { name: "passwd" }
 */
import { checkRelativePath } from "../../text/relative-path.js";
import type { FileRef } from "./issue.js";

/** Longer than any path a file system takes; what is longer is no path. */
const longest = 1024;
const remote = /^[a-z][a-z0-9+.-]{0,30}:/i;

/** Percent signs that are no escapes are part of the name. */
function unescapeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (problem) {
    if (problem instanceof URIError) return text;
    throw problem;
  }
}

/** The last step of a path, where it can be a file's name. */
function nameIn(path: string): string | undefined {
  const name = path.split("/").at(-1) ?? "";
  return checkRelativePath(name) === undefined ? undefined : name;
}

/** What file an address names; undefined where it names none. */
export function referToFile(href: string | undefined): FileRef | undefined {
  if (href === undefined || href.length > longest) return undefined;
  // Vendors write file://./x for a file beside this one; some write \ for /.
  const local = href
    .trim()
    .replace(/^file:(\/\/)?/i, "")
    .replaceAll("\\", "/");
  // A drive letter is an absolute path, any other scheme an address elsewhere.
  if (remote.test(local)) {
    const name = nameIn(unescapeUri(local.split(/[?#]/, 1)[0] ?? ""));
    return name === undefined ? undefined : { name };
  }
  const decoded = unescapeUri(local);
  const name = nameIn(decoded);
  const path = checkRelativePath(decoded);
  if (name === undefined) return undefined;
  return path === undefined ? { name } : { path, name };
}
