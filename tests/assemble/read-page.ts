/** A page of made-up lines as the segmenter sees it; a blank string is a blank line of the file. */
import { readUnits } from "../../src/assemble/read-units.js";
import { blockId, lineId } from "../../src/model/ids.js";
import type { Line, Page } from "../../src/model/page.js";

export function pageOf(number: number, texts: readonly string[], language: string): Page {
  const lines: Line[] = [];
  let blanksBefore = 0;
  texts.forEach((text, index) => {
    if (text === "") {
      blanksBefore += 1;
      return;
    }
    lines.push({
      id: lineId(number, index + 1),
      page: number,
      number: index + 1,
      original: text,
      text,
      edits: [],
      blanksBefore,
    });
    blanksBefore = 0;
  });
  return {
    number,
    file: `page-0${number}.txt`,
    language,
    direction: "horizontal",
    blocks: [{ id: blockId(number, 1), lines }],
    hash: "",
  };
}

/** Kind and text of every unit of made-up pages, in file order. */
export function readMadeUp(
  pages: readonly (readonly string[])[],
  language: string,
  title = "",
): { kind: string; text: string; verse: boolean; rule: string }[] {
  const read = readUnits(
    pages.map((texts, index) => pageOf(index + 1, texts, language)),
    { title, house: { forward: [], backward: [] }, language },
  );
  return read.flatMap(({ units }) =>
    units.map((unit) => ({
      kind: unit.kind,
      text: unit.text,
      verse: unit.verse ?? false,
      rule: unit.rule,
    })),
  );
}
