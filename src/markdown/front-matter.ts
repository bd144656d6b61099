/**
 * The only door to gray-matter: decides whether a text begins with front matter, and reads it as YAML.
 *
 *     ---
 *     newspaper: 砚州晚报
 *     date: 2023-10-26
 *     ---
 *
 * gray-matter runs code for `---js`, swallows page text between two rules into its data and keeps a cache that
 * hides errors. So our own gate looks at the first lines, finds the end of the header, and hands over only the
 * header; the body is cut from the text by us and never changed.
 *
 * Every value is read as a string, a list or a map of strings (YAML's failsafe schema), so `001` stays `001` and a
 * date stays a date. What the values mean is for the reader's own schema to say. Refuses: other languages
 * than YAML, aliases, a header longer than 16 KiB, anything that is not a map. A refused header is given back as text.
 */
import matter from "gray-matter";
import { isMap, parseDocument, stringify } from "yaml";

export type FrontMatterValue = string | null | FrontMatterValue[] | { [key: string]: FrontMatterValue };
export type FrontMatter = Readonly<Record<string, FrontMatterValue>>;

export interface FrontMatterProblem {
  readonly reason: "language" | "not-closed" | "too-long" | "not-yaml" | "not-a-map";
  /** What the YAML reader said, or the offending first line: one line, at most 200 characters. */
  readonly message: string;
  /** 1-based line of the text where it went wrong. */
  readonly line: number;
}

export interface SplitText {
  readonly data: FrontMatter;
  /** The text after the header, unchanged; the whole text where there is no header. */
  readonly body: string;
  /** 1-based line of the text on which `body` begins. */
  readonly bodyLine: number;
  /** 1-based line of each top-level key. */
  readonly lineOf: ReadonlyMap<string, number>;
  /** False where the text had no header that could be read: then `body` is the whole text. */
  readonly found: boolean;
  readonly problem?: FrontMatterProblem;
}

/** Long enough for any header a person writes; the YAML reader's key check is quadratic (20,000 keys took 12 s). */
export const maxFrontMatterLength = 16 * 1024;
/** A list of a hundred pages takes five hundred lines; gray-matter's own look at blank lines is quadratic. */
const maxFrontMatterLines = 1000;
/** Flow collections that a person writes have a handful; each unclosed one costs the YAML reader an error. */
const maxBrackets = 500;
const problemMessageLength = 200;

const refuse = (): never => {
  throw new Error("only YAML is read as front matter");
};
/** Every name by which gray-matter could reach an engine that is not ours. */
const otherLanguages = ["js", "javascript", "json", "coffee", "coffeescript", "cson", "toml", "yml"];

interface SourceLine {
  readonly text: string;
  readonly start: number;
  /** Offset of the next line. */
  readonly next: number;
}

/** The line that begins at `start`; it ends at LF, CR or CRLF. */
function lineAt(text: string, start: number): SourceLine {
  let end = start;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end += 1;
  const next = end >= text.length ? end : text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
  return { text: text.slice(start, end), start, next };
}

const keyAtStart = /^([A-Za-z_][A-Za-z0-9_-]*)[ \t]*:(?=[ \t]|$)/;

interface Header {
  readonly yaml: string;
  readonly body: string;
  readonly bodyLine: number;
  readonly lineOf: ReadonlyMap<string, number>;
}

/** Finds the header by its lines alone. `undefined`: the text is text. */
function findHeader(text: string): Header | FrontMatterProblem | undefined {
  const first = lineAt(text, text.startsWith("\uFEFF") ? 1 : 0);
  const opening = first.text.trimEnd();
  if (opening !== "---" && opening !== "---yaml") {
    // A word directly after the dashes is how other tools name a language. Anything else is a printed rule.
    const named = opening.startsWith("---") ? opening.slice(3).trim().toLowerCase() : "";
    return otherLanguages.includes(named) ? { reason: "language", message: opening, line: 1 } : undefined;
  }
  const lines: string[] = [];
  const lineOf = new Map<string, number>();
  let number = 1;
  let looksLikeYaml = false;
  for (let at = first.next; at < text.length; ) {
    const line = lineAt(text, at);
    number += 1;
    const closing = line.text.trimEnd() === "---";
    if (!looksLikeYaml) {
      const begin = line.text.trimStart();
      if (keyAtStart.test(line.text)) looksLikeYaml = true;
      else if (closing ? lines.length === 0 : begin !== "" && !begin.startsWith("#")) return undefined;
    }
    if (closing) return { yaml: lines.join("\n"), body: text.slice(line.next), bodyLine: number + 1, lineOf };
    // gray-matter would take this for the end and drop the rest of the header without a word.
    if (line.text.startsWith("---"))
      return { reason: "not-yaml", message: line.text.slice(0, 40), line: number };
    const key = keyAtStart.exec(line.text)?.[1];
    if (key !== undefined && !lineOf.has(key)) lineOf.set(key, number);
    lines.push(line.text);
    at = line.next;
    if (at - first.start > maxFrontMatterLength || number > maxFrontMatterLines)
      return looksLikeYaml
        ? { reason: "too-long", message: "16 KiB or 1000 lines", line: number }
        : undefined;
  }
  return looksLikeYaml ? { reason: "not-closed", message: opening, line: 1 } : undefined;
}

/** YAML in its failsafe schema: a map of strings, or an error. */
function readYaml(yaml: string): object {
  if ((yaml.match(/[[{]/g)?.length ?? 0) > maxBrackets) throw new Error("too many brackets");
  const document = parseDocument(yaml, { schema: "failsafe", logLevel: "silent" });
  const error = document.errors[0];
  if (error) throw error;
  if (document.contents === null) return {};
  if (!isMap(document.contents)) throw new TypeError("not a map");
  return document.toJS({ maxAliasCount: 0 }) as object;
}

/** Runs the header through gray-matter with every engine but ours shut. Throws what the YAML reader throws. */
function parseHeader(yaml: string): FrontMatter {
  const closed = Object.fromEntries(otherLanguages.map((name) => [name, refuse]));
  // The options object also keeps gray-matter from its cache, which would answer {} for a header that failed before.
  const parsed = matter(`---\n${yaml}\n---\n`, {
    language: "yaml",
    engines: { ...closed, yaml: { parse: readYaml, stringify: refuse } },
  });
  return parsed.data;
}

/** The parser's first line ends with a colon where it quotes the source below. */
function firstLineOf(error: unknown): string {
  const line = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
  return (line.endsWith(":") ? line.slice(0, -1) : line).slice(0, problemMessageLength);
}

function lineOfError(error: unknown): number {
  const position = (error as { linePos?: readonly [{ line: number }] }).linePos?.[0]?.line;
  return position === undefined ? 1 : position + 1;
}

/**
 * Splits a text into its front matter and its body. Never throws; a header that cannot be read is reported in
 * `problem` and stays part of `body`, so no printed line is lost.
 */
export function splitFrontMatter(text: string): SplitText {
  const whole = { data: {}, body: text, bodyLine: 1, lineOf: new Map<string, number>(), found: false };
  const header = findHeader(text);
  if (!header) return whole;
  if ("reason" in header) return { ...whole, problem: header };
  try {
    const { body, bodyLine, lineOf } = header;
    return { data: parseHeader(header.yaml), body, bodyLine, lineOf, found: true };
  } catch (error) {
    const reason = error instanceof TypeError ? "not-a-map" : "not-yaml";
    return { ...whole, problem: { reason, message: firstLineOf(error), line: lineOfError(error) } };
  }
}

/**
 * A header of `data` before `body`, in the order of the keys. `splitFrontMatter` gives both back: the body to the
 * character, the values as strings. Keys whose value is undefined are left out. Throws for a key that the gate
 * would not know as one (a bug, not bad input).
 */
export function writeFrontMatter(data: Readonly<Record<string, unknown>>, body: string): string {
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  const bad = entries.find(([key]) => !keyAtStart.test(`${key}:`));
  if (bad) throw new Error(`not a front matter key: ${bad[0]}`);
  if (entries.length === 0) return body.startsWith("---") ? `---\n# empty\n---\n${body}` : body;
  // Width 0: no folding, so a long headline stays on its line.
  const yaml = stringify(Object.fromEntries(entries), {
    schema: "core",
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
  return `---\n${yaml}---\n${body}`;
}
