/**
 * Words that were broken at the end of a line and are whole in their article: the first half and the second are told
 * by the places where the lines meet. ALTO says of both what the whole word is.
 *
 *     argu- | mented  →  SUBS_CONTENT "argumented" on both
 */
import type { Assembly } from "../../model/article.js";
import type { LineId } from "../../model/ids.js";
import type { Line } from "../../model/page.js";
import type { Passage } from "../../model/unit.js";

export interface BrokenWords {
  /** By line and the offset where the first half ends, or the second begins. */
  readonly firstHalves: ReadonlyMap<string, string>;
  readonly secondHalves: ReadonlyMap<string, string>;
}

export const placeKey = (line: LineId, offset: number): string => `${line}:${offset}`;

export function findBrokenWords(
  { units, articles }: Assembly,
  lines: ReadonlyMap<LineId, Line>,
): BrokenWords {
  const firstHalves = new Map<string, string>();
  const secondHalves = new Map<string, string>();
  const look = ({ spans, seams }: Passage): void => {
    for (const [index, seam] of seams.entries()) {
      const [before, after] = [spans[index], spans[index + 1]];
      if (seam !== "drop-hyphen" || !before || !after) continue;
      const head = lines.get(before.line)?.text.slice(before.start, before.end) ?? "";
      const tail = lines.get(after.line)?.text.slice(after.start, after.end) ?? "";
      const whole = `${head.split(/\s/u).at(-1)?.slice(0, -1) ?? ""}${/^\S*/u.exec(tail)?.[0] ?? ""}`;
      firstHalves.set(placeKey(before.line, before.end), whole);
      secondHalves.set(placeKey(after.line, after.start), whole);
    }
  };
  for (const { passage } of units.values()) look(passage);
  // Over columns and pages: the paragraph has more lines than any of its units.
  for (const { body } of articles) for (const { passage } of body) look(passage);
  return { firstHalves, secondHalves };
}
