/**
 * What an edition's own lines tell of its date, number and name: its nameplate and folios.
 *
 *     The Wexley Harbor Courier • Thursday, April 16, 2026 • 3
 *     第四版　民國九年四月三日　晶　報　庚申年二月十五日　星期六
 *     Nr. 288.—Dinstag, 7. Dezember 1858.
 *
 * A date counts as the edition's by its company: a weekday, little else on its line, the same date on another page, a
 * place at the page's edge. Prose dates have none of these, and a lone one is not enough: then nothing is said.
 */
import type { Page } from "../model/page.js";
import { type FoundDate, findDates, namesWeekday, narrow } from "../text/find-date.js";
import { mayHoldNumber, numberWordings, titleEndings, titleWords } from "../text/issue-words.js";
import type { Told } from "./infer-from-names.js";

/** A line that may be a folio or a nameplate line, with what was found in it once for all questions. */
export interface FolioLine {
  readonly text: string;
  readonly page: number;
  readonly line: number;
  readonly file: string;
  /** Printed lines of its page before it. */
  readonly index: number;
  /** Whether the line stands among the first or last printed lines of its page. */
  readonly edge: boolean;
  readonly dates: readonly FoundDate[];
  /** Whether it names a day of the week; asked only of lines with a date and of those at the edges. */
  readonly weekday: boolean;
}

/** Folios and nameplates are set in the first and last few lines; jumbled files have them anywhere, so this is a hint. */
const edgeLines = 6;
/** Longer lines are prose or imprint. */
const longestFolio = 120;

const squeeze = (text: string): string => text.replace(/[\s\u200b\ufeff]/gu, "");

/** The lines of an edition that are short enough to be folios, in page and file order. */
export function gatherFolioLines(pages: readonly Page[]): FolioLine[] {
  return pages.flatMap(({ blocks, number, file }) => {
    const lines = blocks.flatMap((block) => block.lines);
    return lines.flatMap(({ original: text, number: line }, index) => {
      if (text.length > longestFolio) return [];
      const edge = index < edgeLines || index >= lines.length - edgeLines;
      const dates = findDates(text);
      const weekday = (edge || dates.length > 0) && namesWeekday(text);
      return [{ text, page: number, line, index, file, edge, dates, weekday }];
    });
  });
}

/**
 * Points for a date's company. A weekday says most: folios print it and datelines (“Paris, 3. März 1900”) don't. No sign
 * alone is enough; a dateline at the page's edge (half its line and the edge) is not either.
 */
const points = { weekday: 3, ownLine: 3, halfLine: 2, edge: 1, otherPage: 2 };
const enough = 4;
/** Of its line the date takes at least this share, spaces aside. */
const shares = { own: 0.9, half: 0.5 };

const fromLine = ({ file, line, text }: FolioLine): string => `${file}:${line} “${text.trim().slice(0, 60)}”`;

interface DatedLine extends FolioLine {
  readonly date: string;
  readonly score: number;
}

function scoreDates(lines: readonly FolioLine[]): DatedLine[] {
  return lines.flatMap((line) =>
    line.dates.map(({ date, length }) => {
      const share = length / Math.max(1, squeeze(line.text).length);
      const score =
        (line.weekday ? points.weekday : 0) +
        (share >= shares.own ? points.ownLine : share >= shares.half ? points.halfLine : 0) +
        (line.edge ? points.edge : 0);
      return { ...line, date, score };
    }),
  );
}

/** The edition's date by its lines, with the line that said it best. */
export function inferDate(lines: readonly FolioLine[]): Told | undefined {
  const dated = scoreDates(lines);
  const dates = [...new Set(dated.map(({ date }) => date))].sort();
  const ranked = dates
    .map((date) => {
      const lines = dated
        .filter((line) => line.date === date)
        .sort((a, b) => b.score - a.score || a.page - b.page || a.line - b.line);
      const good = lines.filter(({ score }) => score >= points.halfLine);
      const morePages = Math.max(0, new Set(good.map(({ page }) => page)).size - 1);
      return { date, best: lines[0], score: (lines[0]?.score ?? 0) + morePages * points.otherPage };
    })
    .sort((a, b) => b.score - a.score || (a.date < b.date ? -1 : 1));
  const [first, second] = ranked;
  if (!first?.best || first.score < enough || second?.score === first.score) return undefined;
  return { value: first.date, from: fromLine(first.best) };
}

/** A number that is its line's main matter; elsewhere it is a bus or a building phase. */
const ownLineShare = 0.5;
/** Between the nameplate and the number stand prices, addresses and telephone numbers: a dozen lines and more (晶報). */
const nameplateLines = 20;

/** The edition's number as printed: 总第9182期, 第一百廿九號, Vol. 118, No. 91, Nr. 288. Looked for on the first page and beside dates. */
export function inferNumber(lines: readonly FolioLine[]): Told | undefined {
  const first = lines[0]?.page;
  const found = lines.flatMap((line) => {
    const dated = line.dates.length > 0 || line.weekday;
    if (!mayHoldNumber(line.text)) return [];
    const plain = narrow(line.text).replace(/\s+/g, " ");
    const squashed = squeeze(plain);
    for (const { pattern, strong, squashed: squash } of numberWordings) {
      const match = pattern.exec(squash ? squashed : plain);
      if (!match) continue;
      const alone =
        squeeze(match[0]).length >= ownLineShare * squashed.length &&
        line.page === first &&
        line.index < nameplateLines;
      if (strong || dated || alone)
        return [{ value: match[0].trim(), from: fromLine(line), rank: strong ? 0 : dated ? 1 : 2 }];
    }
    return [];
  });
  const best = found.sort((a, b) => a.rank - b.rank)[0];
  return best && { value: best.value, from: best.from };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
const isNameLength = (text: string): boolean => {
  const plain = squeeze(text);
  const hanLike = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain);
  return hanLike
    ? plain.length >= 2 && plain.length <= 12
    : plain.length >= 4 && wordsOf(text).length <= 8 && plain.length <= 60;
};
const looksLikeName = (text: string): boolean => {
  const plain = squeeze(text);
  const endsLikeName = titleEndings.some((ending) => plain.endsWith(ending));
  return (
    endsLikeName || (/^\p{Lu}/u.test(text.trim()) && wordsOf(text).some((word) => titleWords.includes(word)))
  );
};

/** Under a nameplate the date is the next line or the one after. */
const besideLines = 2;
const endsLikeProse = (text: string): boolean => /[。，；：？！.,;:?!]$/u.test(text.trim());

/** What parts a name from the date, the number and the price on one line: THE ALDERMERE GAZETTE, SATURDAY, MAY 9, 1931. */
const betweenParts = /[•·|/,，]| [—–] |\s{2,}|\t|\u3000/u;

/** A name without the full stop that old nameplates end with: Oberwalder Kreisblatt. */
const withoutStop = (text: string): string => text.trim().replace(/(?<=\p{L}{3})[.。]$/u, "");

/** Letters of a name that were set apart: 临 潭 晚 报, N E W S. */
function closeName(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > 2 && words.every((word) => [...word].length === 1) ? words.join("") : words.join(" ");
}

/** The parts of a dated line that could be a name: of capitalised words, or in a script that has no capitals. */
const namesInLine = (line: FolioLine): FolioLine[] =>
  line.text
    .split(betweenParts)
    .filter(
      (text) =>
        text.split(" ").every((word) => /^(?:[^\p{Ll}]|\p{Ll}{1,3}$)/u.test(word.trim())) &&
        /^\s*[^\p{Ll}\s]/u.test(text),
    )
    .map((text) => ({ ...line, text, dates: findDates(text), weekday: namesWeekday(text) }));

/** The name as the folios print it, where they have small letters and the nameplate has capitals alone. */
function spellLikeFolios(name: string, folios: readonly string[]): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  const words = name.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  const pattern = new RegExp(`(?<!\\p{L})${words.join(" +")}(?!\\p{L})`, "iu");
  const spelt = folios
    .flatMap((text) => pattern.exec(text)?.[0] ?? [])
    .find((text) => text !== text.toUpperCase());
  return spelt?.replace(/ +/g, " ") ?? name;
}

/**
 * The newspaper's name: a short line of the first page, or a part of its dated line, that stands again in the folios of
 * other pages, or that is among the first lines and has a newspaper's word in it.
 */
export function inferTitle(lines: readonly FolioLine[]): Told | undefined {
  const dated = ({ dates, weekday }: FolioLine): boolean => dates.length > 0 || weekday;
  const folios = lines
    .filter((line) => line.page !== 1 && dated(line))
    .map(({ text, page }) => ({ text, plain: squeeze(text).toLowerCase(), page }));
  const parts = lines.flatMap((line) =>
    line.page === 1 && line.edge && dated(line) ? namesInLine(line) : [],
  );
  const names = [...lines, ...parts]
    .map((line) => ({ ...line, text: withoutStop(line.text) }))
    .filter(
      (line) => line.page === 1 && isNameLength(line.text) && !endsLikeProse(line.text) && !dated(line),
    );
  const front = lines.filter(
    (line) => line.page === 1 && scoreDates([line]).some(({ score }) => score >= points.halfLine),
  );
  const besideDate = (at: number): boolean => front.some(({ index }) => Math.abs(index - at) <= besideLines);
  // A section's name stands on page 1 too (in the list of contents) and in the folio of its own page, but of one page only.
  const repeated = names.find(({ text, index }) => {
    const name = squeeze(text).toLowerCase();
    const holding = folios.filter(({ plain }) => plain !== name && plain.includes(name));
    const pages = new Set(holding.map(({ page }) => page)).size;
    return (
      wordsOf(text).length > 0 && (pages > 1 || (pages === 1 && (looksLikeName(text) || besideDate(index))))
    );
  });
  const named = names
    .filter(({ edge }) => edge)
    .slice(0, edgeLines)
    .find(({ text }) => looksLikeName(text));
  const best = repeated ?? named;
  if (!best) return undefined;
  const printed = folios.map(({ text }) => text);
  return { value: spellLikeFolios(closeName(best.text), printed), from: fromLine(best) };
}
