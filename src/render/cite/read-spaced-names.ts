/**
 * Names on a byline of a language with spaces: an opener that says who wrote (`By`, `Von`, `Par`), then two to four
 * capitalised words, then perhaps a title set off by a comma. `By JANE O'NEILL and Mark de Wit, Staff Writers` → two.
 */
import type { Lexicon } from "../../text/lexicon/index.js";
import type { Author } from "./read-authors.js";

/** Openers that name the writer; “from” and “special to” name a place or a paper. */
const writerOpeners =
  /^(?:(?:story|text|words) by|by|von|text|interview von|par|textes?|propos recueillis par|por|texto|door|tekst):? /i;
const between = /, (?:and|und|et|y|en) | (?:and|und|et|y|en|&) |, (?=\p{Lu})/u;
const particles = new Set("de van von der den la le du da di del ter ten zu af bin al dos das".split(" "));
/** Words that are in the names of offices and agencies and in no person's. */
const offices =
  /^(?:staff|desk|bureau|press|news|service|agency|agence|agentur|office|our|unser\w*|notre|nuestr[oa]|onze|correspondents?|korrespondent(?:in)?|reporters?|editors?|writers?|contributors?|special|associated|united|international|redaktion|rédaction|redacción|redactie|dpa|afp|reuters|ap|upi|the|union|league|committee|club|department|school|council)$/iu;

/** TOBIAS O'WREN-LEE → Tobias O'Wren-Lee; words in both cases stay as printed. */
function lowerCapitals(word: string): string {
  if (word.length < 3 || word !== word.toUpperCase() || /\./.test(word)) return word;
  const lower = word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase());
  return lower.replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

const isNameWord = (word: string): boolean =>
  /^(?:\p{Lu}\.)+$|^\p{Lu}[\p{L}'’-]+\.?$/u.test(word) && !offices.test(word);

/** Which words are the family's is sure for two, and where particles begin them; a third may be a second family name. */
function splitName(words: readonly string[], lexicon: Lexicon): Author {
  const literal = words.join(" ");
  const particle = words.findIndex((word, index) => index > 0 && particles.has(word));
  const initials = words.slice(1, -1).every((word) => word.endsWith("."));
  const cut =
    particle > 0
      ? particle
      : lexicon.language === "es" && !initials
        ? words.length === 2
          ? 1
          : 0
        : words.length - 1;
  if (cut === 0) return { literal };
  return { literal, family: words.slice(cut).join(" "), given: words.slice(0, cut).join(" ") };
}

function readName(text: string, lexicon: Lexicon): Author | undefined {
  const words = text.split(" ");
  const capitals = text === text.toUpperCase();
  const shown = words.map((word) =>
    particles.has(word.toLowerCase()) && (capitals || word !== words[0])
      ? word.toLowerCase()
      : lowerCapitals(word),
  );
  const names = shown.filter((word) => !particles.has(word));
  if (names.length < 2 || words.length > 4 || !names.every(isNameWord)) return undefined;
  if (/^(?:\p{Lu}\.)+$/u.test(names.at(-1) ?? "")) return undefined;
  return splitName(shown, lexicon);
}

const isTitle = (text: string, lexicon: Lexicon): boolean => {
  const lower = text.toLowerCase().replace(/[.]$/, "");
  return lexicon.byline.titles.some(
    (title) => lower === title || lower === `${title}s` || lower.endsWith(` ${title}`),
  );
};

/** Undefined where something on the line is neither a name nor a title. */
export function readSpacedNames(text: string, lexicon: Lexicon): readonly Author[] | undefined {
  const opener = writerOpeners.exec(text);
  if (opener === null) return isTitle(text, lexicon) ? [] : undefined;
  let rest = text.slice(opener[0].length).replace(/[,;:]$/, "");
  if (/[^\p{L}]\p{Ll}{3,}\.$/u.test(rest)) return undefined;
  const comma = rest.lastIndexOf(", ");
  if (comma > 0 && isTitle(rest.slice(comma + 2), lexicon)) rest = rest.slice(0, comma);
  const names = rest.split(between).map((name) => readName(name.trim(), lexicon));
  return names.every((name) => name !== undefined) ? names : undefined;
}
