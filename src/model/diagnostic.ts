/**
 * Diagnostics are data: a permanent code, a place and details. They are worded in `diagnostic-words.ts` only,
 * so tests assert codes and the words can be improved without breaking anyone.
 */
export type Severity = "error" | "warning" | "info";

export interface Place {
  /** Path as the user knows it. */
  readonly file?: string;
  readonly line?: number;
  readonly page?: number;
  readonly article?: string;
}

export interface Diagnostic {
  /** `JL` and four digits; never reused. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A value and what was noticed on the way to it. Stages do not throw for bad newspapers. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Errors first, then by file, line and code: the same order on every machine. Returns a new array. */
export function sortDiagnostics(list: readonly Diagnostic[]): Diagnostic[] {
  return [...list].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      compare(a.place.file ?? "", b.place.file ?? "") ||
      compare(a.place.page ?? 0, b.place.page ?? 0) ||
      compare(a.place.line ?? 0, b.place.line ?? 0) ||
      compare(a.code, b.code) ||
      compare(JSON.stringify(a.details), JSON.stringify(b.details)),
  );
}
