/** Cohesion is symmetric, bounded, and says more of two texts of one story than of two stories. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexCohesion } from "../../../src/assemble/cohesion.js";

const texts = [
  "the ferry landing at mill street will be rebuilt in concrete and the ferry boats return",
  "harbor master thornton said the ferry carried passengers to mill street before the landing closed",
  "apple orchards of the upper valley brought in a record harvest and the cider press will open",
  "growers say the price of apple crates has dropped since the harvest filled every valley shed",
];
const words = new Set(["the", "and", "of", "to", "in", "a"]);

describe("indexCohesion", () => {
  it("is symmetric and bounded for any texts", () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 20 }), { minLength: 2, maxLength: 6 }), (list) => {
        const { cohesion } = indexCohesion(list, words, [[0, 1]]);
        for (let a = 0; a < list.length; a += 1)
          for (let b = 0; b < list.length; b += 1) {
            expect(cohesion(a, b)).toBe(cohesion(b, a));
            expect(cohesion(a, b)).toBeGreaterThanOrEqual(-0.6);
            expect(cohesion(a, b)).toBeLessThanOrEqual(3);
          }
      }),
    );
  });
  it("is greater within a story than between two, calibrated or not", () => {
    for (const likely of [
      [],
      [
        [0, 1],
        [2, 3],
      ],
    ] as [number, number][][]) {
      const { cohesion } = indexCohesion(texts, words, likely);
      for (const [a, b] of [
        [0, 1],
        [2, 3],
      ] as const)
        for (const other of [0, 1, 2, 3].filter((i) => i !== a && i !== b))
          expect(cohesion(a, b)).toBeGreaterThan(cohesion(a, other));
    }
  });
  it("a heading covers its own story, and says nothing of no texts", () => {
    const { coverage, naming } = indexCohesion([...texts, "ferry landing rebuilt"], words, []);
    expect(coverage(4, [0])).toBeGreaterThan(coverage(4, [2]));
    expect(naming(4, [0])).toBeGreaterThan(naming(4, [2]));
    expect(coverage(4, [])).toBe(0);
    expect(naming(4, [])).toBe(0);
  });
});
