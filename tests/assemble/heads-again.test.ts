/** Heads of the rest of a story on a later page. */
import { describe, expect, it } from "vitest";
import { findHeadsAgain } from "../../src/assemble/heads-again.js";
import { readUnits } from "../../src/assemble/read-units.js";
import { pageOf } from "./read-page.js";

function againOf(...pages: string[][]): string[] {
  const read = readUnits(
    pages.map((texts, i) => pageOf(i + 1, texts, "en")),
    { title: "", house: { forward: [], backward: [] }, language: "en" },
  );
  const again = findHeadsAgain(read);
  return read.flatMap(({ units }) => units.filter((unit) => again.has(unit)).map(({ text }) => text));
}

const first = (jump: string): string[] => [
  "Old cannery chosen",
  "for town library",
  "",
  "By ANNA BELL",
  "",
  "The brick cannery on Spar Street will",
  "become the second library of the town,",
  "",
  jump,
];
const rest = ["the board decided on Wednesday night.", "It will open with two thousand books."];

describe("heads printed again", () => {
  it("knows a headline that a page before has printed", () => {
    expect(
      againOf(first("Continued on Page 2"), [
        "Continued from Page 1",
        "",
        "Old cannery chosen",
        "for town library",
        "",
        ...rest,
      ]),
    ).toEqual(["Old cannery chosen", "for town library"]);
  });

  it("knows the jump line's word before a colon", () => {
    expect(againOf(first("See CANNERY, Page 2"), ["Cannery: Books where herring lay", "", ...rest])).toEqual([
      "Cannery: Books where herring lay",
    ]);
  });

  it("knows none on a page that no story comes to", () => {
    expect(
      againOf(first("Continued on Page 3"), ["Old cannery chosen", "for town library", "", ...rest]),
    ).toEqual([]);
  });

  it("knows none in what is only alike", () => {
    expect(
      againOf(first("Continued on Page 2"), [
        "Continued from Page 1",
        "",
        "Old cannery sold",
        "to a brewer",
        "",
        ...rest,
      ]),
    ).toEqual([]);
  });
});
