import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { wordDiagnostic } from "../../src/model/diagnostic-words.js";
import type { Override } from "../../src/model/overrides.js";
import { wordOverride } from "../../src/model/word-override.js";
import { parseOverrides } from "../../src/review/parse-overrides.js";

const read = (text: string) => parseOverrides("e/overrides.yaml", new TextEncoder().encode(text));
const problems = (text: string): unknown[] =>
  read(text).diagnostics.map((each) => [each.code, each.place.line, each.details.key]);

const every: Override[] = [
  { do: "text", at: "p1-l5", expect: "1944", to: "no: {yaml} # here\n- nor here \"'\\" },
  { do: "role", at: "p1-u5", expect: "市民", to: "subhead" },
  { do: "article", at: "p1-u5", expect: "true", to: "p1-u8", expectTo: "null" },
  { do: "order", at: "p1-u5", expect: "~", to: "start" },
  { do: "order", at: "p1-u5", expect: "*a", to: "p1-u8", expectTo: "&b" },
  { do: "headline", at: "p1-abc234", expect: "x", to: "line one\nline two" },
  { do: "join", at: "p1-u5", expect: "x", to: "p1-u8", expectTo: "y" },
  { do: "split", at: "p1-l5", expect: "x", as: "paragraph" },
  { do: "jump", at: "p1-u5", expect: "x", to: "p2-u8", expectTo: "y", verdict: "forbid" },
  { do: "mark", at: "p1-u5", expect: "x", as: "furniture" },
];

describe("overrides.yaml", () => {
  test("what is worded for pasting is read back", () => {
    const text = `overrides:\n${every.map(wordOverride).join("\n")}\n`;
    const { overrides, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(overrides.map((each) => each.override)).toEqual(every);
    expect(parse(text).overrides).toHaveLength(every.length);
  });
  test("values are the text that stands there, and lines are told", () => {
    const { overrides } = read(
      "# notes\noverrides:\n  - do: text\n    at: p1-l5\n    expect: 1944\n    to: 0x10\n",
    );
    expect(overrides).toEqual([
      {
        override: { do: "text", at: "p1-l5", expect: "1944", to: "0x10" },
        origin: { file: "e/overrides.yaml", line: 3 },
      },
    ]);
  });
  test("an empty file, or one of comments, decides nothing", () => {
    for (const text of ["", "# nothing yet\n", "overrides:\n", "overrides: []\n", "\ufeffoverrides:\n"]) {
      expect(read(text)).toEqual({ overrides: [], diagnostics: [] });
    }
  });
  test("items pasted with any indentation, and below an empty list, are read at their lines", () => {
    const indent = (by: number, item: string): string =>
      item
        .split("\n")
        .map((line) => " ".repeat(by) + line)
        .join("\n");
    const pasted = every.map((item, index) => indent([6, 0, 2, 4][index % 4] ?? 0, wordOverride(item)));
    const { overrides, diagnostics } = read(`# mine\noverrides: []\n${pasted.join("\n\n# why\n")}\n`);
    expect(diagnostics).toEqual([]);
    expect(overrides.map((each) => each.override)).toEqual(every);
    expect(overrides.slice(0, 2).map((each) => each.origin.line)).toEqual([3, 9]);
  });
  test("a bad item is reported with its line, and the others apply", () => {
    const good = "  - {do: role, at: p1-u1, expect: a, to: subhead}\n";
    const bad = [
      "  - do: role\n    at: p1-u1\n    expct: a\n    to: subhead\n",
      "  - do: rol\n    at: p1-u1\n",
      "  - do: role\n    at: p1-u1\n    expect: a\n    to: subheading\n",
      "  - do: role\n    at: p1-u1\n    to: subhead\n",
      "  - do: mark\n    at: p1-u1\n    expect: a\n    as: advert\n    verdict: confirm\n",
      "  - do: role\n    do: text\n    at: p1-u1\n",
      "  - do: order\n    at: p1-u1\n    expect: a\n    to: p1-u2\n",
      "  - just words\n",
      "  - do: role\n    at: [p1-u1]\n    expect: a\n    to: subhead\n",
    ];
    const expected = [
      ["JL4104", 5, "expct"],
      ["JL4105", 3, "do"],
      ["JL4105", 6, "to"],
      ["JL4105", 3, "expect"],
      ["JL4105", 7, "verdict"],
      ["JL4105", 4, "do"],
      ["JL4105", 3, "expect_to"],
      ["JL4103", 3, undefined],
      ["JL4105", 4, "at"],
    ];
    bad.forEach((item, index) => {
      const text = `overrides:\n${good}${item}${good}`;
      expect(read(text).overrides).toHaveLength(2);
      expect(problems(text)).toEqual([expected[index]]);
    });
    const [meant] = read(`overrides:\n${bad[2]}`).diagnostics;
    expect(meant && wordDiagnostic(meant)).toContain("did you mean subhead?");
  });
  test("what is no overrides file is refused", () => {
    expect(problems("- a\n- b\n")).toEqual([["JL4103", 1, undefined]]);
    expect(problems("override:\n  - do: x\n")).toEqual([["JL4104", 1, "override"]]);
    expect(problems('overrides:\n  - do: "x\n')[0]).toEqual(["JL4102", 3, undefined]);
    expect(parseOverrides("o", Uint8Array.of(0xff, 0x41)).diagnostics.map((each) => each.code)).toEqual([
      "JL4101",
    ]);
    expect(parseOverrides("o", new Uint8Array(2_000_000)).diagnostics.map((each) => each.code)).toEqual([
      "JL4101",
    ]);
  });
  test("hostile YAML is answered soon", () => {
    const start = performance.now();
    const laughs = `a: &a [x,x]\nb: &b [*a,*a]\noverrides: *b\n`;
    expect(read(laughs).overrides).toEqual([]);
    expect(read(`overrides: ${"[".repeat(50_000)}`).overrides).toEqual([]);
    expect(read(`overrides:\n${"- ".repeat(50_000)}x`).overrides).toEqual([]);
    expect(
      read(`overrides:\n  - ${Array.from({ length: 20_000 }, (_, at) => `k${at}: v`).join("\n    ")}`)
        .overrides,
    ).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
