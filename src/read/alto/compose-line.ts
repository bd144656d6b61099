/**
 * Strings, SPs and HYPs of a TextLine → the line's text, exactly as printed, and where its words stand in it. An SP is
 * one space, a HYP the hyphen it holds, at the end of the word before it; what a hyphenated word would be as a whole
 * (SUBS_CONTENT) is not printed here. A file that has no SP at all leaves the spaces to its reader: there, words are
 * parted by one. In a file that has some, two Strings without one stand together.
 *
 *     <String CONTENT="premier"/><SP/><String CONTENT="ar" SUBS_CONTENT="article."/><HYP CONTENT="-"/>  →  premier ar-
 */
import type { Box, Word } from "../../model/page.js";
import { isBlank } from "../split-lines.js";
import type { RawBox, RawLine } from "./raw-page.js";

export interface ComposedLine {
  readonly original: string;
  readonly words: readonly Word[];
}

export interface Composing {
  /** Whether the file parts its words by SP. */
  readonly spaced: boolean;
  place(box: RawBox | undefined): Box | undefined;
}

/** No space is due beside a space, nor at the line's begin. */
const isSpace = (character: string): boolean => character.trim() === "";

export function composeLine(line: RawLine, { spaced, place }: Composing): ComposedLine {
  const parts: string[] = [];
  const words: Word[] = [];
  let at = 0;
  let last = "";
  const append = (text: string): void => {
    parts.push(text);
    at += text.length;
    last = text.slice(-1) || last;
  };
  for (const [index, { role, text, box, confidence }] of line.pieces.entries()) {
    if (role === "word" && !spaced && !isSpace(last) && !isSpace(text.slice(0, 1))) append(" ");
    const placed = role === "word" && !isBlank(text) ? place(box) : undefined;
    if (placed) {
      const next = line.pieces[index + 1];
      const whole = next?.role === "hyphen" ? text + next.text : text;
      words.push({ at, text: whole, box: placed, ...(confidence === undefined ? {} : { confidence }) });
    }
    append(text);
  }
  // Without the room that a list keeps for growing: a page has as many lists of words as lines.
  return { original: parts.join(""), words: words.slice() };
}
