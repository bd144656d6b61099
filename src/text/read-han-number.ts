/**
 * Numbers as Chinese and Japanese papers print them: 九, 十八, 廿九, 一百廿九, 一千三百廿六, 二〇二三, ２０２３, 元 (the first
 * year of an era). Refuses anything with another character in it.
 */

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  "○": 0,
  "◯": 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  貳: 2,
  贰: 2,
  叁: 3,
  參: 3,
  肆: 4,
  伍: 5,
  陸: 6,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  元: 1,
};
const tens: Readonly<Record<string, number>> = { 廿: 20, 卄: 20, 卅: 30, 卌: 40 };
const units: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  萬: 10000,
  万: 10000,
};

/** Characters that a printed number may hold, for use inside a character class. */
export const hanNumberCharacters = `${Object.keys({ ...digits, ...tens, ...units }).join("")}0-9`;

/** The value, or undefined where the text is not a number. Takes ASCII digits too. */
export function readHanNumber(text: string): number | undefined {
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  const characters = Array.from(text);
  if (characters.length === 0 || characters.length > 12) return undefined;
  if (characters.length > 1 && characters.every((character) => character in digits))
    return Number(characters.map((character) => digits[character]).join(""));
  let total = 0;
  let pending: number | undefined;
  for (const character of characters) {
    const unit = units[character];
    const ten = tens[character];
    const digit = digits[character];
    if (unit === 10000) {
      total = (total + (pending ?? 0)) * unit;
      pending = undefined;
    } else if (unit !== undefined) {
      total += (pending ?? 1) * unit;
      pending = undefined;
    } else if (ten !== undefined) {
      total += ten;
      pending = undefined;
    } else if (digit !== undefined) pending = digit;
    else return undefined;
  }
  return total + (pending ?? 0);
}
