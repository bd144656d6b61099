/**
 * The words of the site as files that a page fetches only when its reader asks for another language: one per language,
 * named by its content. They are scripts, since a page opened from a disk may load a script and no data.
 */
import type { SiteFile } from "../../model/job.js";
import { type JoinReason, joinReasons } from "../../model/join-reasons.js";
import { shortHash } from "../../text/hash.js";
import type { FindingWords } from "./findings/finding-words.js";
import { allWords, directionOf, wordsFor } from "./index.js";

export interface WordFile extends SiteFile {
  readonly lang: string;
  /** The language in its own words, for the list to choose from. */
  readonly name: string;
}

const hashLength = 8;

const english = wordsFor("en").findings;
/** One list, in the same order in every language. Sentences with page text in them are not put into another one in place. */
function listFindings({ diagnostics: _, ...findings }: FindingWords): string[] {
  const groups = Object.entries(english).filter(([group]) => group !== "diagnostics");
  const all = findings as Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  return groups.flatMap(([group, said]) => {
    const own = all[group];
    return typeof own === "string" || own === undefined
      ? [own ?? ""]
      : Object.keys(said).map((name) => own[name] ?? "");
  });
}

/** In the order the languages are listed in. */
export const wordFiles = (): WordFile[] =>
  allWords.map((words) => {
    // The script that looks them up knows wordings and lists of wordings.
    const reasons = Object.keys(joinReasons).map((name) => words.joinReasons[name as JoinReason]);
    const table = JSON.stringify({
      dir: directionOf(words.lang),
      words: { ...words, joinReasons: reasons, findings: listFindings(words.findings) },
    });
    const content = `jumpline.tables[${JSON.stringify(words.lang)}]=${table};\n`;
    return {
      lang: words.lang,
      name: words.ownName,
      path: `assets/words-${words.lang.toLowerCase()}-${shortHash(content, hashLength)}.js`,
      content,
    };
  });
