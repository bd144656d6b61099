/** Whether a text ends where a sentence ends: `……工作。”` does, `……市政府决定，` and `the council deci-` do not. */
import { isCloser, isSpace } from "./scripts.js";

const enders = new Set("。．.！!？?…‥｡︒");
/** ASCII quotes close as well as open; at the very end of a text they close. */
const plainQuotes = new Set("\"'");

/** Closing quotes, brackets and spaces after the full stop are looked through. An empty text ends nothing. */
export function endsSentence(text: string): boolean {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const character = text[index] ?? "";
    if (enders.has(character)) return true;
    if (!isCloser(character) && !isSpace(character) && !plainQuotes.has(character)) return false;
  }
  return false;
}
