/** The law of article files: what was written is read back, to the character. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WrittenPart } from "../../src/markdown/article-file.js";
import { readBody } from "../../src/markdown/read-article.js";
import { writeBody } from "../../src/markdown/write-article.js";

const kinds = ["paragraph", "subhead", "list", "verse", "question", "answer", "caption", "note"] as const;

/** Beginnings and runs that mean something in Markdown, with the characters OCR puts among them. */
const trouble = [
  ..."1944. |# |## |* |- |+ |---|===|> |[x]: y|[^1]: 脚注|<!-- -->|<b>|`|```|~~~|*a_|**|__|_|!|[|](|)|\\|&amp;|&#35;|&|<http://a.b>|http://a.b".split(
    "|",
  ),
  ...[
    "\t",
    " ",
    "  ",
    "\u00a0",
    "\u3000",
    "\n",
    "|",
    ":",
    "1)",
    "(1)",
    "#",
    "=",
    "\\\n",
    "&#x20;",
    "\u200b",
    "\ufeff",
    "　　",
    "-->",
    "?>",
    "]]>",
  ],
];
const piece = fc.oneof(
  fc.constantFrom(...trouble),
  fc.constantFrom("市民中心", "今日", "the", "word", "。", "，", "“", "”", "1944", "号"),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);
/** NUL is written as its picture, by design; a carriage return is a line end to Markdown and never in a line's text. */
const holdable = (text: string): boolean => text !== "" && !text.includes("\u0000") && !text.includes("\r");
const texts = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((list) => list.join(""))
  .filter(holdable);
const parts: fc.Arbitrary<WrittenPart[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), text: texts }),
  { maxLength: 6 },
);

describe("article bodies", () => {
  test("are read back as they were written", () => {
    fc.assert(
      fc.property(parts, (body) => {
        expect(readBody(writeBody(body))).toEqual(body);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});
