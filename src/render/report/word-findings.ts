/**
 * Findings in the site's language. Data and the command line have them in English; here a reason, a choice, a source or a
 * diagnostic is known by its English wording or its code, and put into the words of the site. What is not among these
 * stays English, and is said to be.
 */
import type { Diagnostic } from "../../model/diagnostic.js";
import { fillPieces, wordDiagnostic, wordingOf } from "../../model/diagnostic-words.js";
import {
  type FindingChoice,
  findingChoices,
  findingReasons,
  inferenceSources,
} from "../../model/finding-reasons.js";
import { joinReasons, reasonSeparator } from "../../model/join-reasons.js";
import type { UnitKind } from "../../model/unit.js";
import { fillWords, type Words } from "../words/index.js";

/** Words in the site's language, in English (`foreign`), or, `printed`, in the newspaper's. */
export interface Said {
  readonly text: string;
  readonly foreign?: boolean;
  readonly printed?: boolean;
}

const nameOf = <Name extends string>(table: Readonly<Record<Name, string>>, said: string): Name | undefined =>
  (Object.keys(table) as Name[]).find((name) => table[name] === said);

function sayReason(reason: string, words: Words): Said {
  const join = nameOf(joinReasons, reason);
  if (join) return { text: words.joinReasons[join] };
  const finding = nameOf(findingReasons, reason);
  return finding ? { text: words.findings.reasons[finding] } : { text: reason, foreign: words.lang !== "en" };
}

export const sayReasons = (reason: string, words: Words): Said[] =>
  reason.split(reasonSeparator).map((each) => sayReason(each, words));

/** As a label, which is of one language. */
export const reasonText = (reason: string, words: Words): string =>
  sayReasons(reason, words)
    .map(({ text }) => text)
    .join("; ");

export interface SaidChoice {
  readonly label?: Said;
  /** An article or a place on a page, by its id. */
  readonly id?: string;
}

/** @param isKnown whether an id is one of the edition's */
export function sayChoice(choice: string, words: Words, isKnown: (id: string) => boolean): SaidChoice {
  const { roles, choices } = words.findings;
  if (Object.hasOwn(roles, choice)) return { label: { text: roles[choice as UnitKind] } };
  if (isKnown(choice)) return { id: choice };
  for (const name of Object.keys(findingChoices) as FindingChoice[]) {
    const english = findingChoices[name];
    if (choice === english) return { label: { text: choices[name] } };
    const id = choice.startsWith(`${english} `) ? choice.slice(english.length + 1) : "";
    if (isKnown(id)) return { label: { text: choices[name] }, id };
  }
  return { label: { text: choice, foreign: words.lang !== "en" } };
}

/** From what a value was inferred: a line of a file is the newspaper's. */
export function saySource(from: string, words: Words): Said {
  for (const [name, english] of Object.entries(inferenceSources)) {
    const [before = "", after = ""] = english.split("{name}");
    const said = words.findings.sources[name as keyof typeof inferenceSources];
    if (!english.includes("{name}")) {
      if (from === english) return { text: said };
    } else if (from.startsWith(before) && from.endsWith(after) && from.length > before.length + after.length)
      return { text: fillWords(said, { name: from.slice(before.length, from.length - after.length) }) };
  }
  return { text: from, printed: true };
}

/** Details that hold words of the page. */
const printed = new Set(["text", "mark", "expect", "found", "printed", "ours", "theirs"]);

function sayDetail(name: string, text: string, words: Words): Said[] {
  if (name === "reason")
    return sayReasons(text, words).flatMap((each, at) => (at === 0 ? [each] : [{ text: "; " }, each]));
  if (name === "boxes") return [{ text: text === "yes" ? words.findings.yes : words.findings.no }];
  return [printed.has(name) ? { text, printed: true } : { text }];
}

export interface SaidDiagnostic {
  readonly foreign: boolean;
  readonly what: readonly Said[];
  readonly todo: readonly Said[];
}

export function sayDiagnostic(diagnostic: Diagnostic, words: Words): SaidDiagnostic {
  const own = words.findings.diagnostics[diagnostic.code];
  const wording = own ?? wordingOf(diagnostic) ?? { what: wordDiagnostic(diagnostic) };
  const inEnglish = own === undefined && words.lang !== "en";
  const say = (template: string): Said[] =>
    fillPieces(template, diagnostic.details).flatMap(({ text, detail }) =>
      detail === undefined || (inEnglish && !printed.has(detail))
        ? [{ text }]
        : sayDetail(detail, text, words),
    );
  return { foreign: inEnglish, what: say(wording.what), todo: say(wording.todo ?? "") };
}
