/**
 * Lines that come again in an edition. `Donnerstag, 5. Mai 1983 · Seite 3` on every page is a running head; a name that
 * comes again as a whole line (`Germain Roquelaure`) signs stories. It refuses to call words furniture only because
 * they come again: a jump head repeats its headline, over two pages or three.
 */
import { linesOf, type Page } from "../model/page.js";
import { squash } from "../text/squash.js";
import { headKey, maskDigits, withoutFolio } from "./roles/mask-digits.js";

export interface Repeated {
  /** Masked text → whether repetition alone tells it (the page's own number, or on nearly all of four pages and more). */
  readonly heads: ReadonlyMap<string, boolean>;
  /** Running heads whose page number changes its edge, without it: `the ledger • may #`. */
  readonly running: ReadonlySet<string>;
  /** Lower-cased names that sign two stories or more. */
  readonly names: ReadonlySet<string>;
}

const leastLetters = 3;
const longestHead = 90;
/** Fewer pages than this cannot tell a running head from a story that jumps twice. */
const enoughPages = 4;

interface PrintedLine {
  readonly page: number;
  /** Squashed. */
  readonly text: string;
}

interface Seen {
  readonly on: Set<number>;
  readonly numbers: Map<number, string>;
}

export function findRepeated(pages: readonly Page[]): Repeated {
  const seen = new Map<string, Seen>();
  const alone = new Map<string, number>();
  const lower = new Set<string>();
  const lines = pages.flatMap((page) =>
    linesOf(page).map((line): PrintedLine => ({ page: page.number, text: squash(line.text).text })),
  );
  for (const { page, text } of lines) {
    for (const word of text.split(/[^\p{L}]+/u)) if (word === word.toLowerCase()) lower.add(word);
    if (looksLikeName(text)) alone.set(text, (alone.get(text) ?? 0) + 1);
    if (text.length < leastLetters + 1 || text.length > longestHead) continue;
    const key = maskDigits(text);
    if (key.replaceAll("#", "").length < leastLetters) continue;
    const entry = seen.get(key) ?? { on: new Set<number>(), numbers: new Map<number, string>() };
    entry.on.add(page);
    entry.numbers.set(page, text);
    seen.set(key, entry);
  }
  const heads = new Map<string, boolean>();
  for (const [key, { on, numbers }] of seen) {
    if (on.size < 2) continue;
    const ownNumber = [...numbers].every(([page, text]) => numbersIn(text).includes(page));
    heads.set(key, ownNumber || (on.size >= enoughPages && on.size >= pages.length - 1));
  }
  const names = new Set<string>();
  for (const [text, times] of alone)
    if (times >= 2 && text.split(" ").every((word) => !lower.has(word.toLowerCase())))
      names.add(text.toLowerCase());
  return { heads, running: findRunning(lines), names };
}

/** Fewer letters are words of a table. */
const leastOfHead = 6;

/** Heads that stand on two pages with the page's own number at either edge, or once with it and once without beside a date. */
function findRunning(lines: readonly PrintedLine[]): Set<string> {
  const seen = new Map<string, { numbered: Set<number>; on: Set<number> }>();
  for (const { page, text } of lines) {
    if (text.length > longestHead) continue;
    const own = withoutFolio(text, page);
    const key = own ?? headKey(text);
    if (key.replace(/[^\p{L}]/gu, "").length < leastOfHead) continue;
    const entry = seen.get(key) ?? { numbered: new Set(), on: new Set() };
    entry.on.add(page);
    if (own !== undefined) entry.numbered.add(page);
    seen.set(key, entry);
  }
  const isHead = ([key, { numbered, on }]: [string, { numbered: Set<number>; on: Set<number> }]): boolean =>
    numbered.size > 1 || (numbered.size === 1 && on.size > 1 && key.includes("#"));
  return new Set([...seen].filter(isHead).map(([key]) => key));
}

const numbersIn = (text: string): number[] => (text.match(/\d{1,3}/g) ?? []).map(Number);

/** Two to four capitalised words and nothing else. */
function looksLikeName(text: string): boolean {
  if (text.length > 34) return false;
  const words = text.split(" ");
  return words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}.’'-]+$/u.test(word));
}
