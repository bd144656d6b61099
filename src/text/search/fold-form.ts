/**
 * Forms of one letter made alike, for a search that does not mind which was printed: 盧溝橋 and 卢沟桥, 國 and 国, `é`
 * and `e`, `ß` and `ss`. Takes characters that `foldText` gave. It knows no words: 皇后 and 皇後 become alike.
 */
import { hanForms } from "./han-forms.js";

export type FoldForm = (character: string) => string;

const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ı: "i",
  þ: "th",
};
const marks = /\p{Mn}/gu;

/** Made once by whoever needs it: the table of Han forms is large. */
export function makeFoldForm(): FoldForm {
  const firstForms = new Map<string, string>();
  for (const word of hanForms.split(/\s+/)) {
    const [first = "", ...others] = word;
    for (const other of others) firstForms.set(other, first);
  }
  return (character) => {
    if (character < "\u0080") return character;
    const first = firstForms.get(character);
    if (first !== undefined) return first;
    // Kana with a voicing mark are letters of their own.
    if (character > "\u1fff") return character;
    const bare = letters[character] ?? character.normalize("NFD").replace(marks, "");
    return bare === "" ? character : bare;
  };
}

/** A whole word, letter by letter. */
export const foldWordForm = (word: string, foldForm: FoldForm): string => {
  let out = "";
  for (const character of word) out += foldForm(character);
  return out;
};
