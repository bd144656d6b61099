/** Days of the calendar counted as strings, YYYY-MM-DD: no time, no zone, no clock. */

/** The 28th or the 29th. */
export const lastOfFebruary = (year: number): string =>
  new Date(Date.UTC(year, 2, 0)).toISOString().slice(0, 10);

/** 2024-03-01, 1 → 2024-02-29. */
export function daysBefore(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}
