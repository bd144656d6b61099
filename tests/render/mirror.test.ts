import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeMirror, type Mirror } from "../../src/render/mirror/compute-mirror.js";
import { measurePart, type PartMeasure } from "../../src/render/mirror/measure-part.js";
import type { Cut } from "../../src/render/mirror/pack-regions.js";

const part = (ems: number, headline: number[] = [10], kind: PartMeasure["kind"] = "story"): PartMeasure => ({
  measure: 15,
  ems,
  paragraphs: Math.ceil(ems / 80),
  headlineWidths: headline,
  lesserWidths: [],
  kind,
  goesOn: false,
  resumed: false,
});

const anyPart: fc.Arbitrary<PartMeasure> = fc.record({
  measure: fc.double({ min: 8, max: 28, noNaN: true }),
  ems: fc.double({ min: 0, max: 3000, noNaN: true }),
  paragraphs: fc.integer({ min: 0, max: 40 }),
  headlineWidths: fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 3 }),
  lesserWidths: fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 2 }),
  kind: fc.constantFrom("story", "notice", "advert"),
  goesOn: fc.boolean(),
  resumed: fc.boolean(),
});

function storiesOf(cut: Cut): number[] {
  return cut.kind === "story" ? [cut.index] : cut.pieces.flatMap(storiesOf);
}
function checkWidths(cut: Cut): void {
  if (cut.kind === "story") return;
  if (cut.kind === "down")
    expect(cut.pieces.reduce((sum, piece) => sum + piece.columns, 0)).toBe(cut.columns);
  else for (const piece of cut.pieces) expect(piece.columns).toBe(cut.columns);
  cut.pieces.forEach(checkWidths);
}
function overlap({ regions }: Mirror): boolean {
  const slack = 1e-9;
  return regions.some(({ box: a }, i) =>
    regions
      .slice(i + 1)
      .some(
        ({ box: b }) =>
          Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > slack &&
          Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > slack,
      ),
  );
}

describe("computeMirror", () => {
  it("sets the lead of a page of many columns over several, in either direction", () => {
    for (const direction of ["horizontal", "vertical"] as const) {
      const parts = [part(300, [16, 14]), ...[240, 220, 200, 180, 150, 130, 110, 90].map((ems) => part(ems))];
      const mirror = computeMirror(parts, direction);
      expect(mirror.columns).toBeGreaterThan(3);
      const [lead = -1] = mirror.order;
      expect(lead, direction).toBe(0);
      expect(mirror.regions[lead]?.columns, direction).toBeGreaterThan(1);
    }
  });
  it("leaves little of a vertical page white, whatever order its stories come in", () => {
    const lengths = [320, 90, 410, 150, 270, 60, 200, 500, 130];
    for (let turn = 0; turn < lengths.length; turn += 1) {
      const turned = [...lengths.slice(turn), ...lengths.slice(0, turn)];
      const { regions, columns, measure, aspect } = computeMirror(
        turned.map((ems) => part(ems)),
        "vertical",
      );
      const across = columns * measure;
      const printed = turned.reduce((sum, ems) => sum + ems * 1.65, 0);
      // Gutters, headlines and the ends of paragraphs take about as much as a third of the text.
      expect(printed / (across * across * aspect)).toBeGreaterThan(0.5);
      expect(regions).toHaveLength(lengths.length);
    }
  });
  it("places every story once, none over another, all on the page", () => {
    fc.assert(
      fc.property(
        fc.array(anyPart, { maxLength: 20 }),
        fc.constantFrom("horizontal", "vertical"),
        (parts, direction) => {
          const mirror = computeMirror(parts, direction as "horizontal" | "vertical");
          expect(storiesOf(mirror.cut).sort((a, b) => a - b)).toEqual(parts.map((_, index) => index));
          expect(mirror.regions.map((region) => region.part)).toEqual(parts.map((_, index) => index));
          checkWidths(mirror.cut);
          expect(overlap(mirror)).toBe(false);
          for (const { box } of mirror.regions) {
            expect(box.x + box.width).toBeLessThanOrEqual(1 + 1e-9);
            expect(box.y + box.height).toBeLessThanOrEqual(1 + 1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("puts the weightiest story on top and adverts below", () => {
    const mirror = computeMirror(
      [part(200), part(1500, [14]), part(150), part(400, [8], "advert")],
      "horizontal",
    );
    const tops = mirror.regions.map((region) => region.box.y);
    expect(tops[1]).toBe(0);
    expect(tops[3]).toBeGreaterThan(0);
  });

  it("takes a story that goes on elsewhere for the lead over a longer one that is whole", () => {
    const whole = part(700);
    const goesOn = { ...part(600), goesOn: true };
    const mirror = computeMirror([whole, goesOn], "horizontal");
    expect(mirror.regions[1]?.box.y).toBe(0);
    expect(mirror.regions[1]?.headlineSize).toBeGreaterThanOrEqual(mirror.regions[0]?.headlineSize ?? 99);
  });

  it("gives a page of text several columns and a single note one shape that holds it", () => {
    expect(
      computeMirror(
        Array.from({ length: 8 }, () => part(600)),
        "horizontal",
      ).columns,
    ).toBeGreaterThanOrEqual(4);
    expect(computeMirror([part(60)], "horizontal").columns).toBeLessThanOrEqual(3);
    expect(computeMirror([], "horizontal").regions).toEqual([]);
  });

  it("stays quick on a page of many small notices", () => {
    const started = performance.now();
    const mirror = computeMirror(
      Array.from({ length: 400 }, (_, i) => part(40 + (i % 17), [6], "notice")),
      "horizontal",
    );
    expect(mirror.regions).toHaveLength(400);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("measurePart", () => {
  const lines = {
    headline: [],
    lesser: [],
    paragraphs: 1,
    kind: "story",
    goesOn: false,
    resumed: false,
  } as const;
  it("finds the column in the full lines, not in the last ones", () => {
    const full = "一".repeat(15);
    expect(measurePart({ ...lines, body: [full, full, full, full, "一一"] }).measure).toBe(15);
  });
  it("assumes a usual column where source lines are whole paragraphs", () => {
    expect(measurePart({ ...lines, body: ["一".repeat(300)] }).measure).toBe(16);
  });
});
