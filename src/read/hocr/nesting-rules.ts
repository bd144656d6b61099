/**
 * What may stand in what in an hOCR file: lines in pages, words in lines, no page in another. A file that breaks a
 * rule is read all the same; the rule that it broke is named.
 */
import type { Role } from "./element-roles.js";

/** For each role those in which it may not stand, innermost first. */
const forbidden: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  page: ["word", "line", "paragraph", "page"],
  block: ["word", "line", "paragraph"],
  paragraph: ["word", "line", "paragraph"],
  line: ["word", "line"],
  float: ["word", "line"],
  word: ["word"],
};

/** Where an element stands that may not stand there: `outside of any ocr_page`; undefined where all is well. */
export function offenceOf(
  role: Role,
  calledWhenOpen: (role: Role) => string | undefined,
): string | undefined {
  for (const other of forbidden[role] ?? []) {
    const called = calledWhenOpen(other);
    if (called !== undefined) return `inside of ${other === role ? "another " : ""}${called}`;
  }
  return role !== "page" && calledWhenOpen("page") === undefined ? "outside of any ocr_page" : undefined;
}
