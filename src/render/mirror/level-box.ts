/**
 * Puts the words of a line on one base line. OCR draws a line's box round its ink, so the box of `no one saw` is half
 * as thick as that of `Fog by half past`, and words centred in their boxes would dance up and down the column.
 * Boxes that are thicker than ink are a font's own measures, and CJK letters all fill their em: those stay.
 */
import type { Box } from "../../model/page.js";
import { isCjkLetter } from "./type-widths.js";

/** Ems of Times above and below the base line: of its ink, and of the line box a browser centres. */
const ink = { capital: 0.68, small: 0.45, below: 0.21 };
const face = { above: 0.891, below: 0.216 };
/** Thicker than all its ink, in ems: such a box was not drawn round ink. */
const thickest = 1.06;

const goesUp = /[\p{Lu}\p{N}bdfhijklt!?'"“”‘’()[\]/&$%]/u;
const goesDown = /[gjpqy,;()[\]Q/]/u;

/** @param size one em, in the unit of the box */
export function levelBox(text: string, box: Box, size: number): Box {
  if (box.height > size * thickest) return box;
  for (const letter of text) if (isCjkLetter(letter)) return box;
  const above = goesUp.test(text) ? ink.capital : ink.small;
  const below = goesDown.test(text) ? ink.below : 0;
  // The ink is centred in its box; what the box has more or less of it is a scan's.
  const base = box.y + box.height / 2 + ((above - below) / 2) * size;
  return { ...box, y: Math.max(0, base - face.above * size), height: (face.above + face.below) * size };
}
