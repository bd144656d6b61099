/** Which gaps of a PDF's line are spaces, by the line alone. */
import { expect, it } from "vitest";
import type { Cell } from "../../../src/read/pdf/cells.js";
import { judgeGaps } from "../../../src/read/pdf/judge-gaps.js";

const habits = { paintsSpaces: true, paintsWords: false };

// A dash of a whole em is no ideograph in a line of letters: its painted spaces are spaces.
it("WEXLEY — After, spaces painted round the dash--they are kept", () => {
  let at = 0;
  const cells = [..."WEXLEY — After"].flatMap((text) => {
    if (text === " ") {
      at += 0.6;
      return [];
    }
    const cell = { text, em: 1, u0: at, u1: at + 1, spaceBefore: "", spaceAfter: "", run: 0 };
    at += 1;
    return [cell];
  });
  const painted = cells.map((cell) => ({
    ...cell,
    spaceBefore: cell.text === "—" || cell.text === "A" ? " " : "",
  })) as unknown as Cell[];
  expect(judgeGaps(painted, habits)).toEqual(["", "", "", "", "", " ", " ", "", "", "", ""]);
});
