/** The assignment against trying all permutations. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveAssignment } from "../../../src/assemble/solve-assignment.js";

function leastOf(cost: readonly (readonly number[])[], row = 0, used = 0): number {
  if (row === cost.length) return 0;
  const list = cost[row] as readonly number[];
  return Math.min(
    ...list.flatMap((value, column) =>
      (used >> column) & 1 ? [] : [value + leastOf(cost, row + 1, used | (1 << column))],
    ),
  );
}

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }))
  .chain(([rows, more]) =>
    fc.array(
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: rows + more, maxLength: rows + more }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  );

describe("solveAssignment", () => {
  it("costs as little as the best of all assignments, each column once", () => {
    fc.assert(
      fc.property(matrices, (cost) => {
        const chosen = solveAssignment(cost);
        expect(new Set(chosen).size).toBe(cost.length);
        expect(chosen.reduce((sum, column, row) => sum + (cost[row]?.[column] ?? Number.NaN), 0)).toBe(
          leastOf(cost),
        );
      }),
    );
  });
  it("assigns nothing to nothing and refuses more rows than columns", () => {
    expect(solveAssignment([])).toEqual([]);
    expect(() => solveAssignment([[1], [2]])).toThrow(/columns/);
  });
});
