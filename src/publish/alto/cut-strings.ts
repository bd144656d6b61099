/**
 * A stretch of a mended line → its words, each with what the source had for it and where it stands. Words are what
 * spaces part, so a Chinese line is one.
 *
 *     source "t h e  mill", mended "the mill"  →  the (printed "t h e"), mill
 */
import type { Box, Line } from "../../model/page.js";
import { onPage } from "../page-places.js";

export interface AltoString {
  readonly text: string;
  /** What the source had, where that was something else. */
  readonly printed?: string;
  readonly box?: Box;
  /** How sure the OCR was, where it was said of one word and nothing was mended in it. */
  readonly confidence?: number;
}

/** For each place in the mended text, and the one behind it, the place in the source that it comes from. */
export function sourcePlaces({ original, edits }: Line): readonly number[] {
  const places = Array.from({ length: original.length + 1 }, (_, at) => at);
  for (const { at, removed, inserted } of edits) {
    const begin = places[at] ?? original.length;
    const last = removed.length > 0 ? (places[at + removed.length - 1] ?? begin) : begin;
    // What was put in the place of something is as far along in it; what was added is nowhere.
    const added = Array.from({ length: inserted.length }, (_, step) => Math.min(begin + step, last));
    places.splice(at, removed.length, ...added);
  }
  return places;
}

function boxAround(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  if (!first) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** @param start @param end UTF-16 offsets into the line's text */
export function cutStrings(line: Line, start: number, end: number): AltoString[] {
  const places = line.edits.length > 0 ? sourcePlaces(line) : undefined;
  const placeOf = (at: number): number => places?.[at] ?? (places ? line.original.length : at);
  const strings: AltoString[] = [];
  for (const match of line.text.slice(start, end).matchAll(/\S+/gu)) {
    const [text] = match;
    const at = start + match.index;
    const [from, to] = [placeOf(at), placeOf(at + text.length)];
    const printed = line.original.slice(from, to).trim();
    const words = (line.words ?? []).filter((word) => word.at < to && word.at + word.text.length > from);
    const box = boxAround(words.flatMap((word) => onPage(word.box) ?? []));
    const [only] = words;
    const sure = words.length === 1 && printed === text ? only?.confidence : undefined;
    strings.push({
      text,
      ...(printed !== text && printed !== "" ? { printed } : {}),
      ...(box ? { box } : {}),
      ...(sure === undefined ? {} : { confidence: sure }),
    });
  }
  return strings;
}
