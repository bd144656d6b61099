/**
 * What is noticed of a file, told once a kind: a page with a thousand words outside of it gets one message, which says
 * how many there were and where the first was.
 */
import type { Diagnostic, Severity } from "../../model/diagnostic.js";

export type Note = (
  code: string,
  severity: Severity,
  line: number,
  details?: Readonly<Record<string, string | number>>,
  /** What tells two notes with one code apart; a file must not be able to make it take many values. */
  apart?: string,
) => void;

export interface TalliedNotes {
  readonly note: Note;
  /** In the order in which each was first seen, `count` among their details. */
  list(): Diagnostic[];
}

export function tallyNotes(file: string): TalliedNotes {
  const seen = new Map<string, { readonly first: Diagnostic; count: number }>();
  return {
    note: (code, severity, line, details = {}, apart = "") => {
      const key = apart === "" ? code : `${code} ${apart}`;
      const known = seen.get(key);
      if (known) known.count += 1;
      else seen.set(key, { first: { code, severity, place: { file, line }, details }, count: 1 });
    },
    list: () =>
      [...seen.values()].map(({ first, count }) => ({ ...first, details: { ...first.details, count } })),
  };
}
