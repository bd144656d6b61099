import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxFrontMatterLength, splitFrontMatter, writeFrontMatter } from "../../src/markdown/front-matter.js";

const untouched = (text: string): void => {
  const split = splitFrontMatter(text);
  expect(split.found).toBe(false);
  expect(split.body).toBe(text);
  expect(split.bodyLine).toBe(1);
  expect(split.data).toEqual({});
};

describe("splitFrontMatter", () => {
  it("reads YAML, keeps values as strings and the body to the character", () => {
    const split = splitFrontMatter(
      "---\nnewspaper: 砚州晚报\ndate: 2023-10-26\nnumber: 007\n---\r\n\n  body \r\n---\nmore",
    );
    expect(split.data).toEqual({ newspaper: "砚州晚报", date: "2023-10-26", number: "007" });
    expect(split.body).toBe("\n  body \r\n---\nmore");
    expect(split.bodyLine).toBe(6);
    expect(split.lineOf.get("number")).toBe(4);
  });

  it("takes ---yaml, CR and CRLF line ends, comments first, and a byte order mark", () => {
    for (const text of [
      "---yaml\na: b\n---\nx",
      "---\r\na: b\r\n---\r\nx",
      "---\ra: b\r---\rx",
      "---\n# note\n\na: b\n---\nx",
      "\uFEFF---\na: b\n---\nx",
    ]) {
      const split = splitFrontMatter(text);
      expect(split.data).toEqual({ a: "b" });
      expect(split.body).toBe("x");
    }
  });

  // Each of these runs code in gray-matter itself.
  const spellings = [
    "---js",
    "--- js",
    "---javascript",
    "---JS",
    "--- JavaScript",
    "---JAVASCRIPT",
    "---js ",
    "---coffee",
    "---json",
    "---cson",
  ];
  it.each(spellings)("never runs or reads %s", (opening) => {
    const spy = globalThis as { frontMatterRan?: boolean };
    delete spy.frontMatterRan;
    const text = `${opening}\n(globalThis.frontMatterRan = true, {title: "x"})\n---\nbody`;
    untouched(text);
    expect(splitFrontMatter(text).problem?.reason).toBe("language");
    untouched(`${opening}\ntitle: (globalThis.frontMatterRan = true)\n---\nbody`);
    expect(spy.frontMatterRan).toBeUndefined();
  });

  it.each([
    "--- 人民日报 ---\n第一版\n---\n正文",
    "---\n第一版\n---\n正文",
    "---\n---\nbody",
    "----\na: b\n---\n",
    "---\n\n\n",
    "---",
    "",
    "——\na: b\n---\n",
    " ---\na: b\n---\n",
    "---\nIn this town, he said: no\n---\n",
    "---\n- a\n- b\n---\n",
  ])("gives page text back whole: %j", (text) => {
    untouched(text);
    expect(splitFrontMatter(text).problem).toBeUndefined();
  });

  it.each([
    ["---\na: b\nno end", "not-closed"],
    ["---\na: [b\n---\nx", "not-yaml"],
    ["---\na: 1\na: 2\n---\nx", "not-yaml"],
    ["---\na: &x 1\nb: *x\n---\nx", "not-yaml"],
    ["---\na: b\n---foo: 1\nc: d\n---\nx", "not-yaml"],
    [`---\na: ${"x".repeat(maxFrontMatterLength)}\n---\nx`, "too-long"],
  ])("reports and gives back %j", (text, reason) => {
    untouched(text);
    expect(splitFrontMatter(text).problem?.reason).toBe(reason);
    // gray-matter's cache answers {} the second time a bad header is read.
    expect(splitFrontMatter(text).problem?.reason).toBe(reason);
  });

  it("gives each caller its own data", () => {
    const text = "---\na: [x]\n---\n";
    (splitFrontMatter(text).data.a as string[]).push("y");
    expect(splitFrontMatter(text).data).toEqual({ a: ["x"] });
  });

  it("does not pollute prototypes and does not construct objects", () => {
    const split = splitFrontMatter("---\n__proto__: { polluted: yes }\na: !!js/function 'x'\n---\n");
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(split.found ? split.data.a : "x").toBe("x");
  });

  it("answers hostile headers soon", () => {
    const hostile = [
      `---\na: ${"[".repeat(16_000)}\n---\n`,
      `---\n${Array.from({ length: 4_000 }, (_, index) => `k${index.toString(36)}:`)
        .join("\n")
        .slice(0, 16_000)}\n---\n`,
      `---\na: b\n${"\n".repeat(15_000)}---\n`,
      `---\n${"a: &a [*a,".repeat(1_000)}\n---\n`,
    ];
    const start = performance.now();
    for (const text of hostile) splitFrontMatter(text);
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  it("loses nothing of any text", () => {
    const piece = fc.constantFrom(
      "---",
      "a: b",
      "\n",
      "\r\n",
      "\r",
      "# x",
      "第一版",
      "---js",
      " ",
      "x: [",
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        const split = splitFrontMatter(text);
        expect(text.endsWith(split.body)).toBe(true);
        if (!split.found) expect(split.body).toBe(text);
        const before = text.slice(0, text.length - split.body.length);
        const lineEnds = before.match(/\r\n|\r|\n/g)?.length ?? 0;
        expect(split.bodyLine).toBe(split.found ? Math.max(lineEnds + 1, split.bodyLine) : 1);
      }),
    );
  });
});

describe("writeFrontMatter", () => {
  it("gives back what it was given", () => {
    const text = fc
      .string({ unit: "binary", maxLength: 30 })
      .filter((value) => !/\p{Surrogate}/u.test(value));
    const key = fc.constantFrom("id", "headline", "from_page", "hash", "a-b", "_x");
    const value = fc.oneof(
      text,
      fc.array(text, { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("k", "l"), text),
    );
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1 }), fc.string({ unit: "binary" }), (data, body) => {
        const split = splitFrontMatter(writeFrontMatter(data, body));
        expect(split.problem).toBeUndefined();
        expect(split.body).toBe(body);
        expect({ ...split.data }).toEqual({ ...data });
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    "yes",
    "001",
    "2024-01-05",
    "~",
    "null",
    "a: b",
    "# x",
    "---",
    "line\n---\nline",
    "’",
    "- x",
    "\"'",
    " x ",
    "a\rb",
    "\u2028",
    "0x1F",
    "1e3",
    "",
    "@x",
    "%",
  ])("keeps %j a string", (value) =>
    expect(splitFrontMatter(writeFrontMatter({ v: value, w: [value] }, "b")).data).toEqual({
      v: value,
      w: [value],
    }),
  );

  it("leaves out what is undefined and keeps a body that begins like a header", () => {
    for (const body of ["---\na: b\n---\n", "text", ""]) {
      const split = splitFrontMatter(writeFrontMatter({ a: undefined }, body));
      expect(split.body).toBe(body);
      expect(split.data).toEqual({});
    }
  });

  it("refuses a key that would not be read again", () => {
    expect(() => writeFrontMatter({ "a b": "x" }, "")).toThrow();
  });
});
