/**
 * Heading lines above a body → kicker, headline, deck. Without type sizes this is a guess from lengths and capitals:
 * larger type holds fewer characters in the same width, so the deck is the longer line under a headline and the
 * kicker a label, or a longer line, above it. Lines of about one length are lines of one headline.
 */
import type { DraftUnit } from "./draft-units.js";

export interface Heads {
  readonly kicker: readonly DraftUnit[];
  readonly headline: readonly DraftUnit[];
  readonly deck: readonly DraftUnit[];
}

type Head = { readonly unit: DraftUnit; readonly node: number };

const width = (unit: DraftUnit): number => unit.pieces.reduce((sum, piece) => sum + piece.width, 0);
const isCapitals = (text: string): boolean => /\p{Lu}{2,}/u.test(text) && text === text.toUpperCase();
/** A deck is set at least this much smaller than its headline. */
const smallerType = 1.35;
/** A label over a CJK headline: a column's name. */
const labelCharacters = 4;
/** A label over a headline in spaced scripts: a few words, much shorter than the headline's first line. */
const labelWords = 3;
const labelShare = 0.72;
/** Characters a line of a headline holds at most; a longer one is a deck, and what stands over it a headline. */
const headlineCharacters = 44;

export function splitHeads(heads: readonly Head[]): Heads {
  const lines = [...heads];
  const kicker: Head[] = [];
  const deck: Head[] = [];
  const first = lines[0];
  if (
    lines.length >= 2 &&
    first &&
    isKicker(
      first.unit,
      lines.slice(1).map(({ unit }) => unit),
    )
  )
    kicker.push(...lines.splice(0, 1));
  if (lines.length >= 2) {
    const cut = findDeck(lines);
    if (cut > 0) deck.push(...lines.splice(cut));
  }
  if (lines.length >= 2 && kicker.length === 0) {
    const [above, below] = [lines[0] as Head, lines[1] as Head];
    if (!above.unit.spaced && lines.length === 2 && width(above.unit) >= 1.5 * width(below.unit))
      kicker.push(...lines.splice(0, 1));
  }
  const units = (list: readonly Head[]): DraftUnit[] => list.map(({ unit }) => unit);
  return { kicker: units(kicker), headline: units(lines), deck: units(deck) };
}

function isKicker(line: DraftUnit, rest: readonly DraftUnit[]): boolean {
  const next = rest[0];
  if (line.spaced) {
    const words = line.text.split(" ").length;
    if (isCapitals(line.text)) return words <= 6 && !rest.every((other) => isCapitals(other.text));
    return (
      next !== undefined &&
      words <= labelWords &&
      next.text.length <= headlineCharacters &&
      isLabelOver(line.text, next.text) &&
      width(line) <= labelShare * width(next)
    );
  }
  return (
    next !== undefined &&
    [...line.text].length <= labelCharacters &&
    width(next) >= 1.6 * width(line) &&
    !/[！？!?：:]$/.test(line.text)
  );
}

/** Éducation over a headline that begins anew; not “Later bell,” over “longer breakfast”, which is one sentence. */
const isLabelOver = (label: string, headline: string): boolean =>
  /^\p{Lu}/u.test(label) && /[\p{L}\p{N}]$/u.test(label) && /^[“„«"'‘¿¡]?[\p{Lu}\p{N}]/u.test(headline);

/** Where the deck begins: a later line, as a rule a block of its own, that holds much more than the lines over it. */
function findDeck(lines: readonly Head[]): number {
  for (let k = 1; k < lines.length; k += 1) {
    const above = lines.slice(0, k);
    const below = lines.slice(k);
    const most = Math.max(...above.map(({ unit }) => width(unit)));
    const least = Math.min(...below.slice(0, Math.max(1, below.length - 1)).map(({ unit }) => width(unit)));
    const ownBlock = below[0]?.node !== above.at(-1)?.node;
    const spaced = below[0]?.unit.spaced ?? false;
    if (least >= (ownBlock ? smallerType : 1.6) * most) return k;
    const gaps =
      (below[0]?.unit.pieces[0]?.wantedGaps ?? 0) >= 2 &&
      above.every(({ unit }) => (unit.pieces[0]?.wantedGaps ?? 0) < 2);
    if (!spaced && gaps) return k;
  }
  return 0;
}
