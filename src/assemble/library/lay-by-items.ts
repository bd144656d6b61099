/**
 * A page for assembly whose lines stand item by item, each item's in the library's reading order, where its first line
 * stood. What was directly under a line of another item is so no longer: no paragraph, broken line or mark is put
 * together over the border of two items. Lines of no item stay where they were among the others.
 */
import { blockId } from "../../model/ids.js";
import type { LibraryItem } from "../../model/library.js";
import { type Block, type Line, linesOf, type Page } from "../../model/page.js";
import type { LibraryIndex } from "./index-items.js";

interface Run {
  readonly owner: LibraryItem | undefined;
  readonly lines: Line[];
}

/** Runs of lines of one item, or of none, in the order of the page. */
function runsOf(page: Page, index: LibraryIndex): Run[] {
  const runs: Run[] = [];
  const ofItem = new Map<LibraryItem, Run>();
  for (const line of linesOf(page)) {
    const owner = index.get(line.id)?.item;
    const last = runs.at(-1);
    const open = owner === undefined ? (last?.owner === undefined ? last : undefined) : ofItem.get(owner);
    if (open) {
      open.lines.push(line);
      continue;
    }
    const run: Run = { owner, lines: [line] };
    runs.push(run);
    if (owner !== undefined) ofItem.set(owner, run);
  }
  const at = (line: Line): number => index.get(line.id)?.at ?? 0;
  for (const { lines } of runs) lines.sort((a, b) => at(a) - at(b));
  return runs;
}

export function layByItems(page: Page, index: LibraryIndex): Page {
  const before = new Map<Line, Line | undefined>();
  let last: Line | undefined;
  for (const line of linesOf(page)) {
    before.set(line, last);
    last = line;
  }
  const blocks = runsOf(page, index).map(
    ({ lines }, number): Block => ({
      id: blockId(page.number, number + 1),
      lines: lines.map((line, i) => {
        if (i > 0 && before.get(line) === lines[i - 1]) return line;
        const blanksBefore = number === 0 && i === 0 ? 0 : Math.max(1, line.blanksBefore);
        return { ...line, blanksBefore, ...(line.place ? { place: { ...line.place, joins: false } } : {}) };
      }),
    }),
  );
  return { ...page, blocks };
}
