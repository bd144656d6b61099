/**
 * What a reader typed, as terms that must all be found in one article:
 *
 *     卢沟桥          a run of characters, found wherever it stands, across spaces and line ends
 *     harb            a word: those that begin so are found
 *     "harbour fire"  words in this order, whole
 *
 * Parts set apart by spaces are terms of their own; quotes keep them together. Words joined by signs, `well-known`, are
 * a phrase whose last word may go on.
 */
import { foldText } from "./fold-text.js";
import { takeWords } from "./take-words.js";

export type Term =
  | { readonly kind: "run"; readonly characters: readonly string[] }
  /** `open`: the last word may be the beginning of a longer one. */
  | { readonly kind: "words"; readonly words: readonly string[]; readonly open: boolean };

export interface Query {
  readonly terms: readonly Term[];
  /** Other forms are found too: 漢 for 汉, é for e. */
  readonly anyForm: boolean;
}

/** A shorter beginning would ask for half the dictionary. */
const shortestBeginning = 2;
/** A part in quotes stands by itself: a quotation mark within a run of text is a character like any other. */
const quoted = /(^|\s)["“„«「]([^"“”„«»「」]+)["“”»」](?=\s|$)/u;

function readTerm(text: string, whole: boolean): Term[] {
  const folded = foldText(text);
  if (folded.isCjk) return [{ kind: "run", characters: folded.characters }];
  const words = takeWords(folded).map(({ word }) => word);
  const last = words.at(-1);
  if (last === undefined) return [];
  return [{ kind: "words", words, open: !whole && Array.from(last).length >= shortestBeginning }];
}

export function parseQuery(typed: string, anyForm = false): Query {
  const terms: Term[] = [];
  const readLoose = (text: string): void => {
    for (const part of text.split(/\s+/u)) terms.push(...readTerm(part, false));
  };
  let rest = typed;
  for (let found = quoted.exec(rest); found !== null; found = quoted.exec(rest)) {
    readLoose(rest.slice(0, found.index));
    terms.push(...readTerm(found[2] ?? "", true));
    rest = rest.slice(found.index + found[0].length);
  }
  readLoose(rest);
  return { terms, anyForm };
}
