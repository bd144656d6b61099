/**
 * Where in the index something stands. It has 16 × 16 cells for pairs of characters and as many for words: the row is
 * told by what a key begins with, the column by what follows, both by their plain forms. So all forms of a key stand
 * in one cell, and keys that begin alike in one row. Neighbouring cells make a shard, and rows are never cut by more
 * shards than they have cells.
 */
import { type FoldForm, foldWordForm } from "./fold-form.js";

export const columns = 16;
export const cellCount = columns * columns;

/** Letters of a word that tell its row. */
const wordBeginning = 2;

/** FNV-1a, its high bits mixed down. */
function sortInto(text: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % count;
}

/** A key of two characters, or of the last one of a paragraph alone. */
export function pairCell(key: string, foldForm: FoldForm): number {
  const [first = "", second = ""] = Array.from(key, foldForm);
  return sortInto(first, columns) * columns + sortInto(second, columns);
}

export function wordCell(word: string, foldForm: FoldForm): number {
  const letters = Array.from(foldWordForm(word, foldForm));
  const first = letters.slice(0, wordBeginning).join("");
  const second = letters.slice(wordBeginning, 2 * wordBeginning).join("");
  return sortInto(first, columns) * columns + sortInto(second, columns);
}

const wholeRow = (row: number): number[] => Array.from({ length: columns }, (_, at) => row * columns + at);

/** The cells that may hold pairs beginning with one character. */
export const pairRow = (character: string, foldForm: FoldForm): number[] =>
  wholeRow(sortInto(foldForm(character), columns));

/** The cells that may hold words beginning so. At least two letters. */
export function beginningCells(beginning: string, foldForm: FoldForm): number[] {
  const letters = Array.from(foldWordForm(beginning, foldForm));
  if (letters.length >= 2 * wordBeginning) return [wordCell(beginning, foldForm)];
  return wholeRow(sortInto(letters.slice(0, wordBeginning).join(""), columns));
}

/** The shard of a cell where there are `shards` of them, a power of two up to `cellCount`. */
export const shardOf = (cell: number, shards: number): number => Math.floor((cell * shards) / cellCount);
