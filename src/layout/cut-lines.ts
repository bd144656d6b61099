/**
 * Cuts lines that an OCR read across a gutter. The stretches are lines of their own: the first keeps the line's id,
 * the others are named by letters (p4-l69, p4-l69b, p4-l69c), and each says where in the file's line it stands, so
 * that together they are that line again. It moves no character and changes none.
 */
import type { ReadEdition } from "../model/edition.js";
import { type LineId, stretchId } from "../model/ids.js";
import type { Library } from "../model/library.js";
import { type Box, type Line, linesOf, type Page, type Word } from "../model/page.js";
import { typicalWidth } from "../text/widths.js";
import { type CrossingLine, findGutters } from "./find-gutters.js";
import { type MeasuredLine, type MeasuredPage, measureLines } from "./frame.js";
import { median, weightedMedian } from "./median.js";
import { heightOf, widthOf } from "./rect.js";

/** One letter names a stretch: z is the last. */
export const mostStretches = 26;

const hull = (boxes: readonly Box[]): Box => {
  const x = boxes.reduce((least, box) => Math.min(least, box.x), Infinity);
  const y = boxes.reduce((least, box) => Math.min(least, box.y), Infinity);
  return {
    x,
    y,
    width: boxes.reduce((most, box) => Math.max(most, box.x + box.width), -Infinity) - x,
    height: boxes.reduce((most, box) => Math.max(most, box.y + box.height), -Infinity) - y,
  };
};

/** Words whose height tells what is usual among them at least. */
const fewestTelling = 3;

/**
 * An OCR that has not found a word's own box gives it the height of the whole line, which over several columns of a
 * page askew is two lines: none is taken to reach much further up or down than most.
 */
function withUsualHeight(boxes: readonly Box[]): readonly Box[] {
  if (boxes.length < fewestTelling) return boxes;
  const more = median(boxes.map(({ height }) => height)) / 4;
  const top = median(boxes.map(({ y }) => y)) - more;
  const foot = median(boxes.map(({ y, height }) => y + height)) + more;
  return boxes.map((box) => {
    const y = Math.max(box.y, Math.min(top, box.y + box.height));
    return { ...box, y, height: Math.max(0, Math.min(box.y + box.height, foot) - y) };
  });
}

/** Whether the words hold all that is printed on the line, one after the other: else its text has no place to be cut at. */
export function isAllWords({ original, words = [] }: Line): boolean {
  let at = 0;
  for (const word of words) {
    if (word.at < at || original.slice(at, word.at).trim() !== "") return false;
    at = word.at + word.text.length;
  }
  return original.slice(at).trim() === "";
}

/** @param before at which words it is cut */
export function cutLine(
  line: Line,
  words: readonly Word[],
  before: readonly number[],
  upright: boolean,
): Line[] {
  const starts = [0, ...before];
  return starts.map((from, index): Line => {
    const own = words.slice(from, starts[index + 1] ?? words.length);
    const at = index === 0 ? 0 : (own[0] as Word).at;
    const end = words[starts[index + 1] ?? words.length]?.at ?? line.original.length;
    const original = line.original.slice(at, end);
    const boxes = own.map(({ box }) => box);
    return {
      ...line,
      id: stretchId(line.id, index),
      original,
      text: original,
      blanksBefore: index === 0 ? line.blanksBefore : 0,
      box: hull(upright ? withUsualHeight(boxes) : boxes),
      words: own.map((word) => ({ ...word, at: word.at - at })),
      stretch: { at, of: line.original.length },
    };
  });
}

/** What is set in other type than the body: by the source's word either way, by what was measured on a scan if larger. */
const otherType = { said: 0.05, measured: 1.2 };

/**
 * Which lines are in other type: headings and folios, whose words stand apart as far as columns do. A line over several columns is as wide as its gutters and as high as the page is
 * skewed, so only its letters' widths and its height together tell.
 */
function isOtherType(
  { lines, em, exact }: MeasuredPage,
  along: (box: Box) => number,
): (line: MeasuredLine) => boolean {
  if (exact) return (line) => Math.abs(line.em / em - 1) > otherType.said;
  const letters = ({ rect, line: { words = [], original } }: MeasuredLine): number =>
    (words.reduce((sum, { box }) => sum + along(box), 0) || widthOf(rect)) /
    Math.max(1, typicalWidth(original));
  const height = ({ rect }: MeasuredLine): number => heightOf(rect);
  const usual = (measure: (line: MeasuredLine) => number): number =>
    weightedMedian(lines.map((line) => [measure(line), line.amount])) || 1;
  const [usualLetters, usualHeight] = [usual(letters), usual(height)];
  return (line) => Math.min(letters(line) / usualLetters, height(line) / usualHeight) >= otherType.measured;
}

/** The page with lines cut where they step over a gutter; the same page where none does. */
export function cutPage(page: Page): Page {
  const measured = measureLines(page);
  if (!measured) return page;
  const { place } = measured;
  const isOther = isOtherType(measured, (box) => widthOf(place(box)));
  const crossing = new Map<Line, CrossingLine>(
    measured.lines.map((seen) => {
      const { line, rect } = seen;
      const words = isAllWords(line) ? (line.words ?? []) : [];
      return [
        line,
        { ...rect, otherType: isOther(seen), words: words.map(({ text, box }) => ({ text, ...place(box) })) },
      ];
    }),
  );
  const gutters = findGutters([...crossing.values()], (page.separators ?? []).map(place), measured.em);
  const cut = new Map<Line, readonly Line[]>();
  for (const [line, seen] of crossing) {
    const before = gutters.get(seen) ?? [];
    if (before.length > 0 && before.length < mostStretches)
      cut.set(
        line,
        cutLine(line, line.words ?? [], before, page.direction === "horizontal" && !measured.exact),
      );
  }
  if (cut.size === 0) return page;
  return {
    ...page,
    blocks: page.blocks.map((block) => ({
      ...block,
      lines: block.lines.flatMap((line) => cut.get(line) ?? [line]),
    })),
  };
}

/** What a library says of a line it says of all its stretches. */
function followCuts(library: Library, pages: readonly Page[]): Library {
  const stretches = new Map<LineId, LineId[]>();
  for (const line of pages.flatMap(linesOf)) {
    if (!line.stretch) continue;
    const whole = stretchId(line.id, 0);
    stretches.set(whole, [...(stretches.get(whole) ?? []), line.id]);
  }
  const items = library.items.map((item) => ({
    ...item,
    parts: item.parts.map((part) => ({
      ...part,
      lines: part.lines.flatMap((id) => stretches.get(id) ?? [id]),
    })),
  }));
  return { ...library, items };
}

/** An edition whose lines are cut on all pages that have boxes. */
export function cutLines(edition: ReadEdition): ReadEdition {
  const pages = edition.pages.map(cutPage);
  const { library } = edition;
  return { ...edition, pages, ...(library ? { library: followCuts(library, pages) } : {}) };
}
