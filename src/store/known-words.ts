/** Lists of the words of a language, read when they are first asked for. What is not listed has none: the program does without. */
import { readFileSync } from "node:fs";
import englishWords from "word-list";
import type { KnownWords } from "../model/job.js";

/** Files of one lower-cased word a line, by primary language subtag. */
const lists: Readonly<Record<string, string>> = { en: englishWords };
const read = new Map<string, ReadonlySet<string>>();

export const knownWords: KnownWords = (language) => {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const path = Object.hasOwn(lists, primary) ? lists[primary] : undefined;
  if (path === undefined) return undefined;
  const words = read.get(primary) ?? new Set(readFileSync(path, "utf8").split("\n"));
  read.set(primary, words);
  return words;
};
