import { describe, expect, it } from "vitest";
import { type LineId, lineId } from "../../src/model/ids.js";
import type { Line } from "../../src/model/page.js";
import { makeAnchors } from "../../src/render/article/show-body.js";
import { showEdits } from "../../src/render/article/show-edits.js";
import { splitByPage } from "../../src/render/article/split-by-page.js";

const line = (
  page: number,
  number: number,
  text: string,
  original = text,
  edits: Line["edits"] = [],
): Line => ({
  id: lineId(page, number),
  page,
  number,
  original,
  text,
  edits,
  blanksBefore: 0,
});
const index = (...lines: Line[]): Map<LineId, Line> => new Map(lines.map((each) => [each.id, each]));

describe("splitByPage", () => {
  const one = line(1, 9, "they argu-");
  const two = line(2, 3, "mented loudly");
  const spans = [
    { line: one.id, start: 0, end: 10 },
    { line: two.id, start: 0, end: 13 },
  ];
  it("turns the page inside a word", () => {
    const passage = { text: "they argumented loudly", spans, seams: ["drop-hyphen"] as const };
    expect(splitByPage(passage, index(one, two))).toEqual([
      { page: 1, text: "they argu" },
      { page: 2, text: "mented loudly" },
    ]);
  });
  it("gives an editor's own text in one piece", () => {
    const passage = { text: "They argued.", spans, seams: ["drop-hyphen"] as const };
    expect(splitByPage(passage, index(one, two))).toEqual([{ page: 1, text: "They argued." }]);
  });
});

describe("showEdits", () => {
  it("shows what was taken out and put in, with its rule", () => {
    const closed = line(1, 1, "此次——", "此 次———", [
      { rule: "close-spaced-cjk", at: 1, removed: " ", inserted: "" },
      { rule: "mend-dashes", at: 2, removed: "———", inserted: "——" },
    ]);
    expect(showEdits(closed)).toEqual([
      { kind: "kept", text: "此", rule: "" },
      { kind: "out", text: " ", rule: "close-spaced-cjk" },
      { kind: "kept", text: "次", rule: "" },
      { kind: "out", text: "———", rule: "mend-dashes" },
      { kind: "in", text: "——", rule: "mend-dashes" },
    ]);
  });
  it("keeps the original in kept + out and the text in kept + in, also where edits meet", () => {
    const twice = line(1, 1, "abXc", "a b1c", [
      { rule: "one", at: 1, removed: " ", inserted: "" },
      { rule: "two", at: 2, removed: "1", inserted: "YZ" },
      { rule: "three", at: 2, removed: "YZ", inserted: "X" },
    ]);
    const pieces = showEdits(twice);
    const join = (...kinds: string[]): string =>
      pieces
        .filter((piece) => kinds.includes(piece.kind))
        .map((piece) => piece.text)
        .join("");
    expect(join("kept", "out")).toBe(twice.original);
    expect(join("kept", "in")).toBe(twice.text);
  });
});

describe("makeAnchors", () => {
  it("names a paragraph by its letters alone and keeps equal ones apart", () => {
    const name = makeAnchors();
    const first = name("市港 航局");
    expect(first).toMatch(/^k-[2-9a-z]{6}$/);
    expect(name("市港航局")).toBe(`${first}-2`);
    expect(makeAnchors()("市港航局")).toBe(first);
  });
});
