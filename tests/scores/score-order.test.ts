/** The order scorer itself: the same order is no distance, and the shuffle of the regions does not show. */
import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance.mjs";
import { scoreOrder } from "./score-order.mjs";
import { loadStages } from "./stages.mjs";

const region = (id: string, x: number, y: number, lines: readonly string[]) => {
  const at = (top: number, height: number) =>
    `<Coords points="${x},${top} ${x + 400},${top} ${x + 400},${top + height} ${x},${top + height}"/>`;
  const rows = lines.map(
    (text, i) =>
      `<TextLine id="${id}l${i}">${at(y + 30 * i, 24)}<TextEquiv><Unicode>${text}</Unicode></TextEquiv></TextLine>`,
  );
  return `<TextRegion id="${id}">${at(y, 30 * lines.length)}${rows.join("")}</TextRegion>`;
};
const long = (word: string) =>
  Array.from({ length: 12 }, (_, i) => `${word} goes on over the line, ${word} ${i}`);
const page = `<?xml version="1.0"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Page imageFilename="a.png" imageWidth="1000" imageHeight="1000">
<ReadingOrder><OrderedGroup id="o"><RegionRefIndexed index="0" regionRef="r1"/><RegionRefIndexed index="1" regionRef="r2"/><RegionRefIndexed index="2" regionRef="r3"/></OrderedGroup></ReadingOrder>
${region("r1", 50, 50, long("Bridge"))}${region("r2", 50, 440, long("Harbour"))}${region("r3", 500, 50, long("Library"))}</Page></PcGts>`;

describe("editDistance", () => {
  it("counts what is put in, taken out and changed", () => {
    expect(editDistance(["a", "b", "c"], ["a", "b", "c"])).toBe(0);
    expect(editDistance(["b", "c", "a"], ["a", "b", "c"])).toBe(2);
    expect(editDistance([], ["a", "b"])).toBe(2);
    expect(editDistance(["a", "x"], ["a", "y"])).toBe(1);
  });
});

describe("scoreOrder", async () => {
  // biome-ignore lint/suspicious/noExplicitAny: the stages are loaded by name
  const stages: any = await loadStages(["readEdition", "layOutEdition"]);
  const apart = (layOutEdition: unknown, seed: number) =>
    scoreOrder({ ...stages, layOutEdition }, "page.xml", page, seed);

  it("is 0 for two columns, whatever the order of the file", () => {
    for (const seed of [1, 2, 3])
      expect(apart(stages.layOutEdition, seed)).toEqual({
        regions: 3,
        lines: 36,
        regions_apart: 0,
        lines_apart: 0,
        alone_apart: 0,
      });
  });

  it("sees regions that stay where the shuffle put them", () => {
    const scores = [1, 2, 3, 4, 5].map((seed) => apart((edition: unknown) => edition, seed));
    expect(Math.max(...scores.map(({ lines_apart }) => lines_apart))).toBeGreaterThan(0.5);
  });
});
