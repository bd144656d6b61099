/**
 * How likely a line is a heading by its shape alone: wider than its column (larger type), short and open, in capitals,
 * with gaps set on purpose; and how unlikely where it ends a sentence, breaks off at a hyphen or leaves a quotation open.
 */
import {
  apart,
  capitalShare,
  ended,
  isAllCapitals,
  isLikeBody,
  misfit,
  type SegmentContext,
  tight,
} from "./line-states.js";
import type { Piece } from "./pieces.js";
import { holdsSentenceEnd, looksSigned } from "./roles/line-openings.js";

/** What a rule may push off a line, in ems and as a share of the column: some characters, a number, a foreign word. */
const pushed = 4;
const pushedShare = 0.25;

/** Letter-spaced, but too short to have been stretched to fill its column: set wide for show. */
const isSetWide = (piece: Piece, column: number): boolean =>
  column - piece.width > Math.max(pushed, pushedShare * column);

/** In nats, that a heading begins with the word of a jump line: as a tag (“Harbor: …”, “LIBRARY”), or as any word of it. */
const slugAsTag = 3;
const slugAsWord = 0.8;

/** In nats, that a heading stands over lines that end with who took the picture: it is a caption. */
const overCredit = 4;

/** Whether the next line or two end a caption that line i is of. */
function isInCaption(context: SegmentContext, i: number): boolean {
  let text = context.pieces[i]?.text ?? "";
  for (const k of [i + 1, i + 2]) {
    const next = context.pieces[k];
    if (!next || next.mark || apart(context, k)) return false;
    text += `${next.spaced ? " " : ""}${next.text}`;
    if (context.closesCaption(text)) return true;
  }
  return false;
}

export function headingCost(context: SegmentContext, i: number): number {
  const piece = context.pieces[i] as Piece;
  const m = context.measure.measure[i] ?? piece.width;
  let cost = 2.0;
  const last = piece.text.at(-1) ?? "";
  if (piece.ends === "sentence") cost += last === "." || last === "。" ? 3.5 : 0.4;
  if (last === "," || last === "，" || last === "、" || last === "；" || last === ";") cost += 2;
  if (last === ":" || last === "：") cost += 1;
  if (last === "-" || last === "\u00ad" || last === "¬") cost += 4;
  if (piece.startsInside) cost += 1.5;
  if (piece.stretched > 0.3) cost += piece.spaced ? 2.5 : isSetWide(piece, m) ? 0 : 3.5;
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
    if (context.measure.pausesEnd && piece.text.includes("、")) cost += 1.5;
    if (piece.wantedGaps > 0 && piece.ends !== "sentence") cost -= 1.5;
    else if (misfit(piece, m) < 0.3 && /[，、；]/.test(piece.text)) cost += 1.2;
  }
  if (context.words?.slugged(i)) cost -= isTag(piece.text) ? slugAsTag : slugAsWord;
  if (piece.beforeMark || piece.afterMark) cost += 3;
  if (context.opensDispatch(piece.text)) cost += 4;
  if (context.opensItem(piece.text)) cost += 2.5;
  if (context.opensCaption(piece.text)) cost += 8;
  if (isInCaption(context, i)) cost += overCredit;
  if (holdsSentenceEnd(piece.text, piece.spaced)) cost += piece.spaced ? 1.5 : 2.5;
  const before = context.pieces[i - 1];
  if (before && ended(before, context.measure) && looksSigned(piece.text, piece.spaced)) cost += 3;
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
    // A question alone between blank lines, short of its column: a subhead.
    if (
      before &&
      after &&
      /[?？]$/u.test(piece.text) &&
      piece.width < 0.8 * m &&
      !/^[“„«»"‘「]/u.test(piece.text)
    )
      cost -= 0.8;
    if (!before && !after && isLikeBody(context, i - 1) && isLikeBody(context, i + 1)) cost += 0.8;
  }
  return cost;
}

/** One or two words in capitals, or followed by a colon. */
const isTag = (text: string): boolean =>
  /^\p{Lu}[\p{L}’'-]*( [\p{L}’'-]+)?:/u.test(text) || isAllCapitals(text);

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
