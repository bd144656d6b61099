/** Decisions worded as items of overrides.yaml, ready to paste. The writer of what `review/parse-overrides.ts` reads. */
import type { Override } from "./overrides.js";

/** Enough words to know a place again, few enough to read: letters and signs without the spaces between them. */
const expectedCharacters = 14;

/**
 * The words to expect at a place: the first of its text, cut at a character, spaces as they stand.
 * `（本报讯）昨日上午，市民中心正式…` → `（本报讯）昨日上午，市民中心`. Empty where the place has no text.
 */
export function firstWords(text: string): string {
  let out = "";
  let count = 0;
  for (const character of text.trim()) {
    if (count >= expectedCharacters) break;
    const space = character.trim() === "";
    out += space ? " " : character;
    if (!space) count += 1;
  }
  return out.trimEnd();
}

/** Keys as the YAML has them, in the order a person reads them. */
const keys = [
  ["do", "do"],
  ["at", "at"],
  ["expect", "expect"],
  ["verdict", "verdict"],
  ["as", "as"],
  ["to", "to"],
  ["expectTo", "expect_to"],
] as const;

/**
 * The YAML list item for an override: lines without outer indentation, no line end at the end.
 * Values are written as JSON strings, which YAML reads as double-quoted ones, so no page text can break out of them.
 */
export function wordOverride(override: Override): string {
  const values = override as unknown as Readonly<Record<string, string | undefined>>;
  const lines: string[] = [];
  for (const [field, key] of keys) {
    const value = values[field];
    if (value !== undefined) lines.push(`${key}: ${key === "do" ? value : JSON.stringify(value)}`);
  }
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)).join("\n");
}
