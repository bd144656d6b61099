/**
 * The headings of papers that run down the columns in one size of type: a short line in the middle of its column
 * (French *titre centré*, German *Spitzmarke* set out, English *crosshead*). One in a block of its own, or in larger type, begins
 * a section, as the names of countries and of the papers quoted do; one inside a block of text is a subhead.
 *
 *     maritimes.
 *              PAYS-BAS-UNIS.               begins a section
 *           Bruxelles, 28 juillet.          stands under it
 *       Le roi est parti hier pour …
 *
 * It refuses lines of verse and of tables, which stand in among their likes, and the signature at the right.
 */
import { endsSentence } from "../../text/ends-sentence.js";
import type { Frame } from "../rect.js";
import { insetOf, roomOf, type Standing, type StandingBlock } from "./standing-lines.js";

export type Crosshead = "section" | "subhead";

/** Ems of white at each side of a centred line at least; by how much the two may differ, in ems or as a share of both. */
const leastSide = 1.2;
const evenSides = { ems: 1.5, share: 0.22 };
/** Type so much larger than the body's is display type. */
const displayScale = 1.15;
/** Lines that a heading has at most in its block. */
const mostLines = 3;
/** Ems within which a line fills its column at both ends. */
const filled = 1.5;

const scaleOf = (frame: Frame, { spot }: Standing): number => spot.em / frame.em;

/** Whether a line stands in the middle of its column with white at both sides. */
function isCentred(frame: Frame, line: Standing): boolean {
  if (line.misplaced) return false;
  const [inset, room] = [insetOf(frame, line), roomOf(frame, line)];
  return (
    Math.min(inset, room) >= leastSide &&
    Math.abs(inset - room) <= Math.max(evenSides.ems, evenSides.share * (inset + room))
  );
}

const isFilling = (frame: Frame, line: Standing): boolean =>
  insetOf(frame, line) + roomOf(frame, line) < 2 * filled;

/** Whether it can be a heading at all by its letters: it has a word, and begins with none that goes on. */
const canHead = (line: Standing): boolean => isWorded(line) && !/^[^\p{L}\p{N}]*\p{Ll}/u.test(textOf(line));
/** Set in capitals, most of it: a date may follow in small letters. */
export const isCapitals = (line: Standing): boolean => {
  const letters = [...textOf(line)].filter((c) => c.toUpperCase() !== c.toLowerCase());
  return letters.length > 1 && 2 * letters.filter((c) => c === c.toUpperCase()).length > letters.length;
};
const isWorded = (line: Standing): boolean => /\p{L}{2}/u.test(textOf(line));
/** Specks that were read as letters are in no one's way. */
const leastAmount = 2;
const isSpeck = (line: Standing): boolean => line.spot.amount < leastAmount || !isWorded(line);

/** Headings of a block by its lines; the others have none. */
export function findCrossheads(frame: Frame, block: StandingBlock): ReadonlyMap<Standing, Crosshead> {
  const { lines } = block;
  if (block.sideways) return new Map();
  const isLarge = (line: Standing): boolean =>
    scaleOf(frame, line) >= displayScale || (line.spot.bold && !frame.bold);
  const isHead = (line: Standing): boolean =>
    isCentred(frame, line) ||
    (line.misplaced ? isLarge(line) || isCapitals(line) : isLarge(line) && !isFilling(frame, line));
  const words = lines.filter((line) => !isSpeck(line));
  const first = words[0];
  if (
    first &&
    words.length <= mostLines &&
    canHead(first) &&
    words.every(isHead) &&
    !textOf(first).endsWith("-")
  )
    return new Map(words.map((line) => [line, "section"]));
  // A source that cuts its blocks over headings, not under them.
  const text = words.findIndex((line) => !isCentred(frame, line));
  const opening = words.slice(0, Math.max(0, text));
  const opens =
    opening.length <= mostLines &&
    opening.some((line) => canHead(line) && (isLarge(line) || isCapitals(line))) &&
    words.slice(text, text + 3).some((line) => isFilling(frame, line));
  return findSubheads(frame, lines, opens ? opening : []);
}

function findSubheads(
  frame: Frame,
  lines: readonly Standing[],
  opening: readonly Standing[],
): ReadonlyMap<Standing, Crosshead> {
  const found = new Map<Standing, Crosshead>(opening.map((line) => [line, "section"]));
  lines.forEach((line, i) => {
    const [above, below] = [lines[i - 1], lines[i + 1]];
    if (
      found.has(line) ||
      !isCentred(frame, line) ||
      !canHead(line) ||
      /[,;-]$/u.test(textOf(line)) ||
      !below
    )
      return;
    if (above && isCentred(frame, above) && !found.has(above)) return;
    const ended =
      !above || found.has(above) || endsSentence(textOf(above)) || roomOf(frame, above) > leastSide;
    // A heading stands over text: verse and tables go on as short as they are.
    const text = lines.slice(i + 1, i + 4);
    if (ended && text.some((other) => isFilling(frame, other))) found.set(line, "subhead");
  });
  return found;
}

const textOf = ({ spot }: Standing): string =>
  spot.lines
    .map((line) => line.text)
    .join(" ")
    .trim();
