/**
 * Boxed notices: what rules on all four sides enclose is by itself, and nothing outside goes on inside or hangs on it.
 * The sides must meet at the corners: column rules and rules across the page make cells too, which enclose nothing.
 */
import { heightOf, middle, middleX, type Rect, widthOf } from "../rect.js";

/** A page with more rules than this is a table. */
const mostRules = 400;
/** And a page with more boxes: the smallest are taken. */
const mostBoxes = 200;
/** Ems by which sides may miss each other at a corner. */
const corner = 1;
/** A frame given whole is broader and higher than so many ems; less is a rule. */
const leastFrame = 3;

/** A frame that a source gives whole, as its four sides; any other rule as it is. */
export function sidesOf(rule: Rect, em: number): Rect[] {
  if (Math.min(widthOf(rule), heightOf(rule)) <= leastFrame * em) return [rule];
  const { x0, x1, y0, y1 } = rule;
  return [
    { x0, x1, y0, y1: y0 },
    { x0, x1, y0: y1, y1 },
    { x0, x1: x0, y0, y1 },
    { x0: x1, x1, y0, y1 },
  ];
}

/** The boxes that rules make on a page, smallest first. */
export function boxesOf(rules: readonly Rect[], em: number): Rect[] {
  if (rules.length > mostRules) return [];
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= corner * em;
  const level = rules.filter((rule) => widthOf(rule) > heightOf(rule));
  const upright = rules.filter((rule) => widthOf(rule) <= heightOf(rule));
  const hasSide = (at: number, top: Rect, foot: Rect): boolean =>
    upright.some(
      (side) => near(middleX(side), at) && near(side.y0, middle(top)) && near(side.y1, middle(foot)),
    );
  const closed = level.flatMap((top) =>
    level
      .filter(
        (foot) =>
          middle(foot) > middle(top) + em &&
          near(foot.x0, top.x0) &&
          near(foot.x1, top.x1) &&
          hasSide(top.x0, top, foot) &&
          hasSide(top.x1, top, foot),
      )
      .map((foot): Rect => ({ x0: top.x0, x1: top.x1, y0: middle(top), y1: middle(foot) })),
  );
  const area = (box: Rect): number => widthOf(box) * heightOf(box);
  return closed.sort((a, b) => area(a) - area(b)).slice(0, mostBoxes);
}

/** Whether the middle of a part is in a box. */
export const isInside = (part: Rect, box: Rect): boolean =>
  middleX(part) > box.x0 && middleX(part) < box.x1 && middle(part) > box.y0 && middle(part) < box.y1;

/** Share of a page's text that stands in a box at most: one round the page is none of a notice. */
const mostOfPage = 0.6;

/** What hangs in a box, as far as it is asked for here. */
interface Boxed extends Rect {
  readonly chains: readonly (Rect & { readonly display: boolean; readonly spots: readonly unknown[] })[];
}

/**
 * For each hanging the box that it stands in, by its place in the list; only boxes that begin with a heading of their
 * own. A table or a picture's text in a box without one may be part of the story around it.
 */
export function headedBoxes(
  { boxes }: { readonly boxes: readonly Rect[] },
  hangings: readonly Boxed[],
): (number | undefined)[] {
  const linesOf = ({ chains }: Boxed): number => chains.reduce((sum, { spots }) => sum + spots.length, 0);
  const all = hangings.reduce((sum, hanging) => sum + linesOf(hanging), 0);
  const boxOf = hangings.map(({ chains }) => {
    const at = boxes.findIndex((box) => chains.every((chain) => isInside(chain, box)));
    return at < 0 ? undefined : at;
  });
  const isHeaded = (box: number): boolean => {
    const own = hangings.filter((_, at) => boxOf[at] === box);
    const first = own.flatMap(({ chains }) => chains).sort((a, b) => a.y0 - b.y0)[0];
    return (
      first?.display === true && own.reduce((sum, hanging) => sum + linesOf(hanging), 0) < mostOfPage * all
    );
  };
  const headed = new Set(boxes.map((_, at) => at).filter(isHeaded));
  return boxOf.map((box) => (box !== undefined && headed.has(box) ? box : undefined));
}

/** Parts of a page by the smallest box that each is in; those in none first. */
export function splitByBoxes<T extends Rect>(parts: readonly T[], boxes: readonly Rect[]): readonly T[][] {
  const inside = new Map<Rect | undefined, T[]>([[undefined, []]]);
  for (const part of parts) {
    const box = boxes.find((one) => isInside(part, one));
    const others = inside.get(box);
    if (others) others.push(part);
    else inside.set(box, [part]);
  }
  return [...inside.values()].filter((group) => group.length > 0);
}
