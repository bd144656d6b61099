/**
 * Lines → blocks, plainly: a line that was painted right after another, stands under it, and is set in the same size
 * belongs to its block. What is an article and in which order is decided later, by those who know newspapers; here the
 * order of painting is kept.
 */

import type { PdfRectangle } from "../../model/pdf-content.js";
import { aroundBoxes } from "../place-box.js";
import type { SourceBlock } from "../source-page.js";
import { extentOf } from "./frames.js";
import { overlapOf } from "./pieces.js";
import type { SetLine } from "./set-line.js";

/** Sizes of one block differ at most by this factor; sizes that OCR measured vary by more than type. */
const sameSize = 1.25;
/** Room between two lines of a block, in ems; they may overlap a little. */
const [leastRoom, mostRoom] = [-0.4, 1.1];
/** How much of the shorter line must stand above or below the other. */
const leastShared = 0.5;

function follows(last: SetLine, line: SetLine, rules: readonly PdfRectangle[]): boolean {
  if (last.angle !== line.angle) return false;
  if (Math.max(last.em, line.em) > sameSize * Math.min(last.em, line.em)) return false;
  const room = (line.v0 - last.v1) / Math.min(last.em, line.em);
  const shared = overlapOf(last.u0, last.u1, line.u0, line.u1);
  if (room < leastRoom || room > mostRoom) return false;
  if (shared < leastShared * Math.min(last.u1 - last.u0, line.u1 - line.u0)) return false;
  const middle = (Math.max(last.u0, line.u0) + Math.min(last.u1, line.u1)) / 2;
  return !rules.some((rule) => {
    const { u0, u1, v0, v1 } = extentOf(line.angle, rule);
    const between = (v0 + v1) / 2;
    return (
      u0 <= middle && u1 >= middle && between > (last.v0 + last.v1) / 2 && between < (line.v0 + line.v1) / 2
    );
  });
}

export function groupLines(lines: readonly SetLine[], rules: readonly PdfRectangle[]): SourceBlock[] {
  const groups: SetLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && follows(last, line, rules)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const box = aroundBoxes(group.flatMap(({ source }) => source.box ?? []));
    return { lines: group.map(({ source }) => source), ...(box && { box }) };
  });
}
