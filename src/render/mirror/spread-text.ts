/**
 * Lays words over the boxes they should stand in where it is not known which stood in which: a line's text cut between
 * two units, an editor's headline over the printed one's lines, a paragraph one line of which has no box.
 * Each box takes its share by length; no word is broken but between CJK letters, and none is lost.
 */
import type { Box } from "../../model/page.js";
import { isSpace } from "../../text/scripts.js";
import type { PlacedLine } from "./place-lines.js";
import { isCjkLetter, naturalWidth } from "./type-widths.js";

/** The part of a line's box that letters `start`–`end` of its text stand in. White at a line's ends is not in its box. */
export function sliceBox(
  { box, line, vertical, bold }: PlacedLine,
  { start, end }: { readonly start: number; readonly end: number },
): Box {
  const { text } = line;
  const first = text.length - text.trimStart().length;
  const widthTo = (at: number): number =>
    naturalWidth(text.slice(first, Math.max(first, at)).trimEnd(), bold);
  const whole = widthTo(text.length);
  const from = start <= first || whole <= 0 ? 0 : naturalWidth(text.slice(first, start), bold) / whole;
  const share = whole <= 0 ? 1 : Math.max(0, Math.min(1, widthTo(end) / whole) - from);
  if (share === 0 || from >= 1) return box;
  return vertical
    ? { ...box, y: box.y + box.height * from, height: box.height * share }
    : { ...box, x: box.x + box.width * from, width: box.width * share };
}

/** Words with the spaces after them; each CJK letter for itself. */
function cutWords(text: string): string[] {
  const words: string[] = [];
  let before = "";
  for (const letter of text) {
    const space = isSpace(letter);
    const begins = !space && (before === "" || isSpace(before) || isCjkLetter(before) || isCjkLetter(letter));
    if (begins || words.length === 0) words.push(letter);
    else words[words.length - 1] += letter;
    before = letter;
  }
  return words;
}

/** As many texts as there are lengths, `""` where there are fewer words; together they are the text. */
export function spreadText(text: string, lengths: readonly number[]): string[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const words = cutWords(text);
  const ems = words.map((word) => naturalWidth(word, false));
  const scale = ems.reduce((sum, width) => sum + width, 0) / Math.max(total, Number.MIN_VALUE);
  const texts = lengths.map(() => "");
  let [at, used, border] = [0, 0, (lengths[0] ?? 0) * scale];
  words.forEach((word, index) => {
    const width = ems[index] ?? 0;
    while (at < lengths.length - 1 && used + width / 2 > border) {
      at += 1;
      border += (lengths[at] ?? 0) * scale;
    }
    texts[at] += word;
    used += width;
  });
  return texts;
}
