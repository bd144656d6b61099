/**
 * Pages whose columns are filled one after the other, though they have headlines: each stands in its column, and a story
 * that does not end at the foot of one goes on at the head of the next, beside other stories and under no heading.
 *
 *     ┌ Osse … │ stimmten │ Sperr- │ genommen │
 *     │ bett   │ Rats-    │ müll   ├ Leser-   │     storey 0: the columns are the order
 *     │ …      │ …        │ …      │ brief …  │
 *     ├────────┴─ Feuilleton ──────┴──────────┤
 *     │ …      │ …        │ …      │ …        │     storey 1, under a rule through all columns
 *
 * Whether a page is to be read so is told by all pages of the edition (tell-filled.ts).
 */
import { type Chain, isRuled } from "../chain-lines.js";
import type { Hanging } from "../hang-chains.js";
import { gapBelow, isWeak } from "../look-around.js";
import { around, type Frame, overlapX, type Rect } from "../rect.js";
import { isInside } from "../zones/boxes.js";
import { gridOf, storeysOf } from "./storeys.js";
import { type Filling, fillingOf } from "./tell-filled.js";

/** Columns that a page has at least. */
const fewestColumns = 3;
/** A heading so near under text, in pitches, and no larger than this, is a subhead. */
const subheadGap = 1.4;
const largestSubhead = 1.4;

/** A page as it is where its columns are filled one after the other. */
export interface Filled {
  readonly filling: Filling;
  readonly hangings: readonly (Hanging & { readonly storey?: number })[];
}

/** The page column by column, each of its hangings with its storey; undefined where it has no columns. */
export function fillColumns(frame: Frame, hangings: readonly Hanging[]): Filled | undefined {
  const isBoxed = (chain: Rect): boolean => frame.boxes.some((box) => isInside(chain, box));
  const grid = gridOf(hangings.flatMap(({ chains }) => chains).filter((chain) => !isBoxed(chain)));
  if (!grid || grid.length < fewestColumns) return undefined;
  const text = around(grid);
  // Folios beside the tiers of a vertical page are in none.
  const isOutside = ({ x0, x1 }: Rect): boolean => x1 < text.x0 || x0 > text.x1;
  const isApart = ({ edge, chains }: Hanging): boolean =>
    edge === true || chains.every((chain) => isBoxed(chain) || isOutside(chain));
  const chains = hangings.filter((hanging) => !isApart(hanging)).flatMap((hanging) => hanging.chains);
  const storeys = storeysOf(frame, chains, grid);
  const apart = hangings.filter(isApart);
  const filled = [
    ...apart.filter(({ edge }) => edge),
    ...storeys.flatMap((storey, number) =>
      hangDown(frame, [...storey.heads, ...storey.columns.flat()]).map((hanging) => ({
        ...hanging,
        storey: number,
      })),
    ),
    ...apart.filter(({ edge }) => !edge),
  ];
  const inTheWay = [...apart, ...frame.pictures];
  return { filling: fillingOf(frame, storeys, grid, inTheWay), hangings: filled };
}

/** Chains in reading order → what hangs under each heading, from it to the next one. */
function hangDown(frame: Frame, chains: readonly Chain[]): Hanging[] {
  const groups: Chain[][] = [];
  for (const [i, chain] of chains.entries()) {
    const before = chains[i - 1];
    if (!before || opens(frame, before, chain)) groups.push([]);
    groups.at(-1)?.push(chain);
  }
  return groups.map((group): Hanging => {
    const heads = group.findIndex(({ display }) => !display);
    const own = group.slice(0, heads < 0 ? group.length : heads).filter((chain) => !isWeak(chain));
    return { ...around(group), chains: group, head: Math.max(0, ...own.map(({ scale }) => scale)) };
  });
}

/** Whether a story begins with this chain. */
function opens(frame: Frame, before: Chain, chain: Chain): boolean {
  if (chain.arrives) return !before.display;
  if (!chain.display || (before.display && !isWeak(before))) return false;
  const isBelow = chain.y0 >= before.y1 - frame.em && overlapX(before, chain) > 0;
  const isRuledOff = isBelow && isRuled(frame.rules, before, chain);
  if (isWeak(chain)) return isRuledOff || before.leaves;
  const isSubhead =
    isBelow &&
    !isRuledOff &&
    !before.leaves &&
    chain.scale < largestSubhead &&
    gapBelow(before, chain) < subheadGap * frame.pitch;
  return !isSubhead;
}
