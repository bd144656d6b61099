/** No score falls below its floor. Sources whose data is absent are skipped; the golden editions are always there. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allCases, rowOf, runCase, summarise } from "./collect.mjs";
import { breachesOf } from "./floors.mjs";
import { loadStages, pipeline } from "./stages.mjs";

const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"));
const patience = 240_000;

describe("scores", async () => {
  const stages = await loadStages(pipeline);
  const groups = new Map<string, unknown[]>();
  for (const entry of allCases()) groups.set(rowOf(entry), [...(groups.get(rowOf(entry)) ?? []), entry]);

  for (const source of Object.keys(floors))
    it.skipIf(!groups.has(source))(
      `${source} is not below its floor`,
      () => {
        const results = (groups.get(source) ?? []).map((entry) => ({
          row: source,
          score: runCase(stages, entry).score,
        }));
        expect(breachesOf(floors, summarise(results))).toEqual([]);
      },
      patience,
    );

  it("has a floor for every source that is measured", () => {
    expect([...groups.keys()].filter((source) => !(source in floors))).toEqual([]);
  });
});
