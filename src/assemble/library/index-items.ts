/** Where each line stands in the library's articles: which item, which piece of it, and how far into it. */
import type { LineId } from "../../model/ids.js";
import type { Library, LibraryItem, PartRole } from "../../model/library.js";
import type { DraftUnit } from "../draft-units.js";

export interface ItemPlace {
  readonly item: LibraryItem;
  readonly role: PartRole;
  /** Position in the item, over all its pieces. */
  readonly at: number;
  /** Which piece of the item, where the library's pieces are whole paragraphs. */
  readonly piece?: number;
}

export type LibraryIndex = ReadonlyMap<LineId, ItemPlace>;

export function indexItems(items: readonly LibraryItem[], exact = false): LibraryIndex {
  const index = new Map<LineId, ItemPlace>();
  for (const item of items) {
    let at = 0;
    for (const [piece, { role, lines }] of item.parts.entries())
      for (const line of lines) {
        // A line is of one item: the first that names it.
        if (!index.has(line)) index.set(line, { item, role, at, ...(exact ? { piece } : {}) });
        at += 1;
      }
  }
  return index;
}

/** The index to assemble by; undefined where our own articles are made. */
export const indexToFollow = (library: Library | undefined): LibraryIndex | undefined =>
  library?.use === "source" ? indexItems(library.items, library.exact) : undefined;

/** Where a unit stands, by its first line: no unit has lines of two items. */
export const placeOfUnit = (unit: DraftUnit, index: LibraryIndex): ItemPlace | undefined =>
  index.get(unit.passage.spans[0]?.line as LineId);
