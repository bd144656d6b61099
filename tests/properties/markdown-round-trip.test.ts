/** An article written as Markdown and read again is the same, whatever a page had printed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBody } from "../../src/markdown/read-article.js";
import { writeBody } from "../../src/markdown/write-article.js";
import type { BodyKind } from "../../src/model/article.js";

const kinds: readonly BodyKind[] = [
  "paragraph",
  "subhead",
  "list",
  "verse",
  "question",
  "answer",
  "caption",
  "note",
];
/** Lines seen in print that mean something else in Markdown. */
const traps = [
  "1944. ",
  "# ",
  "## 二",
  "* ",
  "- ",
  "+ ",
  "---",
  "***",
  "===",
  "> ",
  "[注]: 见第三版",
  "[^1]: 脚注",
  "<!-- 编者按 -->",
  "<b>",
  "&amp;",
  "&#38;",
  "*a_",
  "`",
  "~~~",
  "```",
  "|",
  "\\",
  "![x](y)",
  "http://example.test",
  "　　",
  "  ",
  "\t",
  ":::",
  "1) ",
  "□",
  "＊",
];
const isLineText = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  const endsLine = (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
  return !endsLine && code !== 0 && !(code >= 0xd800 && code <= 0xdfff);
};
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...traps),
      fc.constantFrom("市民", "广场", "harbor", "Straße", "3.5%", "“", "。", " "),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => Array.from(pieces.join("")).filter(isLineText).join(""))
  .filter((line) => line.trim() !== "");
const part = fc.record({ kind: fc.constantFrom(...kinds), text });

describe("Markdown of an article", () => {
  it("gives each part back with its kind and its very text", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        expect(readBody(writeBody(parts))).toEqual(parts);
      }),
      { numRuns: 400 },
    );
  });

  it("is written the same when it is read and written again", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const once = writeBody(parts);
        expect(writeBody(readBody(once))).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  it.each(traps.filter((trap) => trap.trim() !== ""))("keeps a paragraph that begins with %s", (trap) => {
    const parts = [
      { kind: "paragraph" as const, text: `${trap}第三版` },
      { kind: "paragraph" as const, text: trap.trim() },
    ];
    expect(readBody(writeBody(parts))).toEqual(parts);
  });
});
