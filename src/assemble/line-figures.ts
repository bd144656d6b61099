/**
 * What can be said of a line as a heading line, and of a border between two lines: named figures, whose weights
 * (line-weights.ts) correct the costs that cost-heading.ts and cost-paragraph.ts set by reason. Each is a yes (1) or
 * a share. Of lines whose words give them away (bylines, credits, marks, furniture) it asks only what stands beside them.
 */
import type { Put } from "./figure.js";
import {
  apart,
  blankBefore,
  capitalShare,
  ended,
  isAllCapitals,
  isBody,
  type LineState,
  misfit,
  type SegmentContext,
  shortfall,
  slack,
} from "./line-states.js";
import type { Piece } from "./pieces.js";

/** Bounds of a line's width as a share of its column's. */
const widths = [0.3, 0.5, 0.7, 0.85, 0.95, 1.05, 1.2];
/** Bounds of the room at a line's end as a share of its column. */
const rooms = [1e-9, 0.08, 0.25];
const ratios = [0.5, 0.8, 1.25, 2];
/** Bounds of the share of its terms that stand near. */
const shares = [0.2, 0.4, 0.6, 0.8];
/** Bounds of what letters set apart leave of their column: to fill it they would have been set wider still. */
const unfilled = [0.15, 0.3, 0.45];

const step = (value: number, bounds: readonly number[]): number =>
  bounds.filter((bound) => value >= bound).length;
/** How the line is written: older Chinese has no full stops, and its lines say other things. */
const scriptOf = (piece: Piece, { measure }: SegmentContext): string =>
  piece.spaced ? "spaced" : measure.pausesEnd ? "unspaced without stops" : "unspaced";
const opensSpeech = (text: string): boolean => /^[“„«»"「]/u.test(text);
const opensCapital = (text: string): boolean => /^[^\p{L}]*\p{Lu}/u.test(text);

/** Figures of line i as `state`, a body line or a heading line. */
export function putLine(context: SegmentContext, i: number, state: LineState, put: Put): void {
  const piece = context.pieces[i] as Piece;
  const column = Math.max(1, context.measure.measure[i] ?? piece.width);
  const script = scriptOf(piece, context);
  put(`${state}, ${script}`, 1);
  if (state === "heading") putHeading(context, i, piece.width / column, put);
  else {
    const over = (piece.spaced ? piece.width : piece.least) / column - 1.08;
    if (over > 0) put(`body over its column, ${script}`, Math.min(1, 3 * over));
  }
}

function putHeading(context: SegmentContext, i: number, share: number, put: Put): void {
  const { pieces, measure, readings } = context;
  const piece = pieces[i] as Piece;
  const { text } = piece;
  const [before, next] = [pieces[i - 1], pieces[i + 1]];
  const script = scriptOf(piece, context);
  const yes = (name: string): void => put(`heading ${name}`, 1);
  const width = `width ${step(share, widths)}`;
  const last = /[。.]$/.test(text) ? "stop" : /[?？!！]$/.test(text) ? "question" : piece.ends;
  yes(`${script}, ${width}`);
  yes(`${script}, blanks ${measure.blanks}`);
  yes(`${script}, ends ${last}`);
  if (piece.startsInside) yes(`${script}, starts inside`);
  if (piece.stretched > 0.3) {
    yes(`${script}, stretched`);
    yes(`${script}, stretched, unfilled ${step(1 - share, unfilled)}`);
  }
  if (context.words) {
    yes(`${script}, named ${step(context.words.named(i), shares)}`);
    if (context.words.leans(i)) yes("leans");
    if (context.words.slugged(i)) yes("slugged");
  }
  if (/[-\u00ad¬]$/.test(text)) yes("hyphen");
  if (/[，、；,]/.test(text)) yes(`${script}, commas`);
  if (/\d/.test(text)) yes(`${script}, digits`);
  if (piece.wantedGaps > 0) yes("gaps");
  if (piece.spaced) {
    if (isAllCapitals(text)) yes("capitals");
    else put("heading capital share", capitalShare(text));
    if (text.split(" ").length <= 2) yes("two words");
    if (opensCapital(text)) yes("capital first");
  }
  if (next?.startsInside) yes(`${script}, next starts inside`);
  if (readings[i + 1]?.some(({ role }) => role === "byline")) yes("over byline");
  if (next?.mark) yes(`over ${next.mark.kind}`);
  if (before?.mark) yes(`under ${before.mark.kind}`);
  if (measure.blanks === "blocks") {
    const over = i === 0 || apart(context, i);
    const under = !next || apart(context, i + 1);
    yes(
      over
        ? under
          ? `${script}, alone, ${width}`
          : "first of its block"
        : under
          ? "last of its block"
          : "in a block",
    );
  } else if (measure.blanks === "none") {
    yes(`${script}, no blanks, ${width}`);
    if (before && measure.measure[i - 1] !== measure.measure[i]) yes("at a change of column");
  }
}

/** What the figures of a step ask of line i and the line before, beside what the two are: the same for many lines. */
export interface StepSigns {
  readonly script: string;
  readonly room: string;
  readonly ends: string;
  readonly blank: string;
  readonly ratio: number;
  /** Bucket of the width of the line before in its column. */
  readonly width: number;
  readonly stretched: boolean;
  readonly inside: boolean;
  readonly otherCase: boolean;
  readonly meets: string;
  readonly leans: boolean;
}

export function signsOfStep(context: SegmentContext, i: number): StepSigns {
  const { measure } = context;
  const piece = context.pieces[i] as Piece;
  const before = context.pieces[i - 1] as Piece;
  const column = columnBefore(context, i);
  return {
    script: scriptOf(piece, context),
    room: `room ${step((shortfall(before, column) - slack(before, column)) / column, rooms)}`,
    ends: ended(before, measure) ? "ended" : before.ends,
    blank:
      measure.blanks === "none"
        ? "no blanks"
        : blankBefore(context, i)
          ? `blank, ${measure.blanks}`
          : `tight, ${measure.evenPitch ? "even " : ""}${measure.blanks}`,
    ratio: step(piece.width / Math.max(1, before.width), ratios),
    width: step(before.width / column, widths),
    stretched: before.stretched > 0.3,
    inside: piece.startsInside,
    otherCase: piece.spaced && isAllCapitals(piece.text) !== isAllCapitals(before.text),
    meets: nameMeetings(context.words?.meetings(i)),
    leans: context.words?.leans(i - 1) ?? false,
  };
}

const nameMeetings = (meetings: number | undefined): string =>
  meetings === undefined ? "" : `meets ${Math.min(2, meetings)}`;

const columnBefore = ({ measure, pieces }: SegmentContext, i: number): number =>
  Math.max(1, measure.measure[i - 1] ?? (pieces[i - 1] as Piece).width);

/** Figures of line i as `state` after line i − 1 as `previous`. Beside the signs, only "more" looks at the line itself. */
export function putStep(
  context: SegmentContext,
  i: number,
  previous: LineState,
  state: LineState,
  put: Put,
  signs: StepSigns = signsOfStep(context, i),
): void {
  const { script, room, ends, blank } = signs;
  if (state === "more") {
    putMore(context, i, signs, put);
    return;
  }
  if (isBody(previous) && state === "first") return;
  const kinds = `${isBody(previous) ? "body" : previous} > ${state}`;
  put(`${kinds}, ${script}`, 1);
  put(`${kinds}, ${blank}`, 1);
  if (state === "heading" || state === "first") {
    if (signs.meets) put(`${kinds}, ${script}, ${signs.meets}`, 1);
    if (signs.leans) put(`${kinds}, leans`, 1);
  }
  if (isBody(previous)) {
    put(`${kinds}, ${script}, ${ends}, ${room}`, 1);
    put(`${kinds}, ${ends}, ${blank}`, 1);
    if (signs.stretched) put(`${kinds}, ${script}, stretched`, 1);
  } else if (previous === "heading" && state === "heading") {
    put(`${kinds}, ${script}, ${blank}`, 1);
    put(`${kinds}, ${script}, ratio ${signs.ratio}`, 1);
    if (signs.inside) put(`${kinds}, starts inside`, 1);
    if (signs.otherCase) put(`${kinds}, other case`, 1);
  } else if (previous === "heading" && state === "first") {
    put(`${kinds}, ${script}, width ${signs.width}`, 1);
    if (signs.inside) put(`${kinds}, ${script}, starts inside`, 1);
  }
}

/** That a paragraph goes on over the border, against that another begins. */
function putMore(
  context: SegmentContext,
  i: number,
  { script, room, ends, blank, meets, leans }: StepSigns,
  put: Put,
): void {
  const { measure, indent, setIn } = context.measure;
  const piece = context.pieces[i] as Piece;
  const before = context.pieces[i - 1] as Piece;
  const yes = (name: string): void => put(`goes on, ${name}`, 1);
  yes(`${script}, ${ends}, ${room}, ${blank}`);
  yes(`${script}, ${ends}, ${blank}`);
  yes(`${script}, ${ends}, ${room}`);
  if (piece.startsInside) yes(`${script}, ${ends}, starts inside`);
  if (before.stretched > 0.3) yes(`${script}, stretched`);
  if (setIn[i] !== undefined) yes(setIn[i] ? "set in" : "not set in");
  if (opensSpeech(piece.text)) yes(`${script}, ${ends}, speech`);
  if (piece.spaced && opensCapital(piece.text)) yes(`${ends}, ${room}, capital`);
  if (meets) yes(`${script}, ${ends}, ${meets}`);
  if (leans) yes("leans");
  const own = measure[i] ?? piece.width;
  const column = columnBefore(context, i);
  if (Math.abs(own - column) > 0.1 * column) yes(`${script}, change of column`);
  if (piece.spaced || indent === 0) return;
  const [full, inset] = [misfit(piece, own), misfit(piece, own - indent)];
  if (full > inset + 0.5) yes(`${ends}, indented`);
  else if (inset > full + 0.5) yes(`${ends}, not indented`);
}
