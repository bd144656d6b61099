/**
 * What of an article stands in the index: each pair of neighbouring characters of paragraphs that hold Chinese, Japanese
 * or Korean, and each word of every paragraph, with its offset. Between paragraphs lies an empty place, so that nothing
 * is found across them. The last character of a paragraph stands alone, so that each character begins a key.
 */
import { foldText } from "./fold-text.js";
import { takeWords } from "./take-words.js";

export interface TextIndex {
  readonly pairs: ReadonlyMap<string, readonly number[]>;
  readonly words: ReadonlyMap<string, readonly number[]>;
}

export function indexText(paragraphs: readonly string[]): TextIndex {
  const pairs = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  let character = 0;
  let word = 0;
  for (const paragraph of paragraphs) {
    const folded = foldText(paragraph);
    const { characters } = folded;
    if (folded.isCjk) {
      for (const [at, first] of characters.entries())
        add(pairs, first + (characters[at + 1] ?? ""), character + at);
      character += characters.length + 1;
    }
    for (const found of takeWords(folded)) {
      add(words, found.word, word);
      word += 1;
    }
    word += 1;
  }
  return { pairs, words };
}

function add(lists: Map<string, number[]>, key: string, offset: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [offset]);
  else list.push(offset);
}
