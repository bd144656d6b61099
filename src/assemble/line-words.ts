/**
 * What the words of an edition say of its lines, beside their shape: characters or words that meet where one line ends
 * and the next begins, and that stand together elsewhere, are of one text; a line does not end a headline with “of the”;
 * a headline's words come again in the text near it; and a jump line's word opens the head of the rest.
 *
 * In invented issues of nine languages, of borders after a line that ends no sentence: characters that meet are known to
 * meet in .38 of those within a paragraph, .01–.08 of all others; a function word ends .34 of lines within a paragraph, .03
 * of headlines. Six tenths of the terms stand near in .14 of heading lines of ideographs and .24 of others, in .01 and .05
 * of lines of text.
 * It refuses to decide: these are figures of line-figures.ts.
 */
import type { Lexicon } from "../text/lexicon/index.js";
import { isUnspaced } from "../text/scripts.js";
import { termsOf } from "../text/terms.js";
import type { Piece } from "./pieces.js";

/** What is asked of the lines of one page. */
export interface LineWords {
  /** How often what meets between lines i − 1 and i meets inside a line of the edition; undefined where nothing can. */
  readonly meetings: (i: number) => number | undefined;
  /** Whether line i ends with a word that leans on the next: an article, a preposition. */
  readonly leans: (i: number) => boolean;
  /**
   * Share of the terms of line i that stand near it, its neighbours aside; of the lines next to these only such as fill
   * their column count, that is text: the first lines of a story say the words of its headline again.
   */
  readonly named: (i: number) => number;
  /** Whether line i begins with the word of a jump line of the edition: “Harbor: …” after “See HARBOR, Page 3”. */
  readonly slugged: (i: number) => boolean;
}

/** Lines to each side in which a headline's words are looked for. */
const near = 25;
/** Lines of a headline and its story's first ones. */
const headline = 4;

/** Terms that a line near shares at least where it is the same text again, words or pairs of characters, and their share. */
const againWords = 4;
const againPairs = 8;
const againShare = 0.6;
/** Words of a jump line's slug at most. */
const longestSlug = 3;
const everyWord = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** Learns from all lines of an edition, once a page asks, then tells of the lines of one page at a time. */
export function learnLineWords(
  pages: readonly { readonly pieces: readonly Piece[] }[],
): (pieces: readonly Piece[], lexicons: readonly Lexicon[], fills: (i: number) => boolean) => LineWords {
  let learned: Learned | undefined;
  return (pieces, lexicons, fills) => {
    learned ??= learn(pages);
    const { pairs, slugs } = learned;
    const functionWords = new Set(lexicons.flatMap((lexicon) => lexicon.functionWords));
    const words = pieces.map(({ text }) => wordsOf(text));
    const terms = pieces.map((piece) => [...termsOf(piece.text, functionWords).keys()]);
    const linesNear = findNear(terms, fills);
    return {
      meetings: (i) => {
        const pair = meetingOf(pieces[i - 1], pieces[i], words[i - 1]?.at(-1), words[i]?.[0]);
        return pair === undefined ? undefined : (pairs.get(pair) ?? 0);
      },
      leans: (i) => pieces[i]?.spaced === true && functionWords.has(words[i]?.at(-1) ?? ""),
      named: (i) => nameShare(i, terms[i] ?? [], linesNear, pieces[i]?.spaced ?? true),
      slugged: (i) => {
        const own = (words[i] ?? []).slice(0, longestSlug);
        return slugs.size > 0 && own.some((_, k) => slugs.has(own.slice(0, k + 1).join(" ")));
      },
    };
  };
}

interface Learned {
  /** How often two characters of unspaced scripts, or two words, stand side by side in a line. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly slugs: ReadonlySet<string>;
}

function learn(pages: readonly { readonly pieces: readonly Piece[] }[]): Learned {
  const pairs = new Map<string, number>();
  const count = (pair: string): void => void pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  const slugs = new Set<string>();
  for (const { pieces } of pages)
    for (const { text, spaced, mark } of pieces) {
      if (mark?.slug && mark.kind === "jump-line") slugs.add(mark.slug.toLowerCase());
      if (spaced) {
        const words = wordsOf(text);
        for (let k = 1; k < words.length; k += 1) count(`${words[k - 1]} ${words[k]}`);
      } else for (let k = 1; k < text.length; k += 1) count(text.slice(k - 1, k + 1));
    }
  return { pairs, slugs };
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(everyWord) ?? [];

/** Share of its terms that stand near, unless a line near it says nearly all of it: then it is that text again. */
function nameShare(
  i: number,
  terms: readonly string[],
  linesNear: (term: string, i: number) => readonly number[],
  spaced: boolean,
): number {
  let found = 0;
  const shared = new Map<number, number>();
  for (const term of terms) {
    const lines = linesNear(term, i);
    if (lines.length > 0) found += 1;
    for (const at of lines) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  const most = Math.max(0, ...shared.values());
  const again = most >= (spaced ? againWords : againPairs) && most >= againShare * terms.length;
  return terms.length === 0 || again ? 0 : found / terms.length;
}

/** The lines near line i that have a term and speak for it. */
function findNear(
  terms: readonly (readonly string[])[],
  fills: (i: number) => boolean,
): (term: string, i: number) => readonly number[] {
  const places = new Map<string, number[]>();
  terms.forEach((own, i) => {
    for (const term of own) {
      const at = places.get(term);
      if (at) at.push(i);
      else places.set(term, [i]);
    }
  });
  const speaks = (at: number, i: number): boolean =>
    Math.abs(at - i) > headline || (Math.abs(at - i) > 1 && fills(at));
  return (term, i) => {
    const at = places.get(term) ?? [];
    let [from, to] = [0, at.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((at[middle] ?? 0) < i - near) from = middle + 1;
      else to = middle;
    }
    const lines: number[] = [];
    for (let k = from; (at[k] ?? Number.POSITIVE_INFINITY) <= i + near; k += 1)
      if (speaks(at[k] ?? i, i)) lines.push(at[k] ?? i);
    return lines;
  };
}

/** What meets over a border. Undefined where hyphens and marks say more of it. */
function meetingOf(
  above: Piece | undefined,
  below: Piece | undefined,
  lastWord: string | undefined,
  firstWord: string | undefined,
): string | undefined {
  if (!above || !below || above.mark || below.mark || above.spaced !== below.spaced) return undefined;
  if (!above.spaced) {
    const [last, first] = [above.text.at(-1) ?? "", below.text[0] ?? ""];
    return isUnspaced(last) && isUnspaced(first) ? last + first : undefined;
  }
  if (above.ends !== "open" || /[-\u00ad¬]$/.test(above.text)) return undefined;
  return lastWord && firstWord ? `${lastWord} ${firstWord}` : undefined;
}
