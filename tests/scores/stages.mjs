/**
 * The pipeline as the scorer runs it, in memory. Stages are imported when they are needed, so that a stage that
 * does not stand yet is named instead of breaking the runner.
 */
import { knownWords } from "../../lib/store/known-words.js";

const entries = {
  readEdition: "../../lib/read/index.js",
  layOutEdition: "../../lib/layout/index.js",
  sketchUnits: "../../lib/assemble/sketch-units.js",
  repairEdition: "../../lib/repair/index.js",
  assembleEdition: "../../lib/assemble/index.js",
  reviewEdition: "../../lib/review/index.js",
  checkConservation: "../../lib/review/check-conservation.js",
  renderEdition: "../../lib/render/index.js",
};

/** What `assembleJob` needs, in order. */
export const pipeline = ["readEdition", "layOutEdition", "sketchUnits", "repairEdition", "assembleEdition"];

export class MissingStage extends Error {}

export async function loadStages(names) {
  const stages = {};
  for (const name of names) {
    let module;
    try {
      module = await import(entries[name]);
    } catch (error) {
      throw new MissingStage(`${name}: ${entries[name].slice(6)} cannot be loaded (${error.message})`);
    }
    if (typeof module[name] !== "function")
      throw new MissingStage(`${name} is not exported by ${entries[name].slice(6)}`);
    stages[name] = module[name];
  }
  return stages;
}

/** Runs a job as far as the assembled edition. Returns it with the diagnostics and the milliseconds of each stage. */
export function assembleJob(stages, job) {
  const diagnostics = [];
  const spent = {};
  const take = (name, run) => {
    const from = performance.now();
    const outcome = run();
    spent[name] = performance.now() - from;
    diagnostics.push(...(outcome.diagnostics ?? []));
    return outcome;
  };
  const asRead = take("read", () => stages.readEdition(job)).value;
  const read = take("layout", () => stages.layOutEdition(asRead));
  const sketch = take("sketch", () => stages.sketchUnits(read));
  const repaired = take("repair", () => stages.repairEdition(read, sketch.kinds)).value;
  const edition = take("assemble", () => stages.assembleEdition(repaired, knownWords)).value;
  return { read, edition, diagnostics, spent };
}
