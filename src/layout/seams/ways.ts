/** Which runs of text a run may follow by their places, and what their places say of it. */
import { type Chain, isRuled } from "../chain-lines.js";
import { fieldOf } from "../field.js";
import { areNeighbours, gapBelow, isOfMeasure, lookUp, slack } from "../look-around.js";
import { type Frame, overlapX, overlapY, widthOf } from "../rect.js";
import { isWalled } from "../zones/walls.js";
import type { Run } from "./column-runs.js";

/** Runs that one may follow at most: the nearest. */
const mostWays = 8;
/** In nats: what speaks for text going on as the page was hung; what is against text below others, or right of them. */
const asHung = -1.5;
/** In nats: a story begins left of its headline, and not under it. */
const leftOfHeadline = 2;
const below = 1;
const farBelow = 1.5;
const right = 0.5;
/** In nats: a column of text that neither begins nor ends level with what it goes on from, as columns of one story do. */
const unlevel = 2;
/** Pitches within which columns end level. */
const sameFoot = 1.5;

/** For each run those that it may follow, and what that costs by their places, in nats. */
export type Ways = readonly ReadonlyMap<number, number>[];

export function waysOf(frame: Frame, chains: readonly Chain[], runs: readonly Run[]): Ways {
  const field = fieldOf(chains);
  const runOf = new Map(runs.flatMap(({ chains: own }, at) => own.map((chain) => [chain, at] as const)));
  return runs.map((run, at) => {
    const ways = new Map<number, number>();
    const top = run.headline ?? (run.chains[0] as Chain);
    const above = lookUp(frame, field, top);
    const over = above ? runOf.get(above) : undefined;
    // A headline stands amid text only where the text goes on under it in mid-sentence.
    const mayGoOn = run.headline === undefined || run.start === "inside";
    if (above && over !== undefined && over !== at && mayGoOn && !isRuled(frame.rules, above, top))
      ways.set(over, gapBelow(above, top) < 2 * frame.pitch && !run.headline ? below : farBelow);
    runs.forEach((other, from) => {
      if (from === at || !isLeftOf(frame, runs, other, run)) return;
      if (!isOfMeasure(frame, field, other.chains[0] as Chain, run.chains[0] as Chain)) return;
      const isLevel =
        Math.abs(other.rect.y1 - run.rect.y1) < sameFoot * frame.pitch ||
        Math.abs(other.rect.y0 - run.rect.y0) < frame.em / 2;
      ways.set(from, right + (isLevel ? 0 : unlevel));
    });
    const nearest = [...ways].sort((a, b) => a[1] - b[1]).slice(0, mostWays);
    if (run.before === undefined) return new Map(nearest);
    const isBesideIt = run.headline !== undefined && runs[run.before]?.head !== run.head;
    return new Map([...nearest, [run.before, isBesideIt ? leftOfHeadline : asHung]]);
  });
}

/** Whether text may go on from the foot of one run to the top of another in a column right of it. */
function isLeftOf(frame: Frame, runs: readonly Run[], left: Run, run: Run): boolean {
  if (left.rect.x1 > run.rect.x0 + frame.em || left.rect.y1 < run.rect.y0 + slack * frame.em) return false;
  // A headline over text that begins left of it begins where that does.
  const { headline } = run;
  if (headline && (left.rect.y0 < headline.y0 - 2 * frame.em || left.rect.y0 > run.rect.y0 + 2 * frame.em))
    return false;
  if (areNeighbours(frame, left.rect, run.rect)) return true;
  if (isWalled(frame, left.rect, run.rect)) return false;
  const between = {
    x0: left.rect.x1,
    x1: run.rect.x0,
    y0: run.rect.y0,
    y1: Math.min(left.rect.y1, run.rect.y1),
  };
  return (
    widthOf(between) < 1.5 * widthOf(left.rect) &&
    !runs.some(({ rect }) => overlapX(rect, between) > frame.em && overlapY(rect, between) > 0)
  );
}
