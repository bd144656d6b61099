/**
 * Puts the printed character where the font gave another code for the same glyph: radicals (`⻓` for 长), vertical
 * forms (`︒` for 。), ligatures (`ﬁ` for fi), and the duplicates that Korean keeps for second readings.
 * It refuses ①, Ⅲ, ㈱ and full-width forms: those are what was printed.
 */
import { foldLigature, foldPresentationForm } from "../../text/presentation-forms.js";
import { foldRadical, foldRepeatedIdeograph } from "../../text/radicals.js";
import type { LineRule } from "./line-rule.js";

/** Below this no character has a form to fold; nearly all lines end here. */
const FIRST_RADICAL = "\u2e80";

export const foldForms: LineRule = (text, { language }) => {
  const found: ReturnType<LineRule> = [];
  // In Korean the duplicates tell readings apart, so they are content there.
  const foldsRepeated = !language.toLowerCase().startsWith("ko");
  let at = 0;
  for (const character of text) {
    if (character >= FIRST_RADICAL) {
      const propose = (rule: string, inserted: string) => {
        if (inserted !== character) found.push({ rule, at, removed: character, inserted });
      };
      if (character <= "\u2fdf") propose("fold-radical", foldRadical(character, language));
      else if (character >= "\ufe10" && character <= "\ufe4f")
        propose("fold-presentation-form", foldPresentationForm(character));
      else if (character >= "\ufb00" && character <= "\ufb06")
        propose("fold-ligature", foldLigature(character));
      else if (foldsRepeated && character >= "\uf900" && character <= "\ufa0b")
        propose("fold-repeated-ideograph", foldRepeatedIdeograph(character));
    }
    at += character.length;
  }
  return found;
};
