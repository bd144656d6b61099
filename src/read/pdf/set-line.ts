/**
 * Cells of a line → the line: its characters as the file has them, its words with their boxes, its size of type. A
 * glyph outside the page has no box; its text stays.
 */
import type { Box, Word } from "../../model/page.js";
import { aroundBoxes, type PageMeasure, placeBox } from "../place-box.js";
import type { SourceLine } from "../source-page.js";
import type { Cell } from "./cells.js";
import { type Extent, rectangleOf } from "./frames.js";
import { isIdeograph, judgeGaps, type PageHabits } from "./judge-gaps.js";

/** A line with what grouping into blocks asks of it. */
export interface SetLine extends Extent {
  readonly source: SourceLine;
  readonly angle: number;
  readonly em: number;
}

export function boxOfCell(cell: Cell, measure: PageMeasure): Box | undefined {
  const { x, y, width, height } = rectangleOf(cell.angle, cell);
  // Combining marks take no room along the line; a hair makes them a box.
  const least = cell.em / 100;
  return placeBox(measure, x, y, Math.max(width, least), Math.max(height, least));
}

/** The extent of all cells; a hostile line has too many for `Math.min(...)`. */
function aroundCells(cells: readonly Cell[]): Extent {
  let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const cell of cells) {
    u0 = Math.min(u0, cell.u0);
    u1 = Math.max(u1, cell.u1);
    v0 = Math.min(v0, cell.v0);
    v1 = Math.max(v1, cell.v1);
  }
  return { u0, u1, v0, v1 };
}

/** The size that most of the line's characters have. */
function emOf(cells: readonly Cell[]): number {
  const ems = cells.map(({ em }) => em).sort((a, b) => a - b);
  return ems[ems.length >> 1] ?? 1;
}

export function setLine(
  cells: readonly Cell[],
  number: number,
  measure: PageMeasure,
  habits: PageHabits,
): SetLine {
  const spaces = judgeGaps(cells, habits);
  const words: Word[] = [];
  const boxes: Box[] = [];
  let original = "";
  let word: { at: number; text: string; boxes: Box[]; isWhole: boolean } | undefined;
  const closeWord = () => {
    const box = word ? aroundBoxes(word.boxes) : undefined;
    if (word && box) words.push({ at: word.at, text: word.text, box });
    word = undefined;
  };
  for (const [nth, cell] of cells.entries()) {
    const isWhole = isIdeograph(cell);
    const box = boxOfCell(cell, measure);
    if (word?.isWhole !== isWhole || isWhole) closeWord();
    word ??= { at: original.length, text: "", boxes: [], isWhole };
    word.text += cell.text;
    if (box) {
      word.boxes.push(box);
      boxes.push(box);
    }
    original += cell.text;
    const space = spaces[nth] ?? "";
    if (space !== "") closeWord();
    original += space;
  }
  closeWord();
  const em = emOf(cells);
  const box = aroundBoxes(boxes);
  const bold = cells.filter((cell) => cell.bold).length * 2 > cells.length;
  return {
    source: {
      number,
      original,
      blanksBefore: 0,
      ...(box && { box, words, typeSize: em / measure.height }),
      ...(bold && { bold }),
    },
    angle: cells[0]?.angle ?? 0,
    em,
    ...aroundCells(cells),
  };
}
