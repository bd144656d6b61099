/**
 * Finds lines by the IDs that a page file gives to its blocks, lines and words.
 *
 *     id P1_TB00012            →  the lines of that block
 *     word001131..word001309   →  all lines from the first word's to the last word's, in file order
 */
import { type LineId, lineId } from "../../model/ids.js";
import type { SourceBlock } from "../source-page.js";
import type { FileRef, PagePlace } from "./issue.js";

/** A page as its file gave it, and the number that the edition gave the page. */
export interface IssuePage {
  /** Path relative to the folder of the issue file, with `/`. */
  readonly file: string;
  readonly number: number;
  readonly blocks: readonly SourceBlock[];
}

export interface FoundLine {
  readonly id: LineId;
  readonly page: number;
  readonly text: string;
}

/** The lines of one file (of all its pages), and which of them each ID means: positions in `lines`, rising. */
export interface FileIndex {
  readonly file: string;
  readonly lines: readonly FoundLine[];
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

function indexFile(file: string, pages: readonly IssuePage[]): FileIndex {
  const lines: FoundLine[] = [];
  const positions = new Map<string, number[]>();
  const enclosing = new Map<string, number[]>();
  const name = (id: string, found: number[]): void => {
    // IDs are unique in an XML file; where they are not, the first stands.
    if (!positions.has(id)) positions.set(id, found);
  };
  for (const { number, blocks } of pages)
    for (const { lines: inBlock, sourceId, within = [] } of blocks) {
      const ofBlock = inBlock.map((line) => {
        const one = [lines.length];
        lines.push({ id: lineId(number, line.number), page: number, text: line.original });
        for (const id of line.sourceIds ?? []) name(id, one);
        return one[0] as number;
      });
      if (sourceId !== undefined) name(sourceId, ofBlock);
      for (const id of within) {
        const around = enclosing.get(id);
        if (around) for (const at of ofBlock) around.push(at);
        else enclosing.set(id, [...ofBlock]);
      }
    }
  for (const [id, found] of enclosing) name(id, found);
  return { file, lines, positions };
}

const lastStep = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Finds the file that is meant: the one at that path, else the only one of that name. */
export function indexPages(pages: readonly IssuePage[]): (ref: FileRef) => FileIndex | undefined {
  const ofFile = new Map<string, IssuePage[]>();
  for (const page of pages) {
    const same = ofFile.get(page.file);
    if (same) same.push(page);
    else ofFile.set(page.file, [page]);
  }
  const named = new Map<string, string | undefined>();
  for (const file of ofFile.keys()) named.set(lastStep(file), named.has(lastStep(file)) ? undefined : file);
  const indexed = new Map<string, FileIndex>();
  return ({ path, name }) => {
    const file = path !== undefined && ofFile.has(path) ? path : named.get(name);
    const own = file === undefined ? undefined : ofFile.get(file);
    if (file === undefined || own === undefined) return undefined;
    const index = indexed.get(file) ?? indexFile(file, own);
    indexed.set(file, index);
    return index;
  };
}

/** Positions that a place means; `backwards` for a range whose end stands before its begin, `missing` for unknown IDs. */
export function positionsOf(
  { positions }: FileIndex,
  { id, end }: PagePlace,
): readonly number[] | "backwards" | "missing" {
  const begin = positions.get(id);
  if (end === undefined) return begin ?? "missing";
  const close = positions.get(end);
  if (!begin || !close) return "missing";
  const [first, last] = [begin[0], close.at(-1)];
  if (first === undefined || last === undefined) return [...begin, ...close];
  if (last < first) return "backwards";
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
