/**
 * Which of Tesseract's models reads a language: `zh-Hant`, vertical → `chi_tra_vert`; `en-GB` → `eng`. It guesses nothing:
 * `zh` alone does not say which script is printed, and a wrong model makes words that look right and are not.
 */

/** BCP 47 → the model's name. */
const models: Readonly<Record<string, string>> = {
  "zh-hans": "chi_sim",
  "zh-cn": "chi_sim",
  "zh-sg": "chi_sim",
  "zh-hant": "chi_tra",
  "zh-tw": "chi_tra",
  "zh-hk": "chi_tra",
  "zh-mo": "chi_tra",
  ja: "jpn",
  ko: "kor",
  en: "eng",
  de: "deu",
  fr: "fra",
  nl: "nld",
  es: "spa",
};
/** Those with a sister for lines that run down the page. */
const turned: ReadonlySet<string> = new Set(["chi_sim", "chi_tra", "jpn", "kor"]);

/** The model for a language tag; undefined where none is known for it. */
export function tesseractModel(
  language: string,
  direction: "horizontal" | "vertical" = "horizontal",
): string | undefined {
  const subtags = language.toLowerCase().split("-");
  for (let length = subtags.length; length > 0; length -= 1) {
    const tag = subtags.slice(0, length).join("-");
    const model = Object.hasOwn(models, tag) ? models[tag] : undefined;
    if (model !== undefined) return direction === "vertical" && turned.has(model) ? `${model}_vert` : model;
  }
  return undefined;
}
