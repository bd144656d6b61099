/** Pages that no printer set: more lines than a page holds, and words without sense. They end, and it is said what was done. */
import { describe, expect, it } from "vitest";
import { decideEdition } from "../../src/build/build-edition.js";
import { layOutEdition, reportCrowded } from "../../src/layout/index.js";
import { linesOf } from "../../src/model/page.js";
import { readEdition } from "../../src/read/index.js";
import { seededRandom } from "../typeset/seeded-random.mjs";

const random = seededRandom("noise");
const below = (most: number): number => Math.floor(random() * most);
const vocabulary = "harbour council voted against dredging fog on the wharf ferry was late again".split(" ");
const words = (): string[] =>
  Array.from({ length: 1 + below(5) }, () => vocabulary[below(vocabulary.length)] as string);

function altoOf(lines: number): Uint8Array {
  const strings = Array.from({ length: lines }, () => {
    const place = `HPOS="${below(4000)}" VPOS="${below(6000)}" WIDTH="${1 + below(800)}" HEIGHT="${1 + below(60)}"`;
    return `<TextLine><String ${place} CONTENT="${words().join(" ")}"/></TextLine>`;
  });
  return new TextEncoder().encode(
    `<alto><Layout><Page WIDTH="4800" HEIGHT="7200"><PrintSpace><TextBlock>${strings.join("")}</TextBlock></PrintSpace></Page></Layout></alto>`,
  );
}
const read = (lines: number) =>
  readEdition({ folder: "noise", files: [{ path: "01.xml", bytes: altoOf(lines) }] }).value;

describe("a page of noise", () => {
  it("with more lines than print has keeps its file's order, which is said", () => {
    const crowded = read(3_001);
    expect(layOutEdition(crowded).pages).toEqual(crowded.pages);
    expect(reportCrowded(crowded)).toMatchObject([{ code: "JL3090", details: { count: 3_001, number: 1 } }]);
  });

  it("with as many as print may have is laid out, with every line once", () => {
    const full = read(1_000);
    const [page] = layOutEdition(full).pages;
    expect(reportCrowded(full)).toEqual([]);
    expect(new Set(page && linesOf(page).map(({ id }) => id)).size).toBe(1_000);
    expect(page && linesOf(page).every(({ place }) => place)).toBe(true);
  });

  it("without places ends, though no order of its paragraphs is better than another", () => {
    const text = Array.from({ length: 300 }, () => words().join(" ")).join("\n");
    const { edition } = decideEdition({
      folder: "noise",
      files: [{ path: "01.txt", bytes: new TextEncoder().encode(text) }],
    });
    expect(edition?.pages.flatMap(linesOf)).toHaveLength(300);
  });
});
