/**
 * Lines → units, by one dynamic program over the page: for each piece, is it the first line of a paragraph, a further
 * line of it, a heading line, a byline, a mark, a credit, furniture? Costs are about −log of how often real pages do
 * such a thing: a line that falls short of its column ends a paragraph (unless it is stretched, then never); a
 * paragraph ends with a sentence; a line wider than its column is set in another size, so it is a heading.
 * It never looks at what comes from elsewhere on the page: that is for grouping.
 */
import type { PageMeasure } from "./measure-page.js";
import type { Piece } from "./pieces.js";
import type { RoleReading } from "./roles/read-role.js";

export type LineState =
  | "first"
  | "more"
  | "heading"
  | "mark"
  | "byline"
  | "byline-more"
  | "credit"
  | "furniture"
  | "notice-head"
  | "dateline";
const states: readonly LineState[] = [
  "first",
  "more",
  "heading",
  "mark",
  "byline",
  "byline-more",
  "credit",
  "furniture",
  "notice-head",
  "dateline",
];

export interface StatedPiece {
  readonly piece: Piece;
  readonly state: LineState;
  readonly rule: string;
  /** Cost by which the second-best state of this piece alone was worse, given its neighbours' states. */
  readonly margin: number;
}

/** No page does this. */
const never = 1e6;
/** Words that give a role away weigh more than shapes. */
const wordsOverShape = 1.8;
/** A piece's state cost when its words do not give the role away. */
const unreadRole = 14;

const isBody = (state: LineState): boolean => state === "first" || state === "more";
const ended = (piece: Piece, measure: PageMeasure): boolean =>
  piece.ends === "sentence" || (measure.pausesEnd && piece.ends === "pause");

/** How far a line falls short of its column, in ems, at its widest setting. */
function shortfall(piece: Piece, m: number): number {
  if (piece.spaced) return piece.stretched > 0.3 ? 0 : Math.max(0, m - piece.width);
  return Math.max(0, m - piece.most);
}

/** Ems a CJK line may lack with its gaps too small for an extractor to show them: about .07 em for each of 12 characters. */
const unseenStretch = 0.8;

/** How far a width lies outside what the line can have been set to. */
const misfit = (piece: Piece, target: number): number =>
  Math.max(0, piece.least - target, target - piece.most);

/** What a line's width can be wrong by: letters are estimated, ideographs are not. */
const slack = (piece: Piece, m: number): number => (piece.spaced ? 0.085 * m : 0.6);

function lexicalCost(state: LineState, readings: readonly RoleReading[]): number {
  const want = state === "byline-more" ? "byline" : state;
  const reading = readings.find((r) => r.role === want);
  if (!reading) return unreadRole;
  const sure = Math.min(0.98, reading.sure);
  return -wordsOverShape * Math.log(sure / (1 - sure));
}

function capitalShare(text: string): number {
  const words = text.split(" ").filter((word) => /\p{L}{3,}/u.test(word));
  if (words.length === 0) return 0;
  return words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length / words.length;
}
const isAllCapitals = (text: string): boolean => /\p{Lu}{2,}/u.test(text) && text === text.toUpperCase();

export interface SegmentContext {
  /** Whether a text begins as a dispatch does: 本报讯. */
  readonly opensDispatch: (text: string) => boolean;
  /** Titles that stand on bylines, lower-cased: staff writer. */
  readonly titles: readonly string[];
  readonly pieces: readonly Piece[];
  readonly readings: readonly (readonly RoleReading[])[];
  readonly measure: PageMeasure;
}

const blankBefore = (context: SegmentContext, i: number): boolean =>
  (context.pieces[i]?.line.blanksBefore ?? 0) > 0 && context.pieces[i]?.line !== context.pieces[i - 1]?.line;
/** Set apart from the line before: a blank line, where blank lines mean something. */
const apart = (context: SegmentContext, i: number): boolean =>
  context.measure.blanks === "blocks" && blankBefore(context, i);
/** In pitch pages two lines without a blank between are lines of one headline. */
const tight = (context: SegmentContext, i: number): boolean =>
  i > 0 && !blankBefore(context, i) && context.measure.blanks !== "none";

function headingCost(context: SegmentContext, i: number): number {
  const piece = context.pieces[i] as Piece;
  const m = context.measure.measure[i] ?? piece.width;
  let cost = 2.0;
  const last = piece.text.at(-1) ?? "";
  if (piece.ends === "sentence") cost += last === "." || last === "。" ? 3.5 : 0.4;
  if (last === "," || last === "，" || last === "、" || last === "；" || last === ";") cost += 2;
  if (last === ":" || last === "：") cost += 1;
  if (last === "-" || last === "\u00ad" || last === "¬") cost += 4;
  if (piece.startsInside) cost += 1.5;
  if (piece.stretched > 0.3) cost += piece.spaced ? 2.5 : piece.width < 0.55 * m ? 0 : 3.5;
  const over = piece.spaced ? piece.width / Math.max(1, m) - 1.13 : (piece.least - m - 0.5) / 4;
  if (over > 0) cost -= Math.min(4, 2.5 + over * 4);
  else if (piece.width > m * 0.93 && piece.spaced) cost += 0.8;
  if (piece.spaced) {
    if (isAllCapitals(piece.text)) cost -= 1.5;
    else if (capitalShare(piece.text) > 0.75) cost -= 0.7;
    if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(piece.text) === false && piece.ends === "open" && piece.width < m * 0.8)
      cost -= 0.5;
  } else {
    if (piece.text.length <= 1) cost += 2;
    if (piece.wantedGaps > 0 && piece.ends !== "sentence") cost -= 1.5;
    else if (misfit(piece, m) < 0.3 && /[，、；]/.test(piece.text)) cost += 1.2;
  }
  if (piece.beforeMark || piece.afterMark) cost += 3;
  if (context.opensDispatch(piece.text)) cost += 4;
  if (
    leavesQuoteOpen(piece.text) &&
    !(context.pieces[i + 1] && tight(context, i + 1) && context.measure.blanks !== "none")
  )
    cost += 2.2;
  if (shortBlock(context, i)) cost -= 0.7;
  if (context.measure.blanks === "blocks") {
    const before = i === 0 || apart(context, i);
    const after = i + 1 >= context.pieces.length || apart(context, i + 1);
    if (before && after) cost -= 1.2;
    if (!before && !after && isLikeBody(context, i - 1) && isLikeBody(context, i + 1)) cost += 0.8;
  }
  return cost;
}

/** A headline on one line closes the quotation it opens. */
const leavesQuoteOpen = (text: string): boolean =>
  [
    ["“", "”"],
    ["「", "」"],
    ["『", "』"],
    ["《", "》"],
    ["（", "）"],
    ["(", ")"],
    ["«", "»"],
    ["„", "“"],
  ].some(
    ([open, close]) =>
      (text.lastIndexOf(open ?? "") > text.lastIndexOf(close ?? "") && open !== "“") ||
      (open === "“" && text.lastIndexOf("“") > text.lastIndexOf("”") && !text.includes("„")),
  );

/** A block of two to four unstretched lines that never ends a sentence: a headline of several lines. */
function shortBlock(context: SegmentContext, i: number): boolean {
  if (context.measure.blanks !== "blocks") return false;
  let from = i;
  let to = i;
  while (from > 0 && !apart(context, from) && i - from < 5) from -= 1;
  while (to + 1 < context.pieces.length && !apart(context, to + 1) && to - i < 5) to += 1;
  if (to === from || to - from > 3) return false;
  for (let k = from; k <= to; k += 1) {
    const piece = context.pieces[k];
    if (
      !piece ||
      piece.mark ||
      piece.stretched > 0.3 ||
      piece.ends === "sentence" ||
      /[-\u00ad¬]$/.test(piece.text)
    )
      return false;
    const m = context.measure.measure[k] ?? 0;
    const filled = piece.spaced
      ? Math.abs(piece.width - m) < 0.07 * m
      : misfit(piece, m) < 0.5 || misfit(piece, m - context.measure.indent) < 0.2;
    if (filled) return false;
  }
  return !(context.pieces[from]?.startsInside ?? true);
}

const isLikeBody = (context: SegmentContext, i: number): boolean => {
  const piece = context.pieces[i];
  const m = context.measure.measure[i] ?? 0;
  return (
    piece !== undefined &&
    !piece.mark &&
    (piece.stretched > 0.3 || Math.abs(piece.width - m) < slack(piece, m))
  );
};

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

/** Cost of `piece` not being the last line of its paragraph: it should fill its column, less the indent on a first line. */
function runOnCost(context: SegmentContext, i: number, state: LineState): number {
  const piece = context.pieces[i] as Piece;
  const m = context.measure.measure[i] ?? piece.width;
  if (piece.beforeMark) return never;
  if (piece.spaced) {
    const lack =
      shortfall(piece, m) - slack(piece, m) - (state === "first" ? 0.06 * m : 0) - (piece.afterMark ? 6 : 0);
    return lack <= 0 ? 0 : Math.min(7, (lack / Math.max(1, m)) * 22);
  }
  const indent = state === "first" && !piece.startsInside ? context.measure.indent : 0;
  if (piece.afterMark) return 0;
  const target = m - indent;
  const lack = target - piece.most - 0.35;
  const excess = piece.least - target - 0.35;
  if (lack > 0) return lack <= unseenStretch ? 0.4 : Math.min(7, 0.4 + (lack - unseenStretch) * 1.8);
  return excess > 0 ? Math.min(2.6, excess * 1.5) : 0;
}

/** Cost of a paragraph ending with this piece, when `next` says what follows. */
function endCost(context: SegmentContext, i: number, next: LineState | "end"): number {
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
    if (!piece.spaced && piece.ends === "pause" && (piece.text.endsWith("：") || piece.text.endsWith(":")))
      cost *= 0.6;
    const hyphen = piece.spaced && /[-\u00ad¬]$/.test(piece.text);
    if (hyphen) cost += 1.5;
  }
  if (piece.stretched > 0.3) cost += ended(piece, measure) || next !== "first" ? 2.2 : 4;
  else if (shortfall(piece, m) <= slack(piece, m)) cost += 0.35;
  return cost;
}

/** Cost of a paragraph beginning with this piece. */
function beginCost(context: SegmentContext, i: number, previous: LineState | "start"): number {
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
  return cost;
}

/** Cost of a paragraph going on over the border between two pieces. */
function continueCost(context: SegmentContext, i: number, previous: LineState): number {
  const before = context.pieces[i - 1] as Piece;
  const piece = context.pieces[i] as Piece;
  const { measure } = context;
  if (piece.afterMark) return never;
  let cost = runOnCost(context, i - 1, previous);
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
            ? 1.6
            : fillsAndRunsOn
              ? 0.5
              : 4);
  }
  if (ended(before, measure)) {
    cost += 0.3;
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
