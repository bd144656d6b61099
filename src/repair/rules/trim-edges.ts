/**
 * Takes the spaces off both ends of a line: indents and centring are layout, and `original` keeps them for those
 * who measure. `　　本报讯` begins with 本报讯.
 */
import { isSpace } from "../../text/scripts.js";
import type { LineRule } from "./line-rule.js";

export const trimEdges: LineRule = (text) => {
  let start = 0;
  while (start < text.length && isSpace(text[start] ?? "")) start += 1;
  let end = text.length;
  while (end > start && isSpace(text[end - 1] ?? "")) end -= 1;
  const found: ReturnType<LineRule> = [];
  if (start > 0) found.push({ rule: "trim-edges", at: 0, removed: text.slice(0, start), inserted: "" });
  if (end < text.length) found.push({ rule: "trim-edges", at: end, removed: text.slice(end), inserted: "" });
  return found;
};
