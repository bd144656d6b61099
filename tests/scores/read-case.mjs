/** A case as the assembly gets it: its pages laid out and repaired, and what reading them as lines or units asks for. */
import { sketchUnits } from "../../lib/assemble/sketch-units.js";
import { layOutEdition } from "../../lib/layout/index.js";
import { readEdition } from "../../lib/read/index.js";
import { repairEdition } from "../../lib/repair/index.js";

export function readCase(job) {
  const read = layOutEdition(readEdition(job).value);
  const { pages } = repairEdition(read, sketchUnits(read).kinds).value;
  const { newspaper, jumpWordings: house, language } = read.info;
  return { pages, context: { title: newspaper.title, house, language } };
}
