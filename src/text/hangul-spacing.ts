/**
 * Whether a Korean line ended between two words or inside one: `소나` + `기가` is 소나기가, `솔내` + `읍사무소는` may be
 * two words. Korean lines break after any syllable, so the edition's own lines tell it: which syllables end words there,
 * which begin them, which stand together inside one, and which words stand whole.
 * It refuses to know any grammar beyond what the edition shows; a syllable it never saw counts as an average one.
 */
import { wrapsWords } from "./hangul-wrap.js";
import { isDigit, isHangul } from "./scripts.js";

interface Tally {
  readonly edge: number;
  readonly inner: number;
}

export interface HangulSpacing {
  /** Syllable → how often a word ended with it, and how often one went on after it. */
  readonly ends: ReadonlyMap<string, Tally>;
  /** Syllable → how often a word began with it, and how often it stood further inside. */
  readonly begins: ReadonlyMap<string, Tally>;
  /** Two syllables that met inside a word, and over a word space. */
  readonly inside: ReadonlyMap<string, number>;
  readonly across: ReadonlyMap<string, number>;
  /** Words between two spaces, and the beginnings of words, of two syllables and more. */
  readonly words: ReadonlyMap<string, number>;
  readonly stems: ReadonlyMap<string, number>;
  /** Syllables that follow a digit without a space: 개, 년, 월, 일. */
  readonly counters: ReadonlySet<string>;
  /** Lines break only between words. */
  readonly wrapped: boolean;
}

const longestStem = 6;
const add = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

/** Counts over squashed lines. Words at the edges of a line may be cut, so only their inner side counts. */
export function countHangul(lines: readonly string[]): HangulSpacing {
  const ends = new Map<string, Tally>();
  const begins = new Map<string, Tally>();
  const inside = new Map<string, number>();
  const across = new Map<string, number>();
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const counters = new Set<string>();
  const tally = (map: Map<string, Tally>, key: string, edge: boolean): void => {
    const now = map.get(key) ?? { edge: 0, inner: 0 };
    map.set(key, edge ? { ...now, edge: now.edge + 1 } : { ...now, inner: now.inner + 1 });
  };
  for (const line of lines) {
    const characters = [...line];
    for (let i = 1; i < characters.length; i += 1) {
      const [a, b] = [characters[i - 1] ?? "", characters[i] ?? ""];
      if (isHangul(a) && isHangul(b)) {
        add(inside, a + b);
        tally(ends, a, false);
        tally(begins, b, false);
      } else if (isDigit(a) && isHangul(b)) counters.add(b);
      else if (b === " " && isHangul(a)) {
        tally(ends, a, true);
        const next = characters[i + 1] ?? "";
        if (isHangul(next)) {
          tally(begins, next, true);
          add(across, a + next);
        }
      } else if (isHangul(a) && !isHangul(b) && !isDigit(b)) tally(ends, a, true);
    }
    const tokens = line.split(" ");
    tokens.forEach((token, index) => {
      if (index === 0) return;
      const word = hangulOf(token);
      if (word === "") return;
      const whole = index < tokens.length - 1 || word.length < token.length;
      if (whole) add(words, word);
      for (let size = 2; size <= Math.min(longestStem, word.length); size += 1)
        add(stems, word.slice(0, size));
    });
  }
  return { ends, begins, inside, across, words, stems, counters, wrapped: wrapsWords(lines) };
}

/** The syllables a token begins with, its opening quotes left out. */
function hangulOf(token: string): string {
  const characters = [...token];
  const from = characters.findIndex(isHangul);
  if (from < 0) return "";
  let to = from;
  while (to < characters.length && isHangul(characters[to] ?? "")) to += 1;
  return characters.slice(from, to).join("");
}

function syllablesBefore(text: string): string {
  let from = text.length;
  while (from > 0 && isHangul(text[from - 1] ?? "")) from -= 1;
  return text.slice(from);
}
function syllablesAfter(text: string): string {
  let to = 0;
  while (to < text.length && isHangul(text[to] ?? "")) to += 1;
  return text.slice(0, to);
}

const logOdds = (tally: Tally | undefined, share: number): number =>
  Math.log(((tally?.edge ?? 0) + 2 * share) / ((tally?.inner ?? 0) + 2 * (1 - share)));

/** How much the evidence of whole words and stems weighs, in nats each. */
const wordWeight = 1.6;
/** A line ends between words about as often as syllables are followed by a space: one in three. */
const wordEndShare = 0.33;
/** Words of more syllables than this are rare. */
const longWord = 7;

/** Whether a space belongs between the two texts, each without outer spaces, Hangul meeting Hangul. */
export function spaceAtLineEnd(before: string, after: string, spacing: HangulSpacing): boolean {
  if (spacing.wrapped) return true;
  const a = syllablesBefore(before);
  const b = syllablesAfter(after);
  const last = a.at(-1) ?? "";
  const first = b[0] ?? "";
  const prior = Math.log(wordEndShare / (1 - wordEndShare));
  let odds =
    logOdds(spacing.ends.get(last), wordEndShare) + logOdds(spacing.begins.get(first), wordEndShare) - prior;
  odds -= 0.9 * Math.log(1 + (spacing.inside.get(last + first) ?? 0));
  odds += 0.9 * Math.log(1 + (spacing.across.get(last + first) ?? 0));
  const whole = a + b;
  if ((spacing.words.get(whole) ?? 0) > 0) odds -= 2 * wordWeight;
  else if ((spacing.stems.get(a + first) ?? 0) > 0) odds -= 0.8 * wordWeight;
  if (a.length >= 2 && (spacing.words.get(a) ?? 0) > 0) odds += wordWeight;
  if (b.length >= 2 && (spacing.words.get(b) ?? 0) > 0) odds += wordWeight;
  else if (b.length >= 2 && (spacing.stems.get(b.slice(0, 2)) ?? 0) > 0) odds += 0.6 * wordWeight;
  if (a.length === 1) odds -= 0.7;
  if (b.length === 1) odds -= 0.9;
  if (whole.length > longWord) odds += 0.8;
  return odds > 0;
}
