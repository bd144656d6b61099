/** Dates in words, from data: no locale of the machine and no clock ever has a say. 2023-10-26 → 2023年10月26日 星期四. */
import { fillWords, type Words } from "./words/index.js";

export interface CalendarDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
}

/** Reads YYYY-MM-DD; undefined for anything else, also for a 31st of February. */
export function readDate(date: string | undefined): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? "");
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 31);

/** Sakamoto's congruence for the Gregorian calendar. 0 is Monday. */
export function weekdayOf({ year, month, day }: CalendarDate): number {
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  const sunday =
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (offsets[month - 1] ?? 0) + day) % 7;
  return (sunday + 6) % 7;
}

/** The date in the words of the site; as it was written where it is no date, the word for “undated” where there is none. */
export function formatDate(date: string | undefined, words: Words): string {
  if (date === undefined) return words.undated;
  const read = readDate(date);
  if (!read) return date;
  return fillWords(words.dateLong, {
    y: read.year,
    m: read.month,
    d: read.day,
    month: words.months[read.month - 1] ?? "",
    weekday: words.weekdays[weekdayOf(read)] ?? "",
  });
}

export const formatMonth = (year: number, month: number, words: Words): string =>
  fillWords(words.monthOfYear, { y: year, m: month, month: words.months[month - 1] ?? "" });
