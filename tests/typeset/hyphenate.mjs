/**
 * Soft hyphens for Latin text, so that a browser without hyphenation dictionaries breaks words at line ends as
 * a newspaper does. Breaks between two consonants or before a single one, as most European languages do; the
 * breaks are plausible, not lexical, which is what a reader of old newspapers meets anyway.
 */
const SOFT_HYPHEN = "\u00ad";
/** Shorter words are not broken; a printer leaves two letters before the break and three after it. */
const SHORTEST_WORD = 6;
const LEAST_BEFORE = 2;
const LEAST_AFTER = 3;
const VOWEL = /[aeiouyäöüáàâéèêëíìîïóòôúùûåæœø]/i;
/** Letter pairs that sound as one or begin a syllable together: never parted. */
const TOGETHER = /^(ch|ck|sh|th|ph|wh|gh|qu|pr|pl|br|bl|tr|dr|cr|cl|gr|gl|fr|fl|kr|kl|kn)$/i;

function breakWord(word) {
  if (word.length < SHORTEST_WORD) return word;
  let broken = word.slice(0, LEAST_BEFORE);
  for (let at = LEAST_BEFORE; at < word.length; at += 1) {
    const [before, here, next] = [word[at - 1], word[at], word[at + 1] ?? ""];
    const afterNext = word[at + 2] ?? "";
    const mayBreak =
      word.length - at >= LEAST_AFTER && VOWEL.test(word.slice(0, at)) && !TOGETHER.test(before + here);
    const single = !VOWEL.test(here) && VOWEL.test(next);
    const pair = TOGETHER.test(here + next) && VOWEL.test(afterNext);
    if (mayBreak && (single || pair)) broken += SOFT_HYPHEN;
    broken += here;
  }
  return broken;
}

/** The text with soft hyphens in its longer all-letter words; names (capitalised words) are broken too, as in print. */
export const hyphenate = (text) => text.replace(/\p{Script=Latin}+/gu, breakWord);
