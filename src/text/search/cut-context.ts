/**
 * The words around what was found, for a list of results: pieces of a paragraph, those that were found told apart.
 * Cut at a space where one is near, else between letters.
 */
import { isSpace } from "../scripts.js";
import type { FoundRange } from "./find-ranges.js";

export interface ContextPiece {
  readonly text: string;
  readonly found: boolean;
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};

/** A good place to cut at or near `at`, `way` −1 looking back and 1 looking on. */
function goodCut(text: string, at: number, way: 1 | -1, reach: number): number {
  for (let step = 0; step <= reach; step += 1) {
    const place = at + way * step;
    if (place <= 0 || place >= text.length) return Math.max(0, Math.min(place, text.length));
    if (isSpace(text[place] ?? "")) return way < 0 ? place + 1 : place;
  }
  return isLowSurrogate(text, at) ? at + way : at;
}

/** `around`: letters shown before the first find, `most`: letters shown in all. */
export function cutContext(
  text: string,
  ranges: readonly FoundRange[],
  around = 60,
  most = 220,
): { readonly pieces: readonly ContextPiece[]; readonly cutBefore: boolean; readonly cutAfter: boolean } {
  const first = ranges[0];
  const from = first === undefined || first.start <= around ? 0 : goodCut(text, first.start - around, -1, 12);
  const to =
    from + most >= text.length ? text.length : goodCut(text, Math.max(from + most, first?.end ?? 0), 1, 12);
  const pieces: ContextPiece[] = [];
  let at = from;
  for (const { start, end } of ranges) {
    if (start >= to) break;
    if (end <= at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), found: false });
    pieces.push({ text: text.slice(Math.max(at, start), Math.min(end, to)), found: true });
    at = Math.min(end, to);
  }
  if (at < to) pieces.push({ text: text.slice(at, to), found: false });
  return { pieces, cutBefore: from > 0, cutAfter: to < text.length };
}
