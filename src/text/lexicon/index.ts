/** The lexicons by language, and which ones an edition needs. */
import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { ja } from "./ja.js";
import { ko } from "./ko.js";
import type { Lexicon } from "./lexicon.js";
import { nl } from "./nl.js";
import { zhHans } from "./zh-Hans.js";
import { zhHant } from "./zh-Hant.js";

export type { JumpWordings, Lexicon } from "./lexicon.js";

export const lexicons: readonly Lexicon[] = [de, en, es, fr, ja, ko, nl, zhHans, zhHant];

/** The lexicon of a BCP 47 tag, by its language and script; English where the language is not known yet. */
export function lexiconOf(language: string): Lexicon {
  const tag = language.toLowerCase();
  if (tag.startsWith("zh")) return /hant|tw|hk|mo/.test(tag) ? zhHant : zhHans;
  return lexicons.find((lexicon) => tag === lexicon.language || tag.startsWith(`${lexicon.language}-`)) ?? en;
}
