/**
 * The columns of a story whose headline stands at its foot: what the headline sees when it looks up, and the columns
 * beside these that end level with them over white, where the headline is shorter than its story is wide.
 *
 *     │ Fortsetzung von  │ Ob sich eine    │
 *     │ Seite 1 …        │ Reparatur …     │
 *     │ stehen um die    │ Zuschuss nennt. │
 *     │ Uhr bereit.      │                 │
 *     Brücke                                      both are of this story
 */
import { type Chain, isRuled } from "./chain-lines.js";
import type { Field } from "./field.js";
import {
  areNeighbours,
  gapBelow,
  isPictured,
  isWeak,
  lookDown,
  lookUp,
  looseGap,
  slack,
} from "./look-around.js";
import { byPlace, type Frame, middleX, type Rect } from "./rect.js";

/** No headline stands under more columns. */
export const mostColumns = 12;

/** A headline at the foot of its story. */
export interface HeadBelow {
  /** From top to bottom. */
  readonly parts: readonly Chain[];
  /** The columns over it, from left to right; each from its lowest chain up. */
  readonly columns: readonly Column[];
}
type Column = readonly Chain[];

/** What is known of a headline before its columns are. */
export interface Found {
  readonly parts: readonly Chain[];
  readonly rect: Rect;
  /** The lowest text over it. */
  readonly feet: readonly Chain[];
}

export function findColumns(frame: Frame, field: Field, found: readonly Found[]): HeadBelow[] {
  const taken = new Set<Chain>();
  const take = (foot: Chain): Column => {
    const column = columnUp(frame, field, foot);
    for (const chain of column) taken.add(chain);
    return column;
  };
  const heads = found.map(({ parts, rect, feet }) => ({ parts, rect, columns: feet.map(take) }));
  // Text is read from left to right: a column goes with what is left of it first.
  for (const side of ["left", "right"] as const)
    for (const { rect, columns } of heads) {
      const isMore = (chain: Chain): boolean =>
        !chain.display && !taken.has(chain) && endsLevel(frame, field, columns, side, rect, chain);
      for (
        let more = field.chains.find(isMore);
        more && columns.length < mostColumns;
        more = field.chains.find(isMore)
      )
        columns.push(take(more));
    }
  return heads.map(({ parts, columns }) => ({
    parts,
    columns: columns.sort(([a], [b]) => byColumn(a as Chain, b as Chain)),
  }));
}

const byColumn = (a: Chain, b: Chain): number => a.x0 - b.x0 || byPlace(a, b);

/** From the foot of a column up, as far as it is surely one story's. */
function columnUp(frame: Frame, field: Field, foot: Chain): Chain[] {
  const column = [foot];
  for (let at = foot; ; ) {
    const up = lookUp(frame, field, at);
    if (!up || (up.display && !isWeak(up)) || isRuled(frame.rules, up, at)) return column;
    if (gapBelow(up, at) > looseGap * frame.pitch && !isPictured(frame, up, at)) return column;
    column.push(up);
    at = up;
  }
}

/** Whether the column that ends with a chain begins and ends with the one beside it of these, with white under it down to the headline's foot. */
function endsLevel(
  frame: Frame,
  field: Field,
  columns: readonly Column[],
  side: "left" | "right",
  head: Rect,
  foot: Chain,
): boolean {
  const beside = columns.find(
    ([other]) =>
      other &&
      (side === "left") === middleX(other) < middleX(foot) &&
      areNeighbours(frame, other, foot) &&
      foot.y1 < other.y1 + slack * frame.em &&
      other.y1 - foot.y1 < looseGap * frame.pitch,
  );
  if (!beside) return false;
  const under = lookDown(field, foot);
  if (under && under.y0 < head.y1 - slack * frame.em) return false;
  const top = columnUp(frame, field, foot).at(-1) as Chain;
  return Math.abs(top.y0 - (beside.at(-1) as Chain).y0) < slack * frame.em;
}
