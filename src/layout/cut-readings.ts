/**
 * Readings that an OCR read as one line, since they stand in a row over one line of text: each is a line of its own.
 *
 *     ほくがん       さんばし     two, over 北岸の渡し場に新しい桟橋が
 *
 * Refused: what has no places of its words, gaps that might be within a reading, and more readings than a row has.
 */
import type { LineId } from "../model/ids.js";
import type { Line, Page } from "../model/page.js";
import { typicalWidth } from "../text/widths.js";
import { cutLine, isAllWords, mostStretches } from "./cut-lines.js";
import { median } from "./median.js";

/** Letters of white between two readings at least. */
const leastGap = 0.9;

function cutReading(line: Line, vertical: boolean): readonly Line[] {
  const { words = [] } = line;
  if (words.length < 2 || !isAllWords(line)) return [line];
  const [from, along] = vertical ? (["y", "height"] as const) : (["x", "width"] as const);
  const letter = median(words.map(({ box, text }) => box[along] / Math.max(1, typicalWidth(text))));
  const before = words.flatMap(({ box }, at) => {
    const last = words[at - 1]?.box;
    return last && box[from] - (last[from] + last[along]) > leastGap * letter ? [at] : [];
  });
  const cuts = before.length > 0 && before.length < mostStretches;
  return cuts ? cutLine(line, words, before, false) : [line];
}

/** @param isReading what may be cut @returns the page so cut, and the whole line by each of its stretches */
export function cutReadings(
  page: Page,
  isReading: (line: Line) => boolean,
): { readonly page: Page; readonly wholes: ReadonlyMap<LineId, Line> } {
  const wholes = new Map<LineId, Line>();
  const blocks = page.blocks.map((block) => ({
    ...block,
    lines: block.lines.flatMap((line) => {
      const stretches = isReading(line) ? cutReading(line, page.direction === "vertical") : [line];
      if (stretches.length > 1) for (const { id } of stretches) wholes.set(id, line);
      return stretches;
    }),
  }));
  return wholes.size === 0 ? { page, wholes } : { page: { ...page, blocks }, wholes };
}
