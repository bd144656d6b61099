/**
 * A two-em dash that an extractor gave with too many characters: `平台———“信用”` is printed 平台——“信用”; a stretched
 * `— —` is one dash too. Only in CJK setting, and only where the dash stands in text.
 * It refuses longer rows: they are rules, blanks to fill in, or leaders.
 */
import { isSpace, isUnspaced } from "../../text/scripts.js";
import type { LineRule } from "./line-rule.js";

const isDash = (character: string): boolean => character === "—" || character === "―";
/** Three or four for one two-em dash have been seen; more is a drawn rule. */
const MOST_DASHES = 4;

export const mendDash: LineRule = (text, { habits }) => {
  if (!habits.closesCjk || ![...text].some(isUnspaced)) return [];
  const found: ReturnType<LineRule> = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isDash(text[at] ?? "")) continue;
    let end = at;
    let dashes = 0;
    for (let i = at; i < text.length && (isDash(text[i] ?? "") || isSpace(text[i] ?? "")); i += 1) {
      if (!isDash(text[i] ?? "")) continue;
      dashes += 1;
      end = i + 1;
    }
    const removed = text.slice(at, end);
    const dash = text[at] ?? "—";
    if (removed.length > 1 && dashes <= MOST_DASHES && removed !== dash + dash)
      found.push({ rule: "mend-dash", at, removed, inserted: dash + dash });
    at = end - 1;
  }
  return found;
};
