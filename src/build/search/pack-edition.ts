/**
 * The index of one edition, packed into bytes while the archive passes: a few bytes for each printed character, cell by
 * cell, so that shards are put together at the end without any text in memory.
 */
import type { SearchedEdition } from "../../model/search.js";
import {
  cellCount,
  type FoldForm,
  indexText,
  pairCell,
  wordCell,
  writePostings,
} from "../../text/search/index.js";

export type IndexKind = "pairs" | "words";
export const indexKinds: readonly IndexKind[] = ["pairs", "words"];

export interface PackedEdition {
  /** Lines `key TAB places` of all cells, those of pairs first. */
  readonly bytes: Uint8Array;
  /** Where each cell ends; words' cells come after those of pairs. */
  readonly ends: Uint32Array;
}

type Lists = Map<string, [article: number, offsets: readonly number[]][]>;

/** Neither stands in a key: tabs and line ends are spaces to the search. */
const tab = "\t";
const lineEnd = "\n";

export function packEdition({ texts }: SearchedEdition, foldForm: FoldForm): PackedEdition {
  const lists: Readonly<Record<IndexKind, Lists>> = { pairs: new Map(), words: new Map() };
  texts.forEach(({ paragraphs }, article) => {
    const index = indexText(paragraphs.map(({ text }) => text));
    for (const kind of indexKinds)
      for (const [key, offsets] of index[kind]) {
        const list = lists[kind].get(key);
        if (list === undefined) lists[kind].set(key, [[article, offsets]]);
        else list.push([article, offsets]);
      }
  });
  const cells = indexKinds.flatMap((kind) => fillCells(kind, lists[kind], foldForm));
  const encoder = new TextEncoder();
  const parts = cells.map((lines) => encoder.encode(lines.sort().join("")));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  const ends = new Uint32Array(parts.length);
  let at = 0;
  parts.forEach((part, cell) => {
    bytes.set(part, at);
    at += part.length;
    ends[cell] = at;
  });
  return { bytes, ends };
}

function fillCells(kind: IndexKind, lists: Lists, foldForm: FoldForm): string[][] {
  const cells = Array.from({ length: cellCount }, (): string[] => []);
  const cellOf = kind === "pairs" ? pairCell : wordCell;
  for (const [key, articles] of lists)
    cells[cellOf(key, foldForm)]?.push(`${key}${tab}${writePostings(articles)}${lineEnd}`);
  return cells;
}

/** Bytes of all cells of one kind. */
export function sizeOf({ ends }: PackedEdition, kind: IndexKind): number {
  const pairs = ends[cellCount - 1] ?? 0;
  return kind === "pairs" ? pairs : (ends[2 * cellCount - 1] ?? 0) - pairs;
}

/** Keys of the cells `from`–`to` (end exclusive) of one kind, with their places. */
export function* unpackCells(
  { bytes, ends }: PackedEdition,
  kind: IndexKind,
  from: number,
  to: number,
): Generator<readonly [key: string, places: string]> {
  const shift = kind === "pairs" ? 0 : cellCount;
  const begin = from + shift === 0 ? 0 : (ends[from + shift - 1] ?? 0);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    bytes.subarray(begin, ends[to + shift - 1] ?? 0),
  );
  for (const line of text.split(lineEnd)) {
    const cut = line.indexOf(tab);
    if (cut > 0) yield [line.slice(0, cut), line.slice(cut + 1)];
  }
}
