/**
 * Column rules that part stories. Where a paper sets rules between some of its columns only, they stand between stories,
 * and no text runs on through one; where most columns level with it have a rule between them, rules say nothing.
 *
 *     bookkeeper, liability │ Tannery Hill Road
 *     insurance and two     │ down to one lane        no rule stands between the columns left of it
 */
import { areLevel, heightOf, middle, middleX, type Rect, type Spot, widthOf } from "../rect.js";

/** A wall is as high as so many lines at least. */
const fewestLines = 3;
/** Ems between neighbouring columns at most. */
export const widestGutter = 4;
/** Ems by which a rule may reach into one. */
const reach = 1;
/** Share of the gutters of the page that have a rule in them, and of those level with one, from which on rules say nothing. */
const mostOfPage = 0.5;
const mostLevel = 0.7;
/** Ems of text that a line has at least to be a column's, and share by which its type may differ from the body's. */
const leastAmount = 4;
const bodySize = 0.15;
/** A page with more upright rules than this is a table. */
const mostRules = 60;
/** Lines that are asked for their neighbour at most: hostile pages hold thousands. */
const mostAsked = 400;

const isUpright = (rule: Rect): boolean => heightOf(rule) > 2 * widthOf(rule);

const standsBetween = (wall: Rect, left: number, right: number, em: number): boolean =>
  middleX(wall) > left - reach * em && middleX(wall) < right + reach * em;

/** The upright rules of a page that part stories; not those beside which rules stand between most columns. */
export function wallsOf(
  spots: readonly Spot[],
  rules: readonly Rect[],
  { em, pitch }: { readonly em: number; readonly pitch: number },
): Rect[] {
  const upright = rules.filter((rule) => isUpright(rule) && heightOf(rule) > fewestLines * pitch);
  if (upright.length === 0 || upright.length > mostRules) return [];
  // A heading that hangs over its column hides a rule, which ends where it stands.
  const isText = (spot: Spot): boolean => spot.amount >= leastAmount && Math.abs(spot.em / em - 1) < bodySize;
  const sorted = spots.filter(isText).sort((a, b) => middle(a) - middle(b));
  const step = Math.max(1, Math.ceil(sorted.length / mostAsked));
  const gutters = sorted.flatMap((spot, i): { y: number; ruled: boolean }[] => {
    const next = i % step === 0 ? rightOf(sorted, i, em) : undefined;
    if (!next) return [];
    const y = middle(spot);
    const ruled = upright.some(
      (rule) => standsBetween(rule, spot.x1, next.x0, em) && rule.y0 < y && rule.y1 > y,
    );
    return [{ y, ruled }];
  });
  const isMost = (some: readonly { ruled: boolean }[], share: number): boolean =>
    some.filter(({ ruled }) => ruled).length > share * some.length;
  if (isMost(gutters, mostOfPage)) return [];
  return upright.filter((rule) => {
    const level = gutters.filter(({ y }) => y > rule.y0 && y < rule.y1);
    return !isMost(level, mostLevel);
  });
}

/** The line level with one that begins the next column. */
function rightOf(sorted: readonly Spot[], at: number, em: number): Spot | undefined {
  const spot = sorted[at] as Spot;
  let found: Spot | undefined;
  for (const direction of [-1, 1])
    for (let i = at + direction; i >= 0 && i < sorted.length; i += direction) {
      const other = sorted[i] as Spot;
      if (Math.abs(middle(other) - middle(spot)) > 2 * em) break;
      const gap = other.x0 - spot.x1;
      if (areLevel(other, spot) && gap > 0 && gap < widestGutter * em && (!found || other.x0 < found.x0))
        found = other;
    }
  return found;
}

/** Whether a wall stands between two that stand side by side, for most of the height they share. */
export function isWalled(
  { walls, em }: { readonly walls: readonly Rect[]; readonly em: number },
  a: Rect,
  b: Rect,
): boolean {
  if (walls.length === 0) return false;
  const [left, right] = a.x0 < b.x0 ? [a, b] : [b, a];
  const top = Math.max(a.y0, b.y0);
  const foot = Math.max(top + em, Math.min(a.y1, b.y1));
  return walls.some(
    (wall) =>
      standsBetween(wall, left.x1, right.x0, em) &&
      Math.min(wall.y1, foot) - Math.max(wall.y0, top) > 0.5 * (foot - top),
  );
}
