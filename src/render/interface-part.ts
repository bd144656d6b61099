/**
 * Marks words of the site that stand inside a newspaper's own text. They have another language than the text may have, and
 * where a reader switches the language of the site, these are changed too; what is not marked stays as printed.
 */
import type { Words } from "./words/index.js";

export const interfacePart = (words: Words): { readonly lang: string; readonly dataUi: string } => ({
  lang: words.lang,
  dataUi: "",
});
