/** Paths that page files and front matter name: always relative, always inside their folder. */

/** The path with its `.` steps taken out, or undefined for one that leaves the folder, is absolute, or is no path. */
export function checkRelativePath(path: string): string | undefined {
  if (path === "" || path.length > 1024 || path.startsWith("/") || /[\p{Cc}\\]/u.test(path)) return undefined;
  if (/^[A-Za-z]:/.test(path)) return undefined;
  const steps = path.split("/").filter((step) => step !== "." && step !== "");
  return steps.length === 0 || steps.includes("..") ? undefined : steps.join("/");
}

/** Digit runs as numbers, everything else by code unit: `p2` before `p10`, the same on every machine. */
export function compareNaturally(a: string, b: string): number {
  const [left, right] = [splitDigits(a), splitDigits(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [x, y] = [left[at], right[at]];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? -1 : 1;
    const byNumber =
      /^[0-9]/.test(x) && /^[0-9]/.test(y) ? x.replace(/^0+/, "").length - y.replace(/^0+/, "").length : 0;
    if (byNumber !== 0) return byNumber;
    const [plainX, plainY] = [x.replace(/^0+(?=.)/, ""), y.replace(/^0+(?=.)/, "")];
    if (plainX !== plainY) return plainX < plainY ? -1 : 1;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

const splitDigits = (text: string): string[] => text.match(/[0-9]+|[^0-9]+/g) ?? [];
