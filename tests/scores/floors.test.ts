/**
 * No score falls below its floor. Sources whose data is absent are skipped; the golden editions are always there. Of the
 * typeset bench a sample is scored where `npm run scores` has made it; the whole takes minutes and is checked there.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allCases, rowOf, runCase, summarise } from "./collect.mjs";
import { placedCases } from "./collect-placed.mjs";
import { breachesOf } from "./floors.mjs";
import { madeAtHand, madeSample } from "./made-bench.mjs";
import { madeFloorRows } from "./made-scores.mjs";
import { scoreMadeHere } from "./score-made.mjs";
import { orderFigures, orderSources } from "./score-order.mjs";
import { loadStages, pipeline } from "./stages.mjs";

const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"));
const patience = 240_000;

describe("scores", async () => {
  const stages = await loadStages(pipeline);
  const groups = new Map<string, { load: () => unknown }[]>();
  const add = (row: string, load: () => unknown) => groups.set(row, [...(groups.get(row) ?? []), { load }]);
  for (const entry of allCases()) add(rowOf(entry), () => entry);
  for (const { source, load } of placedCases()) add(source, load);
  const orders = orderSources();

  for (const source of Object.keys(floors).filter((name) => !name.startsWith("made ")))
    it.skipIf(!groups.has(source) && !orders.has(source))(
      `${source} is not below its floor`,
      async () => {
        const page = orders.get(source);
        if (page) {
          expect(breachesOf(floors, new Map([[source, orderFigures(stages, page)]]))).toEqual([]);
          return;
        }
        const results = [];
        for (const { load } of groups.get(source) ?? [])
          results.push({ row: source, score: runCase(stages, await load()).score });
        expect(breachesOf(floors, summarise(results))).toEqual([]);
      },
      patience,
    );

  const bench = madeAtHand(madeSample);
  it.skipIf(!bench)(
    "the typeset bench's sample is not below its floors",
    async () => {
      const rows = madeFloorRows(await scoreMadeHere(bench, madeSample), "made sample");
      expect([...rows.keys()].filter((row) => !(row in floors))).toEqual([]);
      expect(breachesOf(floors, rows)).toEqual([]);
    },
    patience,
  );

  it("has a floor for every source that is measured", () => {
    expect([...groups.keys(), ...orders.keys()].filter((source) => !(source in floors))).toEqual([]);
  });
});
