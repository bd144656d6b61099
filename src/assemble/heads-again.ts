/**
 * Heads of the rest of a story on a later page: the headline is printed again (“Old cannery chosen as home / for second
 * town library”), or the jump line's word opens the head (“Harbor: Council splits on dredging” after “See HARBOR,
 * Page 3”). Only on pages that a story comes to by a mark; it refuses section names in capitals, which stand on many pages.
 */
import { lettersOf } from "../text/letters-of.js";
import { isUnspaced } from "../text/scripts.js";
import type { DraftUnit } from "./draft-units.js";
import { isAllCapitals } from "./line-states.js";
import type { PageUnits } from "./read-units.js";

/** Letters that a headline must have to be known again, in ideographs and in letters. */
const leastIdeographs = 5;
const leastLetters = 9;
/** Lines of a headline at most. */
const mostLines = 5;

/** Heading units that are printed again or begin with the word of a jump line of a page before. */
export function findHeadsAgain(pages: readonly PageUnits[]): ReadonlySet<DraftUnit> {
  const again = new Set<DraftUnit>();
  const printed = new Set<string>();
  const slugs: { readonly slug: string; readonly to: number | undefined }[] = [];
  const destinations = new Set<number>();
  for (const { page, units } of pages) {
    const runs = headingRuns(units);
    const parts = runs.flatMap(partsOf);
    const arrives = destinations.has(page.number) || units.some(({ kind }) => kind === "continuation");
    if (arrives) {
      for (const { units: lines, letters } of parts)
        if (printed.has(letters)) for (const unit of lines) again.add(unit);
      for (const unit of runs.flat())
        if (slugs.some(({ slug, to }) => (to ?? page.number) === page.number && opensWith(unit.text, slug)))
          again.add(unit);
    }
    for (const { letters } of parts) printed.add(letters);
    for (const { kind, mark } of units) {
      if (kind !== "jump" || !mark) continue;
      if (mark.page !== undefined) destinations.add(mark.page);
      if (mark.slug) slugs.push({ slug: mark.slug.toLowerCase(), to: mark.page });
    }
  }
  return again;
}

/** The slug alone, or before a colon. */
function opensWith(text: string, slug: string): boolean {
  const lower = text.toLowerCase();
  return lower.startsWith(slug) && /^\s*(:|$)/u.test(lower.slice(slug.length));
}

/** Heading lines that stand together. */
function headingRuns(units: readonly DraftUnit[]): DraftUnit[][] {
  const runs: DraftUnit[][] = [];
  units.forEach((unit, i) => {
    if (unit.kind !== "heading") return;
    if (units[i - 1]?.kind === "heading") runs.at(-1)?.push(unit);
    else runs.push([unit]);
  });
  return runs;
}

/** Every stretch of a run that may be a headline. */
function partsOf(run: readonly DraftUnit[]): { units: DraftUnit[]; letters: string }[] {
  return run.flatMap((_, from) =>
    Array.from({ length: Math.min(mostLines, run.length - from) }, (_, k) => {
      const units = run.slice(from, from + k + 1);
      return { units, letters: lettersOf(units.map(({ text }) => text).join("")) };
    }).filter(
      ({ units, letters }) =>
        letters.length >= (isUnspaced(letters[0] ?? "") ? leastIdeographs : leastLetters) &&
        !units.every(({ text }) => isAllCapitals(text) && text.trim().split(/\s+/).length < 3),
    ),
  );
}
