/** Lists of the words of a language, read when they are first asked for. What is not listed has none: the program does without. */
import { readFileSync } from "node:fs";
import englishWords from "word-list";
import type { KnownWords, WordList } from "../model/job.js";

/** Files of one lower-cased word a line, by primary language subtag. */
const lists: Readonly<Record<string, string>> = { en: englishWords };
/**
 * Before another word these tell nothing: inter-nationalisation, of which the list has only the second half, was cut. Not
 * those that are written with a hyphen as often as not: anti-war, ex-wife, pre-roasted.
 */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  en: "ab ad be con counter de dis em en fore in inter mis out over par per sub super trans un under".split(
    " ",
  ),
};
const read = new Map<string, WordList>();

export const knownWords: KnownWords = (language) => {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const path = Object.hasOwn(lists, primary) ? lists[primary] : undefined;
  if (path === undefined) return undefined;
  const list = read.get(primary) ?? {
    words: new Set(readFileSync(path, "utf8").split("\n")),
    prefixes: new Set(prefixes[primary]),
  };
  read.set(primary, list);
  return list;
};
