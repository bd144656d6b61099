/**
 * What the names of an edition's folders tell: `editions/yanzhou-wanbao/2023-10-26`, `jingbao/jb_0129_1920-04-03`,
 * `luxzeit-1858-12-07/derived/pages`, `courier/1948/01/05`. Refuses to take `pages`, `data` or a year for a newspaper.
 */
import { inferenceSources } from "../model/finding-reasons.js";
import { composeDate, findDateInName } from "../text/find-date.js";

export interface Told {
  readonly value: string;
  /** The folder name it stood in, whole; absent where it was no folder name. */
  readonly name?: string;
  /** What told it, in words for the archivist. */
  readonly from: string;
}

export interface FromNames {
  readonly date?: Told;
  readonly newspaper?: Told;
}

/** Folder names that say nothing of a newspaper. */
const generic = new Set(
  (
    "pages page text texts txt ocr derived editions edition data input in inbox src archive archives newspapers newspaper papers " +
    "issues issue scans out output tmp temp home root var work desktop documents downloads test tests fixtures shared samples sample articles"
  ).split(" "),
);
const saysNothing = (name: string): boolean =>
  generic.has(name.toLowerCase()) || name.startsWith(".") || !/\p{L}/u.test(name);

/** How many names up from the edition's own folder a date or a newspaper's name is looked for. */
const levels = 4;

/** `folder named luxzeit-1858-12-07` */
const fromFolder = (name: string): string => inferenceSources.folder.replace("{name}", () => name);

interface Dated {
  readonly date: string;
  readonly from: string;
  /** The rest of the name the date stood in. */
  readonly rest: string;
  /** Index of the outermost name that the date took. */
  readonly at: number;
}

function findDated(names: readonly string[]): Dated | undefined {
  for (let at = names.length - 1; at >= Math.max(0, names.length - levels); at -= 1) {
    const name = names[at] ?? "";
    const found = findDateInName(name);
    if (found) return { date: found.date, from: name, rest: found.rest, at };
    const parts = names.slice(at - 2, at + 1);
    const spread = at >= 2 && parts.every((part) => /^[0-9]{1,4}$/.test(part));
    const date = spread ? composeDate(Number(parts[0]), Number(parts[1]), Number(parts[2])) : undefined;
    if (date) return { date, from: parts.join("/"), rest: "", at: at - 2 };
  }
  return undefined;
}

/** The nearest name upwards that is more than a number; undefined where that one says nothing. */
function parentName(names: readonly string[], below: number): string | undefined {
  for (let at = below - 1; at >= 0; at -= 1) {
    const name = names[at] ?? "";
    if (/^[0-9._-]+$/.test(name)) continue;
    return saysNothing(name) ? undefined : name;
  }
  return undefined;
}

/** Beside a date, these name an edition of the day, not a newspaper. */
const qualifiers = new Set(
  "evening morning noon late early extra special sunday supplement abend morgen beilage soir matin avond ochtend".split(
    " ",
  ),
);
/** Shorter names are abbreviations (jb_0129_1920-04-03); the folder above says it better. */
const shortestName = 4;

/** Whether the words beside a date name the newspaper: `courier-1920-04-03`, but not `jb_0129_…` nor `…-evening`. */
function namesNewspaper(words: readonly string[]): boolean {
  if (words.some((word) => /[0-9]/.test(word))) return false;
  const telling = words.filter((word) => !qualifiers.has(word.toLowerCase()) && !saysNothing(word)).join("");
  return telling.length >= shortestName || /\p{Script=Han}{2}/u.test(telling);
}

/** A title from a folder name: `yanzhou-wanbao` → `Yanzhou Wanbao`; names with capitals or other letters stay. */
export function titleFromName(name: string): string {
  const spaced = name.replace(/[-_]+/g, " ").trim();
  return /[A-Z]/.test(spaced)
    ? spaced
    : spaced.replace(/(^| )([a-z])/g, (_, space: string, letter: string) => space + letter.toUpperCase());
}

/** Reads folder names, outermost first. */
export function inferFromNames(names: readonly string[]): FromNames {
  const dated = findDated(names);
  if (!dated) {
    const name = [...names]
      .reverse()
      .slice(0, levels)
      .find((candidate) => !saysNothing(candidate));
    return name === undefined ? {} : { newspaper: { value: name, from: fromFolder(name) } };
  }
  const date = { value: dated.date, name: dated.from, from: fromFolder(dated.from) };
  const words = dated.rest.split(/[\s._-]+/).filter((word) => word !== "");
  const parent = parentName(names, dated.at);
  const rest = words.join("-");
  const name = namesNewspaper(words) ? rest : (parent ?? (/\p{L}/u.test(rest) ? rest : undefined));
  return name === undefined
    ? { date }
    : { date, newspaper: { value: name, from: fromFolder(name === parent ? parent : dated.from) } };
}
