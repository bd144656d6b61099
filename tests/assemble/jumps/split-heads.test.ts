/** Kicker, headline and deck told apart by lengths and capitals. */
import { expect, it } from "vitest";
import type { DraftUnit } from "../../../src/assemble/draft-units.js";
import { type HeadHints, learnMeetings } from "../../../src/assemble/head-hints.js";
import type { PageUnits } from "../../../src/assemble/read-units.js";
import { splitHeads } from "../../../src/assemble/split-heads.js";

/** Only what heads are judged by: text, whether words are spaced, and the blank line above a new block. */
const head = (text: string, apart: boolean) => {
  const spaced = /^[\p{sc=Latin}\p{sc=Hangul}\d\s.,'-]+$/u.test(text);
  const pieces = [{ line: { blanksBefore: apart ? 1 : 0 } }];
  return { unit: { text, spaced, tight: !apart, pieces } as unknown as DraftUnit };
};
const told = (lines: readonly (readonly [string, number])[], hints?: HeadHints) => {
  const { kicker, headline, deck } = splitHeads(
    lines.map(([text, block], at) => head(text, at > 0 && block !== lines[at - 1]?.[1])),
    hints,
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

/** What an edition with this running text tells. */
const hintsOf = (texts: readonly string[], again: readonly string[] = []): HeadHints => {
  const units = texts.map((text) => ({ text }));
  const pairs = texts.flatMap((text) =>
    [...text].slice(1).map((c, i) => [`${[...text][i]}${c}`, 1] as const),
  );
  return { meet: learnMeetings([{ units }] as unknown as PageUnits[], new Map(pairs)), again };
};

it("words that meet elsewhere in the edition are not cut apart", () => {
  const cut: [string, number][] = [
    ["文化馆春夜", 0],
    ["班后天报名开课", 0],
  ];
  expect(told(cut)[0]).toEqual(["文化馆春夜"]);
  expect(told(cut, hintsOf(["今年的春夜班在馆里开课。"]))).toEqual([
    [],
    ["文化馆春夜", "班后天报名开课"],
    [],
  ]);
  const korean: [string, number][] = [
    ["저수지 둑 지", 0],
    ["붕 공사 앞두고 주민 예습 한창", 0],
  ];
  expect(told(korean)[0]).toEqual(["저수지 둑 지"]);
  expect(told(korean, hintsOf(["시장 지붕 공사가 곧 시작된다."]))[0]).toEqual([]);
  const spaced: [string, number][] = [
    ["Council to clear Mill", 0],
    ["Race of silt before the frost", 0],
  ];
  expect(told(spaced)[0]).toEqual(["Council to clear Mill"]);
  expect(told(spaced, hintsOf(["The mill race stays open."]))[0]).toEqual([]);
});

it("what a jump head prints again is the headline", () => {
  const lines: [string, number][] = [
    ["青川八千亩橘园开采", 0],
    ["一只橘子的旅行", 0],
  ];
  expect(told(lines, hintsOf([]))).not.toEqual([["青川八千亩橘园开采"], ["一只橘子的旅行"], []]);
  expect(told(lines, hintsOf([], ["一只橘子的旅行"]))).toEqual([
    ["青川八千亩橘园开采"],
    ["一只橘子的旅行"],
    [],
  ]);
});
