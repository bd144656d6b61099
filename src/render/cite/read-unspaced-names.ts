/**
 * Names on a byline of Chinese, Japanese or Korean: what is left when the words that open and close bylines are taken
 * away, two to four characters, set apart. Where the language has a list of family names a name must begin with one;
 * Japanese has none here, so a name must stand apart from a title: 記者　小林 茂. 本报评论员 is refused: no name in it.
 */
import type { Lexicon } from "../../text/lexicon/index.js";
import type { Author } from "./read-authors.js";

/** Whoever took the picture, drew, judged or spoke did not write. */
const notTheWriter = /写真|摄|攝|図|图|圖|사진|選者|談/u;
const both = /文|글|采写|撰|取材/u;
/** Family names that are common words too, so that the lexicon leaves them out; after 记者 they are names. */
const afterTitle = ["高", "于", "白", "万", "萬", "方", "黎"];
/** Closers that stand apart, as well known as those of the lexicon. */
const moreClosers = ["报道", "報道", "報導", "文", "撰文", "采写"];
const separators = /[\s\u3000／/∕＝=・·:：、,，]+/u;
const opening = /^[□■◎◆●○◇【〔（(]+|[】〕）)]+$/gu;

const byLength = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);

/** Takes known words off both ends: 本报记者张三 → 张三. */
function strip(word: string, known: readonly string[]): string {
  let rest = word;
  for (const each of known) if (rest.startsWith(each) && rest !== each) rest = rest.slice(each.length);
  for (const each of known) if (rest.endsWith(each) && rest !== each) rest = rest.slice(0, -each.length);
  return rest;
}

function familyOf(name: string, surnames: readonly string[]): string | undefined {
  const family = surnames.find((each) => name.startsWith(each));
  const given = family === undefined ? 0 : [...name].length - [...family].length;
  return given >= 1 && given <= 2 ? family : undefined;
}

/** Undefined where something on the line is neither a name nor a known word. */
export function readUnspacedNames(text: string, lexicon: Lexicon): readonly Author[] | undefined {
  const known = byLength(
    [...lexicon.byline.openers, ...lexicon.byline.closers, ...lexicon.byline.titles]
      .map((word) => word.replaceAll(opening, "").replace(separators, ""))
      .concat(moreClosers)
      .filter((word) => [...word].length > 1),
  );
  if (notTheWriter.test(text) && !both.test(text)) return undefined;
  const words = text
    .replaceAll(opening, "")
    .split(separators)
    .filter((word) => word !== "" && !["文", "글"].includes(word));
  const isKnown = (word: string): boolean => known.includes(word);
  const names: Author[] = [];
  let marked = text !== text.replaceAll(opening, "");
  for (const word of words) {
    if (isKnown(word)) {
      marked = true;
      continue;
    }
    const name = strip(word, known);
    if (name !== word) marked = true;
    if (!/^[\p{Script=Han}\p{Script=Hangul}々]{2,4}$/u.test(name) || notTheWriter.test(name))
      return undefined;
    const family = familyOf(
      name,
      marked && lexicon.language !== "ko" ? [...lexicon.surnames, ...afterTitle] : lexicon.surnames,
    );
    if (lexicon.surnames.length > 0 && family === undefined) return undefined;
    names.push(
      family === undefined ? { literal: name } : { literal: name, family, given: name.slice(family.length) },
    );
  }
  // Without a list of family names a known word must say that what follows is a person.
  return names.length > 0 && (marked || lexicon.surnames.length > 0) ? names : undefined;
}
