/**
 * How large the type of each placed line is, in page widths: as the file says, where that agrees with the line's box;
 * else as large as its words are at their printed length. Lines of about the body's size get exactly that, since a
 * column set in sizes that differ by a hair looks broken.
 * It never takes a size the line's box has no room for: files name sizes of other resolutions, and OCR invents some.
 */
import type { LineId } from "../../model/ids.js";
import type { PlacedLine } from "./place-lines.js";
import { isCjkLetter, naturalWidth } from "./type-widths.js";

/**
 * One em by the thickness of a line's box: a box drawn round the ink of figures alone is two thirds of an em thick,
 * one drawn by a font's own measures up to one and a half, and scans lean.
 */
const leastEm = 0.4;
const greatestEm = 1.7;
/** What an em is of a line's thickness, where nothing else tells; ideographs fill theirs. */
const likelyEm = { least: 0.6, most: 1.35, mostCjk: 1.15 };
/** No page's type is on the whole larger than this by its lines' thickness, however its lines are spaced out. */
const largestOnTheWhole = 1.2;
/** A guess this near to the body's size is the body's, the nearer the less the line's thickness agrees. */
const sameSize = { at: 0.16, ofThickness: 0.35, where: 0.3 };

const hold = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The value that half of all letters are at or below. */
function medianByLetters(sizes: readonly { readonly size: number; readonly letters: number }[]): number {
  const sorted = [...sizes].sort((a, b) => a.size - b.size);
  const half = sorted.reduce((sum, { letters }) => sum + letters, 0) / 2;
  let seen = 0;
  for (const { size, letters } of sorted) {
    seen += letters;
    if (seen >= half) return size;
  }
  return sorted.at(-1)?.size ?? 0;
}

/** Words of fewer letters say little of how wide their type is. */
const tellingLetters = 12;
/** Type that fits its lines this well is left as the file says; one face is as much wider than another. */
const fits = 0.1;

/**
 * What the sizes of a file are to be multiplied by. Files name them in points and often not how many make the page, so
 * that all are wrong by one factor, which the lengths of its lines tell.
 */
function calibrate(
  lines: readonly { said: number; guess: number; thickness: number; letters: number }[],
): number {
  const telling = lines.filter(({ said, letters }) => said > 0 && letters >= tellingLetters);
  const factor = medianByLetters(
    telling.map(({ said, guess, thickness, letters }) => ({
      size: Math.min(guess, thickness * largestOnTheWhole) / said,
      letters,
    })),
  );
  return factor > 0 && Math.abs(factor - 1) > fits ? factor : 1;
}

export function sizeType(
  lines: readonly PlacedLine[],
  aspect: number,
): { readonly sizes: ReadonlyMap<LineId, number>; readonly em: number } {
  const measured = lines.map(({ line, box, vertical, bold }) => {
    const [length, thickness] = vertical ? [box.height, box.width] : [box.width, box.height];
    const natural = Math.max(naturalWidth(line.text, bold), 0.1);
    const said = (line.typeSize ?? 0) * aspect;
    const isCjk = Array.from(line.text).some(isCjkLetter);
    return { id: line.id, said, guess: length / natural, thickness, letters: line.text.length, isCjk };
  });
  const factor = calibrate(measured);
  const found = measured.map(({ id, said, guess, thickness, letters, isCjk }) => {
    const meant = said * factor;
    const isSaid = meant >= thickness * leastEm && meant <= thickness * greatestEm;
    const most = isCjk ? likelyEm.mostCjk : likelyEm.most;
    const likely = hold(guess, thickness * likelyEm.least, thickness * most);
    return { id, size: isSaid ? meant : likely, isSaid, thickness, letters };
  });
  const em = medianByLetters(found);
  const line = medianByLetters(found.map(({ thickness, letters }) => ({ size: thickness, letters })));
  const isBody = ({ size, thickness }: (typeof found)[number]): boolean => {
    const off = Math.abs(size / em - 1);
    return (
      off < sameSize.at || (off < sameSize.where && Math.abs(thickness / line - 1) < sameSize.ofThickness)
    );
  };
  const sizes = new Map(
    found.map((each) => [each.id, !each.isSaid && isBody(each) ? em : each.size] as const),
  );
  return { sizes, em };
}
