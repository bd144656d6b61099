/**
 * Page numbers as papers print them: 4, ４, 四, 第十一, 头, A8, B-3, 1A, third, Titelseite, 3·15 (the first of a list).
 * Section letters: A is the first book of the paper, so A4 is page 4; for B and on the number alone can't tell, and
 * the letter's page counts as its number only where nothing else is known.
 */
import { lexicons } from "../../text/lexicon/index.js";

/** More pages than any edition has; a greater number is a year or a phone number. */
const mostPages = 400;
const hanDigits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  兩: 2,
  元: 1,
};

/** 十一 → 11, 二十 → 20, 廿三 → 23; undefined for anything else. */
export function readHanNumber(text: string): number | undefined {
  if (text === "") return undefined;
  let total = 0;
  let digit = -1;
  for (const character of text) {
    if (character === "十" || character === "拾") {
      total += (digit < 0 ? 1 : digit) * 10;
      digit = -1;
    } else if (character === "廿") {
      total += 20;
      digit = -1;
    } else if (character === "卅") {
      total += 30;
      digit = -1;
    } else {
      const value = hanDigits[character];
      if (value === undefined) return undefined;
      digit = digit < 0 ? value : digit * 10 + value;
    }
  }
  return total + Math.max(0, digit);
}

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
