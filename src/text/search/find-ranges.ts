/**
 * Where the terms of a query stand in a text, as UTF-16 offsets, for showing them: the same folding as the index, so
 * what was found is what is lit.
 */
import { type FoldForm, foldWordForm } from "./fold-form.js";
import { type FoldedText, foldText } from "./fold-text.js";
import type { Query, Term } from "./parse-query.js";
import { takeWords } from "./take-words.js";

export interface FoundRange {
  readonly start: number;
  readonly end: number;
  /** Which of the query's terms it is. */
  readonly term: number;
}

function runsIn(folded: FoldedText, wanted: readonly string[], form: FoldForm): [number, number][] {
  if (!folded.isCjk) return [];
  const characters = folded.characters.map(form);
  const sought = wanted.map(form);
  const out: [number, number][] = [];
  for (let at = 0; at + sought.length <= characters.length; at += 1)
    if (sought.every((character, step) => characters[at + step] === character))
      out.push([at, at + sought.length]);
  return out;
}

function wordsIn(folded: FoldedText, term: Term & { kind: "words" }, form: FoldForm): [number, number][] {
  const words = takeWords(folded).map((found) => ({ ...found, plain: foldWordForm(found.word, form) }));
  const sought = term.words.map((word) => foldWordForm(word, form));
  const last = sought.length - 1;
  const out: [number, number][] = [];
  words.forEach((first, at) => {
    const fits = sought.every((word, step) => {
      const plain = words[at + step]?.plain;
      return plain !== undefined && (term.open && step === last ? plain.startsWith(word) : plain === word);
    });
    if (fits) out.push([first.from, words[at + last]?.to ?? first.to]);
  });
  return out;
}

/** All places of all terms, by where they begin. */
export function findRanges({ terms, anyForm }: Query, text: string, foldForm: FoldForm): FoundRange[] {
  const folded = foldText(text);
  const form: FoldForm = anyForm ? foldForm : (character) => character;
  return terms
    .flatMap((term, index) =>
      (term.kind === "run" ? runsIn(folded, term.characters, form) : wordsIn(folded, term, form)).map(
        ([from, to]) => ({ start: folded.starts[from] ?? 0, end: folded.ends[to - 1] ?? 0, term: index }),
      ),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
