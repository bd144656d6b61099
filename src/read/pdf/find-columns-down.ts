/**
 * Which glyphs of a page are set in columns down the page. Browsers print vertical text glyph by glyph, each upright
 * and placed by itself, in a font that knows nothing of it: only the way from glyph to glyph tells.
 *
 *     中 at (500, 40), 国 at (500, 52), 人 at (500, 64)   →  a column
 *     中 at (40, 100), 国 at (52, 100), and then the next line  →  none
 *
 * A few figures set side by side in a column (25日) belong to it.
 */
import type { PdfRun } from "../../model/pdf-content.js";

/** Upright glyphs, in the order in which they are painted; places in the frame of their baseline. */
export interface UprightGlyph {
  readonly run: PdfRun;
  readonly u: number;
  readonly v: number;
  readonly advance: number;
}

/** How far the middle of the next glyph in a column may be off, and how far down it stands, in ems. */
const farthestAside = 0.5;
const [leastDown, mostDown] = [0.45, 2.2];
/** On a line: how far the next baseline may be off, and how wide a gap may be, in ems. */
const farthestOff = 0.5;
const [leastGap, mostGap] = [-0.7, 2.5];
/** A column of a horizontal page (a vertical headline) has at least so many glyphs. */
const leastColumn = 3;
/** Figures side by side in a column: how many, and how wide together in ems. */
const mostAbreast = 4;
const widestAbreast = 1.5;

type Step = "across" | "down" | "none";

function stepBetween(a: UprightGlyph, b: UprightGlyph): Step {
  const em = Math.min(a.run.size, b.run.size);
  if (em <= 0) return "none";
  const gap = (b.u - a.u - a.advance) / em;
  const [aside, down] = [(b.u + b.advance / 2 - a.u - a.advance / 2) / em, (b.v - a.v) / em];
  if (Math.abs(down) <= farthestOff && b.u > a.u && gap >= leastGap && gap <= mostGap) return "across";
  return Math.abs(aside) <= farthestAside && down >= leastDown && down <= mostDown ? "down" : "none";
}

/** Stretches of glyphs that follow each other by one kind of step: `[first, last, step]`. */
function stretchesOf(steps: readonly Step[], count: number): [number, number, Step][] {
  const stretches: [number, number, Step][] = [];
  let at = 0;
  while (at < count) {
    const step = steps[at] ?? "none";
    let end = at;
    if (step !== "none") while (end < count - 1 && steps[end] === step) end += 1;
    // The glyph at a corner belongs to the line that it begins.
    const isCorner = end > at && steps[end] === "across" && step === "down";
    const last = isCorner ? end - 1 : end;
    stretches.push([at, last, last > at ? step : "none"]);
    at = last + 1;
  }
  return stretches;
}

/** For each glyph whether it stands in a column. */
export function findColumnsDown(glyphs: readonly UprightGlyph[]): boolean[] {
  const steps = glyphs.slice(1).map((glyph, nth): Step => stepBetween(glyphs[nth] as UprightGlyph, glyph));
  const stretches = stretchesOf(steps, glyphs.length);
  const lengthOf = (wanted: Step) =>
    stretches.reduce((sum, [first, last, step]) => sum + (step === wanted ? last - first : 0), 0);
  const isVertical = lengthOf("down") > lengthOf("across");
  const down = glyphs.map(() => isVertical);
  for (const [first, last, step] of stretches) {
    const [a, b] = [glyphs[first] as UprightGlyph, glyphs[last] as UprightGlyph];
    const count = last - first + 1;
    const isAbreast = count <= mostAbreast && b.u + b.advance - a.u <= widestAbreast * a.run.size;
    if (step === "across" && !(isVertical && isAbreast)) down.fill(false, first, last + 1);
    if (step === "down" && (isVertical || count >= leastColumn)) down.fill(true, first, last + 1);
  }
  return down;
}
