/** Kicker, headline and deck told apart by lengths and capitals. */
import { expect, it } from "vitest";
import type { DraftUnit } from "../../../src/assemble/draft-units.js";
import { splitHeads } from "../../../src/assemble/split-heads.js";

/** Only what heads are judged by: text, width in ems, and whether words are spaced. */
const head = (text: string, node: number) => {
  const spaced = /^[\p{sc=Latin}\s.,'-]+$/u.test(text);
  const width = [...text].length * (spaced ? 0.5 : 1);
  return { node, unit: { text, spaced, pieces: [{ width, wantedGaps: 0 }] } as unknown as DraftUnit };
};
const told = (lines: readonly (readonly [string, number])[]) => {
  const { kicker, headline, deck } = splitHeads(lines.map(([text, node]) => head(text, node)));
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
it("no line, no heads", () => expect(told([])).toEqual([[], [], []]));
