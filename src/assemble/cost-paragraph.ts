/**
 * What it costs that a paragraph begins, goes on or ends at a line: a line that falls short of its column ends one
 * (unless it is stretched, then never), and a paragraph ends with a sentence.
 */
import {
  apart,
  ended,
  isBody,
  type LineState,
  misfit,
  never,
  type SegmentContext,
  shortfall,
  slack,
  tight,
} from "./line-states.js";
import type { Piece } from "./pieces.js";

/** Ems a CJK line may lack with its gaps too small for an extractor to show them: about .07 em for each of 12 characters. */
const unseenStretch = 0.8;

/** Where boxes tell how far a line falls short: ems that a box may be off, and what each further em costs. */
const edge = 0.7;
const ragged = 1.8;

/** Cost of `piece` not being the last line of its paragraph: it should fill its column, less the indent on a first line. */
export function runOnCost(context: SegmentContext, i: number, state: LineState): number {
  const piece = context.pieces[i] as Piece;
  const m = context.measure.measure[i] ?? piece.width;
  if (piece.beforeMark) return never;
  if (piece.afterMark && !piece.spaced) return 0;
  if (piece.place) return Math.min(7, Math.max(0, piece.place.room - edge) * ragged);
  if (piece.spaced) {
    const lack =
      shortfall(piece, m) - slack(piece, m) - (state === "first" ? 0.06 * m : 0) - (piece.afterMark ? 6 : 0);
    return lack <= 0 ? 0 : Math.min(7, (lack / Math.max(1, m)) * 28);
  }
  const indent = state === "first" && !piece.startsInside ? context.measure.indent : 0;
  const target = m - indent;
  const lack = target - piece.most - 0.35;
  const excess = piece.least - target - 0.35;
  if (lack > 0) return lack <= unseenStretch ? 0.4 : Math.min(7, 0.4 + (lack - unseenStretch) * 1.8);
  return excess > 0 ? Math.min(2.6, excess * 1.5) : 0;
}

/** Cost of a paragraph ending with this piece, when `next` says what follows. */
export function endCost(context: SegmentContext, i: number, next: LineState | "end"): number {
  const piece = context.pieces[i] as Piece;
  const { measure } = context;
  const m = measure.measure[i] ?? piece.width;
  if (piece.beforeMark) return 0.2;
  let cost = ended(piece, measure) ? 0 : piece.ends === "pause" ? 2.2 : 3.2;
  if (cost > 0) {
    if (next === "mark" && context.pieces[i + 1]?.mark?.kind === "jump-line") cost *= 0.2;
    else if (next === "end") cost *= 0.4;
    else if (apart(context, i + 1)) cost *= 0.55;
    else if (next === "first" && piece.spaced && !(context.pieces[i + 1]?.startsInside ?? true)) cost *= 1.3;
    else if (!isBody(next as LineState)) cost *= 0.8;
    const leadsIn = !piece.spaced && /[：:]$/u.test(piece.text);
    if (leadsIn) cost *= 0.6;
    // A column or a page cuts full lines; a short line without an end is a heading or an item, unless it leads in.
    if (!measure.pausesEnd && !leadsIn && (next === "first" || next === "heading")) {
      const lack = shortfall(piece, m) - slack(piece, m);
      if (lack > 0) cost += Math.min(2, (lack / Math.max(1, m)) * 10);
    }
    const hyphen = piece.spaced && /[-\u00ad¬]$/.test(piece.text);
    if (hyphen) cost += 1.5;
  }
  if (piece.stretched > 0.3) cost += ended(piece, measure) || next !== "first" ? 2.2 : 4;
  else if (shortfall(piece, m) <= slack(piece, m)) cost += 0.35;
  return cost;
}

/** Cost of a paragraph beginning with this piece. */
export function beginCost(context: SegmentContext, i: number, previous: LineState | "start"): number {
  const piece = context.pieces[i] as Piece;
  const before = context.pieces[i - 1];
  let cost = 0;
  if (piece.startsInside) {
    const cut =
      previous === "start" || previous === "mark" || apart(context, i) || !isBody(previous as LineState);
    cost += cut ? (piece.afterMark || previous === "mark" ? 0.3 : 1.5) : 4.5;
  }
  if (isBody(previous as LineState) && before && !apart(context, i) && context.measure.blanks === "blocks")
    cost += 0.5;
  const setIn = context.measure.setIn[i];
  if (setIn === true) cost -= 1;
  else if (setIn === false && isBody(previous as LineState) && !apart(context, i)) cost += flush;
  return cost;
}

/** On a page that keeps its indents: a further line that is set in, a first line that is not. */
const inset = 5;
const flush = 1.8;

/**
 * In nats, that text goes on closer than the page's even pitch. On such pages of invented issues 109 of 124 lines set
 * close are headings; of some thousands of lines of text nine.
 */
const closer = 3.5;

const opensSpeech = (text: string): boolean => /^[“„«»"]/u.test(text);

/** Where columns run on, text goes on in its own section of its own storey only. */
const leavesColumns = ({ place: a }: Piece, { place: b }: Piece): boolean =>
  a?.storey !== undefined && b?.storey !== undefined && a.hanging !== b.hanging;

/** Cost of a paragraph going on over the border between two pieces. */
export function continueCost(context: SegmentContext, i: number, previous: LineState): number {
  const before = context.pieces[i - 1] as Piece;
  const piece = context.pieces[i] as Piece;
  const { measure } = context;
  if (piece.afterMark || leavesColumns(before, piece)) return never;
  let cost = runOnCost(context, i - 1, previous) + (measure.setIn[i] === true ? inset : 0);
  if (apart(context, i)) {
    const unfinished = !ended(before, measure);
    const m = measure.measure[i] ?? piece.width;
    const fillsAndRunsOn =
      !piece.spaced &&
      measure.indent > 0 &&
      piece.stretched <= 0.3 &&
      piece.least > m - measure.indent + 0.5 &&
      piece.most >= m - 0.3 &&
      runOnCost(context, i - 1, previous) < 0.5;
    cost +=
      (unfinished ? 0.6 : 1.5) +
      measure.blankTrust *
        (unfinished && (piece.startsInside || before.stretched > 0.3)
          ? 0.8
          : unfinished
            ? !piece.spaced && cost <= 0.4
              ? 0.9
              : 1.6
            : fillsAndRunsOn
              ? 0.5
              : 4);
  }
  if (measure.evenPitch && tight(context, i)) cost += closer;
  if (context.opensDispatch(piece.text) || context.opensCaption(piece.text)) cost += 3.5;
  if (context.opensItem(piece.text) && before.ends !== "pause") cost += ended(before, measure) ? 3.5 : 1.5;
  if (ended(before, measure)) {
    cost += 0.3;
    // Speech begins a paragraph more often than it stands after a full stop at a line's end.
    if (piece.spaced && opensSpeech(piece.text)) cost += 0.6;
    const m = measure.measure[i] ?? piece.width;
    const indented =
      measure.indent > 0 &&
      !piece.spaced &&
      misfit(piece, m) > misfit(piece, m - measure.indent) + 0.5 &&
      i + 1 < context.pieces.length;
    if (indented) cost += 1.2;
  } else if (/[-\u00ad¬]$/.test(before.text) && before.spaced) cost -= 1;
  else if (piece.startsInside) cost -= 0.5;
  const own = measure.measure[i] ?? 0;
  const theirs = measure.measure[i - 1] ?? 0;
  if (Math.abs(own - theirs) > 0.15 * Math.max(own, theirs)) cost += 1.2;
  return cost;
}
