/**
 * The words of the site as files that a page fetches only when its reader asks for another language: one per language,
 * named by its content. They are scripts, since a page opened from a disk may load a script and no data.
 */
import type { SiteFile } from "../../model/job.js";
import { type JoinReason, joinReasons } from "../../model/join-reasons.js";
import { shortHash } from "../../text/hash.js";
import { allWords, directionOf } from "./index.js";

export interface WordFile extends SiteFile {
  readonly lang: string;
  /** The language in its own words, for the list to choose from. */
  readonly name: string;
}

const hashLength = 8;

/** In the order the languages are listed in. */
export const wordFiles = (): WordFile[] =>
  allWords.map((words) => {
    // The script that looks them up knows wordings and lists of wordings.
    const reasons = Object.keys(joinReasons).map((name) => words.joinReasons[name as JoinReason]);
    const table = JSON.stringify({
      dir: directionOf(words.lang),
      words: { ...words, joinReasons: reasons },
    });
    const content = `jumpline.tables[${JSON.stringify(words.lang)}]=${table};\n`;
    return {
      lang: words.lang,
      name: words.ownName,
      path: `assets/words-${words.lang.toLowerCase()}-${shortHash(content, hashLength)}.js`,
      content,
    };
  });
