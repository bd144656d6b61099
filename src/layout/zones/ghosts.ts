/**
 * What an OCR read twice: no two lines are printed one on the other, so the one that holds little, and that the OCR was
 * not sure of, is the noise of a rule or of large type beside it. It is no story's; where it stands is kept.
 */
import type { Chain } from "../chain-lines.js";
import { type Frame, heightOf, middle, overlapX, type Rect, type Spot, widthOf } from "../rect.js";

/** Share of a line that lies on the other; how sure an OCR is of what is there, at most. */
const covered = 0.6;
const unsure = 0.6;
/** Text that a line read twice holds, by that of the line it lies on. */
const little = 0.5;

function sureness({ lines }: Spot): number | undefined {
  const known = lines.flatMap(({ words = [] }) => words.flatMap(({ confidence }) => confidence ?? []));
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : undefined;
}

const liesOn = (ghost: Rect, line: Rect): boolean =>
  overlapX(ghost, line) > covered * widthOf(ghost) &&
  Math.abs(middle(ghost) - middle(line)) < 0.5 * Math.max(heightOf(ghost), heightOf(line));

/** The chains of a page that are noise on other lines. */
export function findGhosts({ spots, exact }: Frame, chains: readonly Chain[]): Set<Chain> {
  if (exact) return new Set();
  return new Set(
    chains.filter(({ spots: own }) => {
      const [ghost] = own;
      if (!ghost || own.length > 1) return false;
      const sure = sureness(ghost);
      if (sure === undefined || sure > unsure) return false;
      return spots.some(
        (line) =>
          line !== ghost &&
          liesOn(ghost, line) &&
          ghost.amount < little * line.amount &&
          (sureness(line) ?? 1) > sure,
      );
    }),
  );
}
