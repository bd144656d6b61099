/**
 * What all text of an edition says of its words, for those who read one page of it: which characters stand together,
 * how rare a term is, which terms are names. It refuses to say what a text means.
 */
import type { Lexicon } from "../text/lexicon/index.js";
import { isUnspaced } from "../text/scripts.js";
import { squash } from "../text/squash.js";
import { termsOf } from "../text/terms.js";
import type { TermRarity } from "./cohesion.js";
import type { DraftUnit } from "./draft-units.js";
import { findHeadsAgain } from "./heads-again.js";
import type { PageUnits } from "./read-units.js";

export interface EditionWords {
  /** How often two characters of unspaced script stand together, each counted inside its unit. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly rarity: TermRarity;
  /** Heading lines that a page before has printed already, or that begin with a jump line's word: heads of the rest. */
  readonly again: ReadonlySet<DraftUnit>;
}

export function learnEditionWords(pages: readonly PageUnits[]): EditionWords {
  const pairs = new Map<string, number>();
  const documents = new Map<string, number>();
  const names = new Set<string>();
  let texts = 0;
  for (const { units, lexicon } of pages) {
    const functionWords = new Set(lexicon.functionWords);
    for (const unit of units) {
      const { text } = squash(unit.text);
      countPairs(text, pairs);
      if (unit.kind !== "body") continue;
      texts += 1;
      for (const term of termsOf(text, functionWords).keys())
        documents.set(term, (documents.get(term) ?? 0) + 1);
      addNames(text, lexicon, names);
    }
  }
  return { pairs, rarity: { documents, texts, names }, again: findHeadsAgain(pages) };
}

function countPairs(text: string, pairs: Map<string, number>): void {
  for (let i = 1; i < text.length; i += 1) {
    const pair = text.slice(i - 1, i + 1);
    if (isUnspaced(pair[0] ?? "") && isUnspaced(pair[1] ?? "")) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
}

/** A capital inside a sentence: a name, or in German a noun. */
const name = /[\p{Ll},] (\p{Lu}[\p{L}’-]{2,})/gu;

function addNames(text: string, { spaced }: Lexicon, names: Set<string>): void {
  if (!spaced) return;
  for (const [, word] of text.matchAll(name)) for (const term of termsOf(word ?? "").keys()) names.add(term);
}
