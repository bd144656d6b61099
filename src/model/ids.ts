/**
 * Branded ids. Each is a plain string that people can read and that no later stage may invent:
 * a line is named by where its file says it stands, never by reading order or by its words.
 */

/** `p2-l131`: page number and 1-based source line number inside that page's file. */
export type LineId = string & { readonly __brand: "LineId" };
/** `p2-b7`: the 7th run of lines on page 2 that the source set apart (by a blank line, a box, a form feed). */
export type BlockId = string & { readonly __brand: "BlockId" };
/** `p2-u131`: a unit, named by the page and source line it begins on; with `.N` where a line holds more than one. */
export type UnitId = string & { readonly __brand: "UnitId" };
/** `p1-k3f9q2`: an article; first page it stands on and a short hash of the words of its anchor line. */
export type ArticleId = string & { readonly __brand: "ArticleId" };

export const lineId = (page: number, line: number): LineId => `p${page}-l${line}` as LineId;
export const blockId = (page: number, block: number): BlockId => `p${page}-b${block}` as BlockId;
export const unitId = (page: number, line: number, part = 0): UnitId =>
  (part === 0 ? `p${page}-u${line}` : `p${page}-u${line}.${part}`) as UnitId;

/** The page and source line a LineId names. Throws for a string that is not one (a bug, not bad input). */
export function placeOfLine(id: LineId): { page: number; line: number } {
  const match = /^p(\d+)-l(\d+)$/.exec(id);
  if (!match) throw new Error(`not a line id: ${id}`);
  return { page: Number(match[1]), line: Number(match[2]) };
}
