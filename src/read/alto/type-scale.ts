/**
 * How long a point of type is in the unit of a page's coordinates, so that FONTSIZE="8" becomes a share of the page.
 *
 * A unit of length says it: a point is 1/72 inch, 3.53 mm10 or 16.67 inch1200. But the numbers come from a scan whose
 * resolution someone had to know, and in pixels nothing says it at all. So the page itself is measured: the size of
 * the type as it lies there, by the FONTSIZE that the file gives it; the median over all characters of the page, which
 * a few lines wrongly boxed or wrongly styled cannot move. How type is measured:
 *
 * - Full-width characters (Han, kana) stand one em apart by design, so a run of them is as long as it has ems.
 * - Else a line of type is about one em thick: OCR boxes reach from ascender to descender, 0.95–1.05 em on six
 *   libraries' pages. It is the shorter side, for lines of some length, so lines on their side and vertical ones count.
 *
 * Where the unit and the page agree roughly, the unit is right and exact; where they do not, the page is.
 */
import { isCjk } from "../../text/scripts.js";
import type { RawLine, RawPage, TypeStyle } from "./raw-page.js";

const pointsPerInch = 72;
const unitsPerInch: ReadonlyMap<string, number> = new Map([
  ["mm10", 254],
  ["mm", 25.4],
  ["inch1200", 1200],
]);
/** Shorter runs have no telling side: a lone `l` is thin, a lone rule of dots flat. */
const fewestCharacters = 4;
/** A Latin page that quotes some Chinese is measured by its lines: runs count from this share of what lines have. */
const leastRuns = 1 / 4;
/** How far unit and page may differ, either way: line boxes are that loose, a wrong resolution is mostly 2 or 3 times. */
const agreement = 1.5;

interface Sample {
  /** Units to the point. */
  readonly scale: number;
  readonly characters: number;
}

function median(samples: Sample[]): number | undefined {
  samples.sort((a, b) => a.scale - b.scale);
  let left = samples.reduce((sum, { characters }) => sum + characters, 0) / 2;
  for (const { scale, characters } of samples) {
    left -= characters;
    if (left <= 0) return scale;
  }
  return undefined;
}

/** The style of most characters of a line. */
export function mainSize(line: RawLine): number | undefined {
  const counts = new Map<TypeStyle["size"], number>();
  for (const { text, style } of line.pieces)
    if (text !== " ") counts.set(style.size, (counts.get(style.size) ?? 0) + text.length);
  let [main, most] = [undefined as number | undefined, 0];
  for (const [size, count] of counts) if (count > most) [main, most] = [size, count];
  return main;
}

/** Gathers what a line says of the scale, from its runs of full-width characters or from its thickness. */
function sampleLine(line: RawLine, byRuns: Sample[], byThickness: Sample[]): void {
  let characters = 0;
  for (const { role, text, style, box } of line.pieces) {
    if (role !== "word") continue;
    const run = Array.from(text);
    characters += run.length;
    if (run.length < fewestCharacters || style.size === undefined || !box || !run.every(isCjk)) continue;
    const scale = Math.max(box.width, box.height) / run.length / style.size;
    if (scale > 0 && Number.isFinite(scale)) byRuns.push({ scale, characters: run.length });
  }
  const size = mainSize(line);
  if (characters < fewestCharacters || size === undefined || !line.box) return;
  const scale = Math.min(line.box.width, line.box.height) / size;
  if (scale > 0 && Number.isFinite(scale)) byThickness.push({ scale, characters });
}

function measuredScale(page: RawPage): number | undefined {
  const byRuns: Sample[] = [];
  const byThickness: Sample[] = [];
  for (const { lines } of page.blocks) for (const line of lines) sampleLine(line, byRuns, byThickness);
  const count = (samples: readonly Sample[]) => samples.reduce((sum, { characters }) => sum + characters, 0);
  return count(byRuns) > count(byThickness) * leastRuns ? median(byRuns) : median(byThickness);
}

/** Units of the page to the point of type; undefined where nothing tells. */
export function unitsPerPoint(page: RawPage, unit: string): number | undefined {
  const inch = unitsPerInch.get(unit.trim().toLowerCase());
  const said = inch === undefined ? undefined : inch / pointsPerInch;
  const measured = measuredScale(page);
  if (said === undefined || measured === undefined) return said ?? measured;
  return measured < said * agreement && measured > said / agreement ? said : measured;
}
