/**
 * What edition.md, newspaper.md and a page file's front matter may say. Every value arrives as a string (see
 * markdown/front-matter.ts). A key that nobody knows, or a value that makes no sense, is an error with the line and a
 * suggestion; the rest of the header still counts.
 */
import { z } from "zod";
import type { SplitText } from "../markdown/front-matter.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { interfaceLanguages } from "../model/interface-languages.js";
import { composeDate } from "../text/find-date.js";
import { nearestName } from "../text/nearest-name.js";
import { checkRelativePath } from "../text/relative-path.js";
import { slugOf } from "../text/slug.js";
import { isCorrectionTarget } from "./is-correction-target.js";
import { knownEncoding } from "./recognise-encoding.js";

/** A person's text of one line. Empty stands for “not said”. */
const phrase = z.string().trim().max(1000, "is longer than 1000 characters");
const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};
const languageTag = phrase
  .refine(isTag, "is no language tag; write one like zh-Hans, zh-Hant, ja, ko, en, de")
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);
const date = phrase.refine((value) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match !== null && composeDate(Number(match[1]), Number(match[2]), Number(match[3])) === value;
}, "is no day of the calendar; write it as YYYY-MM-DD");
const pageNumber = phrase
  .regex(/^[0-9]{1,4}$/, "is no page number; write 1, 2, 3 …, and what is printed (A7) as folio")
  .transform(Number)
  .refine((value) => value >= 1, "is no page number; the first page is 1");
const direction = z.enum(["horizontal", "vertical"], "must be horizontal or vertical");
const encoding = phrase.refine(
  (name) => knownEncoding(name) !== undefined,
  "is no encoding that can be read; write utf-8, utf-16le, gb18030, big5, shift_jis, euc-kr, euc-jp or windows-1252",
);
const slug = phrase.refine(
  (value) => value !== "" && slugOf(value) === value,
  "must be lower-case ASCII letters, digits and hyphens",
);
const wordings = z.union(
  [phrase.transform((one) => (one === "" ? [] : [one])), z.array(phrase)],
  "must be a list of wordings",
);
const jumpLines = z
  .strictObject({ forward: wordings, backward: wordings }, "must hold forward: and backward: lists")
  .partial();
const segmentation = z.enum(["source", "ours", "compare"], "must be source, ours or compare");
const corrections = phrase.refine(
  isCorrectionTarget,
  "is no place to send corrections to; write mailto:desk@example.org, or the https:// address of a page for new issues",
);
const yesOrNo = z.enum(["true", "false"], "must be true or false").transform((said) => said === "true");
const autospace = z.enum(["css", "keep", "pangu"], "must be css, keep or pangu");

const anniversaries = z.array(
  phrase.regex(/^[1-9][0-9]{0,2}$/, "must be a list of years such as [25, 50, 100]").transform(Number),
  "must be a list of years such as [25, 50, 100]",
);
const interfaceLanguage = z.enum(interfaceLanguages, `must be one of ${interfaceLanguages.join(", ")}`);

const page = z.strictObject({
  number: pageNumber,
  folio: phrase,
  section: phrase,
  language: languageTag,
  direction,
  encoding,
});
/** Only a person may name a file: a page file's own front matter cannot. */
const insideFile = phrase
  .refine((path) => checkRelativePath(path) !== undefined, "is no file inside this folder")
  .transform((path) => checkRelativePath(path) ?? path);
const pageEntry = z.strictObject({ file: phrase, scan: insideFile, ...page.shape }).partial();
const shared = {
  slug,
  language: languageTag,
  interface: interfaceLanguage,
  direction,
  rights: phrase,
  autospace,
  tiles: yesOrNo,
  story_texts: yesOrNo,
  segmentation,
  jump_lines: jumpLines,
  encoding,
  place: phrase,
  publisher: phrase,
  corrections,
};

export const pageHeader = page.partial();
export const pageListEntry = pageEntry;
export const newspaperHeader = z
  .strictObject({ title: phrase, newspaper: phrase, anniversaries, ...shared })
  .partial();
export const editionHeader = z
  .strictObject({
    newspaper: phrase,
    date,
    number: phrase,
    source: phrase,
    pages: z.array(z.unknown(), "must be a list"),
    ...shared,
  })
  .partial();

export type PageHeader = z.output<typeof pageHeader>;
export type PageListEntry = PageHeader & { readonly file: string; readonly scan?: string | undefined };
export type NewspaperHeader = z.output<typeof newspaperHeader>;
export type EditionHeader = z.output<typeof editionHeader>;

export interface Validated<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks a map of values against a schema, key by key: what is wrong is reported (JL1011 unknown key, JL1012 bad
 * value) and left out; the rest is returned. Keys with empty values count as not said.
 */
export function validateHeader<S extends z.ZodObject>(
  schema: S,
  data: Readonly<Record<string, unknown>>,
  file: string,
  lineOf: (key: string) => number | undefined,
): Validated<z.output<S>> {
  const said = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== "" && value !== null));
  const diagnostics: Diagnostic[] = [];
  const drop = new Set<string>();
  const report = (code: string, key: string, details: Diagnostic["details"]): void => {
    const line = lineOf(key);
    diagnostics.push({
      code,
      severity: "error",
      place: line === undefined ? { file } : { file, line },
      details: { key, ...details },
    });
  };
  const known = Object.keys(schema.shape);
  for (const key of Object.keys(said)) {
    if (known.includes(key)) continue;
    drop.add(key);
    const suggestion = nearestName(key, known);
    report("JL1011", key, {
      suggestion: suggestion ? `Did you mean “${suggestion}”?` : `Known are: ${known.join(", ")}.`,
    });
  }
  const kept = (): Record<string, unknown> =>
    Object.fromEntries(Object.entries(said).filter(([key]) => !drop.has(key)));
  const first = schema.safeParse(kept());
  if (first.success) return { value: first.data, diagnostics };
  for (const issue of first.error.issues) {
    const key = String(issue.path[0] ?? "");
    if (drop.has(key)) continue;
    drop.add(key);
    const value = typeof said[key] === "string" ? said[key] : issue.path.join(".");
    report("JL1012", key, { value: value.slice(0, 80), reason: issue.message });
  }
  const second = schema.safeParse(kept());
  return { value: second.success ? second.data : ({} as z.output<S>), diagnostics };
}

const problemCodes = {
  language: "JL1013",
  "not-closed": "JL1014",
  "too-long": "JL1015",
  "not-yaml": "JL1016",
  "not-a-map": "JL1016",
} as const;

/** What was wrong with a header as a whole. `severity` is the caller's: in a page file the lines may simply be page text. */
export function reportHeaderProblem(
  split: SplitText,
  file: string,
  severity: Diagnostic["severity"],
): Diagnostic[] {
  const { problem } = split;
  if (!problem) return [];
  return [
    {
      code: problemCodes[problem.reason],
      severity,
      place: { file, line: problem.line },
      details: { message: problem.message },
    },
  ];
}
