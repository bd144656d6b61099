/** Lists of the words of a language, read when they are first asked for. What is not listed has none: the program does without. */
import { readFileSync } from "node:fs";
import englishWords from "word-list";
import type { KnownWords } from "../model/job.js";

/** Files of one lower-cased word a line, by primary language subtag. */
const lists: Readonly<Record<string, string>> = { en: englishWords };
/**
 * Words that are prefixes too. Before another word they tell nothing: inter-nationalisation, of which the list has only the
 * second half, was cut, and anti-war was printed so.
 */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  en: "ab ad anti be bi con counter de demi dis em en ex extra for fore hyper in inter iso macro mega meta micro mid mini mis mono multi non off on out over para per poly post pre pro re retro semi sub super tele trans tri ultra un under up".split(
    " ",
  ),
};
const read = new Map<string, ReadonlySet<string>>();

export const knownWords: KnownWords = (language) => {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const path = Object.hasOwn(lists, primary) ? lists[primary] : undefined;
  if (path === undefined) return undefined;
  const known = read.get(primary);
  if (known) return known;
  const words = new Set(readFileSync(path, "utf8").split("\n"));
  for (const prefix of prefixes[primary] ?? []) words.delete(prefix);
  read.set(primary, words);
  return words;
};
