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

/** For each piece with a box whether it is set in; all undefined where the page prints no indents. */
export function findMeasuredIndents(pieces: readonly Piece[]): (boolean | undefined)[] {
  const insets = pieces.map(({ place }) => place?.inset);
  const isSetIn = (inset: number): boolean => inset >= leastIndent && inset <= mostIndent;
  const setIn = insets.filter((inset) => inset !== undefined && isSetIn(inset)).length;
  const printed =
    setIn >= fewest && setIn >= leastShare * pieces.length && setIn <= mostShare * pieces.length;
  return insets.map((inset) =>
    printed && inset !== undefined && inset <= mostIndent ? isSetIn(inset) : undefined,
  );
}
