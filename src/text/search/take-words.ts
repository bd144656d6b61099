/**
 * The words of a folded text: runs of letters and digits of any script but Chinese, Japanese and Korean. A full stop or
 * comma between digits stays in its number: `17.4` is one word and is not found by 17 in quotes.
 */
import { type FoldedText, isWordCharacter } from "./fold-text.js";

export interface FoundWord {
  readonly word: string;
  /** Index of its first character in the folded text, and of the one after its last. */
  readonly from: number;
  readonly to: number;
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && /^\p{Nd}$/u.test(character);

export function takeWords({ characters }: Pick<FoldedText, "characters">): FoundWord[] {
  const words: FoundWord[] = [];
  let at = 0;
  while (at < characters.length) {
    if (!isWordCharacter(characters[at] ?? "")) {
      at += 1;
      continue;
    }
    const from = at;
    let word = "";
    for (;;) {
      const character = characters[at] ?? "";
      const inNumber =
        (character === "." || character === ",") &&
        isDigit(characters[at - 1]) &&
        isDigit(characters[at + 1]);
      if (!inNumber && !(character !== "" && isWordCharacter(character))) break;
      word += character;
      at += 1;
    }
    words.push({ word, from, to: at });
  }
  return words;
}
