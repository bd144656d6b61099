/**
 * Ruby: which letters of a passage have a reading, for every form that shows it. Letters are counted without spaces, so that
 * a repair of gaps moves nothing.
 *
 *     北岸の渡し場 + ほくがん over its letters 0–2  →  [北岸|ほくがん]の渡し場
 */
import type { Furniture } from "../model/article.js";
import type { LineId, UnitId } from "../model/ids.js";
import type { Line } from "../model/page.js";
import type { Passage, Span } from "../model/unit.js";
import { isHan, isSpace, withoutSpaces } from "./scripts.js";

/** A reading, and the letters that it stands over. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What of the page says it. */
  readonly unit: UnitId;
}
export type Readings = ReadonlyMap<LineId, readonly Reading[]>;

/** A stretch of text, with what stands over it if anything does. */
export interface ReadPiece {
  readonly text: string;
  readonly reading?: Reading;
}

/** Lines, and what the page prints beside their letters. */
export interface ReadLines {
  readonly lines: ReadonlyMap<LineId, Line>;
  readonly readings: Readings;
}

export const countLetters = (text: string): number => [...withoutSpaces(text)].length;

/** By the line that they stand over. Where an editor made something else of a reading it is none any more. */
export function readingsOf(furniture: readonly Furniture[], lines: ReadonlyMap<LineId, Line>): Readings {
  const readings = new Map<LineId, Reading[]>();
  for (const { passage, unit } of furniture) {
    const ruby = lines.get(passage.spans[0]?.line ?? ("" as LineId))?.ruby;
    if (!ruby || ruby.to <= ruby.from) continue;
    const { line, from, to } = ruby;
    const text = withoutSpaces(passage.text);
    readings.set(line, [...(readings.get(line) ?? []), { from, to, text, unit }]);
  }
  return readings;
}

/** Those over letters of a stretch of one line, counted from its start; what is over no ideographs there is left out. */
export function readingsInSpan({ line, start, end }: Span, { lines, readings }: ReadLines): Reading[] {
  const own = readings.get(line);
  if (!own) return [];
  const text = lines.get(line)?.text ?? "";
  const skipped = countLetters(text.slice(0, start));
  const letters = [...withoutSpaces(text.slice(start, end))];
  return own
    .map((reading) => ({ ...reading, from: reading.from - skipped, to: reading.to - skipped }))
    .filter(
      ({ from, to }) =>
        from >= 0 && to <= letters.length && letters.slice(from, to).every((each) => isHan(each)),
    );
}

/** In their order, none over another. */
function sortApart(readings: Reading[]): Reading[] {
  readings.sort((a, b) => a.from - b.from);
  return readings.filter(({ from }, at) => from >= (readings[at - 1]?.to ?? 0));
}

/** Of a passage, by its own letters; none where an editor wrote the text. */
export function placeReadings(passage: Passage, read: ReadLines): Reading[] {
  if (read.readings.size === 0) return [];
  const found: Reading[] = [];
  const letters = [...withoutSpaces(passage.text)];
  let before = 0;
  for (const [at, span] of passage.spans.entries()) {
    if (passage.seams[at - 1] === "drop-hyphen") before -= 1;
    const here = readingsInSpan(span, read).map((reading) => ({
      ...reading,
      from: before + reading.from,
      to: before + reading.to,
    }));
    found.push(...here.filter(({ from, to }) => letters.slice(from, to).every((each) => isHan(each))));
    before += countLetters((read.lines.get(span.line)?.text ?? "").slice(span.start, span.end));
  }
  return before === letters.length ? sortApart(found) : [];
}

/** A piece of a passage's text, `first` letters into it, cut where readings begin and end. */
export function cutAtReadings(text: string, first: number, readings: readonly Reading[]): ReadPiece[] {
  const pieces: ReadPiece[] = [];
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
    if (plain !== "") pieces.push({ text: plain });
    pieces.push({ text: base, reading: open });
    [plain, base, open] = ["", "", undefined];
  }
  // A page turned between the letters of one reading: it stands over none of the two.
  const rest = plain + base;
  return rest === "" && pieces.length > 0 ? pieces : [...pieces, { text: rest }];
}

/** A whole passage as it reads. @param style applied to its text, of which it changes spaces alone */
export const readPassage = (
  passage: Passage,
  read: ReadLines,
  style: (text: string) => string,
): ReadPiece[] => cutAtReadings(style(passage.text), 0, placeReadings(passage, read));
