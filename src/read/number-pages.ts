/**
 * Gives every page of an edition its number: the one the `pages` list says, else the page's own front matter, else its
 * file name, else the next after the page before. A file with form feeds counts on from its first page. Numbers are
 * unique: the second page that claims one gets the next free number, and that is reported.
 */
import type { Diagnostic } from "../model/diagnostic.js";

export interface PageClaim {
  readonly file: string;
  /** The number that somebody or something named; undefined for “the next”. */
  readonly claimed: number | undefined;
}

export interface Numbered {
  readonly numbers: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Numbers for the claims, in their order. Claims come first, so a page without one never takes another's number. */
export function numberPages(claims: readonly PageClaim[]): Numbered {
  const claimed = new Set(claims.flatMap((claim) => (claim.claimed === undefined ? [] : [claim.claimed])));
  const taken = new Set<number>();
  const diagnostics: Diagnostic[] = [];
  const nextFree = (from: number): number => {
    let number = from;
    while (taken.has(number) || claimed.has(number)) number += 1;
    return number;
  };
  let last = 0;
  const numbers = claims.map(({ file, claimed: wanted }) => {
    const number = wanted !== undefined && !taken.has(wanted) ? wanted : nextFree((wanted ?? last) + 1);
    if (wanted !== undefined && number !== wanted)
      diagnostics.push({ code: "JL1022", severity: "error", place: { file }, details: { wanted, number } });
    taken.add(number);
    last = number;
    return number;
  });
  return { numbers, diagnostics };
}
