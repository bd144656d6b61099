/** Lays editions out by year, month and day: weeks of seven places from Monday, each with the editions of that day. */
import type { EditionSummary } from "../../model/site.js";
import { type CalendarDate, daysInMonth, readDate, weekdayOf } from "../format-date.js";

export interface CalendarDay {
  readonly day: number;
  readonly editions: readonly EditionSummary[];
}
export interface CalendarMonth {
  readonly year: number;
  readonly month: number;
  /** Days, or undefined for places before the first and after the last. */
  readonly weeks: readonly (readonly (CalendarDay | undefined)[])[];
}
export interface CalendarYear {
  readonly year: number;
  readonly months: readonly CalendarMonth[];
  readonly count: number;
}

const before = (a: EditionSummary, b: EditionSummary): number => {
  const [x, y] = [`${a.date ?? ""} ${a.path}`, `${b.date ?? ""} ${b.path}`];
  return x < y ? -1 : x > y ? 1 : 0;
};
export const sortEditions = (editions: readonly EditionSummary[]): EditionSummary[] =>
  [...editions].sort(before);

function layMonth(
  year: number,
  month: number,
  dated: readonly (readonly [CalendarDate, EditionSummary])[],
): CalendarMonth {
  const places: (CalendarDay | undefined)[] = Array.from(
    { length: weekdayOf({ year, month, day: 1 }) },
    () => undefined,
  );
  for (let day = 1; day <= daysInMonth(year, month); day += 1)
    places.push({ day, editions: dated.filter(([date]) => date.day === day).map(([, edition]) => edition) });
  while (places.length % 7 !== 0) places.push(undefined);
  const weeks = Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
  return { year, month, weeks };
}

/** Newest year first, months in order; editions without a readable date apart. */
export function layCalendar(editions: readonly EditionSummary[]): {
  years: CalendarYear[];
  undated: EditionSummary[];
} {
  const sorted = sortEditions(editions);
  const undated: EditionSummary[] = [];
  const byYear = new Map<number, Map<number, [CalendarDate, EditionSummary][]>>();
  for (const edition of sorted) {
    const date = readDate(edition.date);
    if (!date) {
      undated.push(edition);
      continue;
    }
    const months = byYear.get(date.year) ?? new Map<number, [CalendarDate, EditionSummary][]>();
    byYear.set(date.year, months);
    const list = months.get(date.month) ?? [];
    months.set(date.month, list);
    list.push([date, edition]);
  }
  const years = [...byYear.entries()]
    .sort(([a], [b]) => b - a)
    .map(([year, months]) => ({
      year,
      count: [...months.values()].reduce((sum, list) => sum + list.length, 0),
      months: [...months.entries()]
        .sort(([a], [b]) => a - b)
        .map(([month, list]) => layMonth(year, month, list)),
    }));
  return { years, undated };
}
