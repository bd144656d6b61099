/** Kicker, headline and deck told apart by lengths and capitals. */
import { expect, it } from "vitest";
import type { DraftUnit } from "../../../src/assemble/draft-units.js";
import { splitHeads } from "../../../src/assemble/split-heads.js";

/** Only what heads are judged by: text, whether words are spaced, and the blank line above a new block. */
const head = (text: string, apart: boolean) => {
  const spaced = /^[\p{sc=Latin}\p{sc=Hangul}\d\s.,'-]+$/u.test(text);
  const pieces = [{ line: { blanksBefore: apart ? 1 : 0 } }];
  return { unit: { text, spaced, tight: !apart, pieces } as unknown as DraftUnit };
};
const told = (lines: readonly (readonly [string, number])[]) => {
  const { kicker, headline, deck } = splitHeads(
    lines.map(([text, block], at) => head(text, at > 0 && block !== lines[at - 1]?.[1])),
  );
  return [kicker, headline, deck].map((units) => units.map(({ text }) => text));
};

it("one line is the headline", () => expect(told([["河堤加固完工", 0]])).toEqual([[], ["河堤加固完工"], []]));
it("a column's short name over a headline is its kicker", () =>
  expect(
    told([
      ["民生", 0],
      ["东河大桥加固工程完工", 0],
    ]),
  ).toEqual([["民生"], ["东河大桥加固工程完工"], []]));
it("a label in capitals over a headline is its kicker", () =>
  expect(
    told([
      ["CITY HALL", 0],
      ["Council Votes to Rebuild Landing", 0],
    ]),
  ).toEqual([["CITY HALL"], ["Council Votes to Rebuild Landing"], []]));
it("a longer block under a headline is its deck", () =>
  expect(
    told([
      ["Ferry Will Return Soon", 0],
      ["Council Votes Seven to Two for a New Landing at Mill Street", 1],
    ]),
  ).toEqual([
    [],
    ["Ferry Will Return Soon"],
    ["Council Votes Seven to Two for a New Landing at Mill Street"],
  ]));
it("lines of one length are one headline", () =>
  expect(
    told([
      ["市民中心今日开放", 0],
      ["首日接待三千余人", 0],
    ]),
  ).toEqual([[], ["市民中心今日开放", "首日接待三千余人"], []]));
it("a line that begins with a small letter goes on the headline, whatever its length", () =>
  expect(
    told([
      ["LAKE CROSSING", 0],
      ["Ferry to run all winter", 1],
      ["for first time", 1],
      ["Trial season hinges on a new ice rail, a shorter timetable and more", 2],
    ]),
  ).toEqual([
    ["LAKE CROSSING"],
    ["Ferry to run all winter", "for first time"],
    ["Trial season hinges on a new ice rail, a shorter timetable and more"],
  ]));
it("a label is told without capitals too", () =>
  expect(
    told([
      ["독자의 소리", 0],
      ["정류장 의자를 돌려놓자", 0],
    ]),
  ).toEqual([["독자의 소리"], ["정류장 의자를 돌려놓자"], []]));
it("blocks of one length with a blank line between are kicker and headline", () =>
  expect(
    told([
      ["北桥修缮一年之间", 0],
      ["十二位老人的一张票", 1],
    ]),
  ).toEqual([["北桥修缮一年之间"], ["十二位老人的一张票"], []]));
it("a hostile page of nothing but headings is cut in no time", () =>
  expect(
    told(Array.from({ length: 20000 }, () => ["市民中心今日开放", 0] as const))[1]?.length,
  ).toBeGreaterThan(19900));
it("no line, no heads", () => expect(told([])).toEqual([[], [], []]));

// With type sizes these tell: two short lines in one size are no label over a headline.
it("lines of one size are one headline, a smaller label over them is its kicker", () => {
  const sized = (text: string, scale: number) => {
    const { unit } = head(text, true);
    return {
      unit: {
        ...unit,
        pieces: [{ line: { blanksBefore: 1, place: { scale, bold: false } } }],
      } as unknown as DraftUnit,
    };
  };
  const split = (...lines: ReturnType<typeof sized>[]) =>
    Object.values(splitHeads(lines)).map((units: readonly DraftUnit[]) => units.map(({ text }) => text));
  expect(split(sized("早餐车开", 2), sized("进老街巷", 2))).toEqual([[], ["早餐车开", "进老街巷"], []]);
  expect(split(sized("民生", 1.2), sized("早餐车开", 2))).toEqual([["民生"], ["早餐车开"], []]);
});
