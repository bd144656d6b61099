/**
 * Branded ids. Each is a plain string that people can read and that no later stage may invent:
 * a line is named by where its file says it stands, never by reading order or by its words.
 */

/**
 * `p2-l131`: page number and 1-based source line number inside that page's file. Where layout cut a line at a gutter,
 * its further stretches are `p2-l131b`, `p2-l131c`.
 */
export type LineId = string & { readonly __brand: "LineId" };
/** `p2-b7`: the 7th run of lines on page 2 that the source set apart (by a blank line, a box, a form feed). */
export type BlockId = string & { readonly __brand: "BlockId" };
/** `p2-u131`: a unit, named by the page and source line it begins on; with `.N` where a line holds more than one. */
export type UnitId = string & { readonly __brand: "UnitId" };
/** `p1-k3f9q2`: an article; first page it stands on and a short hash of the words of its anchor line. */
export type ArticleId = string & { readonly __brand: "ArticleId" };

export const lineId = (page: number, line: number): LineId => `p${page}-l${line}` as LineId;
export const blockId = (page: number, block: number): BlockId => `p${page}-b${block}` as BlockId;
/** The unit that begins on a line; `part` counts those that begin on it before. */
export const unitId = (line: LineId, part = 0): UnitId =>
  `${line.replace("-l", "-u")}${part === 0 ? "" : `.${part}`}` as UnitId;

const lineName = /^p(\d+)-l(\d+)([b-z]?)$/;

/** The page and source line a LineId names. Throws for a string that is not one (a bug, not bad input). */
export function placeOfLine(id: LineId): { page: number; line: number } {
  const match = lineName.exec(id);
  if (!match) throw new Error(`not a line id: ${id}`);
  return { page: Number(match[1]), line: Number(match[2]) };
}

/** The id of a stretch of a cut line, from the id of any of its stretches; the first, 0, has the whole line's. */
export function stretchId(id: LineId, index: number): LineId {
  const { page, line } = placeOfLine(id);
  return `${lineId(page, line)}${index === 0 ? "" : String.fromCharCode(97 + index)}` as LineId;
}

/** The letter of a further stretch of a cut line (`b`); empty for a whole line, and for the first. */
export const stretchLetter = (id: LineId): string => lineName.exec(id)?.[3] ?? "";
