/** Names for addresses: ASCII, lower case, hyphens; the same for the same title everywhere. */
import { shortHash } from "./hash.js";

/** Long enough for a newspaper's name, short enough for every file system. */
const longest = 60;
/** First folders of the site that are the program's own. */
const reserved = new Set(["assets", "index", "search", "feed", "sitemap", "404", "con", "nul", "aux", "prn"]);
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** `Luxemburger Zeitung` → `luxemburger-zeitung`; empty where nothing of the name is ASCII once its accents are off. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let slug = "";
  for (const character of plain) {
    const ascii = letters[character] ?? character;
    if (/^[a-z0-9]+$/.test(ascii)) slug += ascii;
    else if (slug !== "" && !slug.endsWith("-")) slug += "-";
  }
  slug = slug.slice(0, longest);
  while (slug.endsWith("-")) slug = slug.slice(0, -1);
  return slug;
}

/** A slug for any title: its own, or a short hash where it has no ASCII name (砚州晚报 → `np-4f2a1c`). Never a reserved one. */
export function slugForTitle(title: string): string {
  const slug = slugOf(title);
  // One or two letters left of a CJK title name nothing.
  const tooLittle = slug.replaceAll("-", "").length < 2 || slug.length * 2 < title.trim().length;
  if (tooLittle) return `np-${shortHash(title.trim())}`;
  return reserved.has(slug) ? `np-${slug}` : slug;
}
