/**
 * An article's id: its first page and a short hash of the words of its anchor line, as the file has them.
 * The anchor is chosen by the caller (the first line of the longest paragraph on the first page; the headline where there is none). Spaces and
 * widths are left out of the hash, so neither repair nor a corrected headline nor another reading order changes an id.
 */
import type { ArticleId } from "../model/ids.js";
import { shortHash } from "./hash.js";
import { withoutSpaces } from "./scripts.js";

/**
 * @param anchor `Line.original` of the anchor line, never its repaired text.
 * @param taken ids already given in this edition; the same words twice on a page get a second hash.
 */
export function nameArticle(page: number, anchor: string, taken: ReadonlySet<string>): ArticleId {
  const words = withoutSpaces(anchor.normalize("NFKC"));
  let id = `p${page}-${shortHash(words)}`;
  for (let count = 2; taken.has(id); count += 1) id = `p${page}-${shortHash(`${words}\n${count}`)}`;
  return id as ArticleId;
}
