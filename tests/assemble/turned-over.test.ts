/** Lines that their column turned over or cut: what is left of them is no line, byline or heading of its own. */
import { describe, expect, it } from "vitest";
import { runsOn } from "../../src/assemble/compose-body.js";
import type { DraftUnit } from "../../src/assemble/draft-units.js";
import { findVerse } from "../../src/assemble/find-verse.js";
import type { LineState, SegmentContext, StatedPiece } from "../../src/assemble/line-states.js";
import type { PageMeasure } from "../../src/assemble/measure-page.js";
import type { Piece } from "../../src/assemble/pieces.js";
import { placeCost } from "../../src/assemble/place-cost.js";
import { spacedByline } from "../../src/assemble/roles/read-byline.js";
import type { LinePlace } from "../../src/model/page.js";
import { lexiconOf } from "../../src/text/lexicon/index.js";

const plain: LinePlace = {
  scale: 1,
  bold: false,
  inset: 0,
  room: 0,
  width: 10,
  column: 10,
  ruled: false,
  joins: false,
  hanging: 0,
  head: 2,
};

describe("verse", () => {
  /** Lines as `[text, inset, room]`, ideographs or Hangul of one em. */
  const verseOf = (lines: readonly (readonly [text: string, inset: number, room: number])[]) => {
    const stated = lines.map(([text, inset, room]) => ({
      piece: {
        text,
        spaced: true,
        width: 10 - inset - room,
        least: 10 - inset - room,
        most: 10 - inset - room,
        ends: "open",
        wantedGaps: 0,
        place: { ...plain, inset, room },
        line: { blanksBefore: 0 },
      },
      state: "first",
    })) as unknown as StatedPiece[];
    const prose = Array.from({ length: 20 }, () => ({
      piece: { text: "열일곱 해 동안", width: 20, line: { blanksBefore: 0 } },
      state: "more",
    })) as unknown as StatedPiece[];
    const measure = {
      blanks: "pitch",
      pausesEnd: false,
      measure: [...lines.map(() => 10), ...prose.map(() => 20)],
    };
    const found = findVerse([...stated, ...prose], measure as unknown as PageMeasure);
    return found.slice(0, lines.length).map(({ state }) => state);
  };

  // 낮 동안 달아오른 골목이, 옥수수 두 자루가 건너오고: set in under the line that was too long.
  it("line set in under a full one--the rest of it", () =>
    expect(
      verseOf([
        ["낮 동안 달아오른 골목", 0, 0],
        ["이", 1, 8],
        ["부채 하나", 0, 4],
        ["옥수수 두 자루가 건너", 0, 0],
        ["오고", 1, 7],
        ["달이 앉는다", 0, 3],
      ]),
    ).toEqual(["first", "more", "first", "first", "more", "first"]));

  // A poet sets every second line in, whatever the length of the first.
  it("lines set in under short ones--lines of their own", () =>
    expect(
      verseOf([
        ["낮 동안 달아오른 골목", 0, 0],
        ["모퉁이", 1, 6],
        ["부채 하나", 0, 4],
        ["건너간다", 1, 5],
        ["달이 앉는다", 0, 3],
      ]),
    ).toEqual(["first", "first", "first", "first", "first"]));
});

describe("cost of a line by its place", () => {
  const pieceOf = (text: string, place: Partial<LinePlace>, ends = "open"): Piece =>
    ({
      text,
      ends,
      spaced: true,
      line: { blanksBefore: 0 },
      place: { ...plain, ...place },
    }) as unknown as Piece;
  const costOf = (pieces: readonly Piece[], i: number, state: LineState): number =>
    placeCost(
      {
        pieces,
        opensItem: (text: string) => text.startsWith("Q."),
        measure: { setIn: pieces.map(({ place }) => (place?.inset ?? 0) > 0) },
      } as unknown as SegmentContext,
      i,
      state,
    );

  // Fortsetzungsroman „Die Uhr / von Neuwiesen“: Seite 3, in a list that hangs out.
  it("line set in after a full one that ends no sentence--no byline", () => {
    const list = [pieceOf("Roman „Die Uhr", {}), pieceOf("von Neuwiesen", { inset: 1 })];
    expect(costOf(list, 1, "byline")).toBeGreaterThan(costOf(list, 1, "more"));
    const after = [
      pieceOf("Die Uhr steht.", { room: 4 }, "sentence"),
      pieceOf("von Neuwiesen", { inset: 1 }),
    ];
    expect(costOf(after, 1, "byline")).toBe(0);
  });

  // 問：狗牌遺失如何 / 補發？ over a column's end.
  it("bold line after a bold question that breaks off--goes on with it", () => {
    const question = [
      pieceOf("Q. How does one", { bold: true }),
      pieceOf("lose a tag?", { bold: true, room: 5 }),
    ];
    expect(costOf(question, 1, "more")).toBeLessThan(costOf(question, 1, "heading"));
    const subhead = [
      pieceOf("so it was.", { room: 3 }, "sentence"),
      pieceOf("A lost tag", { bold: true, room: 5 }),
    ];
    expect(costOf(subhead, 1, "heading")).toBeLessThan(costOf(subhead, 1, "more"));
  });

  // “Ossetal” is a section of the paper, and the kicker of a story in it.
  it("line over the larger type of a headline--its kicker and no section's name", () => {
    const kicker = [pieceOf("Ossetal", { scale: 1.18 }), pieceOf("Mühlen öffnen", { scale: 2, bold: true })];
    expect(costOf(kicker, 0, "furniture")).toBeGreaterThan(costOf(kicker, 0, "heading"));
    const alone = [pieceOf("Ossetal", { scale: 1.18 }), pieceOf("Mühlen", { scale: 2, hanging: 1 })];
    expect(costOf(alone, 0, "furniture")).toBe(0);
  });
});

describe("bylines and answers", () => {
  const german = lexiconOf("de");

  it("quotation that ends in the line and began before it--no byline", () => {
    expect(spacedByline("von Neuwiesen“: Seite 3", german)).toBeUndefined();
    expect(spacedByline("Von Mareike Dolling", german)).toBeDefined();
  });

  // The last line of an answer fills its column, and the question under it is flush.
  it("bold question after a full line--a paragraph of its own", () => {
    const unitOf = (bold: boolean, open: number, fresh: number): DraftUnit =>
      ({ open, fresh, pieces: [{ place: { ...plain, bold } }] }) as unknown as DraftUnit;
    expect(runsOn(unitOf(false, 0.08, 0.97), unitOf(true, 0.08, 0.2))).toBe(false);
    expect(runsOn(unitOf(false, 0.08, 0.97), unitOf(false, 0.08, 0.2))).toBe(true);
  });
});
