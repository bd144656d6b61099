/**
 * What OCR programs call languages → BCP 47 and the direction of the lines: `chi_tra_vert` is zh-Hant, set vertically.
 * A code that is neither in the table nor shaped like a tag of BCP 47 is no language; none is guessed from it.
 */
import { languageCodes } from "../language-names.js";

export interface PageLanguage {
  readonly language: string;
  readonly direction?: "vertical";
}

/** Tesseract's own names of its models. */
const models: ReadonlyMap<string, string> = new Map(
  (
    "chi_sim:zh-Hans chi_tra:zh-Hant hans:zh-Hans hant:zh-Hant script/hans:zh-Hans script/hant:zh-Hant " +
    "script/japanese:ja japanese:ja script/hangul:ko hangul:ko frk:de deu_frak:de deu_latf:de fraktur:de " +
    "script/fraktur:de spa_old:es ita_old:it srp_latn:sr-Latn dan_frak:da"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Language, script, region; no tag of a page needs more. */
const tag = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i;
/** Tags that name no language. */
const unsaid = new Set(["und", "mul", "zxx", "mis"]);
const vertical = "_vert";

/** `EN-us` is `en-US`, `zh-HANT` is `zh-Hant`. */
const inUsualCase = (language: string): string =>
  language
    .split("-")
    .map((part, index) =>
      index === 0
        ? part.toLowerCase()
        : part.length === 4
          ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()
          : part.toUpperCase(),
    )
    .join("-");

export function languageOfCode(code: string): PageLanguage | undefined {
  const plain = code.trim().toLowerCase();
  const isVertical = plain.endsWith(vertical);
  const name = isVertical ? plain.slice(0, -vertical.length) : plain;
  const known = models.get(name) ?? languageCodes.get(name);
  const language = known ?? (tag.test(name) && !unsaid.has(name) ? inUsualCase(name) : undefined);
  if (language === undefined) return undefined;
  return isVertical ? { language, direction: "vertical" } : { language };
}

/** The code under which more than half of the characters stand; characters under none count too. */
export function majorityCode(charactersByCode: ReadonlyMap<string, number>): string | undefined {
  let total = 0;
  let best: readonly [string, number] = ["", 0];
  for (const entry of charactersByCode) {
    total += entry[1];
    if (entry[1] > best[1]) best = entry;
  }
  return best[0] !== "" && best[1] * 2 > total ? best[0] : undefined;
}
