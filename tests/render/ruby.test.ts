/** Readings stand over the letters that they stood over on the page, whatever was mended around them. */
import { describe, expect, it } from "vitest";
import type { LineId, UnitId } from "../../src/model/ids.js";
import type { Line } from "../../src/model/page.js";
import type { Passage } from "../../src/model/unit.js";
import { showReadings } from "../../src/render/article/ruby.js";
import { cutAtReadings, placeReadings, type Reading } from "../../src/text/readings.js";

const id = (name: string) => name as LineId;
const unit = "p1-u9" as UnitId;
function setUp(
  texts: readonly string[],
  readings: Readonly<Record<string, readonly Omit<Reading, "unit">[]>>,
) {
  const lines = new Map(texts.map((text, at) => [id(`p1-l${at + 1}`), { text } as Line] as const));
  const passage = {
    text: texts.join(""),
    spans: texts.map((text, at) => ({ line: id(`p1-l${at + 1}`), start: 0, end: text.length })),
    seams: texts.slice(1).map(() => "nothing" as const),
  } as unknown as Passage;
  return {
    passage,
    view: {
      lines,
      readings: new Map(
        Object.entries(readings).map(([line, list]) => [id(line), list.map((each) => ({ ...each, unit }))]),
      ),
    },
  };
}
/** `船は[北岸|ほくがん]へ`. */
const shown = (text: string, first: number, readings: readonly Reading[]): string =>
  showReadings(cutAtReadings(text, first, readings))
    .map((child) => {
      if (typeof child === "string") return child;
      if (child === undefined || child === false || child.type !== "element") return "";
      const [base, reading] = child.children;
      expect([child.tagName, base?.type, reading?.type]).toEqual(["ruby", "text", "element"]);
      return `[${base?.type === "text" ? base.value : ""}|${reading?.type === "element" ? reading.properties.dataReading : ""}]`;
    })
    .join("");

describe("ruby", () => {
  it("is set over its letters in the paragraph, over line ends and gaps", () => {
    const { passage, view } = setUp(["船は北", "岸へ 向かった", "霧の日"], {
      "p1-l2": [{ from: 2, to: 3, text: "む" }],
      "p1-l3": [
        { from: 0, to: 1, text: "きり" },
        { from: 2, to: 3, text: "ひ" },
      ],
    });
    const readings = placeReadings(passage, view);
    expect(readings.map(({ from, to }) => [from, to])).toEqual([
      [5, 6],
      [9, 10],
      [11, 12],
    ]);
    expect(shown(passage.text, 0, readings)).toBe("船は北岸へ [向|む]かった[霧|きり]の[日|ひ]");
    // The second of two pieces of a paragraph that the page turned in.
    expect(shown("霧の日", 9, readings)).toBe("[霧|きり]の[日|ひ]");
  });

  it("stands over nothing where its letters are no ideographs any more, or an editor wrote the text", () => {
    const { passage, view } = setUp(["船はかわ"], { "p1-l1": [{ from: 2, to: 4, text: "かわ" }] });
    expect(placeReadings(passage, view)).toEqual([]);
    const { passage: other, view: seen } = setUp(["船は川"], { "p1-l1": [{ from: 2, to: 3, text: "かわ" }] });
    expect(placeReadings(other, seen)).toHaveLength(1);
    expect(placeReadings({ ...other, text: "大きな船は川へ" }, seen)).toEqual([]);
  });

  it("loses no letter where the page turns between letters of one reading, and is text whatever it holds", () => {
    const reading = [{ from: 1, to: 3, text: '"><b>', unit }];
    expect(shown("あ北", 0, reading)).toBe("あ北");
    expect(shown("岸い", 2, reading)).toBe("岸い");
    expect(shown("あ北岸い", 0, reading)).toBe('あ[北岸|"><b>]い');
  });
});
