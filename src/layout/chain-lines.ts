/**
 * Lines → chains: lines that stand one directly below the other in one column and one kind of type. A chain ends where
 * the column changes, where type of another size begins, at a printed rule, and at white. It refuses to say what a
 * chain is about.
 */
import { endsSentence } from "../text/ends-sentence.js";
import { type PrintedMark, type ReadMark, readNoMark } from "./printed-marks.js";
import {
  areLevel,
  around,
  type Frame,
  isLevelRule,
  middle,
  overlapX,
  type Rect,
  type Spot,
  widthOf,
} from "./rect.js";

export interface Chain extends Rect {
  readonly spots: readonly Spot[];
  /** Type clearly larger than the body's. */
  readonly display: boolean;
  /** Type size by the body's; that of its largest line. */
  readonly scale: number;
  /** Its first lines say that it comes from another page. */
  readonly arrives: boolean;
  /** Its last lines say that it goes on elsewhere. */
  readonly leaves: boolean;
  /** It prints a headline of an earlier page again. */
  readonly repeats?: true;
  /** It stands under a picture and is of it. */
  readonly caption?: true;
}

/** From here on type counts as display type. Captions, decks and bylines often are a tenth larger or smaller. */
export const displayScale = 1.18;
/** The same where a source says its sizes, which it rounds. */
const saidScale = 1.17;
/** Lines of one chain stand at most so many usual pitches apart; beyond, white sets them apart. */
const mostPitches = 1.7;
/** The same for display type, in its own ems. */
const mostDisplayPitch = 1.9;
/** Ems by which a line may hang out of its column: punctuation, skew, a wrong box. */
const hang = 1.5;
const deepestIndent = 2.6;
/** Pitches from a line that reaches out on both sides of the next, as a deck over one column does, down to that. */
const underWider = 1.3;
const mostSetIn = 3;
/** Sizes that a source says itself are the same to this share. */
const sameSize = 0.025;
/** Display lines of one chain are alike in size to this ratio. */
const alike = 1.3;

const isDisplay = (frame: Frame, { em, bold }: Spot): boolean =>
  em >= (frame.exact ? saidScale : displayScale) * frame.em || (bold && !frame.bold);

interface Growing {
  readonly spots: Spot[];
  readonly display: boolean;
  rect: Rect;
}

/** Whether a printed rule lies between two rectangles that stand one above the other. */
export function isRuled(rules: readonly Rect[], above: Rect, below: Rect): boolean {
  return rules.some((rule) => {
    return (
      isLevelRule(rule) &&
      middle(rule) > middle(above) &&
      middle(rule) < middle(below) &&
      overlapX(rule, below) > 0.5 * Math.min(widthOf(rule), widthOf(below)) &&
      overlapX(rule, above) > 0
    );
  });
}

/** Whether the line has the width of the chain to itself: beside another line it stands in a narrower column. */
const isAlone = (chain: Rect, beside: readonly Spot[]): boolean =>
  !beside.some((other) => overlapX(other, chain) > 0.3 * widthOf(other));

/** The lines that stand beside one, of those about its height. */
const standBeside = (spot: Spot, level: readonly Spot[]): Spot[] =>
  level.filter((other) => other !== spot && areLevel(other, spot));

/** Ems of a line that was turned over, and that it hangs out to the left: the last word of a verse too long for its column. */
const turned = { width: 2.2, out: 3 };

function isTurnedOver(
  frame: Frame,
  rect: Rect,
  spot: Spot,
  distance: number,
  beside: readonly Spot[],
): boolean {
  return (
    widthOf(spot) < turned.width * frame.em &&
    widthOf(rect) > 2 * widthOf(spot) &&
    spot.x1 <= rect.x0 &&
    rect.x0 - spot.x0 < turned.out * frame.em &&
    distance < mostPitches * frame.pitch &&
    !beside.some((other) => overlapX(other, rect) > 0)
  );
}

/** Ems of the last word of a paragraph, and share by which its size may differ: a letter or two and a full stop tell little. */
const lastWord = { width: 2.5, size: 0.12 };

const isLastWord = ({ amount, lines }: Spot): boolean =>
  amount < lastWord.width && endsSentence(lines.map(({ text }) => text).join(" "));

function canFollow(frame: Frame, chain: Growing, spot: Spot, beside: readonly Spot[]): boolean {
  const last = chain.spots.at(-1) as Spot;
  if (chain.display !== isDisplay(frame, spot)) return false;
  const distance = middle(spot) - middle(last);
  if (distance < 0.4 * Math.min(spot.em, last.em)) return false;
  const { rect } = chain;
  if (!chain.display && isTurnedOver(frame, rect, spot, distance, beside)) return true;
  if (overlapX(rect, spot) < 0.5 * Math.min(widthOf(rect), widthOf(spot))) return false;
  if (isRuled(frame.rules, last, spot)) return false;
  if (chain.display) {
    const ratio = spot.em / last.em;
    if (spot.bold !== last.bold) return false;
    return distance <= mostDisplayPitch * Math.max(spot.em, last.em) && ratio < alike && ratio > 1 / alike;
  }
  if (distance > mostPitches * frame.pitch) return false;
  if (frame.exact && Math.abs(spot.em / last.em - 1) > (isLastWord(spot) ? lastWord.size : sameSize))
    return false;
  // A line set over the middle of a column and more, with white under it, is none of the column's.
  const isCovered = Math.min(spot.x0 - rect.x0, rect.x1 - spot.x1) > hang * frame.em;
  if (chain.spots.length === 1 && isCovered && distance > underWider * frame.pitch) return false;
  // The first lines of a column may all be set in: a byline, then a paragraph's first line.
  const left = rect.x0 - spot.x0 > (chain.spots.length > mostSetIn ? hang : deepestIndent) * frame.em;
  if (chain.spots.length > 1 && (left || spot.x1 - rect.x1 > hang * frame.em)) return false;
  return isAlone(rect, beside);
}

const largestEm = (spots: readonly Spot[]): number =>
  spots.reduce((largest, { em }) => Math.max(largest, em), 0);

/** All chains of a page, from top to bottom by their first lines. Every spot is in one. */
export function chainLines(frame: Frame, readMark: ReadMark = readNoMark): Chain[] {
  const spots = [...frame.spots].sort((a, b) => middle(a) - middle(b) || a.x0 - b.x0);
  const chains: Growing[] = [];
  let open: Growing[] = [];
  const tallest = largestEm(spots);
  let from = 0;
  spots.forEach((spot, i) => {
    while (middle(spots[from] as Spot) < middle(spot) - 2 * tallest) from += 1;
    let to = i;
    while (to < spots.length && middle(spots[to] as Spot) < middle(spot) + 2 * tallest) to += 1;
    const beside = standBeside(spot, spots.slice(from, to));
    open = open.filter(({ rect }) => rect.y1 > spot.y0 - 3 * Math.max(tallest, frame.pitch));
    const best = open
      .filter((chain) => canFollow(frame, chain, spot, beside))
      .sort((a, b) => b.rect.y1 - a.rect.y1 || overlapX(b.rect, spot) - overlapX(a.rect, spot))[0];
    if (best) {
      best.spots.push(spot);
      // What hangs out does not make the column wider.
      const hangsOut = overlapX(best.rect, spot) <= 0;
      best.rect = around([best.rect, hangsOut ? { ...best.rect, y0: spot.y0, y1: spot.y1 } : spot]);
      return;
    }
    const chain = { spots: [spot], display: isDisplay(frame, spot), rect: around([spot]) };
    chains.push(chain);
    open.push(chain);
  });
  return chains.map(({ spots, display, rect }) => ({
    ...rect,
    spots,
    display,
    scale: largestEm(spots) / frame.em,
    arrives: hasMark(spots.slice(0, markReach), "arrives", readMark),
    leaves: hasMark(spots.slice(-markReach), "leaves", readMark),
  }));
}

/** A mark is the first or last line of its text, or stands beside a byline or a slug there. */
const markReach = 2;

const hasMark = (spots: readonly Spot[], mark: PrintedMark, readMark: ReadMark): boolean =>
  spots.some(({ lines }) => readMark(lines.map(({ text }) => text).join(" ")) === mark);
