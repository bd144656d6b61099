/**
 * Reads `overrides.yaml`. Every value is a string, as it stands (`expect: 1944` is the text 1944), so nothing in the
 * file is turned into a number, a date or code. A bad item is reported with its line and the others still apply.
 * It refuses aliases, tags and files of more than 256 KiB, which no person wrote by hand.
 */
import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from "yaml";
import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Override } from "../model/overrides.js";
import { nearestName } from "../text/nearest-name.js";
import { alignItems } from "./align-items.js";
import type { PlacedOverride } from "./apply-overrides.js";
import { unitKinds } from "./decide/set-role.js";

/** Bytes. An override is about 100 bytes, so this is room for 2,500; 20,000 took six seconds. */
const sizeLimit = 256 * 1024;
/** A file with more mistakes is some other file; nobody reads on. */
const problemLimit = 100;
/** Unknown keys told of one item: more say no more. */
const keyLimit = 5;
/** Flow brackets inside one another. Overrides need none; the parser's stack holds some thousands. */
const depthLimit = 200;

const words = z.string().trim().min(1);
const anchor = { at: words, expect: words };
const target = { to: words, expect_to: words };
const parsed = z.discriminatedUnion("do", [
  z.strictObject({ ...anchor, do: z.literal("text"), to: words }),
  z.strictObject({ ...anchor, do: z.literal("role"), to: z.enum(unitKinds as [string, ...string[]]) }),
  z.strictObject({ ...anchor, ...target, do: z.literal("article") }),
  z.strictObject({ ...anchor, do: z.literal("order"), to: words, expect_to: words.optional() }),
  z.strictObject({ ...anchor, do: z.literal("headline"), to: words }),
  z.strictObject({ ...anchor, ...target, do: z.literal("join") }),
  z.strictObject({
    ...anchor,
    do: z.literal("split"),
    as: z.enum(["article", "paragraph"]).default("article"),
  }),
  z.strictObject({ ...anchor, ...target, do: z.literal("jump"), verdict: z.enum(["confirm", "forbid"]) }),
  z.strictObject({
    ...anchor,
    do: z.literal("mark"),
    as: z.enum(["story", "notice", "advert", "furniture"]),
  }),
]);
const operations = ["text", "role", "article", "order", "headline", "join", "split", "jump", "mark"];
const allKeys = ["do", "at", "expect", "to", "expect_to", "as", "verdict"];

export interface ParsedOverrides {
  readonly overrides: readonly PlacedOverride[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @param file path as the user knows it. @param bytes UTF-8, with or without a byte order mark. */
export function parseOverrides(file: string, bytes: Uint8Array): ParsedOverrides {
  const report = (
    code: string,
    line: number | undefined,
    details: Diagnostic["details"] = {},
  ): Diagnostic => ({
    code,
    severity: "error",
    place: line === undefined ? { file } : { file, line },
    details,
  });
  const failed = (diagnostic: Diagnostic): ParsedOverrides => ({ overrides: [], diagnostics: [diagnostic] });
  if (bytes.length > sizeLimit)
    return failed(report("JL4101", undefined, { reason: "it is larger than 256 KiB" }));
  const text = decode(bytes);
  if (text === undefined) return failed(report("JL4101", undefined, { reason: "it is not UTF-8 text" }));
  if (nestsDeeply(text))
    return failed(report("JL4101", undefined, { reason: "its brackets nest too deeply" }));
  const counter = new LineCounter();
  // Keys are held against a list below; the parser's own check for doubled keys is quadratic.
  const document = parseDocument(alignItems(text), {
    lineCounter: counter,
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
  });
  const lineAt = (offset: number | undefined): number => counter.linePos(offset ?? 0).line;
  if (document.errors.length > 0) {
    return {
      overrides: [],
      diagnostics: document.errors.map((error) =>
        report("JL4102", lineAt(error.pos[0]), { reason: error.message }),
      ),
    };
  }
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === "")) return { overrides: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  if (!isMap(root)) return failed(report("JL4103", lineAt(root.range?.[0])));
  for (const pair of root.items) {
    const key = textOf(pair.key);
    if (key !== "overrides")
      diagnostics.push(report("JL4104", lineAt(offsetOf(pair)), { key: key ?? "?", known: "overrides" }));
  }
  const list: unknown = root.get("overrides", true);
  if (list === undefined || (isScalar(list) && (list.value === "" || list.value === null)))
    return { overrides: [], diagnostics };
  if (!isSeq(list))
    return { overrides: [], diagnostics: [...diagnostics, report("JL4103", lineAt(startOf(list)))] };
  const overrides: PlacedOverride[] = [];
  for (const item of list.items) {
    if (diagnostics.length >= problemLimit) {
      diagnostics.push(report("JL4106", lineAt(startOf(item)), { count: problemLimit }));
      break;
    }
    const line = lineAt(startOf(item));
    if (!isMap(item)) {
      diagnostics.push(report("JL4103", line));
      continue;
    }
    const read = readItem(item, (code, offset, details) =>
      report(code, offset === undefined ? line : lineAt(offset), details),
    );
    if (Array.isArray(read)) diagnostics.push(...read);
    else overrides.push({ override: read, origin: { file, line } });
  }
  return { overrides, diagnostics };
}

type Report = (code: string, offset: number | undefined, details: Diagnostic["details"]) => Diagnostic;

/** One item of the list, or what is wrong with it. */
function readItem(item: YAMLMap, report: Report): Override | Diagnostic[] {
  const values: Record<string, string> = {};
  const offsets = new Map<string, number | undefined>();
  const found: Diagnostic[] = [];
  for (const pair of item.items) {
    if (found.length >= keyLimit) break;
    const key = textOf(pair.key) ?? "?";
    const value = textOf(pair.value);
    if (!allKeys.includes(key)) {
      found.push(
        report("JL4104", offsetOf(pair), { key, known: nearestName(key, allKeys) ?? allKeys.join(", ") }),
      );
    } else if (offsets.has(key))
      found.push(report("JL4105", offsetOf(pair), { key, reason: "it stands twice in this item" }));
    else if (value === undefined)
      found.push(report("JL4105", offsetOf(pair), { key, reason: "it needs a plain text" }));
    else values[key] = value;
    offsets.set(key, offsetOf(pair));
  }
  if (found.length > 0) return found;
  const what = values.do;
  if (what !== undefined && !operations.includes(what))
    return [report("JL4105", offsets.get("do"), { key: "do", reason: notOneOf(what, operations) })];
  const checked = parsed.safeParse(values);
  if (!checked.success) {
    return checked.error.issues.map((issue) => {
      const key = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : String(issue.path[0] ?? "do");
      return report("JL4105", offsets.get(key), { key, reason: wordIssue(issue, values[key], what) });
    });
  }
  const { expect_to: expectTo, ...rest } = checked.data as Record<string, string>;
  if (rest.do === "order" && rest.to !== "start" && expectTo === undefined) {
    return [report("JL4105", undefined, { key: "expect_to", reason: "it is missing" })];
  }
  return { ...rest, ...(expectTo !== undefined && { expectTo }) } as unknown as Override;
}

function wordIssue(issue: z.core.$ZodIssue, value: string | undefined, what: string | undefined): string {
  if (issue.code === "unrecognized_keys") return `it has no meaning for “do: ${what ?? ""}”`;
  if (value === undefined) return "it is missing";
  if (value.trim() === "") return "it is empty";
  return issue.code === "invalid_value" ? notOneOf(value, issue.values.map(String)) : issue.message;
}

function notOneOf(value: string, known: readonly string[]): string {
  const meant = nearestName(value, known);
  return `“${value}” is not one of ${known.join(", ")}${meant ? `; did you mean ${meant}?` : ""}`;
}

/** A scalar's text; nothing for lists, maps and aliases. */
const textOf = (node: unknown): string | undefined =>
  isScalar(node) && typeof node.value === "string" ? node.value : undefined;
const startOf = (node: unknown): number | undefined =>
  (node as { range?: [number, number, number] } | null)?.range?.[0];
const offsetOf = (pair: Pair<unknown, unknown>): number | undefined => startOf(pair.key);

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The caller reports it: `undefined` says that the bytes are not UTF-8.
    return undefined;
  }
}

/** Whether brackets or block dashes stand inside one another deeper than the parser's stack should be asked for. */
function nestsDeeply(text: string): boolean {
  let depth = 0;
  let dashes = 0;
  for (const character of text) {
    if (character === "[" || character === "{") depth += 1;
    else if ((character === "]" || character === "}") && depth > 0) depth -= 1;
    dashes =
      character === "-" || character === "?" || character === ":"
        ? dashes + 1
        : character === " "
          ? dashes
          : 0;
    if (depth > depthLimit || dashes > depthLimit) return true;
  }
  return false;
}
