/**
 * Ruby where the page has it: <ruby>北岸<rt data-reading="ほくがん"></rt></ruby>. Letters are counted without spaces, so that a
 * repair of gaps moves nothing. The reading is drawn by the style sheet: what is copied, cited or searched is the story's text
 * and nothing else, as with the marks of page turns.
 */
import { type Child, element } from "../../markdown/to-hast.js";
import type { Furniture } from "../../model/article.js";
import type { LineId } from "../../model/ids.js";
import type { Line } from "../../model/page.js";
import type { Passage } from "../../model/unit.js";
import { isHan, isSpace, withoutSpaces } from "../../text/scripts.js";

/** A reading, and the letters that it stands over. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}
export type Readings = ReadonlyMap<LineId, readonly Reading[]>;

export const countLetters = (text: string): number => [...withoutSpaces(text)].length;

/** By the line that they stand over. Where an editor made something else of a reading it is none any more. */
export function readingsOf(furniture: readonly Furniture[], lines: ReadonlyMap<LineId, Line>): Readings {
  const readings = new Map<LineId, Reading[]>();
  for (const { passage } of furniture) {
    const ruby = lines.get(passage.spans[0]?.line ?? ("" as LineId))?.ruby;
    if (!ruby || ruby.to <= ruby.from) continue;
    const { line, from, to } = ruby;
    const text = withoutSpaces(passage.text);
    readings.set(line, [...(readings.get(line) ?? []), { from, to, text }]);
  }
  return readings;
}

/** Of a passage, by its own letters, in their order; none where an editor wrote the text. */
export function placeReadings(
  passage: Passage,
  { lines, readings }: { readonly lines: ReadonlyMap<LineId, Line>; readonly readings: Readings },
): Reading[] {
  if (readings.size === 0) return [];
  const found: Reading[] = [];
  const letters = [...withoutSpaces(passage.text)];
  let before = 0;
  for (const [at, { line, start, end }] of passage.spans.entries()) {
    if (passage.seams[at - 1] === "drop-hyphen") before -= 1;
    const text = lines.get(line)?.text ?? "";
    const skipped = countLetters(text.slice(0, start));
    const length = countLetters(text.slice(start, end));
    for (const reading of readings.get(line) ?? []) {
      const [from, to] = [reading.from - skipped, reading.to - skipped];
      if (from < 0 || to > length) continue;
      const here = { from: before + from, to: before + to, text: reading.text };
      if (letters.slice(here.from, here.to).every(isHan)) found.push(here);
    }
    before += length;
  }
  if (before !== letters.length) return [];
  found.sort((a, b) => a.from - b.from);
  return found.filter(({ from }, at) => from >= (found[at - 1]?.to ?? 0));
}

/** A piece of the passage's text, `first` letters into it, with its readings. */
export function withReadings(text: string, first: number, readings: readonly Reading[]): Child[] {
  const out: Child[] = [];
  let plain = "";
  let base = "";
  let at = first;
  let open: Reading | undefined;
  for (const character of text) {
    if (!isSpace(character) && character !== "\n") {
      open ??= readings.find(({ from }) => from === at);
      at += 1;
    }
    if (!open) {
      plain += character;
      continue;
    }
    base += character;
    if (at < open.to) continue;
    if (plain !== "") out.push(plain);
    out.push(element("ruby", {}, base, element("rt", { dataReading: open.text })));
    [plain, base, open] = ["", "", undefined];
  }
  // A page turned between the letters of one reading: it stands over none of the two.
  return plain + base === "" && out.length > 0 ? out : [...out, plain + base];
}
