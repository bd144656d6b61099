/**
 * Where a line that an OCR read across the page steps over a gutter. A gap between two of its words is one where the
 * lines above and below show it: some end on its left side, some begin on its right side, and none runs through.
 *
 *     棋。     │ 赛送来两层包子。  │ 步，硬是拱进九宫。     one line to the OCR, three to the reader
 *     比赛规矩… │   决赛在上周日…   │ 棋盘看了六分钟，…
 *
 * It refuses the gap between two words of a headline or a byline that stands over several columns.
 */
import { middle, overlapX, type Rect, widthOf } from "./rect.js";

/** A word in its line, where the reader sees it. */
export interface WordRect extends Rect {
  readonly text: string;
}

/** A line as the search sees it. */
export interface CrossingLine extends Rect {
  readonly words: readonly WordRect[];
  /** Not in the body's type: a heading or a folio line, whose words stand apart as far as columns do. */
  readonly otherType: boolean;
}

/** A place between two words where a line may be cut. */
interface Gap {
  /** The first word after it. */
  readonly at: number;
  readonly x0: number;
  readonly x1: number;
}

/** A line among the others. */
interface Standing {
  readonly line: CrossingLine;
  /** Where white as wide as a gutter stands in it. */
  readonly white: readonly Gap[];
  /** The widest of it, wider than the line's words stand apart: where it may be cut. */
  readonly gaps: readonly Gap[];
  /** Its position in `Surroundings.lines`. */
  readonly at: number;
}

interface Surroundings {
  /** All lines of the page, by their middles. */
  readonly lines: readonly Standing[];
  readonly rules: readonly Rect[];
  /** One em of the body type. */
  readonly em: number;
}

/** Ems of the narrowest gutter, and how much wider it is than the line's other gaps. */
const narrowest = 0.7;
const wider = 1.5;
/** No line has more gutters: the widest gaps are asked. */
const mostGaps = 8;
/** Ems above and below in which other lines are asked, and how many at most to each side. */
const reach = 30;
const mostAsked = 200;
/** So many lines must end left of a gutter, and begin right of it; with a printed rule in it fewer. */
const fewest = 3;
const fewestRuled = 1;
/** Ems by which edges of one column differ: ragged boxes, skew. */
const ragged = 0.6;
/** The same where lines end: an OCR loses their last letters. */
const raggedEnd = 1.2;
/** Ems by which a paragraph's first line may be set in. */
const deepestIndent = 2.6;

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
/** Dust and rules in a gutter are read as these: they hang in the white and make it no narrower. */
const dust = /^[|‖¦"“”'‘’`.,:;~_-]+$/u;
const hanging = 0.75;

/** Where a word's letters begin: quotation marks hang out to the left, printed ones and those made of dust. */
const lettersFrom = ({ x0, text }: WordRect, em: number): number =>
  x0 + (/^[\p{L}\p{N}]/u.test(text) || !hasLetters(text) ? 0 : hanging * em);

function gapsOf({ words }: CrossingLine, em: number): Pick<Standing, "white" | "gaps"> {
  const starts: number[] = [];
  let least = Infinity;
  for (let i = words.length - 1; i >= 0; i -= 1) {
    least = Math.min(least, lettersFrom(words[i] as WordRect, em));
    starts[i] = least;
  }
  const white: Gap[] = [];
  const all: number[] = [];
  let end = -Infinity;
  words.forEach((word, at) => {
    const x1 = starts[at] as number;
    if (at > 0) all.push(Math.max(0, word.x0 - (words[at - 1] as WordRect).x1));
    if (end > -Infinity && x1 - end >= narrowest * em) white.push({ at, x0: end, x1 });
    const isDust = dust.test(word.text) && widthOf(word) < hanging * em;
    if (!isDust) end = Math.max(end, word.x1);
  });
  // The widest is no witness against itself.
  const others = all.sort((a, b) => a - b).slice(0, -1);
  const usual = others[(others.length - 1) >> 1] ?? 0;
  const gaps = white
    .filter((gap) => widthOf(gap) > wider * usual)
    .sort((a, b) => widthOf(b) - widthOf(a) || a.at - b.at)
    .slice(0, mostGaps);
  return { white, gaps };
}

/** The most values that lie within `ragged` of one of them. */
function densest(values: readonly number[], width: number): number[] {
  let best: number[] = [];
  const sorted = [...values].sort((a, b) => a - b);
  let from = 0;
  sorted.forEach((value, to) => {
    while (value - (sorted[from] as number) > 2 * width) from += 1;
    if (to - from + 1 > best.length) best = sorted.slice(from, to + 1);
  });
  return best;
}

/** The lines nearest to one, above it or below, up to the first that runs through the gap. */
function upToCrossing({ line, at }: Standing, gap: Gap, step: 1 | -1, page: Surroundings): CrossingLine[] {
  const { lines, em } = page;
  const found: CrossingLine[] = [];
  for (let n = 1; n <= mostAsked; n += 1) {
    const next = lines[at + n * step];
    if (!next || Math.abs(middle(next.line) - middle(line)) > reach * em) break;
    const runsThrough = next.line.x0 < gap.x0 - em && next.line.x1 > gap.x1 + em;
    if (!runsThrough) found.push(next.line);
    else if (!next.white.some((its) => overlapX(its, gap) > 0.5 * em)) break;
  }
  return found;
}

function isGutter(standing: Standing, gap: Gap, page: Surroundings): boolean {
  const { line } = standing;
  const { em, rules } = page;
  const inGap = rules.some(
    (rule) =>
      rule.y1 - rule.y0 > 2 * widthOf(rule) &&
      rule.x0 > gap.x0 - 0.3 * em &&
      rule.x1 < gap.x1 + 0.3 * em &&
      rule.y0 < middle(line) &&
      rule.y1 > middle(line),
  );
  if (line.otherType && !inGap) return false;
  const others = ([-1, 1] as const).flatMap((step) => upToCrossing(standing, gap, step, page));
  const ends = others.filter(({ x1 }) => x1 >= gap.x0 - raggedEnd * em && x1 <= gap.x1);
  const begins = others.filter(({ x0 }) => x0 >= gap.x0 && x0 <= gap.x1 + ragged * em);
  const right = densest(
    ends.map(({ x1 }) => x1),
    ragged * em,
  );
  const left = densest(
    begins.map(({ x0 }) => x0),
    ragged * em,
  );
  const least = inGap ? fewestRuled : fewest;
  if (right.length < least || left.length < least) return false;
  const end = right[right.length >> 1] as number;
  const begin = left[left.length >> 1] as number;
  if (begin - end < 0.3 * em || gap.x0 > end + raggedEnd * em || gap.x1 < begin - ragged * em) return false;
  return inGap || fillsColumn(line, gap, { ends, begins, begin, em });
}

interface Columns {
  readonly ends: readonly Rect[];
  readonly begins: readonly Rect[];
  readonly begin: number;
  readonly em: number;
}

/**
 * Text begins at its column's edge or is set in there. A byline over two columns may have the gap between its names
 * over their gutter, but its halves begin and end nowhere.
 */
function fillsColumn({ words }: CrossingLine, gap: Gap, { ends, begins, begin, em }: Columns): boolean {
  const before = words.slice(0, gap.at).filter(({ text }) => hasLetters(text));
  const after = words.slice(gap.at).filter(({ text }) => hasLetters(text));
  const firsts = before
    .filter((word, i) => i === 0 || word.x0 - (before[i - 1] as WordRect).x1 > narrowest * em)
    .map((word) => lettersFrom(word, em));
  const atEdge = (indent: number, least: number): boolean =>
    firsts.some(
      (first) => ends.filter(({ x0 }) => Math.abs(first - indent - x0) < ragged * em).length >= least,
    );
  const last = after.reduce((most, { x1 }) => Math.max(most, x1), -Infinity);
  const startsRight = gap.x1 - begin < deepestIndent * em;
  const endsRight = begins.some(({ x1 }) => last > x1 - 1.5 * em);
  return atEdge(0, 2) || atEdge(2 * em, fewest) || (startsRight && endsRight);
}

/** Of each line that steps over gutters: before which of its words, from left to right. */
export function findGutters(
  all: readonly CrossingLine[],
  rules: readonly Rect[],
  em: number,
): ReadonlyMap<CrossingLine, readonly number[]> {
  const lines = [...all]
    .sort((a, b) => middle(a) - middle(b) || a.x0 - b.x0)
    .map((line, at): Standing => ({ line, ...gapsOf(line, em), at }));
  const page = { lines, rules, em };
  return new Map(
    lines.flatMap((standing) => {
      const before = standing.gaps.filter((gap) => isGutter(standing, gap, page)).map(({ at }) => at);
      return before.length > 0 ? [[standing.line, before.sort((a, b) => a - b)] as const] : [];
    }),
  );
}
