/**
 * Page numbers as papers print them: 4, ４, 四, 第十一, 头, A8, B-3, 1A, third, Titelseite, 3·15 (the first of a list).
 * Section letters: A is the first book of the paper, so A4 is page 4; for B and on the number alone can't tell, and
 * the letter's page counts as its number only where nothing else is known.
 */
import { lexicons } from "../lexicon/index.js";
import { readHanNumber } from "../read-han-number.js";

/** More pages than any edition has; a greater number is a year or a phone number. */
const mostPages = 400;
/** The page a printed number names, from 1; undefined where it is not one. `text` is squashed (ASCII digits). */
export function readPageNumber(text: string): number | undefined {
  let rest = text.trim().replaceAll(" ", "");
  if (rest.startsWith("第") || rest.startsWith("제")) rest = rest.slice(1);
  const list = rest.search(/[·、,，/・]/);
  if (list > 0) rest = rest.slice(0, list);
  const arabic =
    /^(?:[A-Za-z]-?)?(\d{1,3})[A-Za-z]?$/.exec(rest) ??
    /^(\d{1,3})(?:st|nd|rd|th|e|er|ère|re|ème|de|ste|ª|º|°|a|o)$/i.exec(rest);
  if (arabic) return inRange(Number(arabic[1]));
  const han = readHanNumber(rest);
  if (han !== undefined) return inRange(han);
  const word = rest.toLowerCase();
  for (const lexicon of lexicons) {
    const value = Object.hasOwn(lexicon.numbers, word) ? lexicon.numbers[word] : undefined;
    if (value) return inRange(value);
  }
  return undefined;
}

const inRange = (page: number): number | undefined => (page >= 1 && page <= mostPages ? page : undefined);
