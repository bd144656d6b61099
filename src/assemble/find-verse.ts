/**
 * Verse: runs of short ragged lines that end no sentence, where the page's columns are wider.
 *
 *     船把江面折了一下
 *     又慢慢地摊平
 *     对岸的灯一盏一盏
 *
 * It refuses lines with numbers (calendars, prices, adverts), lines in capitals, and runs too short to tell from a headline.
 */
import type { StatedPiece } from "./line-states.js";
import type { PageMeasure } from "./measure-page.js";
import type { Piece } from "./pieces.js";

/** Headline, deck and kicker together seldom have more lines than this. */
const fewestLines = 5;
/** A stanza has three lines and more. */
const fewestInStanza = 3;
/** Verse leaves this share of its column empty, as a rule. */
const shortLine = 0.82;
/** Ems that a line of ideographs of no more than a dozen must leave free not to be one that its column ended. */
const freeEms = 1.5;
const dozen = 12.5;
/** Set lines agree in width; ragged ones differ by more than this share of the longest. */
const ragged = 0.1;
/** A line of ideographs that is a whole character shorter than another was not set to one width with it. */
const raggedEms = 0.9;
/** Between the longest line of a poem and a short one lie a few characters, as they do not in prose around a picture. */
const leastSpread = 2;

const canBeVerse = (item: StatedPiece): boolean => {
  const { piece, state } = item;
  const last = piece.text.at(-1) ?? "";
  return (
    (state === "heading" || state === "first" || state === "more") &&
    !piece.mark &&
    !piece.beforeMark &&
    !piece.afterMark &&
    !/[-\u00ad¬]/.test(last) &&
    (!/[：:]/.test(last) || !piece.spaced) &&
    !/\d|[一二三四五六七八九十](?:日|時|时|月)|[二三四五六七八九十][点點]|十一[点點]|[一两兩][点點][钟鐘半整]/u.test(
      piece.text,
    ) &&
    piece.wantedGaps === 0 &&
    // A term in quotation marks (培育“名特优新”) is a headline's.
    (piece.spaced || !/[“「『][^“”「」『』]{1,8}[”」』]/u.test(piece.text)) &&
    (piece.spaced || piece.ends !== "sentence") &&
    !(piece.text === piece.text.toUpperCase() && /\p{Lu}{3}/u.test(piece.text))
  );
};

/** The width of the page's text: half of its body lines stand in columns at least as wide. */
function commonMeasure(stated: readonly StatedPiece[], measure: readonly number[]): number {
  const widths = stated
    .flatMap(({ state }, i) => (state === "more" ? [measure[i] ?? 0] : []))
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

const isRagged = (run: readonly Piece[]): boolean => {
  const widths = run.map((piece) => piece.width);
  const longest = Math.max(...widths);
  if (longest - Math.min(...widths.slice(0, -1)) < leastSpread) return false;
  if (run.filter((piece) => !piece.spaced && /[，、；]./u.test(piece.text)).length * 3 > run.length)
    return false;
  return (
    widths.filter((width) => width < longest * (1 - ragged) && longest - width >= raggedEms).length * 3 >=
    run.length
  );
};

/** Stanzas: in pages whose blank lines mean something, a title stands alone and verse does not. */
function stanzasOf(run: readonly number[], stated: readonly StatedPiece[], measure: PageMeasure): number[][] {
  if (measure.blanks !== "blocks") return [[...run]];
  const stanzas: number[][] = [];
  for (const i of run) {
    const apart = (stated[i]?.piece.line.blanksBefore ?? 0) > 0;
    const last = stanzas.at(-1);
    if (!last || apart) stanzas.push([i]);
    else last.push(i);
  }
  return stanzas.filter((stanza) => stanza.length >= fewestInStanza);
}

/** In scripts with capitals, lines of verse end with commas and begin in mid-sentence; heading lines seldom end with one. */
function runsOn(run: readonly Piece[]): boolean {
  const cased = run.filter((piece) => /\p{Lu}|\p{Ll}/u.test(piece.text));
  if (cased.length * 2 < run.length) return true;
  const pauses = cased.filter((piece) => piece.ends === "pause").length;
  const inside = cased.filter((piece) => piece.startsInside).length;
  return pauses * 4 >= cased.length && (pauses + inside) * 5 >= cased.length * 2;
}

/** Marks the lines of verse; all other lines stay as they are. */
export function findVerse(stated: readonly StatedPiece[], measure: PageMeasure): StatedPiece[] {
  // Without full stops, prose that is set narrow around a picture cannot be told from verse.
  if (measure.pausesEnd) return [...stated];
  const common = commonMeasure(stated, measure.measure);
  const out = [...stated];
  let from = 0;
  while (from < stated.length) {
    let to = from;
    while (to < stated.length && isVerseLine(stated[to] as StatedPiece, common, to > from)) to += 1;
    const indexes = stanzasOf(
      Array.from({ length: to - from }, (_, k) => from + k),
      stated,
      measure,
    ).flat();
    const run = indexes.map((i) => (stated[i] as StatedPiece).piece);
    const ends = run.slice(0, -1).filter((piece) => piece.ends === "sentence").length;
    if (
      run.length >= fewestLines &&
      ends * 3 <= (run[0]?.spaced ? run.length : 0) &&
      isRagged(run) &&
      runsOn(run)
    )
      for (const [k, i] of indexes.entries())
        out[i] = {
          ...(stated[i] as StatedPiece),
          state: goesOn(run, k) ? "more" : "first",
          rule: "short-ragged-lines",
          verse: true,
        };
    from = Math.max(to, from + 1);
  }
  return out;
}

/** A character alone on its line is what was left of the line before. */
const isVerseLine = (item: StatedPiece, common: number, further: boolean): boolean =>
  canBeVerse(item) &&
  (further || [...item.piece.text].length > 1) &&
  (item.piece.width <= shortLine * common ||
    (!item.piece.spaced && item.piece.most <= Math.min(dozen, common - freeEms)));

/** Share of a poem's lines that are as long as its longest where its column cut them. */
const cutShare = 0.5;

/**
 * Whether a line is the rest of the one before, which its column cut:
 *
 *     灯台の硝子を磨く昼下
 *     がり海の曇りか我が息
 *     なるか
 */
function goesOn(run: readonly Piece[], k: number): boolean {
  const [before, piece] = [run[k - 1], run[k]];
  if (!before || !piece) return false;
  if (isTurnedOver(run, k)) return true;
  if (piece.spaced) return false;
  const longest = Math.max(...run.map(({ width }) => width));
  const isFull = ({ width }: Piece): boolean => width > longest - 0.3;
  const cut = run.filter(isFull).length >= cutShare * run.length;
  return isFull(before) && (cut || [...piece.text].length === 1);
}

/** Ems that a line turned over is set in at least, and of room below which a line fills its column. */
const turnedIn = 0.6;
const full = 1;

/**
 * Where lines have places: whether a line is set in under one that fills its column, as what is left of a line of verse
 * is. It refuses runs in which any line is set in without that: there the poet has set it in.
 *
 *     낮 동안 달아오른 골목
 *       이
 *     저녁이면 네 다리로 앉
 *       는다
 */
function isTurnedOver(run: readonly Piece[], k: number): boolean {
  const own = run[k]?.place;
  if (!own || own.rough) return false;
  const insets = run.map(({ place }) => (place && !place.rough ? place.inset : Number.NaN));
  const least = Math.min(...insets);
  const isSetIn = (i: number): boolean => (insets[i] ?? 0) - least > turnedIn;
  const follows = (i: number): boolean => (run[i - 1]?.place?.room ?? full) < full;
  return !Number.isNaN(least) && isSetIn(k) && insets.every((_, i) => !isSetIn(i) || follows(i));
}
