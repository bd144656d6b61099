/**
 * Finds whole dates (year, month, day) in a line, as newspapers print them over their pages:
 *
 *     2023年10月26日 星期四      民國十九年四月十　八日      令和5年4月3日      2023.10.26
 *     Thursday, April 16, 2026    Nr. 288.—Dinstag, 7. Dezember 1858.    jueves 3 de abril de 2025
 *
 * Month and weekday words come from the lexicons. Refuses dates without a year, day/month/year with slashes (two
 * readings), lunar dates, and days that no calendar has.
 */
import { eras, monthNames, weekdayNames } from "./calendar-words.js";
import { lexicons } from "./lexicon/index.js";
import { hanNumberCharacters, readHanNumber } from "./read-han-number.js";

export interface FoundDate {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** How many characters of the line, spaces aside, the date takes. */
  readonly length: number;
}

/** Newspapers begin in the 17th century; a “year” outside is a number of something else. */
const firstYear = 1600;
const lastYear = 2199;
/** A printed line that tells the date is short; prose of any length is not searched beyond this many characters. */
const searchedLength = 400;

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** The date as YYYY-MM-DD, or undefined for a day that does not exist. */
export function composeDate(year: number, month: number, day: number): string | undefined {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return undefined;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > daysInMonth ? undefined : `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Full-width forms to ASCII, the long s to s. */
export const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll("ſ", "s");
/** Lower case without accents: Février and fevrier are one word. */
export const foldWord = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const months: ReadonlyMap<string, number> = new Map([
  ...monthNames.flatMap(([number, names]) => names.map((name) => [foldWord(name), number] as const)),
  ...lexicons.flatMap(({ months: names }) =>
    names.length === 12 ? names.map((name, index) => [foldWord(name), index + 1] as const) : [],
  ),
]);
const latinWeekdays: ReadonlySet<string> = new Set([
  ...weekdayNames,
  ...lexicons.filter(({ spaced }) => spaced).flatMap(({ weekdays }) => weekdays.map(foldWord)),
]);
const eastAsianWeekday =
  /(?:星期|禮拜|礼拜|週|周)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일/;

const number = `[${hanNumberCharacters}]{1,8}`;
const eraNames = Object.keys(eras)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .join("|");
const eastAsianDate = new RegExp(
  `(${eraNames})?(${number})[年년](${number})[月월](${number})[日號号일]`,
  "g",
);
const numericDate = /(?<![0-9])([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])/g;
const dottedDate = /(?<![0-9])([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?![0-9])/g;

function findEastAsian(squashed: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of squashed.matchAll(eastAsianDate)) {
    const [whole, era, year, month, day] = match;
    const [y, m, d] = [year, month, day].map((part) => readHanNumber(part ?? ""));
    if (y === undefined || m === undefined || d === undefined) continue;
    const date = composeDate(y + (era ? (eras[era] ?? 0) : 0), m, d);
    if (date) found.push({ date, length: whole.length });
  }
  return found;
}

function findNumeric(squashed: string): FoundDate[] {
  const yearFirst = Array.from(squashed.matchAll(numericDate), ([whole, year, , month, day]) => ({
    date: composeDate(Number(year), Number(month), Number(day)),
    length: whole.length,
  }));
  const dayFirst = Array.from(squashed.matchAll(dottedDate), ([whole, day, month, year]) => ({
    date: composeDate(Number(year), Number(month), Number(day)),
    length: whole.length,
  }));
  return [...yearFirst, ...dayFirst].filter((found): found is FoundDate => found.date !== undefined);
}

interface Token {
  readonly word: string;
  readonly value: number | undefined;
}

/** Words and numbers in order; `16th`, `1er` and `3º` are numbers. */
const tokenise = (text: string): Token[] =>
  Array.from(
    text.matchAll(/(?<![0-9])[0-9]{1,4}(?:st|nd|rd|th|er|e|º|°)?(?![0-9\p{L}])|[\p{L}\p{M}]{1,24}/gu),
    ([token]) => ({
      word: foldWord(token),
      value: /^[0-9]/.test(token) ? Number.parseInt(token, 10) : undefined,
    }),
  );

/** Small words between the parts of a date: 3 de abril de 2025, 16th of April, 15 den May. */
const between = new Set(["de", "del", "of", "den", "der", "the", "d", "le", "en", "van"]);

function findWritten(text: string): FoundDate[] {
  const tokens = tokenise(text);
  const found: FoundDate[] = [];
  const valueNear = (from: number, step: 1 | -1): { value: number | undefined; at: number } => {
    let at = from + step;
    if (between.has(tokens[at]?.word ?? "")) at += step;
    return { value: tokens[at]?.value, at };
  };
  tokens.forEach((token, index) => {
    const month = token.value === undefined ? months.get(token.word) : undefined;
    if (month === undefined) return;
    const before = valueNear(index, -1);
    const after = valueNear(index, 1);
    const dayFirst = composeDate(after.value ?? 0, month, before.value ?? 0);
    const last = valueNear(after.at, 1);
    const date = dayFirst ?? composeDate(last.value ?? 0, month, after.value ?? 0);
    if (!date) return;
    const [from, to] = dayFirst ? [before.at, after.at] : [index, last.at];
    const length = tokens
      .slice(from, to + 1)
      .reduce((sum, { word, value }) => sum + (value ? String(value) : word).length, 0);
    found.push({ date, length });
  });
  return found;
}

const withoutSpace = (text: string): string => text.replace(/[\s\u200b-\u200d\u2060\ufeff]/g, "");

/** Every date has a year: four digits in a row, or the character for it. Nearly all lines are done with here. */
const mayHoldDate = (line: string): boolean => /[年년]|[0-9０-９]{4}/.test(line);

/** All dates of a line, in no promised order. Lines over 400 characters are not searched: they are prose. */
export function findDates(line: string): FoundDate[] {
  if (line.length > searchedLength || !mayHoldDate(line)) return [];
  const plain = narrow(line);
  const squashed = withoutSpace(plain);
  return [...findEastAsian(squashed), ...findNumeric(squashed), ...findWritten(plain)];
}

/** Whether a line names a day of the week. */
export function namesWeekday(line: string): boolean {
  if (line.length > searchedLength) return false;
  const plain = narrow(line);
  return (
    eastAsianWeekday.test(withoutSpace(plain)) || tokenise(plain).some(({ word }) => latinWeekdays.has(word))
  );
}

const dateInName = /(?<![0-9])([0-9]{4})([-_.]?)([0-9]{2})\2([0-9]{2})(?![0-9])/;

/** The date in the name of a folder or file (2024-01-05, 20240105, jb_0129_1920-04-03) and what else the name says. */
export function findDateInName(name: string): { date: string; rest: string } | undefined {
  const match = dateInName.exec(name);
  const date = match ? composeDate(Number(match[1]), Number(match[3]), Number(match[4])) : undefined;
  if (match && date)
    return { date, rest: `${name.slice(0, match.index)} ${name.slice(match.index + match[0].length)}` };
  const written = findDates(name)[0];
  return written ? { date: written.date, rest: "" } : undefined;
}
