/**
 * Heading lines above a body → kicker, headline, deck: the likeliest way to cut them in at most three. Without type
 * sizes it goes by where one line runs on into the next (a small letter, a comma), by blank lines between, by capitals,
 * and by lengths: larger type holds fewer characters in the same width, so a deck is a long line under a shorter one,
 * and a kicker as a rule a short label. Lines of about one length are lines of one headline. With type sizes those tell.
 */
import type { LinePlace } from "../model/page.js";
import { typicalWidth } from "../text/widths.js";
import type { DraftUnit } from "./draft-units.js";
import { type HeadHints, oddsOfHints } from "./head-hints.js";

export interface Heads {
  readonly kicker: readonly DraftUnit[];
  readonly headline: readonly DraftUnit[];
  readonly deck: readonly DraftUnit[];
}

/**
 * What each figure of a cut speaks for it, in nats. Fitted by tests/scores/fit-heads.mjs on the headings of the made
 * issues in fifteen house styles and nine languages; what came out within .2 of nothing is left out.
 */
export const headOdds = {
  kicker: 2,
  kickerLine: -1.3,
  kickerUnderHalf: 0.9,
  kickerShorter: 1.2,
  kickerNearly: 0.2,
  kickerLonger: -0.3,
  kickerEqual: -1,
  kickerCapitals: 3.8,
  labelOne: 2.2,
  labelTwo: 1.7,
  labelThree: 0.4,
  deck: 1.6,
  deckLonger: 1.7,
  deckShort: -2.3,
  deckMiddling: 0.5,
  deckLong: 0.7,
  deckVeryLong: 2.7,
  deckDash: 2.8,
  deckCapitals: -1,
  headlineTwo: 1.2,
  headlineThree: 0.4,
  headlineMore: -1.3,
  balanced: 0.5,
  unbalanced: -1.4,
  smallLetter: -6.2,
  comma: -0.8,
  capitalLetter: 0.9,
  blankLine: 1.6,
  noBlankLine: -0.5,
};
export type HeadFigure = keyof typeof headOdds;

/** Kicker, headline and deck of the heading lines over one story, in their order. */
export function splitHeads(heads: readonly { readonly unit: DraftUnit }[], hints?: HeadHints): Heads {
  const units = heads.map(({ unit }) => unit);
  const texts = units.map(({ text }) => text);
  const bySize = splitSection(units) ?? splitBySize(units);
  if (bySize) return bySize;
  const worthOf = ([kicker, deck]: readonly [number, number]): number =>
    figuresOfCut(units, kicker, deck).reduce((sum, figure) => sum + headOdds[figure], 0) +
    (hints ? oddsOfHints(texts, kicker, deck, hints) : 0);
  const [kicker, deck] = cutsOf(units.length)
    .map((cut) => ({ cut, worth: worthOf(cut) }))
    .reduce((best, other) => (other.worth > best.worth ? other : best)).cut;
  return { kicker: units.slice(0, kicker), headline: units.slice(kicker, deck), deck: units.slice(deck) };
}

/** A date or brackets: where and when text is from, who presided (Vienne, 21 juillet; (Présidence de M. Ravez.)). */
const isDated = ({ text }: DraftUnit): boolean => /\d/.test(text) || /^[^\p{L}\p{N}]*[([]/u.test(text);

/**
 * Where columns run on: the title of a section stands over the date of its first dispatch, in whatever type.
 *
 *     ALLEMAGNE.                      headline
 *     Vienne (Autriche), 21 juillet.  deck
 */
function splitSection(units: readonly DraftUnit[]): Heads | undefined {
  const dated = units.findIndex(isDated);
  const runOn = units.every(({ pieces }) => (pieces[0]?.line.place?.storey ?? -1) >= 0);
  if (!runOn || dated < 1) return undefined;
  return { kicker: [], headline: units.slice(0, dated), deck: units.slice(dated) };
}

/** Lines of one headline are of one size, to this share of the largest. Beyond it they may be a label and its headline. */
const sameSize = 0.85;
const verySameSize = 0.95;

/** Where the lines have boxes their type tells: the headline is set in the largest, of lines in one size in the bold. */
function splitBySize(units: readonly DraftUnit[]): Heads | undefined {
  const places = units.flatMap(({ pieces }) => pieces[0]?.line.place ?? []);
  if (places.length === 0 || places.length < units.length) return undefined;
  const largest = Math.max(...places.map(({ scale }) => scale));
  const isLarge = ({ scale }: LinePlace): boolean => scale >= sameSize * largest;
  const isBold = places.some((place) => isLarge(place) && place.bold);
  const isHeadline = (place: LinePlace): boolean => isLarge(place) && (place.bold || !isBold);
  const smallest = Math.min(...places.map(({ scale }) => scale));
  // A label may be nearly as large as its headline, and then the words tell.
  if (places.every(isHeadline) && smallest < verySameSize * largest) return undefined;
  const [first, last] = [places.findIndex(isHeadline), places.findLastIndex(isHeadline)];
  return {
    kicker: units.slice(0, first),
    headline: units.slice(first, last + 1),
    deck: units.slice(last + 1),
  };
}

/** Lines of a kicker and of a deck at most. */
const mostKicker = 3;
const mostDeck = 6;

/** Every way to cut so many lines: where the headline and where the deck begins. The whole as headline comes first. */
export const cutsOf = (lines: number): [number, number][] =>
  Array.from({ length: Math.max(1, Math.min(lines, mostKicker + 1)) }, (_, kicker) =>
    Array.from(
      { length: Math.max(1, Math.min(lines - kicker, mostDeck + 1)) },
      (_, back): [number, number] => [kicker, lines - back],
    ),
  ).flat();

/** What can be said of a cut, each figure as often as it holds. */
export function figuresOfCut(units: readonly DraftUnit[], kicker: number, deck: number): HeadFigure[] {
  const figures: HeadFigure[] = [...figuresOfHeadline(units.slice(kicker, deck))];
  const headline = widest(units.slice(kicker, deck));
  if (kicker > 0) {
    const lines = units.slice(0, kicker);
    figures.push("kicker", ...lines.slice(1).map((): HeadFigure => "kickerLine"));
    figures.push(
      ...figuresOfBoundary(units[kicker - 1] as DraftUnit, units[kicker] as DraftUnit, "kickerCapitals"),
    );
    const share = widest(lines) / headline;
    if (share < 0.5) figures.push("kickerUnderHalf");
    else if (share < 0.72) figures.push("kickerShorter");
    else if (share < 0.9) figures.push("kickerNearly");
    else if (share >= 1.25) figures.push("kickerLonger");
    else if (Math.abs(share - 1) < 0.07) figures.push("kickerEqual");
    if (lines.length === 1) figures.push(...figuresOfLabel(lines[0] as DraftUnit));
  }
  if (deck < units.length) {
    const first = units[deck] as DraftUnit;
    const width = widest(units.slice(deck));
    figures.push("deck", ...figuresOfBoundary(units[deck - 1] as DraftUnit, first, "deckCapitals"));
    if (width >= 1.3 * headline && width < 1.6 * headline) figures.push("deckLonger");
    if (width < 11) figures.push("deckShort");
    else figures.push(width < 14 ? "deckMiddling" : width < 18 ? "deckLong" : "deckVeryLong");
    if (/^[—–]/u.test(first.text)) figures.push("deckDash");
  }
  return figures;
}

function figuresOfHeadline(lines: readonly DraftUnit[]): HeadFigure[] {
  if (lines.length < 2) return [];
  const widths = lines.map(({ text }) => typicalWidth(text));
  const spread = Math.max(...widths) / Math.max(0.5, Math.min(...widths));
  const count = lines.length === 2 ? "headlineTwo" : lines.length === 3 ? "headlineThree" : "headlineMore";
  return spread > 1.6 ? [count, "unbalanced"] : spread <= 1.3 ? [count, "balanced"] : [count];
}

/** What stands at the border of two parts; `capitals`: what it is that only one of them is in capitals. */
function figuresOfBoundary(above: DraftUnit, below: DraftUnit, capitals: HeadFigure): HeadFigure[] {
  const figures: HeadFigure[] = [];
  if (/[,，、;；\-\u00ad]$/u.test(above.text)) figures.push("comma");
  const first = /[\p{L}\p{N}]/u.exec(below.text)?.[0] ?? "";
  if (hasCase(above.text) && hasCase(below.text)) {
    if (isCapitals(above.text) !== isCapitals(below.text)) figures.push(capitals);
    else if (/\p{Ll}/u.test(first)) figures.push("smallLetter");
    else if (/\p{Lu}/u.test(first) && !(isTitleCase(above.text) && isTitleCase(below.text)))
      figures.push("capitalLetter");
  }
  if (below.tight) figures.push("noBlankLine");
  else if ((below.pieces[0]?.line.blanksBefore ?? 0) > 0) figures.push("blankLine");
  return figures;
}

/** A label is of few characters, or of few words where words are spaced. */
function figuresOfLabel({ text, spaced }: DraftUnit): HeadFigure[] {
  const size = spaced ? 2 * text.split(" ").length : [...text].length;
  return size <= 2 ? ["labelOne"] : size <= 4 ? ["labelTwo"] : size <= 6 ? ["labelThree"] : [];
}

/** Width of the widest line, in ems, as if all were set in one size. */
const widest = (units: readonly DraftUnit[]): number =>
  Math.max(0.5, ...units.map(({ text }) => typicalWidth(text)));
const hasCase = (text: string): boolean => text.toUpperCase() !== text.toLowerCase();
const isCapitals = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text) && text === text.toUpperCase();

/** Every long word begins with a capital: then a capital says nothing of where a sentence begins. */
const isTitleCase = (text: string): boolean => {
  const words = text.split(" ").filter((word) => /\p{L}{4,}/u.test(word));
  return words.length >= 2 && words.every((word) => /^[^\p{L}\p{N}]*\p{Lu}/u.test(word));
};
