/**
 * Room between ideographs and Latin letters or digits. Text is stored without it and CSS draws it; two other output
 * styles put it into the text: the gaps the source had there (`keep`), or one at each such border (`pangu`).
 * `预计5G用户达1.2万` is `预计 5G 用户达 1.2 万` in pangu style. For output only: it is never stored.
 * It refuses borders with punctuation and inside Latin text, and leaves Korean alone.
 */
import type { Edit } from "../model/page.js";
import { isDigit, isHan, isKana, isLatinLetter } from "./scripts.js";

const isIdeographic = (character: string): boolean => isHan(character) || isKana(character);
const isWestern = (character: string): boolean =>
  isLatinLetter(character) || isDigit(character) || isGreek(character);
const isGreek = (character: string): boolean => character >= "\u0370" && character <= "\u03ff";
const isSpaceLike = (character: string): boolean =>
  character === " " || character === "\u3000" || character === "\n";

/** The text with a space at each border of an ideograph with a Latin word or a number. Idempotent. */
export function addPanguSpaces(text: string): string {
  const characters = [...text];
  const address = markAddresses(characters);
  let out = "";
  characters.forEach((character, index) => {
    if (index > 0 && !address.has(index) && isBorder(characters, index)) out += " ";
    out += character;
  });
  return out;
}

function isBorder(characters: readonly string[], index: number): boolean {
  const before = characters[index - 1] ?? "";
  const character = characters[index] ?? "";
  if (isIdeographic(before)) return isWestern(character);
  return isIdeographic(character) && (isWestern(before) || endsNumber(characters, index - 1));
}

/** Signs that belong to the number or word before them: 30%, 15℃, C++, 60+. */
function endsNumber(characters: readonly string[], at: number): boolean {
  const sign = characters[at] ?? "";
  if ("%‰℃℉°".includes(sign)) return isDigit(characters[at - 1] ?? "");
  if (sign !== "+") return false;
  const before = characters[at - 1] ?? "";
  return isWestern(before) || (before === "+" && isWestern(characters[at - 2] ?? ""));
}

/** Indexes inside a web address, from its scheme to the next space: nothing is put into one. */
function markAddresses(characters: readonly string[]): Set<number> {
  const inside = new Set<number>();
  let since = -1;
  characters.forEach((character, index) => {
    if (isSpaceLike(character)) since = -1;
    else if (since >= 0) inside.add(index);
    else if (character === ":" && characters[index + 1] === "/" && characters[index + 2] === "/")
      since = index;
  });
  return inside;
}

/**
 * Offsets into the repaired text at which the source had a gap at such a border, ascending.
 * @param edits all edits of the line, in the order they were made
 */
export function findClosedAutospace(edits: readonly Edit[]): number[] {
  let offsets: number[] = [];
  for (const { rule, at, removed, inserted } of edits) {
    const shift = inserted.length - removed.length;
    offsets = offsets.map((offset) => {
      if (offset >= at + removed.length && (offset > at || removed !== "")) return offset + shift;
      return offset > at ? at + inserted.length : offset;
    });
    if (rule === "close-autospace") offsets.push(at);
  }
  return [...new Set(offsets)].sort((a, b) => a - b);
}

/** A line's repaired text with the source's own autospace put back, one space each: the `keep` style. */
export function textWithKeptAutospace(line: {
  readonly text: string;
  readonly edits: readonly Edit[];
}): string {
  const gaps = findClosedAutospace(line.edits);
  let out = "";
  let from = 0;
  for (const at of gaps) {
    out += `${line.text.slice(from, at)} `;
    from = at;
  }
  return out + line.text.slice(from);
}
