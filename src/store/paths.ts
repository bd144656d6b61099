/** Paths as the user names them: always with `/`, and the names of the folders they stand in. */
import path from "node:path";

/** How many folder names up are of use to tell a newspaper and a date (courier/1948/01/05/pages). */
const namesKept = 5;

/** `a\b` on Windows → `a/b`; no slash at the end; `.` for the working folder. */
export function withSlashes(name: string): string {
  const plain = path.sep === "\\" ? name.replaceAll("\\", "/") : name;
  const trimmed = plain.replace(/^(?:\.\/)+/, "");
  let end = trimmed.length;
  while (end > 1 && trimmed[end - 1] === "/") end -= 1;
  return trimmed.slice(0, end) || ".";
}

/** A folder and a path in it, as one path with `/`. */
export const joinPath = (folder: string, inside: string): string =>
  folder === "." ? inside : folder.endsWith("/") ? `${folder}${inside}` : `${folder}/${inside}`;

/** The names of a folder and of those above it, outermost first, five at most. Resolves `.` and `..`. */
export function folderNames(folder: string): string[] {
  const { root } = path.parse(path.resolve(folder));
  return path
    .resolve(folder)
    .slice(root.length)
    .split(path.sep)
    .filter((name) => name !== "")
    .slice(-namesKept);
}

/** The folder above: `a/b/c` → `a/b`, `a` → `.`, `.` → `..`. */
export function folderAbove(folder: string): string {
  if (folder === "." || folder.endsWith(".."))
    return joinPath(folder === "." ? ".." : folder, folder === "." ? "" : "..").replace(/\/$/, "");
  return withSlashes(path.posix.dirname(folder));
}
