/** Counts, for every character of every line, in how many passages it stands; spaces may stand in any number, also none. */
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { LineId } from "../model/ids.js";
import type { Line } from "../model/page.js";
import { isSpace } from "../text/scripts.js";
import type { ShownPassage } from "./shown-passages.js";

export interface LinePlace {
  readonly line: Line;
  readonly place: Place;
}
export type SourceLines = ReadonlyMap<LineId, LinePlace>;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly where: string;
}

/**
 * @param codes the diagnostic codes for characters in no passage and for characters in two or more.
 * @returns one error per stretch of lost, and per pair of overlapping, characters, in line order.
 */
export function countCoverage(
  lines: SourceLines,
  passages: readonly ShownPassage[],
  codes: { readonly lost: string; readonly doubled: string },
): Diagnostic[] {
  const stretches = new Map<LineId, Stretch[]>();
  for (const { where, passage } of passages) {
    for (const { line, start, end } of passage.spans) {
      const list = stretches.get(line);
      if (list) list.push({ start, end, where });
      else stretches.set(line, [{ start, end, where }]);
    }
  }
  const found: Diagnostic[] = [];
  for (const { line, place } of lines.values()) {
    const sorted = (stretches.get(line.id) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
    const report = (code: string, start: number, end: number, where: string): void => {
      const text = line.text.slice(start, end).trim();
      if (hasLetters(text))
        found.push({ code, severity: "error", place, details: { text, where, id: line.id } });
    };
    let covered = 0;
    let last = "";
    for (const { start, end, where } of sorted) {
      if (start > covered) report(codes.lost, covered, start, "");
      if (start < covered) report(codes.doubled, start, Math.min(end, covered), `${last}, ${where}`);
      if (end > covered) last = where;
      covered = Math.max(covered, end);
    }
    if (covered < line.text.length) report(codes.lost, covered, line.text.length, "");
  }
  return found;
}

/** Whether anything but spaces stands there. */
function hasLetters(text: string): boolean {
  for (const character of text) if (!isSpace(character) && character.trim() !== "") return true;
  return false;
}
