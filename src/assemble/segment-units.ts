/**
 * Lines → units, by one dynamic program over the page: for each piece, is it the first line of a paragraph, a further
 * line of it, a heading line, a byline, a mark, a credit, furniture? Costs are about −log of how often real pages do
 * such a thing: a line that falls short of its column ends a paragraph (unless it is stretched, then never); a
 * paragraph ends with a sentence; a line wider than its column is set in another size, so it is a heading.
 * It never looks at what comes from elsewhere on the page: that is for grouping.
 */
import { headingCost } from "./cost-heading.js";
import { beginCost, continueCost, endCost } from "./cost-paragraph.js";
import {
  apart,
  blankBefore,
  capitalShare,
  isAllCapitals,
  isBody,
  type LineState,
  never,
  type SegmentContext,
  type StatedPiece,
  states,
  tight,
} from "./line-states.js";
import type { Piece } from "./pieces.js";
import type { RoleReading } from "./roles/read-role.js";

/** Words that give a role away weigh more than shapes. */
const wordsOverShape = 1.8;
/** A piece's state cost when its words do not give the role away. */
const unreadRole = 14;

function lexicalCost(state: LineState, readings: readonly RoleReading[]): number {
  const want = state === "byline-more" ? "byline" : state;
  const reading = readings.find((r) => r.role === want);
  if (!reading) return unreadRole;
  const sure = Math.min(0.98, reading.sure);
  return -wordsOverShape * Math.log(sure / (1 - sure));
}

function stateCost(context: SegmentContext, i: number, state: LineState): number {
  const piece = context.pieces[i] as Piece;
  const m = context.measure.measure[i] ?? piece.width;
  if (piece.mark) return state === "mark" ? 0 : never;
  switch (state) {
    case "mark":
      return never;
    case "first":
    case "more": {
      const over = piece.spaced ? (piece.width / Math.max(1, m) - 1.13) * 12 : (piece.least - m - 0.5) * 1.5;
      return over > 0 ? Math.min(5, 2 + over) : 0;
    }
    case "heading":
      return headingCost(context, i);
    default: {
      const cost = lexicalCost(state, context.readings[i] ?? []);
      return piece.beforeMark || piece.afterMark ? cost + 4 : cost;
    }
  }
}

/** Cost of `state` at piece i after `previous` at i-1. */
function transition(context: SegmentContext, i: number, previous: LineState, state: LineState): number {
  if (state === "more") return isBody(previous) ? continueCost(context, i, previous) : never;
  let cost = isBody(previous) ? endCost(context, i - 1, state) : 0;
  if (state === "first") cost += beginCost(context, i, previous);
  if (state === "furniture" && previous === "furniture" && nearFurniture(context, i))
    cost -= unreadRole - 2.5;
  if (state === "furniture" && previous === "furniture" && sectionUnderFolio(context, i)) cost -= 4;
  if (state === "byline" && previous === "heading") cost -= 0.8;
  if (state === "byline-more")
    return previous === "byline" || previous === "byline-more"
      ? cost + bylineMore(context, i) - lexicalCost("byline-more", context.readings[i] ?? [])
      : never;
  if (state === "heading" && previous === "heading") {
    const before = context.pieces[i - 1] as Piece;
    if (tight(context, i) && !apart(context, i)) cost -= 1.5;
    else if (apart(context, i)) cost += 0.3;
    if (/[,，]$/.test(before.text)) cost -= 1.2;
    if ((context.pieces[i] as Piece).startsInside) cost -= 1.5;
  }
  if (state === "heading" && isBody(previous) && tight(context, i) && context.measure.blanks === "pitch")
    cost += 4;
  if (previous === "heading" && state === "first" && tight(context, i) && context.measure.blanks === "pitch")
    cost += 3;
  return cost;
}

/** OPINION & COMMUNITY alone between blank lines under a folio: the page's section. */
function sectionUnderFolio(context: SegmentContext, i: number): boolean {
  const piece = context.pieces[i] as Piece;
  const alone = apart(context, i) && (i + 1 >= context.pieces.length || apart(context, i + 1));
  return (
    alone &&
    nearFurniture(context, i) &&
    (piece.spaced ? isAllCapitals(piece.text) && piece.text.split(" ").length <= 4 : piece.text.length <= 6)
  );
}

/** A short line directly under furniture with no word of its own that tells it: the Latin title under a nameplate. */
function nearFurniture(context: SegmentContext, i: number): boolean {
  const piece = context.pieces[i] as Piece;
  const m = context.measure.measure[i] ?? piece.width;
  const alone = blankBefore(context, i) && (i + 1 >= context.pieces.length || blankBefore(context, i + 1));
  return (
    alone &&
    !(context.readings[i] ?? []).some((r) => r.role === "furniture") &&
    piece.ends === "open" &&
    piece.width < 0.9 * m &&
    !piece.startsInside
  );
}

/** The second line of a byline: short, tight under it, and not a sentence. */
function bylineMore(context: SegmentContext, i: number): number {
  const piece = context.pieces[i] as Piece;
  const before = context.pieces[i - 1] as Piece;
  const m = context.measure.measure[i] ?? piece.width;
  if (
    apart(context, i) ||
    piece.mark ||
    !piece.spaced ||
    piece.width > 0.75 * m ||
    piece.ends === "sentence" ||
    capitalShare(piece.text) < 0.6
  )
    return never;
  const open = /[-,]$/.test(before.text) || before.width > 0.62 * m;
  if (before.text.endsWith("-") || context.titles.some((title) => piece.text.toLowerCase().includes(title)))
    return -3;
  return open ? -0.5 : 5;
}

/** The state of every piece of a page: the cheapest whole reading. Linear in the number of pieces. */
export function segmentPieces(context: SegmentContext): StatedPiece[] {
  const { pieces } = context;
  if (pieces.length === 0) return [];
  const size = states.length;
  const costs: number[][] = [];
  const back: number[][] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const row: number[] = [];
    const from: number[] = [];
    for (let s = 0; s < size; s += 1) {
      const state = states[s] as LineState;
      const own = stateCost(context, i, state);
      if (i === 0) {
        row.push(
          state === "more" || state === "byline-more"
            ? never
            : own + (state === "first" ? beginCost(context, 0, "start") : 0),
        );
        from.push(0);
        continue;
      }
      let best = never * 10;
      let bestFrom = 0;
      for (let p = 0; p < size; p += 1) {
        const cost = (costs[i - 1]?.[p] ?? never) + transition(context, i, states[p] as LineState, state);
        if (cost < best) {
          best = cost;
          bestFrom = p;
        }
      }
      row.push(best + own);
      from.push(bestFrom);
    }
    costs.push(row);
    back.push(from);
  }
  const finals = (costs.at(-1) ?? []).map(
    (cost, s) => cost + (isBody(states[s] as LineState) ? endCost(context, pieces.length - 1, "end") : 0),
  );
  let s = finals.indexOf(Math.min(...finals));
  const path: number[] = new Array(pieces.length).fill(0);
  for (let i = pieces.length - 1; i >= 0; i -= 1) {
    path[i] = s;
    s = back[i]?.[s] ?? 0;
  }
  return pieces.map((piece, i) => ({
    piece,
    state: states[path[i] ?? 0] as LineState,
    ...explain(context, path, i),
  }));
}

/** What decided a state, and by how much it beat the next best with its neighbours held. */
function explain(
  context: SegmentContext,
  path: readonly number[],
  i: number,
): { rule: string; margin: number } {
  const local = (s: number): number => {
    const state = states[s] as LineState;
    const previous = i > 0 ? (states[path[i - 1] ?? 0] as LineState) : undefined;
    const next = i + 1 < path.length ? (states[path[i + 1] ?? 0] as LineState) : undefined;
    return (
      stateCost(context, i, state) +
      (previous ? transition(context, i, previous, state) : state === "more" ? never : 0) +
      (next ? transition(context, i + 1, state, next) : isBody(state) ? endCost(context, i, "end") : 0)
    );
  };
  const chosen = path[i] ?? 0;
  const own = local(chosen);
  let second = never;
  for (let s = 0; s < size(); s += 1) if (s !== chosen) second = Math.min(second, local(s));
  const state = states[chosen] as LineState;
  const reading = context.readings[i]?.find((r) => r.role === state);
  const rule = reading
    ? reading.rule
    : state === "heading"
      ? "shape-of-heading"
      : state === "mark"
        ? "wording-of-mark"
        : state === "first"
          ? "begins-paragraph"
          : "continues-paragraph";
  return { rule, margin: Math.min(20, second - own) };
}
const size = (): number => states.length;
