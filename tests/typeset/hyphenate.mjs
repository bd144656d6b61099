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
const TOGETHER =
  /^(ch|ck|sh|th|ph|wh|gh|qu|ll|rr|st|sp|sc|sk|sl|sm|sn|pr|pl|br|bl|tr|dr|cr|cl|gr|gl|fr|fl|kr|kl|kn|ng|ss)$/i;

function breakWord(word) {
  if (word.length < SHORTEST_WORD) return word;
  let broken = word.slice(0, LEAST_BEFORE);
  for (let at = LEAST_BEFORE; at < word.length; at += 1) {
    const [before, here, next] = [word[at - 1], word[at], word[at + 1] ?? ""];
    const roomAfter = word.length - at >= LEAST_AFTER;
    const vowelBefore = VOWEL.test(word.slice(0, at));
    const betweenConsonants =
      !VOWEL.test(before) && !VOWEL.test(here) && VOWEL.test(next) && !TOGETHER.test(before + here);
    const beforeSingle = VOWEL.test(before) && !VOWEL.test(here) && VOWEL.test(next);
    const beforePair =
      VOWEL.test(before) && !VOWEL.test(here) && TOGETHER.test(here + next) && VOWEL.test(word[at + 2] ?? "");
    if (roomAfter && vowelBefore && (betweenConsonants || beforeSingle || beforePair)) broken += SOFT_HYPHEN;
    broken += here;
  }
  return broken;
}

/** The text with soft hyphens in its longer all-letter words; names (capitalised words) are broken too, as in print. */
export const hyphenate = (text) => text.replace(/\p{Script=Latin}+/gu, breakWord);
