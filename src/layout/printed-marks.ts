/**
 * Jump marks as signs of make-up: text never goes on into a line that says where it comes from, nor from one that says
 * where it goes or that it is to be continued another day. That such a line is a mark is read as assembly reads it,
 * which decides on its own what the mark joins.
 */
import type { EditionInfo } from "../model/edition.js";
import type { Page } from "../model/page.js";
import { lexiconOf } from "../text/lexicon/index.js";
import { listWordings, matchMark } from "../text/marks/match-mark.js";
import { squash } from "../text/squash.js";

/** arrives: “Continued from Page 1”; leaves: “Continued on Page 4”, （未完）. */
export type PrintedMark = "arrives" | "leaves";
export type ReadMark = (text: string) => PrintedMark | undefined;

export const readNoMark: ReadMark = () => undefined;

/** Reads marks in the languages of the page and of its edition, and in the wording of the house. */
export function markReaderOf(page: Page, { language, jumpWordings }: EditionInfo): ReadMark {
  const wordings = listWordings([...new Set([lexiconOf(page.language), lexiconOf(language)])], jumpWordings);
  return (text) => {
    const kind = matchMark(squash(text).text, wordings, page.number)?.kind;
    if (kind === "continuation-line") return "arrives";
    return kind === "jump-line" || kind === "serial" ? "leaves" : undefined;
  };
}
