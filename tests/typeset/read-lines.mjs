/**
 * Glyphs → printed lines → boxes of lines, by the rules of the common extractors: glyphs that follow each other
 * closely make a line, a wide enough gap makes a space (so a stretched line comes back letter-spaced), lines of
 * one height that touch and are flush with each other make a box.
 */

/** How far two glyphs of a line may stand apart, in ems; and how much of their height they must share. */
const FARTHEST_IN_LINE_EM = 2;
const LEAST_OVERLAP = 0.5;
/** Lines of one box: their distance, and the play in height and edge, as a share of the line's height. */
const LINE_MARGIN = 0.5;

const overlap = (a0, a1, b0, b1) => Math.min(a1, b1) - Math.max(a0, b0);

function followsOnLine(last, next) {
  const shared = overlap(last.y0, last.y1, next.y0, next.y1);
  const apart = -overlap(last.x0, last.x1, next.x0, next.x1);
  const least = Math.min(last.y1 - last.y0, next.y1 - next.y0);
  return shared > LEAST_OVERLAP * least && apart < FARTHEST_IN_LINE_EM * Math.max(last.em, next.em);
}

function followsInColumn(last, next) {
  const shared = overlap(last.x0, last.x1, next.x0, next.x1);
  const apart = -overlap(last.y0, last.y1, next.y0, next.y1);
  const least = Math.min(last.x1 - last.x0, next.x1 - next.x0);
  return (
    shared > LEAST_OVERLAP * least &&
    next.y1 > last.y1 &&
    apart < FARTHEST_IN_LINE_EM * Math.max(last.em, next.em)
  );
}

/** Punctuation set tight runs back into its neighbour by so much; pdftotext -raw begins a new line there. */
const OVERLAP_EM = 0.25;

/**
 * Lines in drawing order: `{text, words, x0, y0, x1, y1, em, font, upright}`; `upright` marks a column of a vertical
 * page, `words` are what spaces part, each `{text, x0, y0, x1, y1}`; `em` and `font` those of most of its glyphs.
 * `gapEm`: from which gap on a space is read. `keepDouble`: a printed space that was stretched is read as two
 * (as pdfminer does) or as one (as pdftotext does). `breaksAtOverlap`: a glyph that runs back begins a new line.
 */
export function readLines(glyphs, { gapEm, keepDouble, vertical, breaksAtOverlap = false }) {
  const runs = [];
  let run = null;
  for (const glyph of glyphs) {
    const last = run?.glyphs.at(-1);
    const runsBack =
      last && breaksAtOverlap && last.x1 - glyph.x0 > OVERLAP_EM * glyph.em && glyph.x0 > last.x0;
    const across = last && followsOnLine(last, glyph) && !runsBack;
    const down = last && vertical && !across && followsInColumn(last, glyph);
    const direction = across ? "across" : down ? "down" : null;
    if (direction && (run.direction === null || run.direction === direction)) {
      run.direction = direction;
      run.glyphs.push(glyph);
    } else {
      run = { direction: null, glyphs: [glyph] };
      runs.push(run);
    }
  }
  return runs
    .map((found) => lineOf({ ...found, glyphs: withoutHiddenSpaces(found.glyphs) }, { gapEm, keepDouble }))
    .filter((line) => line.text.trim());
}

const isSpace = ({ text }) => text === " " || text === "\u00a0";

/** Without spaces at the end, and without those that got no room: a soft hyphen that was not needed is drawn as one. */
function withoutHiddenSpaces(glyphs) {
  const end = glyphs.findLastIndex((glyph) => !isSpace(glyph)) + 1;
  return glyphs
    .slice(0, end)
    .filter(
      (glyph, nth, all) =>
        !isSpace(glyph) ||
        nth === end - 1 ||
        all[nth + 1].x0 - glyph.x0 > 0.05 * glyph.em ||
        all[nth + 1].y0 - glyph.y0 > 0.05 * glyph.em,
    );
}

/** The smallest box around all of these. */
export const boxAround = (boxes) => ({
  x0: Math.min(...boxes.map((box) => box.x0)),
  y0: Math.min(...boxes.map((box) => box.y0)),
  x1: Math.max(...boxes.map((box) => box.x1)),
  y1: Math.max(...boxes.map((box) => box.y1)),
});

/** What most of the glyphs have of `key`. */
function mostOf(glyphs, key) {
  const counts = new Map();
  for (const glyph of glyphs) counts.set(glyph[key], (counts.get(glyph[key]) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

function lineOf({ direction, glyphs }, { gapEm, keepDouble }) {
  let text = "";
  let last = null;
  const words = [];
  let atWord = false;
  for (const glyph of glyphs) {
    const apart = !last ? 0 : direction === "down" ? glyph.y0 - last.y1 : glyph.x0 - last.x1;
    const wide = last && apart > gapEm * Math.max(last.em, glyph.em);
    if (wide && (keepDouble || !(isSpace(last) || isSpace(glyph)))) text += " ";
    text += isSpace(glyph) ? " " : glyph.text;
    if (!glyph.text.trim()) atWord = false;
    else if (wide || !atWord) {
      words.push([glyph]);
      atWord = true;
    } else words.at(-1).push(glyph);
    last = glyph;
  }
  return {
    text,
    words: words.map((own) => ({ text: own.map((glyph) => glyph.text).join(""), ...boxAround(own) })),
    ...boxAround(glyphs),
    em: mostOf(glyphs, "em"),
    font: mostOf(glyphs, "font"),
    upright: direction === "down",
  };
}

/** The line as if the page were turned so that its text runs across: thickness along y, flush edges along x. */
const turned = (line) => (line.upright ? { x0: line.y0, x1: line.y1, y0: line.x0, y1: line.x1 } : line);

function areNeighbours(first, second) {
  if (first.upright !== second.upright) return false;
  const [a, b] = [turned(first), turned(second)];
  const play = LINE_MARGIN * (a.y1 - a.y0);
  return (
    overlap(a.x0, a.x1, b.x0, b.x1) > 0 &&
    -overlap(a.y0, a.y1, b.y0, b.y1) < play &&
    Math.abs(a.y1 - a.y0 - (b.y1 - b.y0)) < play &&
    (Math.abs(a.x0 - b.x0) < play ||
      Math.abs(a.x1 - b.x1) < play ||
      Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2 < play)
  );
}

/** Boxes (lists of lines), in the order in which their first lines were drawn; lines from top to bottom (right to left). */
export function groupLines(lines) {
  const boxOf = lines.map((_, nth) => nth);
  const rootOf = (nth) => {
    let root = nth;
    while (boxOf[root] !== root) root = boxOf[root];
    return root;
  };
  for (let a = 0; a < lines.length; a += 1)
    for (let b = 0; b < lines.length; b += 1)
      if (a !== b && areNeighbours(lines[a], lines[b])) {
        const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y);
        boxOf[high] = low;
      }
  const boxes = new Map();
  lines.forEach((line, nth) => {
    const root = rootOf(nth);
    boxes.set(root, [...(boxes.get(root) ?? []), line]);
  });
  const readingOrder = (a, b) => (a.upright ? b.x0 - a.x0 || a.y0 - b.y0 : a.y0 - b.y0 || a.x0 - b.x0);
  return [...boxes.values()].map((list) => list.sort(readingOrder));
}
