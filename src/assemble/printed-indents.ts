/**
 * First-line indents that a text file keeps as spaces at the start of a line (`　　据悉，…`, `  The board will`): the
 * plainest sign of a paragraph there is, where a page has them at all. Counted in columns over the page's usual start
 * of a line; one stray space is none. Where lines have boxes the boxes tell. It refuses pages where nearly all or hardly
 * any lines are set in.
 */
import type { Piece } from "./pieces.js";

/** Columns of white at the start of a line that make an indent, and the most that are still one (more is centred). */
const leastColumns = 2;
const mostColumns = 10;
/** Shares of a page's lines between which indents are first lines of paragraphs. */
const leastShare = 0.03;
const mostShare = 0.5;
const fewest = 3;

/** Columns of white before the piece's first character; 0 where the piece does not begin its line. */
function whiteBefore(piece: Piece): number {
  const part = piece.parts[0];
  if (part?.line.text.slice(0, part.start).trim() !== "") return 0;
  let columns = 0;
  for (const character of part.line.original) {
    if (character === "\u3000") columns += 2;
    else if (character === "\t") columns += 4;
    else if (character === " " || character === "\u00a0") columns += 1;
    else break;
  }
  return columns;
}

/** For each piece whether it is set in; all undefined where the page does not print indents. */
export function findPrintedIndents(pieces: readonly Piece[]): (boolean | undefined)[] {
  const white = pieces.map(whiteBefore);
  const counts = new Map<number, number>();
  for (const columns of white) counts.set(columns, (counts.get(columns) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
  const isSetIn = (columns: number): boolean =>
    columns - usual >= leastColumns && columns - usual <= mostColumns;
  const setIn = white.filter(isSetIn).length;
  const printed =
    setIn >= fewest && setIn >= leastShare * pieces.length && setIn <= mostShare * pieces.length;
  return white.map((columns) => (printed ? isSetIn(columns) : undefined));
}

/** Ems of a first-line indent: less is a crooked scan, more is a centred line. */
const leastIndent = 0.6;
const mostIndent = 4.5;

/** Ems of white at a line's end that show that its paragraph ends there. */
const short = 1.2;
/** Lines of a column at least by which it can be told that it is set hanging. */
const fewestHanging = 2;

/** Runs of lines that stand one below the other: first and one past the last. */
function columnsOf(pieces: readonly Piece[]): [number, number][] {
  const columns: [number, number][] = [];
  pieces.forEach((piece, i) => {
    const last = columns.at(-1);
    const goesOn = piece.line.blanksBefore === 0 && piece.place?.hanging === pieces[i - 1]?.place?.hanging;
    if (last && goesOn) last[1] = i + 1;
    else columns.push([i, i + 1]);
  });
  return columns;
}

/**
 * Whether items of a list hang out of their column (▲ 탁구=솔내중, 도 선발전 / 단체전 2위.): then a line that is set in goes on
 * after a full one, and one that is not begins after a short one.
 */
function isHanging(column: readonly Piece[], isSetIn: (inset: number) => boolean): boolean {
  let hanging = 0;
  let usual = 0;
  column.slice(1).forEach(({ place }, i) => {
    const above = column[i]?.place;
    if (!place || !above) return;
    const isFull = above.room < short;
    if (isSetIn(place.inset) === isFull) hanging += 1;
    else usual += 1;
  });
  const first = column[0]?.place;
  const setIn = column.filter(({ place }) => place && isSetIn(place.inset)).length;
  return first !== undefined && !isSetIn(first.inset) && setIn >= fewestHanging && hanging > 2 * usual;
}

/** For each piece with a box whether it is set in; all undefined where the page prints no indents. */
export function findMeasuredIndents(pieces: readonly Piece[]): (boolean | undefined)[] {
  const insets = pieces.map(({ place }) => place?.inset);
  const isSetIn = (inset: number): boolean => inset >= leastIndent && inset <= mostIndent;
  const setIn = insets.filter((inset) => inset !== undefined && isSetIn(inset)).length;
  const printed =
    setIn >= fewest && setIn >= leastShare * pieces.length && setIn <= mostShare * pieces.length;
  const found = insets.map((inset) =>
    printed && inset !== undefined && inset <= mostIndent ? isSetIn(inset) : undefined,
  );
  for (const [from, to] of columnsOf(pieces))
    if (isHanging(pieces.slice(from, to), isSetIn))
      for (let i = from; i < to; i += 1) {
        const inset = insets[i];
        if (inset !== undefined && inset <= mostIndent) found[i] = !isSetIn(inset);
      }
  return found;
}
