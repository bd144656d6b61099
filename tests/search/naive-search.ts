/**
 * What a search should find, by reading everything: whole-text Unicode normalisation and regular expressions, nothing of
 * the index's own code but the table of character forms.
 */
import type { SearchedEdition } from "../../src/model/search.js";
import { hanForms } from "../../src/text/search/han-forms.js";

const cjk =
  /[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3\u{20000}-\u{3ffff}]/u;

const forms = new Map<string, string>();
for (const word of hanForms.trim().split(/\s+/)) {
  const [first = "", ...rest] = word;
  for (const other of rest) forms.set(other, first);
}
const makeAlike = (text: string): string =>
  Array.from(text, (character) => forms.get(character) ?? character)
    .join("")
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .replace(/ø/g, "o")
    .replace(/[\u0080-\u1fff]/gu, (letter) => letter.normalize("NFD").replace(/\p{Mn}/gu, "") || letter);

function fold(text: string, anyForm: boolean): string {
  const plain = text
    .replace(/\p{Cf}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[〜]/g, "~")
    .replace(/[・‧•]/g, "·")
    .replace(/ς/g, "σ");
  return anyForm ? makeAlike(plain) : plain;
}

/** Spaces go, but between letters or digits of scripts that set words apart. */
const closeGaps = (folded: string): string =>
  folded
    .trim()
    .split(/\s+/u)
    .reduce((before, after) => {
      const [left, right] = [Array.from(before).at(-1) ?? "", Array.from(after)[0] ?? ""];
      const isWord = (each: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(each) && !cjk.test(each);
      return `${before}${isWord(left) && isWord(right) ? " " : ""}${after}`;
    });

const wordsOf = (folded: string): string[] =>
  [...folded.matchAll(/(?:[\p{L}\p{N}\p{M}]|(?<=\p{Nd})[.,](?=\p{Nd}))+/gu)]
    .flatMap(([run]) => run.split(new RegExp(cjk.source, "u")))
    .map((word) => word.replace(/^[.,]+|[.,]+$/g, ""))
    .filter((word) => word !== "");

const isPhraseIn = (words: readonly string[], sought: readonly string[], open: boolean): boolean =>
  words.some((_, at) =>
    sought.every((word, step) => {
      const here = words[at + step];
      if (here === undefined) return false;
      return open && step === sought.length - 1 ? here.startsWith(word) : here === word;
    }),
  );

export type NaiveSearch = (
  sought: string,
  how?: { readonly quoted?: boolean; readonly anyForm?: boolean },
) => string[];

/** Reads all texts once; the search is for one term, not several: `sought` without its quotes. */
export function readAll(editions: readonly SearchedEdition[]): NaiveSearch {
  const read = [false, true].map((anyForm) =>
    editions.flatMap(({ path, texts }) =>
      texts.map(({ file, paragraphs }) => ({
        name: `${path}/${file}`,
        paragraphs: paragraphs.map(({ text }) => {
          const folded = fold(text, anyForm);
          return { run: cjk.test(folded) ? closeGaps(folded) : "", words: wordsOf(folded) };
        }),
      })),
    ),
  );
  return (sought, { quoted = false, anyForm = false } = {}) =>
    findNaively(read[Number(anyForm)] ?? [], sought, quoted, anyForm);
}

interface ReadText {
  readonly name: string;
  readonly paragraphs: readonly { readonly run: string; readonly words: readonly string[] }[];
}

function findNaively(
  texts: readonly ReadText[],
  sought: string,
  quoted: boolean,
  anyForm: boolean,
): string[] {
  const folded = fold(sought, anyForm);
  const isRun = cjk.test(sought.normalize("NFKC"));
  const run = closeGaps(folded);
  const words = wordsOf(folded);
  return texts
    .filter(({ paragraphs }) =>
      paragraphs.some((here) => (isRun ? here.run.includes(run) : isPhraseIn(here.words, words, !quoted))),
    )
    .map(({ name }) => name);
}
