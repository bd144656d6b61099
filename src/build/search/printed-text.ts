/**
 * A passage as it was printed, where that differs from what is shown by more than spaces and signs: who knows only the
 * print must find it too. `undefined` where its letters are the same.
 */
import type { LineId } from "../../model/ids.js";
import type { Line } from "../../model/page.js";
import type { Passage, Span } from "../../model/unit.js";
import { joinTexts } from "../../text/join-lines.js";
import { foldRadical } from "../../text/radicals.js";
import { foldText, isCjkLetter, isWordCharacter } from "../../text/search/fold-text.js";

const lettersOf = (text: string): string =>
  foldText(text)
    .characters.filter((character) => isCjkLetter(character) || isWordCharacter(character))
    .join("");

/** For each offset in the line's text, and its end, the offset in what was printed there. */
function offsetsInPrint({ original, edits }: Line): number[] {
  let offsets = Array.from({ length: original.length + 1 }, (_, at) => at);
  for (const { at, removed, inserted } of edits) {
    const from = offsets[at] ?? original.length;
    const put = Array.from({ length: inserted.length }, () => from);
    offsets = [...offsets.slice(0, at), ...put, ...offsets.slice(at + removed.length)];
  }
  return offsets;
}

function printOf({ line: id, start, end }: Span, lines: ReadonlyMap<LineId, Line>): string {
  const line = lines.get(id);
  if (line === undefined) return "";
  if (line.edits.length === 0) return line.text.slice(start, end);
  const offsets = offsetsInPrint(line);
  const from = start === 0 ? 0 : offsets[start];
  const to = end === line.text.length ? line.original.length : offsets[end];
  return line.original.slice(from, to).trim();
}

export function printedText(
  passage: Passage,
  lines: ReadonlyMap<LineId, Line>,
  language: string,
): string | undefined {
  if (passage.spans.length === 0 || passage.seams.length !== passage.spans.length - 1) return undefined;
  const printed = joinTexts(
    passage.spans.map((span) => printOf(span, lines)),
    passage.seams,
  );
  // Radicals are how a font named its characters, not how they were printed.
  const spelt = Array.from(printed, (character) => foldRadical(character, language)).join("");
  return lettersOf(spelt) === lettersOf(passage.text) ? undefined : spelt;
}
