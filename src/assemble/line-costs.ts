/**
 * What it costs that a line is this or that, and that one state follows another: about −log of how often real pages
 * do it, set by reason; less the worth of the figures, whose weights are fitted on what the reasons get wrong.
 */
import { headingCost } from "./cost-heading.js";
import { beginCost, continueCost, endCost } from "./cost-paragraph.js";
import { weighBy } from "./figure.js";
import { putLine, putStep } from "./line-figures.js";
import {
  apart,
  capitalShare,
  isAllCapitals,
  isBody,
  type LineState,
  never,
  type SegmentContext,
  tight,
} from "./line-states.js";
import { lineWeights } from "./line-weights.js";
import type { Piece } from "./pieces.js";
import { isUnder, placeCost } from "./place-cost.js";
import { placedLineWeights } from "./placed-line-weights.js";
import { rememberSteps } from "./remember-steps.js";
import { endsWithWord } from "./roles/line-openings.js";
import type { RoleReading } from "./roles/read-role.js";

/** Words that give a role away weigh more than shapes. */
const wordsOverShape = 1.8;
/**
 * In nats, at most: a body line wider than its column. Of 140 lines in invented issues that are a fifth wider and more
 * none is text.
 */
const overColumn = 8;
/** In nats: a heading directly under a line of text, in its column and its type, where boxes tell. */
const headingInColumn = 3;
/** A piece's state cost when its words do not give the role away. */
const unreadRole = 14;

function lexicalCost(state: LineState, readings: readonly RoleReading[]): number {
  const want = state === "byline-more" ? "byline" : state;
  const reading = readings.find((r) => r.role === want);
  if (!reading) return unreadRole;
  const sure = Math.min(0.98, reading.sure);
  return -wordsOverShape * Math.log(sure / (1 - sure));
}

/** Costs of the reasoned model; `never` where no page does it. The fitted figures come on top. */
export interface LineCosts {
  readonly own: (i: number, state: LineState) => number;
  /** Of `state` at line i after `previous` at the line before; previous "start" at the first line. */
  readonly step: (i: number, previous: LineState | "start", state: LineState) => number;
  /** Of the page ending with `state`. */
  readonly end: (state: LineState) => number;
}

export const reasonedCosts = (context: SegmentContext): LineCosts => ({
  own: (i, state) => stateCost(context, i, state) + placeCost(context, i, state),
  step: (i, previous, state) => {
    if (previous !== "start") return transition(context, i, previous, state);
    if (state === "more" || state === "byline-more") return never;
    return state === "first" ? beginCost(context, 0, "start") : 0;
  },
  end: (state) => (isBody(state) ? endCost(context, context.pieces.length - 1, "end") : 0),
});

/** Lines whose words do not give them away: which of these they are is what the figures tell. */
export const isFigured = (state: LineState): boolean => isBody(state) || state === "heading";

/** The reasoned costs less the worth of the figures. What is asked of a line more than once is reckoned once. */
export function fittedCosts(context: SegmentContext): LineCosts {
  const { own, step, end } = reasonedCosts(context);
  const weigh = weighBy(context.words ? lineWeights : placedLineWeights);
  const stepWorth = rememberSteps(context, (i, previous, state, signs) =>
    weigh((put) => putStep(context, i, previous, state, put, signs)),
  );
  const known: Map<LineState, number>[] = context.pieces.map(() => new Map());
  const fittedOwn = (i: number, state: LineState): number => {
    const cost = own(i, state);
    return isFigured(state) && cost < never ? cost - weigh((put) => putLine(context, i, state, put)) : cost;
  };
  return {
    own: (i, state) => {
      const cost = known[i]?.get(state) ?? fittedOwn(i, state);
      known[i]?.set(state, cost);
      return cost;
    },
    step: (i, previous, state) => {
      const cost = step(i, previous, state);
      return previous !== "start" && cost < never ? cost - stepWorth(i, previous, state) : cost;
    },
    end,
  };
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
      const over = piece.spaced ? (piece.width / Math.max(1, m) - 1.13) * 30 : (piece.least - m - 0.5) * 1.5;
      return over > 0 ? Math.min(overColumn, 2 + over) : 0;
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
  if (state === "heading" && isBody(previous) && isUnder(context.pieces[i] as Piece, context.pieces[i - 1]))
    cost += headingInColumn;
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
  const isTold = (at: number): boolean => (context.readings[at] ?? []).some((r) => r.role === "furniture");
  // Where every line stands between blank lines, standing alone says nothing.
  const alone = apart(context, i) && (i + 1 >= context.pieces.length || apart(context, i + 1));
  return (
    alone &&
    // One line under what its words tell; a poem under a page number is no furniture.
    isTold(i - 1) &&
    !isTold(i) &&
    piece.ends === "open" &&
    piece.width < 0.9 * m &&
    !piece.startsInside
  );
}

/** Words of a title that may stand apart from the byline it belongs to: an extractor cut the line between them. */
const longestTitle = 3;
/** A title alone on its line is told from a name, and belongs to the byline over it. */
const titleUnderName = -4.5;

/** The second line of a byline: short, tight under it or a title (Staff Writer), and not a sentence. */
function bylineMore(context: SegmentContext, i: number): number {
  const piece = context.pieces[i] as Piece;
  const before = context.pieces[i - 1] as Piece;
  const m = context.measure.measure[i] ?? piece.width;
  const lower = piece.text.toLowerCase();
  const isTitle = context.titles.some((title) => endsWithWord(lower, title));
  if (
    (apart(context, i) && !(isTitle && lower.split(" ").length <= longestTitle)) ||
    piece.mark ||
    !piece.spaced ||
    // “Editor, the Ledger:” under “Letters to the editor”.
    context.opensItem(piece.text) ||
    piece.width > 0.75 * m ||
    piece.ends === "sentence" ||
    capitalShare(piece.text) < 0.6
  )
    return never;
  const open = /[-,]$/.test(before.text) || before.width > 0.62 * m;
  if (isTitle) return titleUnderName;
  if (before.text.endsWith("-") || context.titles.some((title) => lower.includes(title))) return -3;
  return open ? -0.5 : 5;
}
