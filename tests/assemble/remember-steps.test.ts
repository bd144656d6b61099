/** What is kept of a step is what would be reckoned anew: for every line of the samples and each two states. */
import { describe, expect, it } from "vitest";
import { weighBy } from "../../src/assemble/figure.js";
import { fittedCosts, reasonedCosts } from "../../src/assemble/line-costs.js";
import { putStep } from "../../src/assemble/line-figures.js";
import { never, states } from "../../src/assemble/line-states.js";
import { lineWeights } from "../../src/assemble/line-weights.js";
import { placedLineWeights } from "../../src/assemble/placed-line-weights.js";
import { readLines } from "../../src/assemble/read-units.js";
import { layOutEdition } from "../../src/layout/index.js";
import { readEdition } from "../../src/read/index.js";
import { sampleJobs } from "../sample-jobs.mjs";

describe.each(sampleJobs().map((job) => [job.folder, job] as const))("steps of %s", (_, job) => {
  it("are worth what putStep says", () => {
    const { info, pages } = layOutEdition(readEdition(job).value);
    const context = { title: info.newspaper.title, house: info.jumpWordings, language: info.language };
    let asked = 0;
    for (const { lines } of readLines(pages, context)) {
      const weigh = weighBy(lines.words ? lineWeights : placedLineWeights);
      const [plain, fitted] = [reasonedCosts(lines), fittedCosts(lines)];
      for (let i = 1; i < lines.pieces.length; i += 1)
        for (const previous of states)
          for (const state of states) {
            const cost = plain.step(i, previous, state);
            if (cost >= never) continue;
            asked += 1;
            const worth = weigh((put) => putStep(lines, i, previous, state, put));
            if (fitted.step(i, previous, state) !== cost - worth)
              expect([i, previous, state, fitted.step(i, previous, state)]).toEqual([
                i,
                previous,
                state,
                cost - worth,
              ]);
          }
    }
    expect(asked).toBeGreaterThan(1_000);
  });
});
