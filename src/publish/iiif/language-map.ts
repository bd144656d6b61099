/**
 * Text for IIIF: every label and value is a map from a language to strings. A client takes a value for HTML that begins
 * with `<` and ends with `>`; what we write is text, so a space after such a one keeps it text, as the specification says.
 */
export type LanguageMap = Readonly<Record<string, readonly string[]>>;

const asText = (text: string): string => (text.startsWith("<") && text.endsWith(">") ? `${text} ` : text);

/** The subtags made of letters: `zh-Hans` stays, `es-419` becomes `es`. What is left of none is no language. */
function languageKey(language: string): string {
  const subtags: string[] = [];
  for (const subtag of language.split("-")) {
    if (!/^[a-z]+$/i.test(subtag)) break;
    subtags.push(subtag);
  }
  return subtags.join("-") || "none";
}

export const textIn = (language: string, ...texts: string[]): LanguageMap => ({
  [languageKey(language)]: texts.map(asText),
});
/** Of no language: a number, a date. */
export const plainText = (...texts: string[]): LanguageMap => textIn("none", ...texts);
/** Our own words. */
export const inEnglish = (text: string): LanguageMap => textIn("en", text);
