/**
 * Names alone on their line that sign a story without “By”: MARIA SOLEDAD IBARRA, J. ROBLES, Henri BASTIDE, and with an
 * age and a place 主婦　小野寺ふみ（６８）＝砂崎. It refuses what only looks like one: a headline in capitals has a word
 * that is no name at its head.
 */
import { givenNamesOf } from "../../text/lexicon/given-names.js";
import type { Lexicon } from "../../text/lexicon/index.js";
import type { RoleReading } from "./read-role.js";

/** No name is longer, in characters; nor has one more words. */
const longestName = 32;
const mostWords = 4;

const byline = (sure: number, rule: string): RoleReading => ({ role: "byline", sure, rule });

const initials = /^(?:\p{Lu}\. ?){1,3}(?:(?:de|van|von|la|der|den) )?\p{Lu}[\p{L}'’-]{2,}$/u;
const familyInCapitals =
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: (?:de|d[’']|du|van|von|le|la))? \p{Lu}[\p{Lu}'’-]{2,}(?: \p{Lu}{3,})?$/u;
const inCapitals = /^\p{Lu}[\p{Lu}'’-]+(?: (?:\p{Lu}\.|[\p{Lu}'’-]{2,})){1,3}$/u;

function spacedName(text: string, lexicon: Lexicon): RoleReading | undefined {
  if (text.length > longestName || text.split(" ").length > mostWords) return undefined;
  if (initials.test(text)) return byline(0.8, "initials-and-name");
  const isGiven = givenNamesOf(lexicon.language).has((text.split(" ")[0] ?? "").toLowerCase());
  if (!isGiven) return undefined;
  if (familyInCapitals.test(text)) return byline(0.9, "family-name-in-capitals");
  return inCapitals.test(text) ? byline(0.8, "given-name") : undefined;
}

/** Who writes to a paper: 主婦　小野寺ふみ（６８）＝砂崎 · 吳明（三十歲）. */
const withAge =
  /^(?:[\p{sc=Han}\p{sc=Katakana}ー]{1,8} ?)?[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,8} ?\((?:\d{2}|[一二三四五六七八九十]{2,3})[歳歲岁]?\)(?:[=＝].{1,12})?$/u;

/** A name alone on its line, in the ways that papers print it. `text` is squashed. */
export function nameAlone(text: string, lexicon: Lexicon): RoleReading | undefined {
  if (lexicon.spaced) return spacedName(text, lexicon);
  return text.length <= longestName && withAge.test(text) ? byline(0.85, "name-and-age") : undefined;
}
