/**
 * Where on its page an article stands, for the forms that point at places: the rectangles of its columns, in the order
 * they are read in. A page has places where its lines have boxes and its picture, if it has one, takes them.
 *
 *     a headline over two columns, text in both  →  the headline's rectangle, the first column's, the second's
 */
import type { Article } from "../model/article.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { LineId, UnitId } from "../model/ids.js";
import { type Box, type Line, linesOf, type Page } from "../model/page.js";
import type { Passage, Unit } from "../model/unit.js";

/** Lines closer than this, in heights of a line, are of one run; further apart something stands between them. */
const nextLine = 3;
/** Two lines of one column have at least this share of the shorter one side by side. */
const sameColumn = 0.5;

export const hasPlaces = ({ aspect, scan }: Page): boolean =>
  aspect !== undefined && (scan === undefined || scan.takesBoxes);

/** Boxes come from files: what is not made of numbers, or has no extent, is no place. */
export function onPage({ x, y, width, height }: Box): Box | undefined {
  if (![x, y, width, height].every(Number.isFinite)) return undefined;
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  const [left, top, right, bottom] = [clamp(x), clamp(y), clamp(x + width), clamp(y + height)];
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined;
}

const unite = (a: Box, b: Box): Box => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
};

/** A vertical page turned so that its lines run to the right and follow downwards. */
const turn = ({ x, y, width, height }: Box): Box => ({
  x: y,
  y: 1 - x - width,
  width: height,
  height: width,
});
const turnBack = ({ x, y, width, height }: Box): Box => ({
  x: 1 - y - height,
  y: x,
  width: height,
  height: width,
});

export interface ColumnRun {
  readonly box: Box;
  /** Which of the boxes it holds: from the first to before `end`. */
  readonly from: number;
  readonly end: number;
}

/** Joins lines, in reading order, into the runs of their columns. */
export function findColumnRuns(boxes: readonly Box[], vertical: boolean): ColumnRun[] {
  const runs: { box: Box; from: number; end: number }[] = [];
  let last: Box | undefined;
  for (const [at, printed] of boxes.entries()) {
    const box = vertical ? turn(printed) : printed;
    const run = runs.at(-1);
    const shared = run
      ? Math.min(run.box.x + run.box.width, box.x + box.width) - Math.max(run.box.x, box.x)
      : 0;
    const follows =
      run !== undefined &&
      last !== undefined &&
      shared >= sameColumn * Math.min(run.box.width, box.width) &&
      box.y >= last.y - box.height / 2 &&
      box.y - (run.box.y + run.box.height) <= nextLine * Math.max(box.height, last.height);
    if (follows) {
      run.box = unite(run.box, box);
      run.end = at + 1;
    } else runs.push({ box, from: at, end: at + 1 });
    last = box;
  }
  return vertical ? runs.map((run) => ({ ...run, box: turnBack(run.box) })) : runs;
}

export const columnRuns = (boxes: readonly Box[], vertical: boolean): Box[] =>
  findColumnRuns(boxes, vertical).map(({ box }) => box);

const headKinds: ReadonlySet<Unit["kind"]> = new Set(["headline", "kicker", "deck", "jump-head"]);

/** What is looked up again and again in one edition. */
export interface EditionPlaces {
  readonly pages: ReadonlyMap<number, Page>;
  readonly lines: ReadonlyMap<LineId, Line>;
  readonly units: ReadonlyMap<UnitId, Unit>;
}

export const placesOfEdition = ({ pages, assembly }: ReviewedEdition): EditionPlaces => ({
  pages: new Map(pages.map((page) => [page.number, page])),
  lines: new Map(pages.flatMap((page) => linesOf(page).map((line) => [line.id, line] as const))),
  units: assembly.units,
});

const boxesOf = (passage: Passage, page: number, { lines }: EditionPlaces): Box[] => {
  const ids = new Set(passage.spans.map(({ line }) => line));
  return [...ids].flatMap((id) => {
    const line = lines.get(id);
    const box = line?.page === page && line.box ? onPage(line.box) : undefined;
    return box ? [box] : [];
  });
};

/** The rectangles of a passage on one of its pages; none where the page has no places. */
export function passageRegions(passage: Passage, number: number, places: EditionPlaces): Box[] {
  const page = places.pages.get(number);
  if (!page || !hasPlaces(page)) return [];
  return columnRuns(boxesOf(passage, number, places), page.direction === "vertical");
}

/** The rectangles of an article on one of its pages. */
export const articleRegions = (article: Article, number: number, places: EditionPlaces): Box[] =>
  unitRegions(
    article.parts.filter((part) => part.page === number).flatMap((part) => part.units),
    number,
    places,
  );

/** The rectangles of units, in their order, on one page. Heads have their own: they are wider than what stands below. */
export function unitRegions(ids: readonly UnitId[], number: number, places: EditionPlaces): Box[] {
  const page = places.pages.get(number);
  if (!page || !hasPlaces(page)) return [];
  const groups: { head: boolean; boxes: Box[] }[] = [];
  for (const id of ids) {
    const unit = places.units.get(id);
    if (!unit) continue;
    const head = headKinds.has(unit.kind);
    const boxes = boxesOf(unit.passage, number, places);
    const group = groups.at(-1);
    if (group?.head === head) group.boxes.push(...boxes);
    else groups.push({ head, boxes });
  }
  return groups.flatMap(({ boxes }) => columnRuns(boxes, page.direction === "vertical"));
}
