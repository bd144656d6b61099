/**
 * Ruby: small kana (or bopomofo) over the letters that they give the reading of, in vertical text at their right. A source
 * has it as lines of its own, which would hang between the lines of the text and tear them apart.
 *
 *     ほくがん       さんばし        is no line of the story, and no heading over the next one
 *     北岸の渡し場に新しい桟橋が
 *
 * So these lines are taken out before anything is hung and put back, marked, at the end of their page. Refused: kana in
 * type as large as the body's (a kicker over its headline), or that reaches out of the line it would belong to.
 */
import type { LineId } from "../model/ids.js";
import { blockId } from "../model/ids.js";
import { type Line, linesOf, type Page, type Ruby } from "../model/page.js";
import { withoutSpaces } from "../text/scripts.js";
import { widthOf } from "../text/widths.js";
import { isCrowded } from "./crowded.js";
import { cutReadings } from "./cut-readings.js";
import { type MeasuredLine, type MeasuredPage, measureLines } from "./frame.js";
import { weightedMedian } from "./median.js";
import { heightOf, widthOf as lengthOf, middle, middleX } from "./rect.js";

/** Readings only: ほくがん, ソウル, ㄅㄟˇ; between two of them an OCR or a PDF may have a space. */
const reading = /^(?=.*\p{L})[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}ー・ˊˇˋ˙\s]+$/u;
const read = /\p{sc=Han}/u;
/** No printed line has more characters. */
const longestLine = 400;
/** Type of ruby at most, by the type of its line and of the page's body. */
const largest = { byLine: 0.68, byBody: 0.8 };
/** Ems of the line by which its ruby may stand off or reach over its ends. */
const off = 0.45;
const over = 0.6;

/** Kana so low that one alone tells nothing of its type by its height. */
const low = /^[へヘつこニー・]$/u;
/** A printed reading is spread over its letters or squeezed: where no size is said its height tells it. */
function heightOfType({ line, rect }: MeasuredLine): number {
  return low.test(line.text.trim()) ? Math.max(heightOf(rect), lengthOf(rect)) : heightOf(rect);
}

/** Whether `small` stands over `line` as ruby does. */
function standsOver(small: MeasuredLine, line: MeasuredLine): boolean {
  if (small.em > largest.byLine * line.em || !read.test(line.line.text)) return false;
  const distance = middle(line.rect) - middle(small.rect) - (line.em + small.em) / 2;
  return (
    Math.abs(distance) < off * line.em &&
    small.rect.x0 > line.rect.x0 - over * line.em &&
    small.rect.x1 < line.rect.x1 + over * line.em
  );
}

/** The ideographs under a reading: of one row of them, those that it stands over. */
function lettersUnder(small: MeasuredLine, { line, rect, em }: MeasuredLine): Ruby {
  const letters = [...line.text.trim()];
  const widths = letters.map(widthOf);
  const unit = lengthOf(rect) / (widths.reduce((sum, width) => sum + width, 0) || 1);
  let end = rect.x0;
  const cells = letters.map((letter, at) => {
    const from = end;
    end += (widths[at] ?? 0) * unit;
    return { letter, middle: (from + end) / 2 };
  });
  const centre = middleX(small.rect);
  const isRead = (at: number): boolean => read.test(cells[at]?.letter ?? "");
  const far = (at: number): number => Math.abs((cells[at]?.middle ?? Number.POSITIVE_INFINITY) - centre);
  const nearest = cells.reduce((best, _, at) => (isRead(at) && !(far(best) <= far(at)) ? at : best), -1);
  const none = { line: line.id, from: 0, to: 0 };
  if (nearest < 0 || far(nearest) > em) return none;
  const isUnder = (at: number): boolean => isRead(at) && far(at) < lengthOf(small.rect) / 2 + reach * em;
  let [from, to] = [nearest, nearest + 1];
  while (isUnder(from - 1)) from -= 1;
  while (isUnder(to)) to += 1;
  const before = [...withoutSpaces(letters.slice(0, from).join(""))].length;
  return { line: line.id, from: before, to: before + to - from };
}
/** Ems from an end of a reading to the middle of a letter that it still stands over. */
const reach = 0.1;

/** The page measured, its readings by their heights where nobody says their sizes. */
function measureReadings(page: Page): MeasuredPage | undefined {
  const measured = measureLines(page);
  if (!measured || measured.exact) return measured;
  const { lines, em } = measured;
  const texts = lines.filter(({ line: { text } }) => !reading.test(text));
  const usual = weightedMedian(texts.map(({ rect, amount }) => [heightOf(rect), amount]));
  if (!(usual > 0)) return measured;
  const sized = lines.map((line) =>
    reading.test(line.line.text)
      ? { ...line, em: Math.min(line.em, (em * heightOfType(line)) / usual) }
      : line,
  );
  return { ...measured, lines: sized };
}

function findRuby(page: Page): ReadonlyMap<LineId, Ruby> {
  const found = new Map<LineId, Ruby>();
  if (isCrowded(page)) return found;
  if (!linesOf(page).some(({ box, text }) => box && reading.test(text))) return found;
  const measured = measureReadings(page);
  if (!measured) return found;
  const bases = measured.lines.filter(
    ({ line: { text } }) => text.length <= longestLine && !reading.test(text),
  );
  const byMiddle = [...bases].sort((a, b) => middle(a.rect) - middle(b.rect));
  for (const small of measured.lines) {
    if (small.em > largest.byBody * measured.em || !reading.test(small.line.text)) continue;
    // Hostile pages hold thousands of lines: only those are asked that may stand right under it.
    const from = firstAfter(byMiddle, middle(small.rect));
    for (let at = from; at < byMiddle.length; at += 1) {
      const base = byMiddle[at] as MeasuredLine;
      if (middle(base.rect) - middle(small.rect) > farthest * measured.em) break;
      if (!standsOver(small, base)) continue;
      found.set(small.line.id, lettersUnder(small, base));
      break;
    }
  }
  return found;
}
/** Body ems from ruby down to the middle of its line at most: headlines have it too. */
const farthest = 8;

function firstAfter(sorted: readonly MeasuredLine[], y: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const at = (from + to) >> 1;
    if (middle((sorted[at] as MeasuredLine).rect) > y) to = at;
    else from = at + 1;
  }
  return from;
}

export interface RubyApart {
  /** The page without its ruby. */
  readonly page: Page;
  readonly ruby: readonly Line[];
}

export function takeRuby(whole: Page): RubyApart {
  const { page, wholes } = cutReadings(whole, ({ text }) => reading.test(text));
  const found = findRuby(page);
  const torn = [...wholes].flatMap(([id, line]) => (found.has(id) ? [] : [line]));
  // What is only in part ruby is no row of readings, and is left as it was.
  if (torn.length > 0) {
    const kept = new Set(torn);
    return takeCut(cutReadings(whole, (line) => reading.test(line.text) && !kept.has(line)).page);
  }
  return found.size === 0 ? { page: whole, ruby: [] } : takeCut(page, found);
}

function takeCut(page: Page, found = findRuby(page)): RubyApart {
  if (found.size === 0) return { page, ruby: [] };
  const ruby = linesOf(page)
    .flatMap((line): Line[] => {
      const of = found.get(line.id);
      return of ? [{ ...line, ruby: of, blanksBefore: 0 }] : [];
    })
    .sort((a, b) => a.number - b.number);
  const blocks = page.blocks.flatMap((block) => {
    const lines = block.lines.filter(({ id }) => !found.has(id));
    return lines.length === 0 ? [] : [{ ...block, lines }];
  });
  return { page: { ...page, blocks }, ruby };
}

export function putRuby(page: Page, ruby: readonly Line[]): Page {
  if (ruby.length === 0) return page;
  // Layout may have numbered the blocks anew.
  const taken = new Set<string>(page.blocks.map(({ id }) => id));
  let nth = page.blocks.length + 1;
  while (taken.has(blockId(page.number, nth))) nth += 1;
  return { ...page, blocks: [...page.blocks, { id: blockId(page.number, nth), lines: ruby }] };
}
