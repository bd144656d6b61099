/**
 * What a line says, and where its words stand in it. The reading given on the line is its text; where there is none,
 * its words joined with a space; where a word has none, its glyphs. Of several readings the one with the lowest index
 * is meant, unless it is blank.
 *
 *     <TextLine> … <Unicode>Kommißion beſchäftigt</Unicode>   with words “Kommißion”, “beſchäftigt” at 0 and 10
 *
 * Words that do not spell the line's text, in order and to its last character, are left out: their places would be
 * guesses.
 */
import type { Box, Word } from "../../model/page.js";
import { isBlank, splitLines } from "../split-lines.js";
import type { RawElement, RawLine, RawReading, RawWord } from "./raw-page.js";

/** The reading that is meant; undefined where none has text. */
export function meantReading({ readings }: RawElement): { text: string; confidence?: number } | undefined {
  let best: RawReading | undefined;
  for (const reading of readings)
    if (!(isBlank(reading.unicode) && isBlank(reading.plain)) && (!best || reading.index < best.index))
      best = reading;
  if (!best) return undefined;
  const text = isBlank(best.unicode) ? best.plain : best.unicode;
  return best.confidence === undefined ? { text } : { text, confidence: best.confidence };
}

interface SaidWord {
  readonly raw: RawWord;
  readonly text: string;
  readonly confidence?: number;
}

function sayWord(raw: RawWord): SaidWord | undefined {
  const own = meantReading(raw);
  if (own) return { raw, ...own, text: own.text.trim() };
  const glyphs = raw.glyphs.map((glyph) => meantReading(glyph)?.text ?? "").join("");
  return isBlank(glyphs) ? undefined : { raw, text: glyphs.trim() };
}

/** Where each word begins in the text; undefined where they do not spell it. */
function findWords(text: string, words: readonly SaidWord[]): number[] | undefined {
  const starts: number[] = [];
  let at = 0;
  const skipSpace = () => {
    while (at < text.length && (text[at] ?? "").trim() === "") at += 1;
  };
  for (const word of words) {
    skipSpace();
    if (!text.startsWith(word.text, at)) return undefined;
    starts.push(at);
    at += word.text.length;
  }
  skipSpace();
  return at === text.length ? starts : undefined;
}

/** One printed line of a `TextLine`. */
export interface PrintedLine {
  readonly text: string;
  readonly words: readonly Word[];
  /** Whether `words` are all words of the line, each with its box. */
  readonly complete: boolean;
}

export interface SaidLine {
  /** None for a line without text; more than one where its text holds line feeds. */
  readonly printed: readonly PrintedLine[];
  /** Whether it has words, and they do not spell its text. */
  readonly misspelt: boolean;
}

/**
 * The text of a `TextLine`, cut at line feeds, for a line is one printed line. Blank pieces (the white space that
 * pretty-printed XML puts around text) are no lines. `boxOf` places a word; undefined leaves it out of the words.
 */
export function sayLine(line: RawLine, boxOf: (word: RawWord) => Box | undefined): SaidLine {
  const words = line.words.flatMap((word) => sayWord(word) ?? []);
  const text = meantReading(line)?.text ?? words.map((word) => word.text).join(" ");
  const starts = findWords(text, words);
  const placed = words.map(({ raw, text: said, confidence }, index) => {
    const box = boxOf(raw);
    const at = starts?.[index];
    if (at === undefined || !box) return { at, end: 0, word: undefined };
    const word = { at, text: said, box, ...(confidence === undefined ? {} : { confidence }) };
    return { at, end: at + said.length, word };
  });
  const printed: PrintedLine[] = [];
  let from = 0;
  let next = 0;
  for (const { original, terminator } of splitLines(text)) {
    const to = from + original.length;
    const own: Word[] = [];
    let missing = starts === undefined || words.length === 0;
    for (; next < placed.length && (placed[next]?.at ?? to) < to; next += 1) {
      const { word, end } = placed[next] ?? { end: 0 };
      if (word && end <= to) own.push({ ...word, at: word.at - from });
      else missing = true;
    }
    if (!isBlank(original)) printed.push({ text: original, words: own, complete: !missing });
    from = to + terminator.length;
  }
  return { printed, misspelt: words.length > 0 && starts === undefined };
}
