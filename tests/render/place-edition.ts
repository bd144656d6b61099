/**
 * Gives the lines of a made-up edition boxes, as a reader of coordinates would: four columns (or, on a vertical page,
 * four tiers read from the right), the first story's head over two of them, and every story after it running on from
 * column to column, so that stories stand in L shapes and in several rectangles. Furniture stands at the edges.
 */
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { LineId } from "../../src/model/ids.js";
import { type Box, type Line, linesOf, type Page } from "../../src/model/page.js";
import type { Unit } from "../../src/model/unit.js";
import { naturalWidth } from "../../src/render/mirror/type-widths.js";

const columns = 4;
const aspect = 1.45;
/** Fractions of the page. */
const edge = 0.05;
const gutter = 0.02;
const columnWidth = (1 - 2 * edge - (columns - 1) * gutter) / columns;
const headKinds = ["headline", "jump-head"];
/** Line pitches a line of each takes, and its type in ems of the body. */
const headPitches = 2;
const headSize = 1.5;
const emOfPitch = 0.75;
const nearlyFull = 0.85;

interface Slot {
  readonly id: LineId;
  readonly column: number;
  readonly span: number;
  /** In line pitches from the top. */
  readonly at: number;
  readonly pitches: number;
  /** Ems of its words. */
  readonly ems: number;
}

function slotsOn(page: number, edition: ReviewedEdition): Slot[] {
  const { articles, units } = edition.assembly;
  const lists = articles.map((article) =>
    article.parts
      .filter((part) => part.page === page)
      .flatMap((part) => part.units)
      .map((id) => units.get(id) as Unit),
  );
  const pitchesOf = ({ kind, passage }: Unit): number =>
    passage.spans.length * (headKinds.includes(kind) ? headPitches : 1);
  const total = lists.flat().reduce((sum, unit) => sum + pitchesOf(unit), 0) + 2 * columns;
  const depth = Math.ceil(total / columns) + 2 * headPitches;
  const texts = new Map(edition.pages.flatMap(linesOf).map(({ id, text }) => [id, text]));
  const tops = [0, 0, 0, 0];
  const slots: Slot[] = [];
  let column = 0;
  lists.flat().forEach((unit, index) => {
    const isHead = headKinds.includes(unit.kind);
    const pitches = isHead ? headPitches : 1;
    const span = isHead && index < 2 ? 2 : 1;
    unit.passage.spans.forEach(({ line, start, end }) => {
      if ((tops[column] ?? 0) + pitches > depth && column < columns - 1) column += 1;
      const top = tops[column] ?? 0;
      const ems = naturalWidth((texts.get(line) ?? "").slice(start, end), isHead);
      slots.push({ id: line, column, span, at: top, pitches, ems });
      for (let each = column; each < column + span; each += 1) tops[each] = top + pitches;
    });
  });
  return slots;
}

function boxesOn(page: Page, edition: ReviewedEdition): Map<LineId, Pick<Line, "box" | "typeSize">> {
  const down = page.direction === "vertical";
  const slots = slotsOn(page.number, edition);
  const depth = Math.max(1, ...slots.map(({ at, pitches }) => at + pitches));
  const pitch = (1 - 4 * edge) / depth;
  const boxes = new Map<LineId, Pick<Line, "box" | "typeSize">>();
  const widest = Math.max(...slots.map(({ pitches, ems }) => (pitches > 1 ? 0 : ems)));
  const body = Math.min(pitch * emOfPitch, columnWidth / widest);
  for (const { id, column, span, at, pitches, ems } of slots) {
    const em = body * (pitches > 1 ? headSize : 1);
    const along = edge + column * (columnWidth + gutter);
    const longest = columnWidth * span + gutter * (span - 1);
    // A justified column's lines end together.
    const length = ems * em > longest * nearlyFull ? longest : ems * em;
    const across = 2 * edge + (at + pitches / 2) * pitch - em / 2;
    const box: Box = down
      ? { x: 1 - across - em, y: along, width: em, height: length }
      : { x: along, y: across, width: length, height: em };
    boxes.set(id, { box, typeSize: down ? em / aspect : em });
  }
  edition.assembly.furniture
    .filter((each) => each.page === page.number)
    .forEach(({ passage }, index) => {
      if (passage.spans.length > 1) return;
      const y = index < 2 ? 0.01 + index * 0.02 : 0.94 + ((index - 2) % 3) * 0.018;
      for (const { line } of passage.spans)
        boxes.set(line, { box: { x: edge, y, width: 0.3, height: 0.015 }, typeSize: 0.012 });
    });
  return boxes;
}

export function placePage(page: Page, edition: ReviewedEdition): Page {
  const boxes = boxesOn(page, edition);
  return {
    ...page,
    aspect,
    separators: [{ x: edge, y: 0.05, width: 1 - 2 * edge, height: 0.001 }],
    pictures: [{ x: 0.7, y: 0.93, width: 0.2, height: 0.02 }],
    blocks: page.blocks.map((block) => ({
      ...block,
      lines: block.lines.map((line) => ({ ...line, ...boxes.get(line.id) })),
    })),
  };
}

export const placeEdition = (edition: ReviewedEdition): ReviewedEdition => ({
  ...edition,
  pages: edition.pages.map((page) => placePage(page, edition)),
});
