/** Chooses the words for a language: its own, else its relatives', else English. Shows `zh-TW` the words of zh-Hant. */
import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { ja } from "./ja.js";
import { ko } from "./ko.js";
import { nl } from "./nl.js";
import type { Words } from "./words.js";
import { zhHans } from "./zh-hans.js";
import { zhHant } from "./zh-hant.js";

export { fillWords, type Words } from "./words.js";

/** All sets of words there are; a test holds them to the same names and braces. */
export const allWords: readonly Words[] = [zhHans, zhHant, ja, ko, en, de, fr, nl, es];

/** Regions that write Chinese in the traditional script unless the tag says otherwise. */
const traditional = ["tw", "hk", "mo"];

export function wordsFor(language: string): Words {
  const [main = "", ...rest] = language.toLowerCase().split("-");
  if (main === "zh" || main === "lzh" || main === "yue") {
    if (rest.includes("hans")) return zhHans;
    return rest.includes("hant") || rest.some((part) => traditional.includes(part)) ? zhHant : zhHans;
  }
  return allWords.find((words) => words.lang === main) ?? en;
}

const rightToLeft = ["ar", "arc", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
/** Base direction of a language's script. */
export const directionOf = (language: string): "ltr" | "rtl" => {
  const [main = "", ...rest] = language.toLowerCase().split("-");
  if (rest.includes("latn") || rest.includes("cyrl")) return "ltr";
  return rightToLeft.includes(main) ? "rtl" : "ltr";
};
